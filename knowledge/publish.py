"""The write path in order: file, document, meetings, store, index; all of a file or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TypeAlias

from knowledge.documents.reader import Document, from_bytes, read
from knowledge.errors import DocumentError, Fault, KnowledgeError, SearchIndexError
from knowledge.index import Index
from knowledge.model import Change, Meeting, Parsed, Preview, Published
from knowledge.store import Store
from knowledge.versions import differences

# Is told of what a publication did to each meeting, inside its transaction.
Told: TypeAlias = Callable[[Sequence[Preview]], None]

# An index commit takes 30 ms and a meeting a tenth of that.
# A search of 100,000 entries in 3 pieces takes a third of what it takes in 13, which batches of 50
# left; a start after a kill catches up with as many minutes, which takes some seconds.
BATCH = 250


def nobody(_: Sequence[Preview]) -> None:
    """Tell nobody: the minutes that ship with the program are no news."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A document and what was understood of it; nothing of it is on record yet."""

    document: Document
    parsed: Parsed


def plan(path: Path) -> Plan:
    """Return what the file *path* says. Raises DocumentError where that is no minutes."""
    return _planned(lambda encoding: read(path, encoding))


def plan_bytes(data: bytes, name: str, encoding: str | None = None) -> Plan:
    """Return what the file *name*, whose content is *data*, says; see `plan` and `from_bytes`."""
    return _planned(lambda other: from_bytes(data, name, encoding or other))


def publish(path: Path, store: Store, index: Index) -> Published:
    """Record and index the minutes in the file *path*; raises what `plan` and `record` raise."""
    return record(plan(path), store, index)


def preview(planned: Plan, store: Store, corrects: str | None = None) -> tuple[Preview, ...]:
    """Return what `record` would do to each meeting of *planned*; nothing is written.

    Raises what `record` raises for the same *planned* and *corrects*.
    """
    found: list[Preview] = []
    for meeting in planned.parsed.meetings:
        beside = [one.meeting for one in found]
        found.append(_compared(meeting, planned.document, store, beside, _only(planned, corrects)))
    _refuse_twice(planned, [one.meeting for one in found])
    return tuple(found)


def record(
    planned: Plan, store: Store, index: Index, corrects: str | None = None, told: Told = nobody
) -> Published:
    """Record and index what *planned* holds: all of it or nothing, with what *told* writes.

    *corrects* is the id of the meeting that its only one is said to be, whatever its head says.
    Raises DocumentError, StoreError or MeetingNotFound with nothing recorded, and
    SearchIndexError with all of it recorded: `refresh` then catches up.
    """
    with store.transaction():
        published = _record(planned, store, corrects, told)
    refresh(store, index)
    return published


def publish_many(
    paths: Iterable[Path], store: Store, index: Index, batch: int = BATCH, told: Told = nobody
) -> Iterator[tuple[Path, Published | KnowledgeError]]:
    """Record the files *paths*, each of them all or nothing; yield what came of each in turn.

    The index is committed once a *batch* and when no more are wanted, so that a file just
    yielded may not be found yet; killed in between, the next start catches up. Raises
    SearchIndexError with everything yielded on record.
    """
    try:
        for number, path in enumerate(paths, 1):
            yield path, _attempted(path, store, told)
            if number % batch == 0:
                refresh(store, index)
    finally:
        refresh(store, index)
        index.settle()


def retract(meeting_id: str, store: Store, index: Index) -> Meeting:
    """Take a meeting back as a whole, corrections and all; return what stood on record.

    No version of it is found or shown to users any more; all remain retrievable as versions,
    and its id is given to no other meeting. An earlier version comes back by publishing its
    document again. Raises MeetingNotFound.
    """
    meeting = store.meeting(meeting_id)
    with store.transaction():
        store.remove(meeting_id)
    refresh(store, index)
    return meeting


def seed(store: Store, index: Index) -> None:
    """Record the minutes that ship with the program, and bring the index up to date.

    Each is recorded once for ever, so that a retracted one does not come back; its file is kept
    where an older program has not. An index that a killed commit left unwritable is made anew.
    """
    done, shipped = store.seeded(), list(_shipped())
    fresh = [_understood(document) for document in shipped if document.name not in done]
    unkept = [document for document in shipped if store.files.lacks(document)]
    if fresh or unkept:
        with store.transaction():
            for planned in fresh:
                _record(planned, store)
                store.mark_seeded(planned.document.name)
            for document in unkept:
                store.files.keep(document)
    if not _refreshed(store, index):
        rebuild(store, index)


