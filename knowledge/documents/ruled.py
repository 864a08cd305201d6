"""Tables on a page of a PDF, found by the lines ruled around their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_NEAR = 3.0  # points by which lines of one table miss each other
_THIN = 3.0  # points: what is wider is a frame, drawn as one figure
_SHORTEST = 6.0  # points: no cell is smaller
_MOST_FIGURES = 3000  # a page with more, or with so many crossings, shows a drawing
_MOST_CROSSINGS = 4000
_FEWEST_FIGURES = 4  # one may be a frame

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points from below


@dataclass(frozen=True, slots=True)
class Table:
    """A table's place on the page, and its cells row by row."""

    box: Box
    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line along one axis, `at` on the other."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        return self.start - _NEAR <= place <= self.end + _NEAR

    def crosses(self, other: _Rule) -> bool:
        return self.covers(other.at) and other.covers(self.at)


def tables(figures: Sequence[Box]) -> list[Table]:
    """Return the tables whose lines are among *figures*, from the top of the page."""
    if not _FEWEST_FIGURES <= len(figures) <= _MOST_FIGURES:
        return []
    level, upright = map(_whole, _rules(figures))
    if len(level) * len(upright) > _MOST_CROSSINGS:
        return []
    found = (_table(*grid) for grid in _grids(level, upright))
    return sorted((table for table in found if table), key=lambda table: -table.box[3])


def _rules(figures: Iterable[Box]) -> tuple[list[_Rule], list[_Rule]]:
    """Return what runs across the page and what runs down; a frame has two of each."""
    level: list[_Rule] = []
    upright: list[_Rule] = []
    for left, bottom, right, top in figures:
        wide, high = right - left, top - bottom
        if wide >= _SHORTEST:
            edges = {(top + bottom) / 2} if high < _THIN else {top, bottom}
            level += [_Rule(at, left, right) for at in edges]
        if high >= _SHORTEST:
            edges = {(left + right) / 2} if wide < _THIN else {left, right}
            upright += [_Rule(at, bottom, top) for at in edges]
    return level, upright


def _whole(rules: Iterable[_Rule]) -> list[_Rule]:
    """Return lines whose pieces, drawn cell by cell, are one again."""
    found: list[_Rule] = []
    for line in _lines(rules):
        for rule in sorted(line, key=lambda rule: rule.start):
            if found and found[-1].at == line[0].at and rule.start <= found[-1].end + _NEAR:
                found[-1] = replace(found[-1], end=max(found[-1].end, rule.end))
            else:
                found.append(replace(rule, at=line[0].at))
    return found


def _lines(rules: Iterable[_Rule]) -> list[list[_Rule]]:
    """Return the pieces that run at one height, or as far from the edge."""
    found: list[list[_Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if found and rule.at - found[-1][0].at <= _NEAR:
            found[-1].append(rule)
        else:
            found.append([rule])
    return found


def _grids(
    level: Sequence[_Rule], upright: Sequence[_Rule]
) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """Yield the lines that hang together, those across and those down."""
    waiting, free = list(upright), list(level)
    while waiting:
        down, across = [waiting.pop()], []
        grown = True
        while grown:
            new = [rule for rule in free if any(rule.crosses(other) for other in down)]
            free = [rule for rule in free if rule not in new]
            across += new
            more = [rule for rule in waiting if any(rule.crosses(other) for other in new)]
            waiting = [rule for rule in waiting if rule not in more]
            down += more
            grown = bool(more)
        yield across, down


def _table(level: Sequence[_Rule], upright: Sequence[_Rule]) -> Table | None:
    """Return the table that these lines are, None where they divide nothing."""
    heights = sorted({rule.at for rule in level}, reverse=True)
    edges = sorted({rule.at for rule in upright})
    if len(heights) < 2 or len(edges) < 3:
        return None
    rows = (tuple(_row(top, bottom, heights, level, upright)) for top, bottom in pairwise(heights))
    box = edges[0], heights[-1], edges[-1], heights[0]
    return Table(box, tuple(row for row in rows if row))


def _row(
    top: float,
    bottom: float,
    heights: Sequence[float],
    level: Sequence[_Rule],
    upright: Sequence[_Rule],
) -> Iterator[Box]:
    """Yield the cells that begin between two heights; one may reach over several rows."""
    beside = {rule.at for rule in upright if rule.covers(bottom) and rule.covers(top)}
    for left, right in pairwise(sorted(beside)):
        middle = (left + right) / 2
        if not _is_ruled(top, middle, level):
            continue  # the cell above reaches down to here
        ends = (at for at in heights if at <= bottom and _is_ruled(at, middle, level))
        yield left, next(ends, bottom), right, top


def _is_ruled(height: float, place: float, level: Iterable[_Rule]) -> bool:
    return any(abs(rule.at - height) <= _NEAR and rule.covers(place) for rule in level)
