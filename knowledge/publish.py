"""The write path in order: file, document, meetings, store, index; all of a file or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from pathlib import Path

from knowledge.documents.reader import Document, from_bytes, read
from knowledge.errors import DocumentError, Fault
from knowledge.index import Index
from knowledge.model import Meeting, Parsed
from knowledge.parser.minutes import parse
from knowledge.store import Store


class Change(StrEnum):
    """What a publication did to a meeting."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Plan:
    """A document and what was understood of it; nothing of it is on record yet."""

    document: Document
    parsed: Parsed


@dataclass(frozen=True, slots=True)
class Published:
    """What came of a file: each of its meetings, on record now, and what changed of it."""

    source: str
    meetings: tuple[tuple[Change, Meeting], ...]
    warnings: tuple[str, ...] = ()


def plan(path: Path) -> Plan:
    """Return what the file *path* says. Raises DocumentError where that is no minutes."""
    return _understood(read(path))


def publish(path: Path, store: Store, index: Index) -> Published:
    """Record and index the minutes in the file *path*; raises what `plan` and `record` raise."""
    return record(plan(path), store, index)


def record(planned: Plan, store: Store, index: Index) -> Published:
    """Record and index what *planned* holds: all of it or nothing.

    Raises DocumentError or StoreError with nothing recorded, and SearchIndexError with all of
    it recorded: `refresh` then catches up.
    """
    with store.transaction():
        published = _record(planned, store)
    refresh(store, index)
    return published


def seed(store: Store, index: Index) -> None:
    """Record the minutes that ship with the program, and bring the index up to date.

    Each is recorded once for ever, so that a retracted one does not come back.
    """
    done = store.seeded()
    fresh = [_understood(document) for document in _shipped() if document.name not in done]
    if fresh:
        with store.transaction():
            for planned in fresh:
                _record(planned, store)
                store.mark_seeded(planned.document.name)
    refresh(store, index)


def refresh(store: Store, index: Index) -> None:
    """Bring the index to the store's generation: what is newer, or all where it is unknown."""
    have, want = index.generation(), store.generation()
    if have is None or have > want:
        index.rebuild((store.meeting(head.id) for head in store.meetings()), want)
    elif have < want:
        index.replace(store.changed_since(have), want)


def _understood(document: Document) -> Plan:
    parsed = parse(document.text, document.name)
    if not parsed.meetings:
        raise DocumentError(
            f"{document.name}: no meeting found in it; minutes begin with a title and lines "
            "such as 時間, 地點 and 主席",
            Fault.NOT_MINUTES,
        )
    return Plan(document, parsed)


def _record(planned: Plan, store: Store) -> Published:
    document = planned.document
    meetings = tuple(_put(one, document, store) for one in planned.parsed.meetings)
    times = Counter(meeting.id for _, meeting in meetings)
    twice = [meeting_id for meeting_id, number in times.items() if number > 1]
    if twice:
        raise DocumentError(
            f"{document.name}: the meeting {twice[0]} stands in it more than once; keep one"
        )
    return Published(document.name, meetings, planned.parsed.warnings)


def _put(meeting: Meeting, document: Document, store: Store) -> tuple[Change, Meeting]:
    known = {head.id for head in store.meetings()}
    before = store.generation()
    put = store.put(meeting, document.text)
    if store.generation() == before:
        return Change.UNCHANGED, put
    return (Change.CHANGED if put.id in known else Change.NEW), put


def _shipped() -> Iterator[Document]:
    folder = resources.files("knowledge") / "minutes"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        yield from_bytes(file.read_bytes(), file.name)
