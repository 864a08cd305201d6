"""Tables whose cells slashes part: A-03／水利處／監測樁流失6支／繼續列管, a row a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from knowledge.parser.cells import COLUMNS, Cell, Part, counts, is_code, is_known, is_name
from knowledge.parser.sheet import Sheet

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_SLASHES = ("／", "/")
_FEWEST = 2  # rows, where nothing names the columns


def slashed(page: Sheet, rows: Sequence[Line]) -> list[list[Line]]:
    """Return the rows of a table that begins here, none where none does.

    A line of names, in brackets or not, says nothing by itself; without it each row has a number
    and full slashes, for 112/3/15 is a date.
    """
    names = _cells(page, rows[0])
    named = len(names) in COLUMNS and all(map(is_name, names)) and _are_known(names)
    told = rows[1:] if named else rows
    table = list(takewhile(lambda row: _is_row(page, row, len(names), named), told))
    if len(table) < (1 if named else _FEWEST):
        return []
    return [*([[]] if named else []), *([replace(row, table=Cell(Part.ROW))] for row in table)]


def _are_known(names: Sequence[str]) -> bool:
    return counts(names[0]) or 2 * sum(map(is_known, names)) >= len(names)


def _is_row(page: Sheet, row: Line, columns: int, named: bool) -> bool:
    cells = _cells(page, row)
    if not is_code(cells[0]):
        return named and len(cells) == columns
    full = _SLASHES[0] in row.span.cut(page.raw)
    return len(cells) in COLUMNS and (named or (full and not is_code(cells[1])))


def _cells(page: Sheet, row: Line) -> list[str]:
    """Return the cells of a line, parted by full slashes, or by plain ones where it has no other."""
    line = row.span.cut(page.raw).strip("(（）)")
    slash = next((slash for slash in _SLASHES if slash in line), _SLASHES[0])
    return [cell.strip() for cell in line.split(slash)]
