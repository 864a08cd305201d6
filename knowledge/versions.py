"""Earlier versions of a meeting: what stood on record before a correction or a retraction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlite_utils import Database

from knowledge.errors import MeetingNotFound
from knowledge.model import Entry, Meeting, Official
from knowledge.rows import entry_from, meeting_from, to_json
from knowledge.schema import guarded


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier version; numbers count from 1, `replaced_at` is UTC."""

    number: int
    source: str  # name of the file it was read from
    replaced_at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that one version has otherwise than the next; None where it has it not at all."""

    before: Entry | None
    after: Entry | None


class Versions:
    """The earlier versions of all meetings. Raises StoreError where SQLite refuses."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, meeting_id: str) -> None:
        """Keep what is on record of a meeting as its next version; nothing where nothing is."""
        self._db.execute(
            "insert into versions (meeting_id, number, document, head, entries) "
            "select m.id, (select count(*) + 1 from versions where meeting_id = m.id), m.document,"
            " json_object('id', m.id, 'title', m.title, 'series', m.series, 'level', m.level,"
            " 'ordinal', m.ordinal, 'date', m.date, 'start', m.start, 'end', m.\"end\","
            " 'place', m.place, 'recorder_name', m.recorder_name,"
            " 'recorder_org', m.recorder_org, 'recorder_title', m.recorder_title,"
            " 'chairs', (select json_group_array(json_array(name, org, title)) from"
            " (select * from chairs where meeting_id = m.id order by position))),"
            " (select json_group_array(json_object('id', id, 'kind', kind, 'path', path,"
            " 'pieces', pieces, 'text', text, 'outcome', outcome, 'follow_up', follow_up,"
            " 'speaker', speaker, 'group_name', group_name, 'fact', fact))"
            " from (select * from entries where meeting_id = m.id order by position))"
            " from meetings m where m.id = ?",
            [meeting_id],
        )

    def all(self, meeting_id: str) -> list[Version]:
        """Return the earlier versions of a meeting, the oldest first."""
        with guarded(self._db, "reading"):
            rows = self._db.query(
                "select number, name, replaced_at from versions"
                " join documents on sha256 = document where meeting_id = ? order by number",
                [meeting_id],
            )
            return [
                Version(
                    row["number"],
                    row["name"],
                    datetime.fromisoformat(row["replaced_at"]).replace(tzinfo=UTC),
                )
                for row in rows
            ]

    def meeting(self, meeting_id: str, number: int) -> Meeting:
        """Return version *number* of a meeting with its entries. Raises MeetingNotFound."""
        with guarded(self._db, "reading"):
            rows = list(
                self._db.query(
                    "select head, entries, name from versions join documents on sha256 = document"
                    " where meeting_id = ? and number = ?",
                    [meeting_id, number],
                )
            )
        if not rows:
            raise MeetingNotFound(
                f"no version {number} of {meeting_id!r}; `show {meeting_id} --versions` lists them"
            )
        head = {**json.loads(rows[0]["head"]), "source": rows[0]["name"]}
        chairs = tuple(Official(*chair) for chair in head["chairs"])
        entries = tuple(map(entry_from, json.loads(rows[0]["entries"])))
        return replace(meeting_from(head, chairs), entries=entries)


def differences(before: Sequence[Entry], after: Sequence[Entry]) -> list[Difference]:
    """Return how *after* differs from *before*, in the order of *after*, lost entries last.

    Entries are the same where their words are; of the others, those of one kind and path are
    the same entry with other words.
    """
    kept = {_words(entry) for entry in before} & {_words(entry) for entry in after}
    lost = {_place(entry): entry for entry in before if _words(entry) not in kept}
    found = [
        Difference(lost.pop(_place(entry), None), entry)
        for entry in after
        if _words(entry) not in kept
    ]
    return [*found, *(Difference(entry, None) for entry in lost.values())]


def _words(entry: Entry) -> tuple[str, str]:
    return entry.kind.value, "".join(entry.text.split())


def _place(entry: Entry) -> str:
    return to_json([entry.kind.value, *entry.path])
