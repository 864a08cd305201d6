"""What only the layout of a PDF's page tells: tables, and titles that ran over a line's end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from math import inf
from statistics import median
from typing import Protocol

from knowledge.documents.elements import CELL_GAP
from knowledge.documents.elements import row as as_lines
from knowledge.documents.flow import MARK, OPENING, Flow, flow_of, ideographs, joined, needed, says
from knowledge.documents.ruled import Box, Table, tables

_INSIDE = 1.0  # points between a cell's lines and what is read of it
_PADDING = 0.6  # ideographs between a cell's line and its words, at most
_POINTS = 12.0  # of an ideograph where the page does not tell
_ASKED = 5  # pieces of text that tell how wide an ideograph is
_LARGE = 1.15  # times the height of the other lines: a title
_MOST_PIECES = 10_000  # of text on a page: twenty times as many as a full one has
_TITLE_LINES = 6  # from the top: a running head may stand above it
_GAP = 1.6  # ideographs: a single wide space is narrower
_BENEATH = 0.6  # ideographs by which lines of one cell begin apart
_SET_IN, _WIDEST = 2, 90  # columns: less is the shape of a character, more are no page


class Layer(Protocol):
    """The text of a page, as PDFium tells it."""

    def get_text_bounded(self, *box: float) -> str:
        """Return the words in *box*, or all of them."""

    def count_rects(self) -> int:
        """Return of how many pieces the text is, each of one font and line."""

    def get_rect(self, index: int) -> Box:
        """Return where a piece stands; `count_rects` must have been asked before."""


class Layout:
    """Reads the pages of one document, which must be given in order."""

    def __init__(self) -> None:
        self._right: float | None = None  # where the lines of the pages so far end

    def text(self, layer: Layer, page: Box, figures: Sequence[Box]) -> str:
        """Return the text of a page, a row of a table or a paragraph a line, as of any document.

        *page* is its extent, *figures* are what is drawn on it beside the text.
        """
        plain = layer.get_text_bounded()
        if layer.count_rects() > _MOST_PIECES:
            return plain
        words = _Words(layer)
        words.flow = flow_of(words.lines(), words.em, page, self._right)
        self._right = words.flow.right
        laid_out = "\n".join(_pieces(words, page, tables(figures)))
        # Nothing may be lost, nor read twice, where a line cuts a character.
        return laid_out if _letters(laid_out) == _letters(plain) else plain


def with_whole_title(first: str, layer: Layer) -> str:
    """Return the text of the *first* page; a large title, broken by the margin, is one line."""
    if layer.count_rects() > _MOST_PIECES:
        return first
    words = _Words(layer)
    top = words.lines()[:_TITLE_LINES]
    large = [line for line in top if words.size(line) >= _LARGE * words.em]
    for above, below in pairwise(large):
        before, after = words.within(above), words.within(below)
        if says(after) and words.right - above[2] < needed(after) * words.size(above):
            first = re.sub(rf"({re.escape(before)})\s*\n\s*({re.escape(after)})", r"\1\2", first)
    return first


class _Words:
    """A page's words and where they stand, in pieces of one font and line."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self.boxes: list[Box] = [layer.get_rect(i) for i in range(layer.count_rects())]
        self._left = min((left for left, _, _, _ in self.boxes), default=0.0)
        self.right = max((right for _, _, right, _ in self.boxes), default=0.0)
        longest = sorted(self.boxes, key=lambda box: box[0] - box[2])[:_ASKED]
        self.em = median([self.size(box) for box in longest] or [_POINTS])
        self.flow = Flow(None, self.em, 0.0)

    def within(self, box: Box) -> str:
        return self._layer.get_text_bounded(*box).strip("\r\n ")

    def size(self, box: Box) -> float:
        """Return how wide an ideograph of the line in *box* is, in points."""
        return (box[2] - box[0]) / (ideographs(self.within(box)) or 1) or _POINTS

    def set_in(self, box: Box) -> str:
        """Return the lines in *box*, with a space for each half ideograph they are set in."""
        lines = self.within(box).splitlines()
        rows = self._rows(box)
        found = self._from_the_top(rows, lines)
        return "\n".join(lines if found is None else self._laid_out(zip(rows, found, strict=True)))

    def _from_the_top(
        self, rows: Sequence[Sequence[Box]], lines: Sequence[str]
    ) -> list[str] | None:
        """Return the line that stands in each of *rows*: a page's foot may be drawn before its text.

        None where they are not the same lines.
        """
        if len(rows) != len(lines):
            return None
        waiting = list(lines)
        found: list[str] = []
        for row in rows:
            packed = _letters(self.within(reduce(_around, row)))
            line = next((line for line in waiting if _letters(line) == packed), None)
            if line is None:
                return None
            waiting.remove(line)
            found.append(line)
        return found

    def _laid_out(self, rows: Iterable[tuple[list[Box], str]]) -> Iterator[str]:
        """Yield lines; a paragraph that went over the edge is one, so is the value of a cell."""
        said, paragraph, value = "", list[Box](), None
        for row, line in rows:
            parts = self._parts(row)
            if value and self._goes_on(value, parts[0], line):
                said, value = said + line, parts[0]
                continue
            alone = len(parts) == 1
            if alone and paragraph and self.flow.goes_on(paragraph, said.lstrip(), parts[0], line):
                said = joined(said, line)
                paragraph.append(parts[0])
                continue
            if said:
                yield said
            apart = line if alone else CELL_GAP.join(map(self.within, parts))
            said = " " * self._columns(row[0][0], line) + apart
            paragraph, value = (parts, None) if alone else ([], parts[-1])
        yield said

    def _goes_on(self, above: Box, below: Box, line: str) -> bool:
        """Tell whether *line* stands right below words that had no room for its beginning."""
        room = (self.right - above[2]) / self.em
        beneath = abs(above[0] - below[0]) < _BENEATH * self.em
        return beneath and room < needed(line) and not MARK.match(line)

    def _parts(self, row: Sequence[Box]) -> list[Box]:
        """Return the words of a line that stand as far apart as those of two cells."""
        parts = [row[0]]
        for box in row[1:]:
            if box[0] - parts[-1][2] > _GAP * self.em:
                parts.append(box)
            else:
                parts[-1] = _around(parts[-1], box)
        return parts

    def _columns(self, left: float, line: str) -> int:
        """Return how far in *line* stands; the ink of an opening bracket begins in its middle."""
        columns = round(2 * (left - self._left) / self.em) - line.startswith(OPENING)
        return columns if _SET_IN <= columns <= _WIDEST else 0

    def lines(self, cell: Box | None = None) -> list[Box]:
        """Return the places of the lines in *cell*, or on the page, from the top."""
        return [reduce(_around, row) for row in self._rows(cell)]

    def _rows(self, cell: Box | None) -> list[list[Box]]:
        """Return the pieces of each line, from the left."""
        found: list[list[Box]] = []
        bottom = inf
        for box in sorted(self.boxes, key=lambda box: -box[3]):
            if cell and not _holds(cell, box):
                continue
            if (box[1] + box[3]) / 2 > bottom:
                found[-1].append(box)
                bottom = min(bottom, box[1])
            else:
                found.append([box])
                bottom = box[1]
        return [sorted(row) for row in found]


