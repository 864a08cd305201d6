"""The only SQL about minutes: meetings and entries in, the same meetings and entries out."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any, LiteralString

from sqlite_utils import Database

from knowledge.documents.reader import digest
from knowledge.errors import MeetingNotFound
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
    to_json,
)
from knowledge.schema import guarded, transaction
from knowledge.versions import Versions


class Store:
    """The minutes on record. `put`, `remove` and `mark_seeded` need a `transaction` around them.

    It belongs to the thread that opened its connection. Every method raises StoreError where
    SQLite refuses.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self.versions = Versions(db)

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is committed together or not at all."""
        return transaction(self._db)

    def put(self, meeting: Meeting, document: str) -> Meeting:
        """Record *meeting*, read from the text *document*, and return it with its ids.

        The same meeting as one on record takes its place under the same id, and that one is kept
        among `versions`; one that is on record word for word changes nothing, not even the
        generation.
        """
        self._require_transaction()
        named = self._named(meeting)
        if self._is_recorded(named, document):
            return named
        with guarded(self._db, "recording a meeting"):
            self._write(named, document)
        return named

    def remove(self, meeting_id: str) -> None:
        """Take a meeting off the record; its id and versions stay. Raises MeetingNotFound."""
        self._require_transaction()
        self.document_text(meeting_id)
        with guarded(self._db, "removing a meeting"):
            self.versions.keep(meeting_id)
            self._db.execute("delete from meetings where id = ?", [meeting_id])
            self._close_change(meeting_id)

    def meetings(self) -> list[Meeting]:
        """Return the heads, without entries, the undated first and then by date."""
        return self._heads(None)

    def meeting(self, meeting_id: str) -> Meeting:
        """Return a meeting with its entries in document order. Raises MeetingNotFound."""
        heads = self._heads(meeting_id)
        if not heads:
            raise _not_found(meeting_id)
        rows = self._rows(
            "select * from entries where meeting_id = ? order by position", meeting_id
        )
        return replace(heads[0], entries=tuple(map(entry_from, rows)))

    def entries(self, ids: Iterable[str]) -> dict[str, tuple[Entry, str]]:
        """Return those entries of *ids* that are on record, each with its meeting's id."""
        rows = self._rows(
            "select * from entries where id in (select value from json_each(?))",
            to_json(list(ids)),
        )
        return {row["id"]: (entry_from(row), row["meeting_id"]) for row in rows}

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

    def document_known(self, sha256: str) -> bool:
        """Tell whether a meeting on record was read from the document with this digest."""
        return bool(self._rows("select 1 from documents where sha256 = ?", sha256))

    def generation(self) -> int:
        """Return a number that rises with every change of the minutes; 0 before the first."""
        rows = self._rows("select coalesce(max(generation), 0) as number from changes")
        return int(rows[0]["number"])

    def changed_since(self, generation: int) -> list[Meeting]:
        """Return the meetings changed after *generation*; a removed one has no entries left."""
        present = {meeting.id for meeting in self.meetings()}
        rows = self._rows(
            "select distinct meeting_id as id from changes where generation > ? order by id",
            generation,
        )
        return [
            self.meeting(row["id"]) if row["id"] in present else _removed(row["id"]) for row in rows
        ]

    def seeded(self) -> set[str]:
        """Return the names of the shipped minutes that were ever put in."""
        return {row["name"] for row in self._rows("select name from seeded")}

    def mark_seeded(self, name: str) -> None:
        """Remember that the shipped minutes *name* were put in."""
        self._require_transaction()
        with guarded(self._db, "recording the shipped minutes"):
            self._db.execute("insert into seeded (name) values (?) on conflict do nothing", [name])

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
        return [
            f"meeting {head.id}: entry {entry.id} is not what its document says"
            for head in self.meetings()
            for entry in _misquotes(self.meeting(head.id), self.document_text(head.id))
        ]

    def _named(self, meeting: Meeting) -> Meeting:
        given = [(row["meeting_id"], identity_from(row)) for row in self._rows(_IDENTITIES)]
        name = meeting_id(meeting.head, given)
        codes = entry_ids(name, meeting.entries)
        entries = (
            replace(entry, id=code) for entry, code in zip(meeting.entries, codes, strict=True)
        )
        return replace(meeting, id=name, entries=tuple(entries))

    def _is_recorded(self, meeting: Meeting, document: str) -> bool:
        try:
            recorded = self.meeting(meeting.id)
        except MeetingNotFound:
            return False
        same = recorded == replace(meeting, source=recorded.source)
        return same and self.document_text(meeting.id) == document

    def _write(self, meeting: Meeting, document: str) -> None:
        db, name = self._db, meeting.id
        sha256 = digest(document)
        self.versions.keep(name)
        db.execute(
            "insert into documents (sha256, name, text) values (?, ?, ?) on conflict do nothing",
            [sha256, meeting.source, document],
        )
        db.table("identities").upsert(identity_row(meeting), pk="meeting_id")
        db.table("meetings").upsert(meeting_row(meeting, sha256), pk="id")
        db.execute("delete from chairs where meeting_id = ?", [name])
        db.execute("delete from entries where meeting_id = ?", [name])
        db.table("chairs").insert_all(chair_rows(meeting))
        db.table("entries").insert_all(entry_rows(meeting))
        self._close_change(name)

    def _close_change(self, meeting_id: str) -> None:
        self._db.execute(
            "delete from documents where sha256 not in"
            " (select document from meetings union select document from versions)"
        )
        self._db.execute("insert into changes (meeting_id) values (?)", [meeting_id])

    def _heads(self, meeting_id: str | None) -> list[Meeting]:
        heads = self._rows(_HEADS, meeting_id)
        chairs: dict[str, list[Official]] = {row["id"]: [] for row in heads}
        for row in self._rows(_CHAIRS, meeting_id):
            chairs[row["meeting_id"]].append(Official(row["name"], row["org"], row["title"]))
        return [meeting_from(row, tuple(chairs[row["id"]])) for row in heads]

    def _rows(self, sql: LiteralString, *values: object) -> list[dict[str, Any]]:
        with guarded(self._db, "reading"):
            return list(self._db.query(sql, values))

    def _require_transaction(self) -> None:
        if not self._db.conn.in_transaction:
            raise RuntimeError("the minutes change only inside a transaction")


_IDENTITIES = "select * from identities order by rowid"
_HEADS = (
    "select meetings.*, documents.name as source from meetings"
    " join documents on documents.sha256 = meetings.document"
    " where ?1 is null or meetings.id = ?1 order by date, start, ordinal, meetings.rowid"
)
_CHAIRS = "select * from chairs where ?1 is null or meeting_id = ?1 order by meeting_id, position"


def _not_found(meeting_id: str) -> MeetingNotFound:
    return MeetingNotFound(f"no meeting goes by {meeting_id!r}; `show` lists those on record")


def _removed(meeting_id: str) -> Meeting:
    return Meeting(Head(title=""), (), id=meeting_id)


def _misquotes(meeting: Meeting, document: str) -> list[Entry]:
    return [entry for entry in meeting.entries if entry.text != join(document, entry.pieces)]
