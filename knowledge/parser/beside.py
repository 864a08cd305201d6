"""Tables whose cells stand beside each other: between bars, or parted by wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from knowledge.model import Fact, Span
from knowledge.parser.cells import (
    COLUMNS,
    Cell,
    Part,
    column,
    counts,
    disposes,
    is_code,
    is_known,
    is_name,
)
from knowledge.parser.followed import is_rest
from knowledge.parser.labels import label
from knowledge.parser.marks import mark
from knowledge.parser.roles import Role
from knowledge.parser.sheet import Sheet
from knowledge.parser.stacked import stacked
from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_BARS = "|│┃║"
_BAR = regex(f"[{_BARS}]")
_PRESENT = (Fact.CHAIR, Fact.RECORDER, Fact.ATTENDANCE, Fact.TITLE)
# The widest first: letters may be spaced out as well.
_CELL = 30  # characters
_FIGURE = regex(r"(?:^|\s)[+-]?[\d,.]*\d\s?\D{0,3}(?=\s|$)")  # 120,000元, not A2件數
_ALIKE = 3  # rows that tell a table between bars
_GAPS = tuple(map(re.compile, (r"\s{3,}", r"\s{2,}", r"\s{2,}|[\u3000\t\u00a0\u2002\u2003]")))


def beside(page: Sheet, rows: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a table that begins with the names of its columns; none where none does.

    Each line becomes a row, and its last cell a line of its own where that rules on the row.
    """
    names = _names(page, rows[0])
    if not names or not _is_table(page, names, rows):
        return []
    ruling = Cell(Part.CELL, column(names[-1]), names[-1].strip())
    lines: list[list[Line]] = [[]]
    while len(lines) < len(rows):
        row = rows[len(lines)]
        cells = _cells(page, row, len(names))
        if _is_rule(row):
            lines.append([])
        elif _goes_on(page, row, rows[0], cells, names):
            last = cells[-1].cut(page.level)
            whole = len(cells) == len(names) or disposes(last)
            apart = ruling.role is Role.RESOLUTION and last and whole
            lines.append(_ruled(page, row, cells, ruling) if apart else [_whole(row)])
        elif counts(names[0]) and is_code(row.text):  # a cell of several paragraphs is in this row
            lines += [[line] for line in stacked(rows[len(lines) :], names)]
        else:
            break
    return lines if any(lines) else []


def unnamed(page: Sheet, rows: Sequence[Line]) -> list[list[Line]]:
    """Return the rows of a table that a line announces: as many cells each, and figures in them.

    A first row without figures names the columns.
    """
    cells = _count(page, rows[0])
    table = list(takewhile(lambda row: _count(page, row) == cells, rows)) if cells > 1 else []
    figured = [_FIGURE.search(row.text) is not None for row in table]
    if len(table) < 2 or not all(figured[1:]):
        return []
    return [[_whole(row)] if i or figured[0] else [] for i, row in enumerate(table)]


def _count(page: Sheet, row: Line) -> int:
    """Return how many short cells gaps part a row into; 0 where any is no cell."""
    cells = _apart(page, row)
    return len(cells) if _are_short(cells) else 0


def _apart(page: Sheet, row: Line) -> list[str]:
    if row.cell or mark(row.text):
        return []
    return [cell.cut(page.level) for cell in _parted(page, row, row.span.cut(page.raw), _GAPS[-1])]


def _are_short(cells: Sequence[str]) -> bool:
    return all(cell and len(cell) <= _CELL and cell[-1:] not in "。;:" for cell in cells)


def _names(page: Sheet, row: Line) -> list[str]:
    """Return the names of the columns that stand in *row*, none where it holds anything else."""
    for cells in _ways(page, row):
        names = [cell.cut(page.level) for cell in cells]
        if len(names) in COLUMNS and all(map(is_name, names)):
            return [] if any(map(_is_of_head, names)) else names
        if len(names) in COLUMNS and all(map(_is_short_name, names)):
            return [] if any(map(label, names)) else names
    return []


def _is_short_name(cell: str) -> bool:
    """Tell whether a cell between bars can name a column, digits in it or not: 第1季, 8月取水量."""
    return is_name(re.sub(r"\d", "", cell))