def refresh(store: Store, index: Index) -> None:
    """Bring the index to the store's generation: what is newer, or all where it is unknown.

    It is unknown, too, after another copy of the record was put in its place.
    """
    have, want = index.generation(), store.generation()
    if have is None or not store.had_generation(have):
        rebuild(store, index)
    elif have < want:
        index.replace(store.changed_since(have), want)


def _refreshed(store: Store, index: Index) -> bool:
    try:
        refresh(store, index)
    except SearchIndexError:  # which holds the writer, and its lock, until it is dropped here
        return False
    return True


def rebuild(store: Store, index: Index) -> None:
    """Index everything on record anew."""
    meetings = (store.meeting(head.id) for head in store.meetings())
    index.rebuild(meetings, store.generation())
    index.settle()


def _planned(read_in: Callable[[str | None], Document]) -> Plan:
    """Return what is understood of a document in the likeliest encoding that makes it minutes."""
    likeliest = document = read_in(None)
    for encoding in likeliest.alternatives:
        try:
            return _understood(document)
        except DocumentError:
            others = (likeliest.encoding or "", *likeliest.alternatives)
            document = replace(
                read_in(encoding), alternatives=tuple(one for one in others if one != encoding)
            )
    return _understood(document)


def _understood(document: Document) -> Plan:
    # Its tables take 0.2 s and 9 MB, which who only asks can do without.
    from knowledge.parser.minutes import parse

    parsed = parse(document.text, document.name)
    if not parsed.meetings:
        raise DocumentError(
            f"{document.name}: no meeting found in it; minutes begin with a title and lines "
            "such as 時間, 地點 and 主席",
            Fault.NOT_MINUTES,
        )
    return Plan(document, parsed)


def _attempted(path: Path, store: Store, told: Told) -> Published | KnowledgeError:
    try:
        planned = plan(path)
        with store.transaction():
            return _record(planned, store, told=told)
    except KnowledgeError as error:
        return error


def _record(
    planned: Plan, store: Store, corrects: str | None = None, told: Told = nobody
) -> Published:
    document = planned.document
    done = [_put(one, document, store, _only(planned, corrects)) for one in planned.parsed.meetings]
    _refuse_twice(planned, [one.meeting for one in done])
    store.files.keep(document)
    told(done)
    meetings = tuple((one.change, one.meeting) for one in done)
    return Published(document.name, meetings, planned.parsed.warnings)


def _put(meeting: Meeting, document: Document, store: Store, corrects: str | None) -> Preview:
    found = _compared(meeting, document, store, (), corrects)
    return replace(found, meeting=store.put(meeting, document.text, corrects))


def _compared(
    meeting: Meeting,
    document: Document,
    store: Store,
    beside: Sequence[Meeting],
    corrects: str | None,
) -> Preview:
    named = store.named(meeting, beside, corrects)
    before = store.find(named.id)
    if before is None:
        return Preview(Change.NEW, named)
    if store.holds(named, document.text):
        return Preview(Change.UNCHANGED, named, before)
    return Preview(Change.CHANGED, named, before, tuple(differences(before.entries, named.entries)))


def _only(planned: Plan, corrects: str | None) -> str | None:
    """Return *corrects*; raises DocumentError where it would be said of several meetings."""
    number = len(planned.parsed.meetings)
    if corrects and number > 1:
        raise DocumentError(
            f"{planned.document.name}: it holds {number} meetings, of which only one can be "
            f"{corrects}; split the document"
        )
    return corrects


def _refuse_twice(planned: Plan, meetings: Sequence[Meeting]) -> None:
    times = Counter(meeting.id for meeting in meetings)
    twice = [meeting_id for meeting_id, number in times.items() if number > 1]
    if twice:
        raise DocumentError(
            f"{planned.document.name}: the meeting {twice[0]} stands in it more than once; keep one"
        )


def _shipped() -> Iterator[Document]:
    folder = resources.files("knowledge") / "minutes"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        yield from_bytes(file.read_bytes(), file.name)
