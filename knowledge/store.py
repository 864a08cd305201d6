"""The only SQL about minutes: meetings and entries in, the same meetings and entries out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from knowledge.documents.reader import digest
from knowledge.errors import DocumentError, MeetingNotFound
from knowledge.files import Files
from knowledge.identity import entry_ids, meeting_id
from knowledge.model import Entry, Head, Meeting, Official
from knowledge.parser.cut import join
from knowledge.rows import (
    chair_rows,
    entry_from,
    entry_rows,
    identity_from,
    identity_row,
    meeting_from,
    meeting_row,
    official_from,
    to_json,
)
from knowledge.schema import Guarded, Tables, transaction
from knowledge.versions import Versions

if TYPE_CHECKING:
    from sqlite_utils import Database


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store(Tables):
    """The minutes on record. `put`, `remove` and `mark_seeded` need a `transaction` around them.

    *now* gives times with a zone. Every method raises StoreError where SQLite refuses; none but
    `meetings` and `check` costs by what else is on record.
    """

    def __init__(self, db: Database, now: Callable[[], datetime] = _utc_now) -> None:
        super().__init__(db)
        self._now = now
        self.versions = Versions(db)
        self.files = Files(db)

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is committed together or not at all."""
        return transaction(self._db)

    def put(self, meeting: Meeting, document: str, corrects: str | None = None) -> Meeting:
        """Record *meeting*, read from the text *document*, and return it with its ids.

        The same meeting as one on record takes its place under the same id, and that one is kept
        among `versions`; one that is on record word for word changes nothing, not even the
        generation. *corrects* is as for `named`.
        """
        self._require_transaction()
        named = self.named(meeting, corrects=corrects)
        if self.holds(named, document):
            return named
        with Guarded(self._db, "recording a meeting"):
            self._replace(named, document)
        return named

    def named(
        self, meeting: Meeting, beside: Iterable[Meeting] = (), corrects: str | None = None
    ) -> Meeting:
        """Return *meeting* with the ids it has on record, or would get there.

        *beside* are meetings that are to be recorded before it. *corrects* is the id of the one
        that it is said to be, whatever its head says: raises MeetingNotFound where no meeting
        ever had it, DocumentError where the meeting stands on record under another id.
        """
        given = [*self._alike(meeting.head), *((one.id, one.head) for one in beside)]
        name = meeting_id(meeting.head, given)
        if corrects and corrects != name:
            self._require_other(meeting, name, corrects)
            name = corrects
        codes = entry_ids(name, meeting.entries)
        entries = (
            replace(entry, id=code) for entry, code in zip(meeting.entries, codes, strict=True)
        )
        return replace(meeting, id=name, entries=tuple(entries))

    def holds(self, named: Meeting, document: str) -> bool:
        """Tell whether a meeting with its ids is on record word for word, read from *document*."""
        recorded = self.find(named.id)
        return (
            recorded is not None
            and recorded == replace(named, source=recorded.source)
            and self.document_text(named.id) == document
        )

    def remove(self, meeting_id: str) -> None:
        """Take a meeting off the record; its id and versions stay. Raises MeetingNotFound."""
        self._require_transaction()
        self.document_text(meeting_id)
        with Guarded(self._db, "removing a meeting"):
            self.versions.keep(meeting_id, self._now())
            self._db.execute("delete from meetings where id = ?", [meeting_id])
            self._db.execute(_CHANGE, [meeting_id])

    def meetings(self) -> list[Meeting]:
        """Return the heads, without entries, the undated first and then by date."""
        chairs: defaultdict[str, list[Official]] = defaultdict(list)
        for row in self._rows("select * from chairs order by meeting_id, position"):
            chairs[row["meeting_id"]].append(official_from(row))
        return [meeting_from(row, tuple(chairs[row["id"]])) for row in self._rows(_HEADS)]

    def meeting(self, meeting_id: str) -> Meeting:
        """Return a meeting with its entries in document order. Raises MeetingNotFound."""
        found = self.find(meeting_id)
        if found is None:
            raise _not_found(meeting_id)
        return found

    def find(self, meeting_id: str) -> Meeting | None:
        """Return a meeting with its entries in document order, None where none has that id."""
        heads = self._rows(_HEAD, meeting_id)
        if not heads:
            return None
        chairs = self._rows(_CHAIRS, meeting_id)
        entries = self._rows(_ENTRIES, meeting_id)
        found = meeting_from(heads[0], tuple(map(official_from, chairs)))
        return replace(found, entries=tuple(map(entry_from, entries)))

    def entries(self, ids: Iterable[str]) -> dict[str, tuple[Entry, str]]:
        """Return those entries of *ids* that are on record, each with its meeting's id."""
        rows = self._rows(
            "select * from entries where id in (select value from json_each(?))",
            to_json(list(ids)),
        )
        return {row["id"]: (entry_from(row), row["meeting_id"]) for row in rows}

    def resembling(self, head: Head) -> list[Meeting]:
        """Return the heads that *head* might be meant for: of its day or series, at most three."""
        day = head.date and head.date.isoformat()
        rows = self._rows(_RESEMBLING, day, head.series, head.level, head.ordinal)
        return [meeting_from(row, ()) for row in rows]

    def document_text(self, meeting_id: str) -> str:
        """Return the text a meeting's offsets count in. Raises MeetingNotFound."""
        rows = self._rows(
            "select text from documents"
            " where sha256 = (select document from meetings where id = ?)",
            meeting_id,
        )
        if not rows:
            raise _not_found(meeting_id)
        return str(rows[0]["text"])

    def groups(self) -> list[str]:
        """Return the names of the topic groups that entries on record belong to."""
        rows = self._rows("select distinct group_name as name from entries where name is not null")
        return sorted(row["name"] for row in rows)

    def generation(self) -> int:
        """Return a number that rises with every change of the minutes; 0 before the first.

        It rises by a random step, so that the same number in another copy of the record, which
        went its own way after a backup, means the same minutes.
        """
        rows = self._rows("select coalesce(max(generation), 0) as number from changes")
        return int(rows[0]["number"])

    def had_generation(self, generation: int) -> bool:
        """Tell whether this record ever had *generation*, so that `changed_since` knows more."""
        known = self._rows("select 1 from changes where generation = ?", generation)
        return generation == 0 or bool(known)

    def changed_since(self, generation: int) -> list[Meeting]:
        """Return the meetings changed after *generation*; a removed one has no entries left."""
        rows = self._rows(
            "select distinct meeting_id as id from changes where generation > ? order by id",
            generation,
        )
        return [self.find(row["id"]) or Meeting(Head(""), (), id=row["id"]) for row in rows]

    def seeded(self) -> set[str]:
        """Return the names of the shipped minutes that were ever put in."""
        return {row["name"] for row in self._rows("select name from seeded")}

    def mark_seeded(self, name: str) -> None:
        """Remember that the shipped minutes *name* were put in."""
        self._require_transaction()
        self._write(
            "recording the shipped minutes",
            "insert into seeded (name) values (?) on conflict do nothing",
            name,
        )

    def check(self) -> list[str]:
        """Return what is wrong with the record, a line each; nothing where all is well."""
        damage = [
            f"database: {' '.join(row['integrity_check'].split())}"
            for row in self._rows("pragma integrity_check")
            if row["integrity_check"] != "ok"
        ]
        orphans = [
            f"database: a row of {row['table']} refers to no row of {row['parent']}"
            for row in self._rows("pragma foreign_key_check")
        ]
        return [*damage, *orphans, *self._unrecorded(), *self._misquoted()]

    def _unrecorded(self) -> list[str]:
        rows = self._rows(
            "select id from meetings where id not in (select meeting_id from changes)"
        )
        return [f"meeting {row['id']}: its recording is not counted" for row in rows]

    def _misquoted(self) -> list[str]:
        current = (
            (f"meeting {head.id}", self.meeting(head.id), self.document_text(head.id))
            for head in self.meetings()
        )
        return [
            f"{what}: entry {entry.id} is not what its document says"
            for what, meeting, document in chain(current, self.versions.each())
            for entry in _misquotes(meeting, document)
        ]

    def _alike(self, head: Head) -> list[tuple[str, Head]]:
        """Return what may be the meeting of *head*, those on record first, and whose id it is."""
        base = meeting_id(head, ())
        rows = self._rows(
            _ALIKE, head.date and head.date.isoformat(), head.series, head.level, base
        )
        return [(row["meeting_id"], identity_from(row)) for row in rows]

    def _require_other(self, meeting: Meeting, name: str, corrects: str) -> None:
        """Raise unless *meeting*, which goes by *name*, may take the place of *corrects*."""
        if not self._rows("select 1 from identities where meeting_id = ?", corrects):
            raise _not_found(corrects)
        if self._rows("select 1 from meetings where id = ?", name):
            raise DocumentError(
                f"{meeting.source}: it is on record as the meeting {name}; retract that before "
                f"it takes the place of {corrects}"
            )

    def _replace(self, meeting: Meeting, document: str) -> None:
        db, name = self._db, meeting.id
        sha256, now = digest(document), self._now()
        self.versions.keep(name, now)
        db.execute(
            "insert into documents (sha256, name, text) values (?, ?, ?) on conflict do nothing",
            [sha256, meeting.source, document],
        )
        db.table("identities").upsert(identity_row(meeting), pk="meeting_id")
        db.table("meetings").upsert(meeting_row(meeting, sha256, now), pk="id")
        db.execute("delete from chairs where meeting_id = ?", [name])
        db.execute("delete from entries where meeting_id = ?", [name])
        db.table("chairs").insert_all(chair_rows(meeting))
        db.table("entries").insert_all(entry_rows(meeting))
        self._db.execute(_CHANGE, [name])

    def _require_transaction(self) -> None:
        if not self._db.conn.in_transaction:
            raise RuntimeError("the minutes change only inside a transaction")