def _is_of_head(name: str) -> bool:
    """Tell whether a cell names somebody's part in the meeting: a form's head is no table."""
    found = label(name.strip())
    return found is not None and found.fact in _PRESENT


def _is_table(page: Sheet, names: Sequence[str], rows: Sequence[Line]) -> bool:
    ruler = len(rows) > 1 and _is_rule(rows[1])
    known = ruler or counts(names[0]) or 2 * sum(map(is_known, names)) >= len(names)
    if rows[0].cell:
        return known or _are_alike(page, rows[1:_ALIKE], len(names))
    known = known and all(map(is_name, names))  # 10 人　3 部 is a row, 8月取水量 may be a name
    return known or _are_figured(page, rows[1:_ALIKE], len(names))


def _are_alike(page: Sheet, rows: Sequence[Line], count: int) -> bool:
    """Tell whether the rows below names have as many cells between bars, and figures in them."""
    barred = all(row.cell and len(_cells(page, row, count)) == count for row in rows)
    return len(rows) > 1 and barred and all(re.search(r"\d", row.text) for row in rows)


def _are_figured(page: Sheet, rows: Sequence[Line], count: int) -> bool:
    """Tell whether the rows below names have as many cells, and nothing but figures in all but one."""
    rest = [[cell.cut(page.level) for cell in _cells(page, row, count)] for row in rows]
    alike = len(rest) > 1 and all(len(cells) == count for cells in rest)
    return alike and all(_counts_something(cell) for cells in rest for cell in cells[1:])


def _counts_something(cell: str) -> bool:
    """Tell whether a cell holds a figure, or a dash where there is none."""
    return _FIGURE.fullmatch(cell) is not None or re.fullmatch("[-—–/]{1,2}", cell) is not None


def _goes_on(
    page: Sheet, row: Line, first: Line, cells: Sequence[Span], names: Sequence[str]
) -> bool:
    """Tell whether *row* is one more of the table that *first* begins."""
    if row.cell != first.cell or (len(cells) < 2 and not is_rest(page, row)):
        return False
    coded = counts(names[0]) and is_code(cells[0].cut(page.level))
    return row.cell or coded or len(cells) == len(names)


def _is_rule(row: Line) -> bool:
    return re.fullmatch(r"[-:\s]+", row.text) is not None


def _cells(page: Sheet, row: Line, count: int) -> list[Span]:
    """Return the cells of a row, parted so that there are *count* if any way does."""
    ways = _ways(page, row)
    return next((cells for cells in ways if len(cells) == count), ways[-1])


def _ways(page: Sheet, row: Line) -> list[list[Span]]:
    """Return the ways to part a row: by its bars, empty cells too, or by wider or closer gaps."""
    text = row.span.cut(page.raw)
    return [_parted(page, row, text, form) for form in ((_BAR,) if row.cell else _GAPS)]


def _parted(page: Sheet, row: Line, text: str, form: re.Pattern[str]) -> list[Span]:
    ends = [(0, 0), *(gap.span() for gap in form.finditer(text)), (len(text), len(text))]
    start = row.span.start
    return [page.trim(start + a[1], start + b[0]) for a, b in pairwise(ends)]


def _whole(row: Line) -> Line:
    return replace(row, table=Cell(Part.ROW))


def _ruled(page: Sheet, row: Line, cells: Sequence[Span], ruling: Cell) -> list[Line]:
    """Return a row without its last cell, and that cell."""
    before = page.trim(row.span.start, cells[-1].start - 1)
    before = page.trim(before.start, _without_bar(page, before))
    last = _part(page, row, cells[-1], ruling)
    return [_part(page, row, before, Cell(Part.ROW)), replace(last, inline=True)]


def _without_bar(page: Sheet, span: Span) -> int:
    return span.end - 1 if page.raw[span.end - 1 : span.end] in tuple(_BARS) else span.end


def _part(page: Sheet, row: Line, span: Span, cell: Cell) -> Line:
    return replace(row, span=span, text=span.cut(page.level), table=cell)
