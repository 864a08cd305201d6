"""Tables of what became of earlier decisions: a row reports, to its last cell 繼續列管; wrapped rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from knowledge.model import Span
from knowledge.parser.cells import Cell, Part
from knowledge.parser.roles import Role
from knowledge.parser.words import HOW_FAR
from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line
    from knowledge.parser.sheet import Sheet

_HOW_FAR = regex("|".join((*HOW_FAR, "進度", "進展")))
_DRAWN = regex("[│┃║]")
_ORDERS = regex("請")  # 繼續列管，請水利局於五月底前協議


def followed(cut: Sequence[list[Line]], rows: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a table *cut* out of *rows*, its rows whole where it only tracks.

    A column 管考建議 beside how far each matter is says whether it stays on the list, and is no
    ruling; where it asks somebody for something in any row, all of its cells are rulings.
    """
    names = "".join(
        row.text for _, row in takewhile(lambda pair: not pair[0], zip(cut, rows, strict=False))
    )
    ruled = [line for lines in cut for line in lines if _rules(line)]
    if not _HOW_FAR.search(names) or any(_ORDERS.search(line.text) for line in ruled):
        return list(cut)
    return [_whole(lines, row) for lines, row in zip(cut, rows, strict=False)]


def _rules(line: Line) -> bool:
    return line.table is not None and line.table.role is Role.RESOLUTION


def _whole(lines: list[Line], row: Line) -> list[Line]:
    """Return the lines of a row without a ruling apart."""
    if len(lines) > 1:
        return [replace(row, table=Cell(Part.ROW))]
    return [
        replace(line, table=replace(line.table, role=None)) if line.table and _rules(line) else line
        for line in lines
    ]


def wrapped(page: Sheet, cut: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines of a table *cut* out of *page*; cells that wrap are one with those above.

    In a drawn table a row without a number goes on with the one before it.
    """
    found: list[list[Line]] = []
    above: list[Line] = []
    for lines in cut:
        if above and len(lines) == 1 and is_rest(page, lines[0]):
            found.append([])
            _go_on(page, above, lines[0])
        else:
            above = list(lines)
            found.append(above)
    return found


def is_rest(page: Sheet, row: Line) -> bool:
    """Tell whether nothing stands in the first cell of a drawn row."""
    start = page.raw.rfind("\n", 0, row.span.start) + 1
    return len(_DRAWN.findall(page.raw, start, row.span.start)) > 1


def _go_on(page: Sheet, above: list[Line], rest: Line) -> None:
    """Add the cells of *rest* to the row *above*, and the last one to the ruling on that."""
    ruling = next((i for i, x in enumerate(above) if x.table and x.table.part is Part.CELL), None)
    end = page.raw.find("\n", rest.span.end)
    filled = len(_DRAWN.findall(page.raw, rest.span.end, end if end >= 0 else len(page.raw))) < 2
    bars = [bar.start() for bar in _DRAWN.finditer(page.raw, rest.span.start, rest.span.end)]
    if ruling is None or not filled:
        place = len(above) if ruling is None else ruling
        above.insert(place, replace(rest, table=Cell(Part.ROW, joined=True)))
        return
    if bars:
        span = page.trim(rest.span.start, bars[-1])
        above.insert(ruling, _part(page, rest, span, Part.ROW))
    span = page.trim(bars[-1] + 1 if bars else rest.span.start, rest.span.end)
    above.append(_part(page, rest, span, Part.CELL))


def _part(page: Sheet, row: Line, span: Span, part: Part) -> Line:
    return replace(row, span=span, text=span.cut(page.level), table=Cell(part, joined=True))
