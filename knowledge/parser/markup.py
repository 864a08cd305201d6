"""Tables that a converter left as markup: <tr><td>甲</td><td>1,200</td></tr>, a row an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.model import Span
from knowledge.parser.cells import Cell, Part
from knowledge.parser.labels import label
from knowledge.parser.roles import Role
from knowledge.parser.sheet import Sheet
from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_CELL = regex(r"<t[dh]\b[^<>]*>", re.IGNORECASE)
_CLOSED = regex(r"</t[dhr]\b", re.IGNORECASE)
_ENDS = regex(r"</?(?:tr|table)\b", re.IGNORECASE)


def marked_up(page: Sheet, rows: Sequence[Line]) -> Iterator[Line]:
    """Yield *rows*, the cells of each that markup parts as lines that go on with each other.

    A row may have a line of its own or one for each cell.
    """
    end, inside = 0, False
    for row in rows:
        if row.span.start == row.span.end:
            yield row
            continue
        found = _CELL.finditer(page.raw, end, row.span.end)  # an empty cell opens nothing
        tags = [t.start() for t in found if not _CLOSED.search(page.raw, t.end(), row.span.start)]
        inside = inside and not _ENDS.search(page.raw, end, row.span.start)
        cells = list(_cells(page, row, tags)) if tags else []
        cells = [] if cells and _is_of_head(page, cells[0]) else cells
        for i, span in enumerate(cells):
            joined = inside or i > 0
            cell = Cell(Part.CELL if joined else Part.ROW, joined=joined)
            yield replace(row, span=span, text=span.cut(page.level), table=cell)
        if not cells:
            yield row
        end, inside = row.span.end, bool(cells)


def _is_of_head(page: Sheet, cell: Span) -> bool:
    """Tell whether a row begins with a label of the meeting's head: 時間, and when it was."""
    words = re.split(r"\s{2,}", cell.cut(page.level).strip())[0]  # its tags are spaces there
    found = label(words)
    return found is not None and found.role is Role.HEAD and found.name == len(words)


def _cells(page: Sheet, row: Line, tags: Sequence[int]) -> Iterator[Span]:
    """Yield the cells of a row; what no white space parts stays in one piece, tags and all.

    Without the tags two figures would be one.
    """
    inner = [tag for tag in tags if tag > row.span.start]
    held = Span(row.span.start, row.span.start)
    for start, end in pairwise([row.span.start, *inner, row.span.end]):
        span = page.trim(start, end)
        if span.start == span.end:
            continue
        if re.search(r"\s", page.raw[held.end : span.start]) and held.start < held.end:
            yield held
            held = span
        else:
            held = Span(held.start, span.end)
    yield held
