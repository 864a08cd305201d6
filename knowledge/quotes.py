"""Entries as hits: by their codes, and with what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from knowledge.excerpt import excerpt
from knowledge.model import Entry, Head, Hit, Kind
from knowledge.store import Store

_REMEMBERED = 300  # entries, about half a megabyte


class Quotes:
    """Reads entries of the record; *heads* are those of all meetings, by their ids."""

    def __init__(self, store: Store, heads: Mapping[str, Head]) -> None:
        self._store = store
        self._heads = heads
        self._shown: dict[str, tuple[Entry, str, Head]] = {}

    def forget(self) -> None:
        """Read every entry anew from now on."""
        self._shown.clear()

    def hit(self, entry_id: str) -> Hit | None:
        return next(iter(self.hits([entry_id])), None)

    def hits(self, ids: Sequence[str]) -> tuple[Hit, ...]:
        """Return those entries of *ids* that are on record, in that order."""
        return tuple(_hit(*found) for found in self.lookup(ids).values())

    def head(self, meeting_id: str) -> Head | None:
        return self._heads.get(meeting_id)

    def context(self, entry_id: str) -> tuple[Hit, ...]:
        """Return the entries of the same item, or else of the same section, in their order."""
        return self._near(entry_id, _around)

    def siblings(self, entry_id: str) -> tuple[Hit, ...]:
        """Return the entries of one kind under the same heading, in their order."""
        return self._near(entry_id, _siblings)

    def lookup(self, ids: Sequence[str]) -> dict[str, tuple[Entry, str, Head]]:
        """Return entries by their ids; those that were shown lately are not read again."""
        unread = [entry_id for entry_id in ids if entry_id not in self._shown]
        if len(self._shown) > _REMEMBERED:
            self._shown.clear()
            unread = list(ids)
        for entry_id, (entry, meeting_id) in self._store.entries(unread).items() if unread else ():
            if meeting_id in self._heads:
                self._shown[entry_id] = entry, meeting_id, self._heads[meeting_id]
        return {entry_id: self._shown[entry_id] for entry_id in ids if entry_id in self._shown}

    def _near(
        self, entry_id: str, chosen: Callable[[Entry, Sequence[Entry]], list[Entry]]
    ) -> tuple[Hit, ...]:
        found = self._store.entries([entry_id])
        if entry_id not in found:
            return ()
        entry, meeting_id = found[entry_id]
        meeting = self._store.meeting(meeting_id)
        return tuple(_hit(one, meeting_id, meeting.head) for one in chosen(entry, meeting.entries))


def _around(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """Return an item's 案由, 說明 and 決議; elsewhere what stands under the same heading."""
    if entry.kind is Kind.HEADER:
        return [one for one in entries if one.kind is Kind.HEADER]
    items = [e.path for e in entries if e.kind is Kind.PROPOSAL]
    item = next((p for p in items if entry.path[: len(p)] == p), entry.path[:-1])
    return [one for one in entries if one.kind is not Kind.HEADER and one.path[: len(item)] == item]


def _siblings(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of its kind under the same heading."""
    place = entry.kind, entry.path[:-1]
    return [one for one in entries if (one.kind, one.path[:-1]) == place]


def _hit(entry: Entry, meeting_id: str, head: Head) -> Hit:
    return Hit(entry, meeting_id, head, excerpt(entry))
