"""Where a document's lines end, and whether it is the margin that ends them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.parser.lines import Line
from knowledge.parser.marks import mark

_FINAL = frozenset("。!?;:…」』)》】")
_SEVERAL = 3  # lines that end at the same margin are no chance
FIRST_LINE = 4  # columns: two ideographs
_NARROWEST = 60  # columns: no page is narrower
_COLUMN = 30  # columns: nothing printed is narrower
_CROWD = 0.3  # share of lines that end at the margin of a narrow page
_SLACK = 4  # columns: an ideograph that had no place, and a mark that hangs over
_NEARLY = 0.8
_CHARACTER = 2  # columns
_CLOSE = 0.85  # share of the widest that a margin within it has at least
_MANY = 3  # times as many lines end there
_SHARE = 0.4  # of the lines that fill the page so many break off in a sentence
_MANY_BROKEN = 8  # sentences
_ENDED = 0.6  # share of the lines after them that end a clause, so they do go on
_STOPS = frozenset("。!?;,、")
_WRAPPED = 124  # columns: a document whose longest line is longer is not wrapped by hand


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a document's longest line reaches, by columns and by characters."""

    columns: int
    length: int
    longest: int  # columns of the longest line of all
    indented: bool = False  # a paragraph's first line stands further in than the next
    hard: bool = False  # sentences break off at the margin, so a full line need not be a last one
    hanging: int = 0  # columns before a line that goes on with the one above
    edge: int = 0  # columns that most lines have which break off; one may stand out
    ragged: bool = False  # lines are short, and many sentences break off before any margin

    @property
    def wrapped(self) -> bool:
        """Whether its lines end where the page does."""
        return self.longest <= _WRAPPED

    def reached(self, line: Line) -> bool:
        wide = line.width + line.indent >= self.columns - 6
        return wide or len(line.text) >= self.length - 2

    def nearly(self, line: Line) -> bool:
        """Tell whether *line* ends so close to the margin that only a long word had no place."""
        wide = line.width + line.indent >= _CLOSE * self.columns  # figures are narrow, and many
        return self.hard and (wide or len(line.text) >= _NEARLY * self.length)

    def filled(self, line: Line) -> bool:
        """Tell whether no further character has its place on *line*."""
        wide = line.width + line.indent >= self.columns - _SLACK
        return wide or len(line.text) >= self.length - 1

    def ends(self, line: Line) -> bool:
        """Tell whether *line* reaches the very margin, so that its full stop may not be a last."""
        reached = line.width + line.indent
        return reached >= self.columns - _CHARACTER or 0 < self.edge <= reached

    def breaks(self, line: Line) -> bool:
        """Tell whether *line* ends for want of place only."""
        return self.hard and self.wrapped and self.filled(line)


def margin_of(rows: Sequence[Line]) -> Margin:
    """Return where lines end: what several reach, for a title may stand out."""
    found = _margin(rows)
    return replace(found, ragged=not found.hard and _is_ragged(rows))


def _is_ragged(rows: Sequence[Line]) -> bool:
    """Tell whether lines are broken wherever it pleased: none is long, many sentences go on."""
    if any(row.width > _WRAPPED for row in rows):
        return False
    apart = ("gap", "page", "inline", "bullet", "table")
    pairs = [(a, b) for a, b in pairwise(rows) if not any(getattr(b, sign) for sign in apart)]
    after = [b for a, b in pairs if _goes_on(a.text) and mark(b.text) is None]
    ended = [row for row in after if row.text.rstrip()[-1:] in _STOPS]
    return len(after) >= _MANY_BROKEN and len(ended) >= _ENDED * len(after)


def _goes_on(text: str) -> bool:
    """Tell whether a sentence with clauses has no end on its line."""
    return "," in text and text.rstrip()[-1:] not in _FINAL


def _margin(rows: Sequence[Line]) -> Margin:
    last = [row for row, after in pairwise([*rows, None]) if row and not (after and after.inline)]
    widths = [row.width + (row.indent if row.inline else 0) for row in last]
    longest = max(widths, default=0)
    if longest < _NARROWEST and (narrow := _crowded(widths)):
        found = Margin(narrow, narrow // 2, longest, _indented(rows))
    elif longest < _NARROWEST:
        found = Margin(longest, max((len(row.text) for row in last), default=0), longest)
        if not _with_breaks(found, last).hard:  # nothing shows that a page ends there
            return Margin(_WRAPPED, _WRAPPED, longest)
    else:
        lengths = [len(row.text) for row in last]
        found = Margin(_usual(widths, 4), _usual(lengths, 2), longest, _indented(rows))
    return _with_breaks(found, last)


def _with_breaks(margin: Margin, rows: Sequence[Line]) -> Margin:
    """Return *margin* with what the lines that break off at it show."""
    full = [row for row in rows if margin.filled(row)]
    broken = {row for row in full if row.text.rstrip()[-1:] not in _FINAL}
    hard = len(broken) >= _SEVERAL and len(broken) >= _SHARE * len(full)
    after = [row for before, row in pairwise(rows) if before in broken and not mark(row.text)]
    hanging = _most([row.indent for row in after])
    edge = _most([row.width + row.indent for row in broken])
    return replace(margin, hard=hard, hanging=hanging, edge=edge)


def _most(columns: Sequence[int]) -> int:
    """Return the commonest of *columns*, 0 of none."""
    return next((width for width, _ in Counter(columns).most_common(1)), 0)


def _crowded(widths: Sequence[int]) -> int:
    """Return the width that so many lines have that a narrow page must end there, else 0."""
    near = {w: sum(w - 4 <= other <= w for other in widths) for w in {*widths} if w >= _COLUMN}
    width = max(near, key=lambda w: (near[w], w), default=0)
    return width if width and near[width] >= max(8, _CROWD * len(widths)) else 0


def _indented(rows: Iterable[Line]) -> bool:
    unmarked = [row for row in rows if not (row.inline or mark(row.text))]
    return sum(row.indent == FIRST_LINE for row in unmarked) >= 2


def _usual(widths: Sequence[int], slack: int) -> int:
    """Return the largest of *widths* that several others come near, else the largest.

    A few that stand out beside many are no margin: digits set apart after the page was broken.
    """
    near = {w: sum(w - slack <= other <= w for other in widths) for w in widths}
    longest = max(widths, default=0)
    usual = max((w for w, count in near.items() if count >= _SEVERAL), default=0)
    if 2 * usual <= longest:
        return longest
    crowd = max((w for w in near if w >= _CLOSE * usual), key=lambda w: (near[w], w))
    return crowd if near[crowd] >= _MANY * near[usual] else usual
