"""Tables whose lines are lost: which lines are its columns' names, its rows and their cells.

Four forms reach the parser: a cell a line below a run of names (編號, 案由, 辦理情形); the same
names again in every row; rows between bars; rows whose cells stand apart by wide gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.model import Span
from knowledge.parser.labels import label
from knowledge.parser.marks import mark
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.sheet import Sheet

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_COUNTING = re.compile(r"\S{0,4}(?:編號|序號|項次|案號|項目編號|次序|案次|序)")
_CODE = re.compile(
    r"\(?(?:[A-Za-z]?\d{1,8}(?:[-.]\d{1,4}){0,3}|[一二三四五六七八九十]{1,3})\)?[.、]?"
)
_RULING = re.compile(r"(?:決議|裁示|決定|結果|結論|(?:管考|列管)(?:建議|情形|等級|意見)|建議列管)$")
_STUDIED = re.compile(r"(?:說明|意見|情形|辦法|回應|答[覆復]|回[覆復])$")
_DISPOSED = re.compile(r"列管|備查|洽悉|通過|採納|緩議|撤案|保留|結案")
_TITLE = re.compile(
    r"附[表件錄].*|表\s*[一二三四五六七八九十\d]{1,2}[\s、:].*|.{2,}表(?:\([^()]*\))?"
)
# What columns are called where none counts the rows.
_NAMING = re.compile(
    r"案由|項目|事項|內容|名稱|單位|機關|人員|金額|數量|日期|時間|地點|備註|進度|百分比|比率|(?:情形|意見|建議|結果|決議|裁示|說明|率)$"
)
_NAME = 14  # characters of a column's name
_COLUMNS = range(3, 11)
_BARS = "|│┃║"
_LONGEST = 400  # lines of one table


class Part(Enum):
    """What a line is to its table."""

    TITLE = auto()
    ROW = auto()  # the first cell of a row, or all of them
    CELL = auto()
    NAME = auto()  # of a column, repeated in each row above its cell


@dataclass(frozen=True, slots=True)
class Cell:
    """A line's part in a table; `role` is what its column holds, None for what the row is about.

    `heading` is the name of the column where it stands only above the table.
    """

    part: Part
    role: Role | None = None
    heading: str = ""


def tabled(page: Sheet, rows: Sequence[Line]) -> list[Line]:
    """Return *rows* with the cells of tables marked, and without the names above their columns."""
    filled = [i for i, row in enumerate(rows) if row.text.strip()]
    rows = [replace(row, gap=i > 0 and not rows[i - 1].text.strip()) for i, row in enumerate(rows)]
    found: dict[int, list[Line]] = {}
    at = 0
    while at < len(filled):
        ahead = [rows[i] for i in filled[at : at + _LONGEST]]
        cells = _listed(ahead) or _named(ahead) or _beside(page, ahead)
        for i, cut in zip(filled[at:], cells, strict=False):
            found[i] = cut
        if cells and at and _is_title(rows[filled[at - 1]]) and filled[at - 1] not in found:
            title = rows[filled[at - 1]]
            found[filled[at - 1]] = [replace(title, table=Cell(Part.TITLE))]
        at += len(cells) or 1
    return [part for i, row in enumerate(rows) for part in found.get(i, [row])]


def _is_title(row: Line) -> bool:
    return _TITLE.fullmatch(row.text.strip()) is not None and len(row.text) <= 3 * _NAME


def _is_name(text: str) -> bool:
    word = text.strip()
    return 0 < len(word) <= _NAME and not re.search(r"[。,:;!?\d]", word)


def column(name: str) -> Role | None:
    """Return what the column of that *name* holds."""
    word = re.sub(r"\s|\([^()]*\)", "", name)
    if _RULING.search(word):
        return Role.RESOLUTION
    return Role.EXPLANATION if _STUDIED.search(word) else None


def _listed(rows: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a table that has a cell a line below the names of its columns."""
    if not _COUNTING.fullmatch(rows[0].text.strip()):
        return []
    names = 0
    while names < min(len(rows), _COLUMNS.stop) and _is_name(rows[names].text):
        names += 1
    if names not in _COLUMNS or names == len(rows) or not _is_code(rows[names]):
        return []
    columns = [row.text.strip() for row in rows[:names]]
    lines: list[list[Line]] = [[] for _ in range(names)]
    while len(lines) < len(rows) and _is_code(rows[len(lines)]):
        row = list(_row(rows[len(lines) :], names))
        lines += [[line] for line in _cells(row, columns)]
    return lines


