"""Lines become blocks: paragraphs whole again where a page or a margin had split them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Span
from knowledge.parser.labels import Label, is_framed, label
from knowledge.parser.lines import Line, columns, lines
from knowledge.parser.marks import Mark, bare, mark
from knowledge.parser.roles import Role
from knowledge.parser.sheet import Sheet
from knowledge.parser.voices import SAID, speaker, voice

_FINAL = frozenset("。!?;:…」』)》】")
_HANGING = frozenset(",、(「『《〈【")
_NEVER_FIRST = frozenset(",。、;:!?)」』》")
_BRACKETS = {"(": ")", "「": "」", "『": "』", "《": "》"}
_HEADING = 32  # characters: a longer line without a full stop is a sentence cut in two
_PAGE_HEADING = 7
_RECENT = 4  # lines that tell whether a bracket or a sentence is open
_EVEN = 0.95  # share of lines, the first has no gap before it
_SEVERAL = 3  # lines that end at the same margin are no chance
_COLUMNS = re.compile(r"\S\s{2,}(?=\S)")  # several in a line set the columns of a table
_FIRST_LINE = 4  # columns: two ideographs
_NARROWEST = 60  # columns: no page is narrower
_COLUMN = 30  # columns: nothing printed is narrower
_CROWD = 0.3  # share of lines that end at the margin of a narrow page
_WRAPPED = 124  # columns: a document whose longest line is longer is not wrapped by hand


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item. `text` is its level copy, `raw` its own words."""

    spans: tuple[Span, ...]
    text: str
    raw: str
    indent: int | None = None  # columns; None where it does not begin its line
    bullet: bool = False
    heading: bool = False
    sign: Mark | None = None
    name: Label | None = None

    @property
    def body(self) -> int:
        """Where the text after the list mark begins."""
        return self.sign.end if self.sign else 0

    @property
    def value(self) -> str:
        """The text after list mark and label."""
        return self.text[self.name.value if self.name else self.body :].strip()

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip()[-1:] in "。!?;…」』" if self.text.strip() else False


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a document's longest line reaches, by columns and by characters."""

    columns: int
    length: int
    longest: int  # columns of the longest line of all
    indented: bool = False  # a paragraph's first line stands further in than the next

    @property
    def wrapped(self) -> bool:
        """Whether its lines end where the page does."""
        return self.longest <= _WRAPPED

    def reached(self, line: Line) -> bool:
        wide = columns(line.text) + line.indent >= self.columns - 6
        return wide or len(line.text) >= self.length - 2


def blocks(page: Sheet) -> list[Block]:
    """Return the paragraphs of *page* in order."""
    rows = _evenly_spaced(lines(page))
    full = _full(rows)
    groups: list[list[Line]] = []
    for row in rows:
        if groups and _joins(groups[-1], row, full):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_block(page, group) for group in groups]


def _evenly_spaced(rows: list[Line]) -> list[Line]:
    """Return *rows* without their gaps where a gap stands between all: it means nothing."""
    own = [row for row in rows if not row.inline]
    even = sum(row.gap or row.page for row in own) >= _EVEN * len(own)
    return [replace(row, gap=False) for row in rows] if even else rows


def _block(page: Sheet, group: Sequence[Line]) -> Block:
    spans = tuple(line.span for line in group)
    text = "".join(line.text for line in group)
    sign = mark(text) or (bare(text) if group[0].bare else None)
    return Block(
        spans,
        text,
        "".join(span.cut(page.raw) for span in spans),
        None if group[0].inline else group[0].indent,
        group[0].bullet,
        group[0].heading,
        sign,
        named(text, sign.end if sign else 0),
    )


def named(text: str, at: int) -> Label | None:
    """Return the label or the speaker that *text* names at *at*."""
    said = SAID.match(text, at)
    if said:
        colon = voice(text, said.end()) or text.index(":", at)
        return Label(Role.SPEAKER, colon, colon + 1, None, True)
    found = label(text, at)
    if found:
        return found
    end = None if text[at : at + 1] == "(" else speaker(text, at)  # （提案單位：計畫處）
    return Label(Role.SPEAKER, end, end + 1, None, True) if end else None


