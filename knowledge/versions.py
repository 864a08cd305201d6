"""Earlier versions of a meeting: what stood on record before a correction or a retraction."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher

from knowledge.errors import MeetingNotFound
from knowledge.identity import entry_ids
from knowledge.model import Difference, Entry, Meeting, Official
from knowledge.rows import Row, entry_from, instant, instant_from, meeting_from, to_json
from knowledge.schema import Tables


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier version, which was on record between two times in UTC; numbers count from 1."""

    number: int
    source: str  # name of the file it was read from
    document: str  # SHA-256 of that document's text
    published_at: datetime
    replaced_at: datetime  # by a correction, or retracted


class Versions(Tables):
    """The earlier versions of all meetings."""

    def keep(self, meeting_id: str, now: datetime) -> None:
        """Keep what is on record of a meeting as its next version; nothing where nothing is."""
        self._write(
            "keeping a version",
            "insert into versions"
            " (meeting_id, number, document, published_at, replaced_at, head, entries) "
            "select m.id, (select count(*) + 1 from versions where meeting_id = m.id), m.document,"
            " m.published_at, ?, json_object('id', m.id, 'title', m.title, 'series', m.series, 'level', m.level,"
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
            instant(now),
            meeting_id,
        )

    def all(self, meeting_id: str) -> list[Version]:
        """Return the earlier versions of a meeting, the oldest first.

        Raises MeetingNotFound where no meeting ever had that id.
        """
        if not self._rows("select 1 from identities where meeting_id = ?", meeting_id):
            raise MeetingNotFound(f"no meeting ever went by {meeting_id!r}; `show` lists them")
        rows = self._rows(
            "select number, name, document, published_at, replaced_at from versions"
            " join documents on sha256 = document where meeting_id = ? order by number",
            meeting_id,
        )
        return [
            Version(
                row["number"],
                row["name"],
                row["document"],
                instant_from(row["published_at"]),
                instant_from(row["replaced_at"]),
            )
            for row in rows
        ]

    def meeting(self, meeting_id: str, number: int) -> Meeting:
        """Return version *number* of a meeting with its entries. Raises MeetingNotFound."""
        rows = self._rows(_VERSION, meeting_id, number)
        if not rows:
            raise MeetingNotFound(
                f"no version {number} of {meeting_id!r}; `show {meeting_id} --versions` lists them"
            )
        return _meeting_from(rows[0])

    def latest(self, meeting_id: str) -> Meeting | None:
        """Return what stood on record of a meeting last before now, None where nothing did."""
        rows = self._rows(
            "select max(number) as number from versions where meeting_id = ?", meeting_id
        )
        number = rows[0]["number"]
        return self.meeting(meeting_id, number) if number else None

    def each(self) -> Iterator[tuple[str, Meeting, str]]:
        """Yield all versions, one read at a time: what it is called, itself, its document."""
        for key in self._rows("select meeting_id, number from versions"):
            row = self._rows(_VERSION, key["meeting_id"], key["number"])[0]
            name = f"version {key['number']} of the meeting {key['meeting_id']}"
            yield name, _meeting_from(row), row["text"]


_VERSION = (
    "select head, entries, name, text from versions join documents on sha256 = document"
    " where meeting_id = ? and number = ?"
)


def _meeting_from(row: Row) -> Meeting:
    head = {**json.loads(row["head"]), "source": row["name"]}
    chairs = tuple(Official(*chair) for chair in head["chairs"])
    return replace(
        meeting_from(head, chairs), entries=tuple(map(entry_from, json.loads(row["entries"])))
    )


def differences(before: Sequence[Entry], after: Sequence[Entry]) -> list[Difference]:
    """Return how *after* differs from *before*, in the order of *after*, lost entries last.

    Entries are the same where their words are, whatever their own numbers and wherever they
    moved; of the others, those of one kind and path are one entry with other words. Where the
    words are the same and what was understood of them is not, both are told as well.
    """
    partners = _aligned(before, after)
    _pair(partners, before, after, _words)
    _pair(partners, before, after, _place)
    kept = set(partners.values())
    pairs = [
        *((before[partners[i]] if i in partners else None, one) for i, one in enumerate(after)),
        *((one, None) for i, one in enumerate(before) if i not in kept),
    ]
    return [Difference(old, new) for old, new in pairs if _said(old) != _said(new)]


def _aligned(before: Sequence[Entry], after: Sequence[Entry]) -> dict[int, int]:
    """Return the positions in *before* of the entries of *after* that stand in the same order."""
    words = [_words(one) for one in before], [_words(one) for one in after]
    blocks = SequenceMatcher(None, *words, autojunk=False).get_matching_blocks()
    return {block.b + i: block.a + i for block in blocks for i in range(block.size)}


def _pair(
    partners: dict[int, int],
    before: Sequence[Entry],
    after: Sequence[Entry],
    key: Callable[[Entry], str],
) -> None:
    """Add to *partners* those of the rest that have the same *key*, in their order."""
    taken = set(partners.values())
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for i, entry in enumerate(before):
        if i not in taken:
            waiting[key(entry)].append(i)
    for i, entry in enumerate(after):
        if i not in partners and waiting[key(entry)]:
            partners[i] = waiting[key(entry)].popleft()


def _words(entry: Entry) -> str:
    """The same for the same words without their own number, see `entry_ids`."""
    return entry_ids("", [entry])[0]


def _place(entry: Entry) -> str:
    """The same for the same place, however its headings are spaced."""
    return to_json([entry.kind.value, *("".join(heading.split()) for heading in entry.path)])


def _said(entry: Entry | None) -> tuple[object, ...] | None:
    if entry is None:
        return None
    return (
        _words(entry),
        entry.kind,
        entry.outcome,
        entry.follow_up,
        entry.speaker,
        entry.group,
        entry.fact,
    )
