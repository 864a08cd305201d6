"""Tables whose lines are lost: which lines are its columns' names, its rows and their cells.

Six forms reach the parser: a cell a line below a run of names (編號, 案由, 辦理情形); the same
names again in every row; rows between bars; cells that wide gaps part, slashes, or single spaces.
The names of the columns may stand in brackets behind the table's title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.parser.beside import beside, unnamed
from knowledge.parser.cells import COLUMNS, Cell, Part, column, counts, is_code, is_name
from knowledge.parser.crowded import crowded
from knowledge.parser.followed import followed, wrapped
from knowledge.parser.furniture import page_breaks
from knowledge.parser.headed import below_names, headed
from knowledge.parser.marks import mark
from knowledge.parser.roles import Role
from knowledge.parser.sheet import Sheet
from knowledge.parser.slashed import slashed
from knowledge.parser.stacked import begins, stacked
from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_TITLE = regex(r"附[表件錄].*|表\s*[一二三四五六七八九十\d]{1,2}[\s、:].*|.{2,}表(?:\([^()]*\))?")
# 主要科目如下：, 附件一　泊位維護時程, 存款業務（單位：萬元）
_ANNOUNCES = regex(
    r"(?:如下|下列|以下)?:\s*$|如下。\s*$|^\s*附[件表錄]\s*[一二三四五六七八九十\d]{0,2}\s*[^。,]{0,30}$"
    r"|\([^()]*單位:[^()]{1,12}\)\s*$"
)
_TITLE_LENGTH = 42  # characters
_LONGEST = 400  # lines of one table


def tabled(page: Sheet, rows: Sequence[Line]) -> list[Line]:
    """Return *rows* with the cells of tables marked, and without the names above their columns."""
    breaks = page_breaks([row.text for row in rows])
    filled = [i for i, row in enumerate(rows) if row.text.strip() and i not in breaks]
    rows = [replace(row, gap=i > 0 and not rows[i - 1].text.strip()) for i, row in enumerate(rows)]
    found: dict[int, list[Line]] = {}
    at = 0
    while at < len(filled):
        ahead = [rows[i] for i in filled[at : at + _LONGEST]]
        cells = _listed(ahead) or _named(ahead) or beside(page, ahead) or slashed(page, ahead)
        cells = cells or crowded(page, ahead) or headed(ahead)
        if not cells and at and _ANNOUNCES.search(rows[filled[at - 1]].text):
            cells = unnamed(page, ahead) or below_names(ahead)
        for i, cut in zip(filled[at:], wrapped(page, followed(cells, ahead)), strict=False):
            found[i] = cut
        if cells and at and _is_title(rows[filled[at - 1]]) and filled[at - 1] not in found:
            title = rows[filled[at - 1]]
            found[filled[at - 1]] = [replace(title, table=Cell(Part.TITLE))]
        at += len(cells) or 1
    return [part for i, row in enumerate(rows) for part in found.get(i, [row])]


def _is_title(row: Line) -> bool:
    """Tell whether a line above a table is its title; 五、變更內容明細表 is a point of a list."""
    titled = _TITLE.fullmatch(row.text.strip()) is not None and len(row.text) <= _TITLE_LENGTH
    return titled and mark(row.text) is None


def _listed(rows: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a table that has a cell a line below the names of its columns."""
    if not counts(rows[0].text):
        return []
    names = 0
    while names < min(len(rows), COLUMNS.stop) and is_name(rows[names].text):
        names += 1
    if names not in COLUMNS or names == len(rows) or not is_code(rows[names].text):
        return []
    columns = [row.text.strip() for row in rows[:names]]
    lines: list[list[Line]] = [[] for _ in range(names)]
    while len(lines) < len(rows) and is_code(rows[len(lines)].text):
        lines += [[line] for line in stacked(rows[len(lines) :], columns)]
    return lines


def _named(rows: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a table whose every row has the names of the columns again."""
    if len(rows) < 2 or not _starts_form(rows[0], rows[1]):
        return []
    starts = [i for i, (a, b) in enumerate(pairwise(rows)) if _starts_form(a, b)]
    names = _shared_names([rows[a:b] for a, b in pairwise([*starts, len(rows)])])
    if len(names) < 2:
        return []
    lines: list[list[Line]] = []
    for start, end in pairwise([*starts, len(rows)]):
        form = list(_form(rows[start:end], names))
        lines += form
        if len(form) < end - start:
            break
    return lines


def _starts_form(first: Line, second: Line) -> bool:
    return counts(first.text) and is_code(second.text)


def _shared_names(forms: Sequence[Sequence[Line]]) -> list[str]:
    """Return the short lines that all forms have; of a single one, those that name a column."""
    words = [[row.text.strip() for row in form[2:] if is_name(row.text)] for form in forms]
    if len(forms) == 1:
        return [word for word in words[0] if column(word) or word.startswith("陳情")]
    return [word for word in words[0] if all(word in others for others in words[1:])]


def _form(rows: Sequence[Line], names: Sequence[str]) -> Iterator[list[Line]]:
    """Yield the lines of one row: its number, then each name and what stands below it."""
    number = replace(rows[0], span=replace(rows[0].span, end=rows[1].span.end))
    yield [replace(number, text=f"{rows[0].text} {rows[1].text}", table=Cell(Part.ROW))]
    yield []
    below = 0
    for line in rows[2:]:
        word = line.text.strip()
        below = 0 if word in names else below + 1
        if below > 1 and (line.gap or begins(line.text) or mark(line.text)):
            return
        part = Part.CELL if below else Part.NAME
        role = None if below else column(word) or Role.ABOUT
        yield [replace(line, table=Cell(part, role))]
