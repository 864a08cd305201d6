"""Tables whose cells slashes part: A-03／水利處／監測樁流失6支／繼續列管, a row a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from knowledge.parser.cells import COLUMNS, Cell, Part, counts, is_code, is_known, is_name
from knowledge.parser.headed import columns_in_title
from knowledge.parser.sheet import Sheet
from knowledge.parser.stacked import begins

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_SLASHES = ("／", "/")


def slashed(page: Sheet, rows: Sequence[Line]) -> list[list[Line]]:
    """Return the rows of a table that begins here, none where none does.

    A line of names, in brackets or not, says nothing by itself; without it each row has a number
    and full slashes, for 112/3/15 is a date.
    """
    titled = columns_in_title(rows[0].text) if _SLASHES[1] in rows[0].text else []
    names = titled or _cells(page, rows[0])
    named = len(names) in COLUMNS and all(map(is_name, names)) and _are_known(names)
    if titled or named:
        table = list(_table(page, rows[1:], len(names)))
        return [[rows[0]] if titled else [], *([row] for row in table)] if table else []
    table = list(takewhile(lambda row: _is_row(page, row, len(names), named), rows))
    return [[replace(row, table=Cell(Part.ROW))] for row in table] if len(table) > 1 else []


def _table(page: Sheet, rows: Sequence[Line], columns: int) -> Iterator[Line]:
    """Yield the lines of a table's rows: each row, and what the margin broke off it."""
    missing, whole = 0, True  # cells of the row that are still to come; whether its last is whole
    for row, after in pairwise([*rows, None]):
        if row is None:
            return
        cells = _cells(page, row)
        told = len(cells) - (not cells[-1])
        torn = not missing and after is not None and is_code(_cells(page, after)[0])
        if _is_row(page, row, columns, named=True):
            missing = columns - told
            yield replace(row, table=Cell(Part.ROW))
        elif (missing or torn) and not _ends(row) and told <= missing + (not whole):
            missing -= told - (not whole)
            yield replace(row, table=Cell(Part.CELL))
        else:
            return
        whole = not cells[-1]


def _ends(row: Line) -> bool:
    """Tell whether something else than one more line of a row begins."""
    return row.gap or begins(row.text)


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
