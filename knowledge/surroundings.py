"""What stands around an entry."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Entry, Kind


def around(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """Return an item's 案由, 說明 and 決議; elsewhere what stands under the same heading."""
    if entry.kind is Kind.HEADER:
        return [one for one in entries if one.kind is Kind.HEADER]
    items = [e.path for e in entries if e.kind is Kind.PROPOSAL]
    item = next((p for p in items if entry.path[: len(p)] == p), entry.path[:-1])
    return [one for one in entries if one.kind is not Kind.HEADER and one.path[: len(item)] == item]


def siblings(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of its kind under the same heading."""
    place = entry.kind, entry.path[:-1]
    return [one for one in entries if (one.kind, one.path[:-1]) == place]
