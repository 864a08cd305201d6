"""Tables whose cells only single spaces part: 編號 指示事項 主辦單位 辦理情形, and rows 1, 2, 3."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.model import Span
from knowledge.parser.cells import COLUMNS, Cell, Part, column, counts, disposes, is_name
from knowledge.parser.roles import Role
from knowledge.parser.sheet import Sheet
from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_NUMBERED = regex(r"(?P<number>\d{1,3})\s+\S")
_FEWEST = 2  # rows; one may be a sentence
_LAST = 8  # characters of a ruling: 繼續列管


def crowded(page: Sheet, rows: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a table that begins with the names of its columns; none where none does.

    Its rows count from one on and have as many cells as the columns, for spaces within a cell
    part nothing from its neighbour. A last cell that rules on its row is a line of its own.
    """
    names = rows[0].text.split()
    named = len(names) in COLUMNS and counts(names[0]) and all(map(is_name, names))
    if not named or rows[0].cell:
        return []
    lines: list[list[Line]] = []
    for number, row in enumerate(rows[1:], 1):
        found = _NUMBERED.match(row.text)
        if found is None or int(found["number"]) != number or len(row.text.split()) < len(names):
            break
        lines.append(_parted(page, row, names[-1]))
    return [[], *lines] if len(lines) >= _FEWEST else []


def _parted(page: Sheet, row: Line, name: str) -> list[Line]:
    before, _, last = row.text.rstrip().rpartition(" ")
    ruled = column(name) in (Role.RESOLUTION, None) and disposes(last) and len(last) <= _LAST
    if not ruled:
        return [replace(row, table=Cell(Part.ROW))]
    start = row.span.start
    first = page.trim(start, start + len(before))
    ruling = page.trim(first.end, row.span.end)
    return [
        _line(page, row, first, Cell(Part.ROW)),
        replace(_line(page, row, ruling, Cell(Part.CELL, Role.RESOLUTION, name)), inline=True),
    ]


def _line(page: Sheet, row: Line, span: Span, cell: Cell) -> Line:
    return replace(row, span=span, text=span.cut(page.level), table=cell)