def _is_code(row: Line) -> bool:
    return _CODE.fullmatch(row.text.strip()) is not None


def _row(rows: Sequence[Line], columns: int) -> Iterator[Line]:
    """Yield the lines of one row: up to the next code, a label or, once it is full, a gap."""
    for i, line in enumerate(rows):
        if i and (_is_code(line) or _begins(line.text) or i >= 2 * columns):
            return
        if i >= columns and not _is_code_near(rows[i:], columns):
            return
        yield line


def _is_code_near(rows: Sequence[Line], columns: int) -> bool:
    return any(_is_code(row) for row in rows[: columns // 2])


def _begins(text: str) -> bool:
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
        if last and len(row) < len(columns) and not _DISPOSED.search(line.text):
            role = None
        yield replace(line, table=Cell(Part.CELL, role, heading) if i else Cell(Part.ROW))


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
    return _COUNTING.fullmatch(first.text.strip()) is not None and _is_code(second)


def _shared_names(forms: Sequence[Sequence[Line]]) -> list[str]:
    """Return the short lines that all forms have; of a single one, those that name a column."""
    words = [[row.text.strip() for row in form[2:] if _is_name(row.text)] for form in forms]
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
        if below > 1 and (line.gap or _begins(line.text) or mark(line.text)):
            return
        part = Part.CELL if below else Part.NAME
        role = None if below else column(word) or Role.ABOUT
        yield [replace(line, table=Cell(part, role))]


def _beside(page: Sheet, rows: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a table whose cells stand beside each other under the columns' names."""
    names = [span.cut(page.level) for span in _spans(page, rows[0])]
    if len(names) not in _COLUMNS or not all(map(_is_name, names)):
        return []
    counted = _COUNTING.fullmatch(names[0].strip()) is not None
    ruled = column(names[-1]) is Role.RESOLUTION
    ruling = Cell(Part.CELL, Role.RESOLUTION, names[-1].strip())
    lines: list[list[Line]] = [[]]
    for row in rows[1:]:
        cells = _spans(page, row)
        coded = counted and _CODE.fullmatch(cells[0].cut(page.level)) is not None
        whole = row.cell or coded or len(cells) == len(names)
        if _is_rule(row):
            lines.append([])
        elif row.cell != rows[0].cell or len(cells) < 2 or not whole:
            break
        else:
            apart = ruled and len(cells) == len(names) and cells[-1].end > cells[-1].start
            lines.append(_ruled(page, row, cells, ruling) if apart else [_whole(row)])
    ruler = len(rows) > 1 and _is_rule(rows[1])
    known = counted or ruler or 2 * sum(map(_is_known, names)) >= len(names)
    return lines if any(lines) and known else []


def _is_known(name: str) -> bool:
    return _NAMING.search(name.strip()) is not None


def _is_rule(row: Line) -> bool:
    return re.fullmatch(r"[-:\s]+", row.text) is not None


def _spans(page: Sheet, row: Line) -> list[Span]:
    """Return the cells of a row, between bars or wide gaps, empty ones between bars too."""
    text = row.span.cut(page.raw if row.cell else page.level)
    gaps = re.finditer(f"[{_BARS}]" if row.cell else r"\s{2,}", text)
    ends = [(0, 0), *(gap.span() for gap in gaps), (len(text), len(text))]
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
