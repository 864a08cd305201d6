"""Tables whose title names their columns in brackets: 工程期程表（項目 起日 迄日 主辦）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from knowledge.parser.cells import COLUMNS, Cell, Part, counts, is_known, is_name
from knowledge.parser.labels import label
from knowledge.parser.marks import mark
from knowledge.parser.stacked import begins
from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_NAMES = regex(r"(?P<title>[^()]{2,40})\((?P<names>[^()]+)\)\s*:?\s*$")
_BETWEEN = regex(r"\s*[/、]\s*|\s+")
_GAP = regex(r"\s+")
_FEWEST = 2  # rows; one may be a sentence


def columns_in_title(text: str) -> list[str]:
    """Return the names of the columns that stand in brackets behind a table's title.

    An office behind its name is none, so the title says that it is a table, or columns are
    called so: （項目／主辦／完成期限）.
    """
    found = _NAMES.fullmatch(text)
    names = _BETWEEN.split(found["names"].strip()) if found else []
    if found is None or len(names) not in COLUMNS or not all(map(is_name, names)):
        return []
    known = counts(names[0]) or 2 * sum(map(is_known, names)) >= len(names)
    return names if known or found["title"].rstrip().endswith("表") else []


def headed(rows: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a table below the names of its columns, its title a line as it was.

    Single spaces part its cells, of which each row has as many as there are columns.
    """
    names = columns_in_title(rows[0].text)
    if not names or _states_fact(rows[0].text):
        return []
    table = list(_rows(rows[1:], len(names)))
    whole = [line for line in table if line.table and line.table.part is Part.ROW]
    return [[rows[0]], *([line] for line in table)] if len(whole) >= _FEWEST else []


def below_names(rows: Sequence[Line]) -> list[list[Line]]:
    """Return the rows of a table that a line announces, below its columns' names, a line each.

    As many single spaces part the cells of each row as there are names.
    """
    names = list(takewhile(lambda row: _may_name(row.text), rows[: COLUMNS.stop]))
    table = list(_rows(rows[len(names) :], len(names))) if len(names) in COLUMNS else []
    if len(table) < _FEWEST or any(line.table and line.table.joined for line in table):
        return []
    return [*([] for _ in names), *([line] for line in table)]


def _may_name(text: str) -> bool:
    one = is_name(text) and not _GAP.search(text.strip())
    return one and mark(text) is None and label(text) is None


def _states_fact(text: str) -> bool:
    """Tell whether the line is one of the meeting's head, as 出席人員（單位、姓名）is."""
    sign = mark(text)
    found = label(text, sign.end if sign else 0)
    return found is not None and found.fact is not None


def _rows(rows: Sequence[Line], columns: int) -> Iterator[Line]:
    """Yield the rows of a table, and what the margin broke off each, as one block with it."""
    missing = columns  # cells of the row that are still to come
    for row, after in pairwise([*rows, None]):
        if row is None or row.cell:
            return
        cells = len(_GAP.split(row.text.strip()))
        begun = missing == columns or not missing
        if begun and cells == columns:
            missing = 0
            yield replace(row, table=Cell(Part.ROW))
        elif begun and 1 < cells < columns and _ends_row(after, columns - cells):
            missing = columns - cells
            yield replace(row, table=Cell(Part.ROW))
        elif _goes_on(row, cells, missing):
            missing = 0
            yield replace(row, table=Cell(Part.CELL, joined=True))
        else:
            return


def _ends_row(row: Line | None, missing: int) -> bool:
    """Tell whether *row* holds the cells that are missing, or those and the end of another."""
    cells = len(_GAP.split(row.text.strip())) if row is not None else 0
    return row is not None and _goes_on(row, cells, missing)


def _goes_on(row: Line, cells: int, missing: int) -> bool:
    """Tell whether a line is the rest of the row above: its last cells, or the end of its last."""
    new = row.gap or begins(row.text) or mark(row.text) is not None or row.text[-1:] in "。!?;:"
    return not new and cells in (max(missing, 1), missing + 1) and len(row.text) <= 40