def _holds(cell: Box, box: Box) -> bool:
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return cell[0] <= across <= cell[2] and cell[1] <= up <= cell[3]


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _letters(words: str) -> Counter[str]:
    return Counter("".join(words.split()))


def _pieces(words: _Words, page: Box, found: Sequence[Table]) -> Iterator[str]:
    """Yield what stands above, in, between and below the tables."""
    left, floor, right, height = page
    for table in found:
        yield words.set_in((left, table.box[3], right, height))
        for cells in table.rows:
            yield from as_lines([_paragraphs(words, cell) for cell in cells])
        height = table.box[1]
    yield words.set_in((left, floor, right, height))


def _paragraphs(words: _Words, cell: Box) -> list[str]:
    """Return the paragraphs of a cell, whole again where its edge had broken them."""
    left, bottom, right, top = cell
    inner = left + _INSIDE, bottom + _INSIDE, right - _INSIDE, top - _INSIDE
    lines = [line.strip() for line in words.within(inner).splitlines() if line.strip()]
    places = words.lines(cell)
    if len(places) != len(lines):
        return lines
    paragraphs: list[str] = []
    room = -1.0  # ideographs
    for line, place in zip(lines, places, strict=True):
        if paragraphs and room < needed(line) and not MARK.match(line):
            paragraphs[-1] += line
        else:
            paragraphs.append(line)
        em = (place[2] - place[0]) / ideographs(line) or _POINTS
        room = (right - place[2]) / em - min((place[0] - left) / em, _PADDING)
    return paragraphs
