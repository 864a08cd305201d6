"""A meeting as a tree: what stands under each heading follows from the entries' paths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from knowledge.model import Entry, Kind, Meeting

T = TypeVar("T")

Path = tuple[str, ...]
Item = tuple[Entry, ...]  # one entry, or all that stands under one heading


def items(meeting: Meeting, path: Path = ()) -> list[Item]:
    """Return what stands right under the heading *path*, in the order of the document.

    The facts of the meeting's head are left out: they are read at a glance, on its first card.
    """
    depth = len(path)
    groups: dict[Path | str, list[Entry]] = {}
    for entry in meeting.entries:
        if entry.kind is not Kind.HEADER and entry.path[:depth] == path:
            own = len(entry.path) == depth
            groups.setdefault(entry.id if own else entry.path[: depth + 1], []).append(entry)
    return [tuple(group) for group in groups.values()]


def size(meeting: Meeting, path: Path) -> int:
    """Return how many points a heading has: six strategies, without what introduces them."""
    found = items(meeting, path)
    points = [item for item in found if len(item[0].path) > len(path)]
    return len(points or found)


def place_of(entry: Entry, meeting: Meeting) -> Path:
    """Return the heading on whose card *entry* stands by itself."""
    alone = sum(one.path == entry.path for one in meeting.entries) < 2
    return entry.path[:-1] if alone else entry.path


def pages(found: Sequence[T], page: int, length: int) -> tuple[Sequence[T], int, int]:
    """Return the items of *page*, that page and the number of pages; there is always one."""
    total = max(1, -(-len(found) // length))
    page = max(0, min(page, total - 1))
    return found[page * length : (page + 1) * length], page, total
