"""A table's row whose cells stand below each other, a line each or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.parser.cells import Cell, Part, column, disposes, starts_row
from knowledge.parser.labels import label
from knowledge.parser.marks import mark
from knowledge.parser.roles import SECTIONS, Role

if TYPE_CHECKING:
    from knowledge.parser.lines import Line


def stacked(rows: Sequence[Line], columns: Sequence[str]) -> Iterator[Line]:
    """Yield the cells of the row that *rows* begin with, below columns of those names."""
    yield from _cells(list(_row(rows, len(columns))), columns)


def _row(rows: Sequence[Line], columns: int) -> Iterator[Line]:
    """Yield the lines of one row: up to the next number or label; once full, only up to a number."""
    for i, line in enumerate(rows):
        if i and (starts_row(line.text) or begins(line.text) or i >= 2 * columns):
            return
        if i >= columns and not any(starts_row(row.text) for row in rows[i : i + columns // 2]):
            return
        yield line


def begins(text: str) -> bool:
    """Tell whether a line begins something else than a cell."""
    sign = mark(text)
    found = label(text, sign.end if sign else 0)
    return found is not None and (found.colon or found.role in (Role.ITEM, *SECTIONS))


def _cells(row: Sequence[Line], columns: Sequence[str]) -> Iterator[Line]:
    """Yield the cells of a row; where one is missing, its last line rules only if it reads so."""
    for i, line in enumerate(row):
        last = i == len(row) - 1
        heading = columns[-1] if last else columns[min(i, len(columns) - 2)]
        role = column(heading)
        if last and len(row) < len(columns) and not disposes(line.text):
            role = None
        yield replace(line, table=Cell(Part.CELL, role, heading) if i else Cell(Part.ROW))
