"""Lines become blocks: paragraphs whole again where a page or a margin had split them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.model import Fact, Span
from knowledge.parser.cells import Cell
from knowledge.parser.cut import parted
from knowledge.parser.fields import field
from knowledge.parser.gapped import begins_part, speaker_apart
from knowledge.parser.inline import closes_bracket
from knowledge.parser.labels import Label, is_framed, label
from knowledge.parser.lines import Line, columns, lines
from knowledge.parser.margins import FIRST_LINE, Margin, margin_of
from knowledge.parser.marks import Mark, bare, mark
from knowledge.parser.offices import OFFICE
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.rows import HANGING, are_rows, is_columned, list_alike
from knowledge.parser.sheet import Sheet
from knowledge.parser.voices import SAID, TURN, speaker, speaks, voice
from knowledge.parser.words import HOW_FAR
from knowledge.regex import regex

_FINAL = frozenset("。!?;:…」』)》】")
_COLON_WORD = regex(r"\s*[\u4e00-\u9fff]{2,8}\s*:")  # 監事：黃秀琴 is a line of its own
_CLOSING = frozenset("」』》")
_QUOTES = regex("(?:決議|裁示|決定|指示|提案)")  # an old decision, and then how far it is
_NEVER_FIRST = frozenset(",。、;:!?)」』》")
_HEADING = 32  # characters: a longer line without a full stop is a sentence cut in two
_SENTENCE = 20  # characters that are no heading where lines break off anywhere
_TITLE = regex("(?:聲明|宣言|紀錄|議事錄)\\s*$")
_PAGE_HEADING = 7
_OFFICE = 10
_GUEST = regex(r"\s*(?:應邀)?列席\s*(?=\S{6})")  # 列席澎湖縣觀光旅館公會滕理事長慧君：
_RECENT = 4  # lines that tell whether a bracket or a sentence is open

ARROWS = ("→", "⇒", "➔", "➜")  # before what came of the line above
_POINT = regex("第[一二三四五六七八九十]{1,2}[、,]")  # of a statement: 第三、四縣應公開澄清。


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
    cell: Cell | None = None  # its part in a table
    quoted: bool = False  # a line of a document that is quoted whole

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


def blocks(page: Sheet) -> list[Block]:
    """Return the paragraphs of *page* in order."""
    rows = lines(page)
    full = margin_of(rows)
    groups: list[list[Line]] = []
    counted: dict[str, int | None] = {}
    for row in rows:
        sign = mark(row.text)
        torn = bool(groups) and groups[-1][-1].torn and not row.inline
        if torn or (groups and _joins(groups[-1], row, full, _is_next(sign, counted))):
            groups[-1].append(row)
            continue
        groups.append([row])
        if sign:
            counted[sign.style] = sign.number
    return [_block(page, group) for group in groups]


def _is_next(sign: Mark | None, counted: Mapping[str, int | None]) -> bool:
    """Tell whether a list mark counts: from one, or on from another."""
    if sign is None or sign.number is None or sign.number == 1:
        return True
    return counted.get(sign.style) == sign.number - 1


def _block(page: Sheet, group: Sequence[Line]) -> Block:
    if group[0].quoted:  # with its line ends, as it was read out
        return _quoted(page, group)
    cell = group[0].table
    spans = tuple(line.span for line in group)
    text = "".join(line.text for line in group)
    if cell and len(group) > 1:  # cells that markup parted
        spans = parted(page.raw, spans)
        text = "".join(span.cut(page.level) for span in spans).replace("\n", " ")
    sign = None if cell else mark(text) or (bare(text) if group[0].bare else None)
    return Block(
        spans,
        text,
        "".join(span.cut(page.raw) for span in spans),
        None if group[0].inline else group[0].indent,
        group[0].bullet,
        group[0].heading,
        sign,
        None if cell else named(text, sign.end if sign else 0),
        cell,
    )


def _quoted(page: Sheet, group: Sequence[Line]) -> Block:
    spans: tuple[Span, ...] = (Span(group[0].span.start, group[-1].span.end),)
    if group[0].cited:  # without the signs of a block quote
        spans = parted(page.raw, [line.span for line in group])
    text, raw = ("".join(span.cut(copy) for span in spans) for copy in (page.level, page.raw))
    return Block(spans, text, raw, quoted=True)


def named(text: str, at: int) -> Label | None:
    """Return the label or the speaker that *text* names at *at*."""
    said = SAID.match(text, at)
    if said:
        colon = voice(text, said.end()) or text.index(":", at)
        return Label(Role.SPEAKER, colon, colon + 1, None, True)
    turn = TURN.match(text, at)
    if turn and speaks(text[turn.end() :].strip()):
        return Label(Role.SPEAKER, len(text), len(text), None, False)
    guest = _GUEST.match(text, at)
    if guest and (end := speaker(text, guest.end())):
        return Label(Role.SPEAKER, end, end + 1, None, True)
    found = label(text, at)
    if found:
        return found
    end = None if text[at : at + 1] == "(" else speaker(text, at)  # （提案單位：計畫處）
    if end:
        return Label(Role.SPEAKER, end, end + 1, None, True)
    ends = speaker_apart(text, at)
    return Label(Role.SPEAKER, *ends) if ends else None


def _joins(group: Sequence[Line], line: Line, full: Margin, counts: bool) -> bool:
    """Tell whether *line* goes on with *group*; *counts*: its list mark, if any, does."""
    before = "".join(part.text for part in group[-_RECENT:])
    tail = before.rstrip()[-1:]
    if line.quoted or group[-1].quoted or line.text == before:  # a title that is said again
        return line.quoted and group[-1].quoted
    if line.inline or line.table or group[-1].table or are_rows(group, line):
        return line.table is not None and line.table.joined
    if line.text.lstrip()[:1] in _NEVER_FIRST or closes_bracket(before, line.text):
        return True
    broken = full.breaks(group[-1]) and not (line.gap or line.page)
    if tail == "," and full.hard and not line.gap and _is_clause(line):
        return True
    if _begins(line):
        goes_on = full.reached(group[-1]) and full.hard and _tells_how_far(before, line)
        comma = tail in ",、" and full.hard and full.reached(group[-1]) and not line.gap
        return goes_on or ((broken or comma) and _breaks_in(before, line, counts))
    if tail in _FINAL:
        return _runs_on(group, line, full, tail) or (broken and _is_unfinished(group, line, full))
    if tail in HANGING:
        return True
    if line.page:
        heads = group[-1].heading or _is_label(before) or _TITLE.search(before)
        return len(before) >= _PAGE_HEADING and not heads
    if _names_people(before, line) and (not broken or speaks(line.text.strip())):
        return False
    return _goes_on(group, line, full, before)


def _goes_on(group: Sequence[Line], line: Line, full: Margin, before: str) -> bool:
    """Tell whether the line above is so long, or so unfinished, that the next is part of it."""
    if line.gap or not full.wrapped:
        return len(before) >= _HEADING or "。" in before
    far = len(before) >= _HEADING or full.nearly(group[-1]) or full.ragged
    far = far or _hangs(group[0], line)
    unfinished = ("," in before and far) or (full.ragged and len(before) >= _SENTENCE)
    return unfinished or full.reached(group[-1])


def _hangs(first: Line, line: Line) -> bool:
    """Tell whether *line* stands below the words behind the list mark of *first*."""
    sign = mark(first.text)
    return sign is not None and 2 < line.indent - first.indent == columns(first.text[: sign.end])


def _names_people(before: str, line: Line) -> bool:
    """Tell whether names of those who preside or record go on, set in, on a line of their own."""
    sign = mark(before)
    found = label(before, sign.end if sign else 0)
    listed = found is not None and found.fact in (Fact.CHAIR, Fact.RECORDER)
    return listed and line.indent > 0 and "。" not in line.text


def _breaks_in(before: str, line: Line, counts: bool) -> bool:
    """Tell whether the margin fell before what only looks like a mark or a label."""
    if line.cell:
        return False
    if before[-1:].isdigit() and line.text[:1].isdigit() and not (counts and mark(line.text)):
        return True
    found = named(line.text, 0)
    if before.rstrip()[-1:] in _FINAL or _heads_section(line.text):
        return False
    if found and (found.role is Role.ITEM or found.fact is Fact.RECORDER):
        return not found.colon  # 會議紀錄 is the end of a long title
    if found and found.role is Role.SPEECHES:
        return "," in before
    marked = mark(line.text) is not None or line.bullet or line.bare
    if found is None and not marked and not field(line.text):
        return not (_states_fact(before) or list_alike(before, line.text))  # …並共同, then 宣示：
    comma = before.rstrip()[-1:] in ",、"
    return (
        (found is None or (comma and not found.colon)) and (comma or not counts) and not line.bullet
    )


def _heads_section(text: str) -> bool:
    """Tell whether a line is a number and no more than a section: 伍、報告事項; or 肆、出席：…"""
    sign = mark(text)
    found = label(text, sign.end) if sign else None
    if found is None or (found.role is Role.HEAD and found.colon):
        return found is not None
    return found.role in SECTIONS and not text[found.value :].strip()


def _states_fact(before: str) -> bool:
    """Tell whether a line of the head is complete, so that 主任委員：… below is another."""
    sign = mark(before)
    found = label(before, sign.end if sign else 0)
    return found is not None and found.fact in (Fact.TIME, Fact.PLACE) and found.value < len(before)


def _tells_how_far(before: str, line: Line) -> bool:
    """Tell whether *line* begins with 辦理情形 of the decision that *before* quotes."""
    found = named(line.text, 0) if not line.gap else None
    return found is not None and found.word in HOW_FAR and _QUOTES.search(before) is not None


def _is_unfinished(group: Sequence[Line], line: Line, full: Margin) -> bool:
    """Tell whether a full line goes on in the next, which stands where such lines do."""
    tail = group[-1].text.rstrip()[-1:]
    indent = group[-1].indent if len(group) > 1 else full.hanging
    spoken = voice(line.text, 0) is not None or line.text.startswith("(") or _POINT.match(line.text)
    ended = tail in "。!?;" and line.indent == indent and full.ends(group[-1])
    return tail in _CLOSING or (ended and not spoken and not _names_office(line))


def _runs_on(group: Sequence[Line], line: Line, full: Margin, tail: str) -> bool:
    """Tell whether a sentence that ends at the margin is not the paragraph's last."""
    if line.gap or line.indent or not full.wrapped or not full.reached(group[-1]):
        return False
    if _names_office(line):
        return False  # what it reports stands below it
    indented = full.indented and group[0].indent in (0, FIRST_LINE)
    return (tail == ";" or indented) and voice(line.text, 0) is None


def _names_office(line: Line) -> bool:
    """Tell whether an office stands alone on its line, or with its head: 總務處（薛主任銘仁）."""
    name = re.sub(r"\([^()]*\)$", "", line.text.strip())
    return len(name) <= _OFFICE and OFFICE.fullmatch(name) is not None


def _begins(line: Line) -> bool:
    if line.bullet or line.bare or line.cell or is_columned(line.text):
        return True
    if mark(line.text) is not None or _COLON_WORD.match(line.text):
        return True
    if line.text.startswith(ARROWS):
        return True
    if is_framed(line.text) or begins_part(line.text) or named(line.text, 0) is not None:
        return True
    return field(line.text) is not None


def _is_clause(line: Line) -> bool:
    """Tell whether the words before a colon only go on with a sentence: 這一年只做三件事：…"""
    if line.bullet or line.bare or line.cell or not _COLON_WORD.match(line.text):
        return False
    told = mark(line.text) or named(line.text, 0) or field(line.text) or voice(line.text, 0)
    return told is None


def _is_label(text: str) -> bool:
    sign = mark(text)
    found = label(text, sign.end if sign else 0)
    ended = found is not None and found.role is Role.ADJOURNED
    return ended or (found is not None and not text[found.value :].strip())