_ALIKE = (
    "select * from identities where (date is ?1 and series is ?2 and level is ?3)"
    " or meeting_id = ?4 or (meeting_id > ?4 || '-' and meeting_id < ?4 || '.')"
    " order by exists (select 1 from meetings where id = meeting_id) desc, identities.rowid"
)
_MEETINGS = (
    "select meetings.*, documents.name as source from meetings"
    " join documents on documents.sha256 = meetings.document"
)
_RESEMBLING = _MEETINGS + (
    " where date = ?1 or (series = ?2 and level is ?3)"
    " order by date is ?1 desc, ordinal is ?4 desc, date desc limit 3"
)
_HEADS = _MEETINGS + " order by date, start, ordinal, meetings.rowid"
_HEAD = _MEETINGS + " where meetings.id = ?"
_CHAIRS = "select * from chairs where meeting_id = ? order by position"
_ENTRIES = "select * from entries where meeting_id = ? order by position"
# Two copies of a record that go apart have a number in common once in a thousand million.
_CHANGE = (
    "insert into changes (generation, meeting_id) select"
    " coalesce(max(generation), 0) + 1 + abs(random() % 1000000000), ? from changes"
)


def _not_found(meeting_id: str) -> MeetingNotFound:
    return MeetingNotFound(f"no meeting goes by {meeting_id!r}; `show` lists those on record")


def _misquotes(meeting: Meeting, document: str) -> list[Entry]:
    return [entry for entry in meeting.entries if entry.text != join(document, entry.pieces)]