def _full(rows: Sequence[Line]) -> Margin:
    """Return where lines end: what several reach, for a title may stand out."""
    texts = [row.text for row in rows if not row.inline]
    widths = [columns(text) for text in texts]
    longest = max(widths, default=0)
    if longest < _NARROWEST and (narrow := _crowded(widths)):
        return Margin(narrow, narrow // 2, longest, _indented(rows))
    if longest < _NARROWEST:
        return Margin(longest, max(map(len, texts), default=0), longest)
    return Margin(_usual(widths, 4), _usual([*map(len, texts)], 2), longest, _indented(rows))


def _crowded(widths: Sequence[int]) -> int:
    """Return the width that so many lines have that a narrow page must end there, else 0."""
    near = {w: sum(w - 4 <= other <= w for other in widths) for w in {*widths} if w >= _COLUMN}
    width = max(near, key=lambda w: (near[w], w), default=0)
    return width if width and near[width] >= max(8, _CROWD * len(widths)) else 0


def _indented(rows: Iterable[Line]) -> bool:
    unmarked = [row for row in rows if not (row.inline or mark(row.text))]
    return sum(row.indent == _FIRST_LINE for row in unmarked) >= 2


def _usual(widths: Sequence[int], slack: int) -> int:
    """Return the largest of *widths* that several others come near, else the largest."""
    ordered = sorted(widths, reverse=True)
    near = (
        width
        for width in ordered
        if sum(width - slack <= other <= width for other in ordered) >= _SEVERAL
    )
    usual = next(near, 0)
    return usual if 2 * usual > ordered[0] else ordered[0]


def _joins(group: Sequence[Line], line: Line, full: Margin) -> bool:
    before = "".join(part.text for part in group[-_RECENT:])
    tail = before.rstrip()[-1:]
    if line.inline:
        return False
    if line.text.lstrip()[:1] in _NEVER_FIRST or _closes(before, line.text):
        return True
    if _begins(line):
        return False
    if tail in _FINAL:
        return _runs_on(group, line, full, tail)
    if tail in _HANGING:
        return True
    if line.page:
        return len(before) >= _PAGE_HEADING and not _is_label(before)
    if not line.gap and full.wrapped:
        unfinished = len(before) >= _HEADING and "," in before
        return unfinished or full.reached(group[-1])
    return len(before) >= _HEADING or "。" in before


def _runs_on(group: Sequence[Line], line: Line, full: Margin, tail: str) -> bool:
    """Tell whether a sentence that ends at the margin is not the paragraph's last."""
    if line.gap or line.indent or not full.wrapped or not full.reached(group[-1]):
        return False
    indented = full.indented and group[0].indent in (0, _FIRST_LINE)
    return (tail == ";" or indented) and voice(line.text, 0) is None


def _begins(line: Line) -> bool:
    if line.bullet or line.bare or line.cell or len(_COLUMNS.findall(line.text)) > 1:
        return True
    sign = mark(line.text)
    return sign is not None or is_framed(line.text) or named(line.text, 0) is not None


def _is_label(text: str) -> bool:
    sign = mark(text)
    found = label(text, sign.end if sign else 0)
    return found is not None and not text[found.value :].strip()


def _closes(before: str, text: str) -> bool:
    """Tell whether *text* closes a bracket that *before* left open."""
    stack = [c for c in before if c in _BRACKETS or c in _BRACKETS.values()]
    still_open: list[str] = []
    for c in stack:
        if c in _BRACKETS:
            still_open.append(_BRACKETS[c])
        elif still_open and still_open[-1] == c:
            still_open.pop()
    if not still_open:
        return False
    closer = text.find(still_open[-1])
    openers = [text.find(c) for c in _BRACKETS if c in text]
    return 0 <= closer <= 40 and all(closer < at for at in openers)
