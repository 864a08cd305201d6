"""The minutes on record: what was put in comes out, under ids that stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.documents.reader import digest
from knowledge.errors import DocumentError, MeetingNotFound, StoreError
from knowledge.model import Head, Meeting
from knowledge.schema import connect
from knowledge.store import Store
from knowledge.versions import Version
from tests.builders import HEAD, LINES, document, meeting

DAY = "2023-02-11"
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = connect(tmp_path / "minutes.db")
    yield opened
    opened.close()


@pytest.fixture
def store(db: Database) -> Store:
    """A store whose clock goes on by an hour with every look at it, from noon on."""
    hours = iter(range(1_000_000))
    return Store(db, lambda: NOON + timedelta(hours=next(hours)))


def put(
    store: Store,
    one: Meeting | None = None,
    text: str | None = None,
    corrects: str | None = None,
) -> Meeting:
    with store.transaction():
        return store.put(one or meeting(), document() if text is None else text, corrects)


def remove(store: Store, meeting_id: str) -> None:
    with store.transaction():
        store.remove(meeting_id)


def test_a_meeting_comes_back_as_it_was_put(store: Store) -> None:
    named = put(store)
    assert store.meeting(DAY) == named
    assert replace(named, id="", entries=()) == replace(meeting(), entries=())
    assert [replace(entry, id="") for entry in named.entries] == list(meeting().entries)
    assert store.document_text(DAY) == document()


def test_what_a_head_does_not_say_stays_unsaid(store: Store) -> None:
    bare = Meeting(Head(title="座談會"), meeting().entries, source="a.txt")
    assert store.meeting(put(store, bare).id).head == Head(title="座談會")


def test_the_list_of_meetings_is_by_date_and_without_entries(store: Store) -> None:
    days = [None, date(2023, 2, 11), date(2025, 4, 9)]
    for day in reversed(days):
        put(store, meeting(date=day))
    assert [head.head.date for head in store.meetings()] == days
    assert {head.entries for head in store.meetings()} == {()}
    assert {head.head.chairs for head in store.meetings()} == {HEAD.chairs}


def test_entries_are_found_by_their_ids(store: Store) -> None:
    first, second, *_ = put(store).entries
    wanted = [second.id, "aaaaaaaaaa", first.id, "' or 1=1 --"]
    assert store.entries(wanted) == {first.id: (first, DAY), second.id: (second, DAY)}
    assert store.entries([]) == {}


def test_thousands_of_entries_can_be_asked_for_at_once(store: Store) -> None:
    """More than SQLite takes as parameters."""
    known = [entry.id for entry in put(store).entries]
    assert set(store.entries([*map(str, range(40_000)), *known])) == set(known)


def test_an_unknown_meeting_is_named(store: Store) -> None:
    with pytest.raises(MeetingNotFound, match="'1999-01-01'"):
        store.meeting("1999-01-01")
    with pytest.raises(MeetingNotFound):
        store.document_text("1999-01-01")
    with pytest.raises(MeetingNotFound):
        remove(store, "1999-01-01")


class TestIds:
    def test_others_of_the_same_day_are_counted(self, store: Store) -> None:
        ids = [put(store, meeting(series=name)).id for name in ("甲平臺", "乙平臺", "丙平臺")]
        assert ids == [DAY, f"{DAY}-2", f"{DAY}-3"]

    def test_a_meeting_keeps_its_id_when_it_comes_again(self, store: Store) -> None:
        put(store, meeting(series="甲平臺"))
        put(store)
        assert put(store, meeting(place="改在臺北", title="更正後的會議")).id == f"{DAY}-2"
        assert len(store.meetings()) == 2

    def test_without_a_number_the_title_decides(self, store: Store) -> None:
        put(store, meeting(ordinal=None, title="上午場"))
        assert put(store, meeting(ordinal=None, title="下午場")).id == f"{DAY}-2"
        assert put(store, meeting(ordinal=None, title="上 午 場")).id == DAY

    def test_the_second_mayors_meeting_is_not_the_second_deputies(self, store: Store) -> None:
        put(store, meeting(level="市長層級"))
        assert put(store, meeting(level="副市長層級")).id == f"{DAY}-2"

    @pytest.mark.parametrize(
        ("title", "slug"),
        [
            ("第 3 次（臨時）會議：Q&A", "第-3-次-臨時-會議-q-a"),
            # cut at 37 bytes, between characters
            ("基北北桃合作交流平臺因應美國關稅議題會議", "基北北桃合作交流平臺因應"),
            ("──", "meeting"),
        ],
    )
    def test_an_undated_meeting_is_called_by_its_title(
        self, store: Store, title: str, slug: str
    ) -> None:
        undated = [meeting(date=None, title=title, series=name) for name in ("甲", "乙")]
        assert [put(store, one).id for one in undated] == [slug, f"{slug}-2"]

    def test_a_removed_meeting_leaves_its_id_to_no_other(self, store: Store) -> None:
        """A button under an old answer must not open another meeting."""
        put(store)
        remove(store, DAY)
        assert put(store, meeting(series="甲平臺")).id == f"{DAY}-2"
        assert put(store).id == DAY

    def test_entry_ids_are_short_and_all_different(self, store: Store) -> None:
        ids = [entry.id for entry in put(store, *repeated(5)).entries]
        assert len(set(ids)) == len(ids) == 5
        assert all(
            len(code) == 10 and set(code) <= set("abcdefghijklmnopqrstuvwxyz234567") for code in ids
        )

    def test_entry_ids_survive_an_inserted_item(self, store: Store) -> None:
        """What was 二 is now 三, and still the same entry."""
        before = {entry.id for entry in put(store).entries}
        lines = [
            LINES[0],
            LINES[1],
            "二、 產業組：本案緩議。",
            "三、衛生社福組:照案通過。",
            "四、 觀光文創組：照案通過。",
        ]
        after = {entry.id for entry in put(store, meeting(lines), document(lines)).entries}
        assert before < after
        assert len(after - before) == 1

    def test_the_same_words_in_another_meeting_have_another_id(self, store: Store) -> None:
        one, other = put(store), put(store, meeting(series="甲平臺"))
        assert not {e.id for e in one.entries} & {e.id for e in other.entries}


def repeated(number: int) -> tuple[Meeting, str]:
    lines = ["會議紀錄", *["決議：照案通過。"] * (number - 1)]
    return meeting(lines), document(lines)


class TestGeneration:
    def test_it_rises_with_every_change(self, store: Store) -> None:
        seen = [store.generation()]
        for change in (
            lambda: put(store),
            lambda: put(store, meeting(place="改在臺北")),
            lambda: put(store, meeting(LINES[:2]), document(LINES[:2])),
            lambda: remove(store, DAY),
            lambda: put(store),
        ):
            change()
            seen.append(store.generation())
        assert seen[0] == 0
        assert seen == sorted(set(seen))

    def test_two_copies_that_go_apart_never_have_the_same(
        self, store: Store, db: Database, tmp_path: Path
    ) -> None:
        """Or else a search index of the one would be taken for an index of the other."""
        put(store)
        db.execute("vacuum into ?", [str(tmp_path / "copy.db")])
        other = connect(tmp_path / "copy.db")
        assert Store(other).had_generation(store.generation())
        put(store, meeting(place="改在臺北"))
        put(Store(other), meeting(place="改在基隆"))
        assert not Store(other).had_generation(store.generation())
        assert not store.had_generation(Store(other).generation())
        other.close()

    def test_before_the_first_change_every_record_was_empty(self, store: Store) -> None:
        put(store)
        assert store.had_generation(0)
        assert store.had_generation(store.generation())
        assert not store.had_generation(store.generation() + 1)

    def test_the_same_meeting_again_changes_no_row(self, store: Store, db: Database) -> None:
        put(store)
        before = list(db.conn.iterdump())
        put(store, meeting(source="copy.md"))
        assert list(db.conn.iterdump()) == before

    def test_it_tells_what_changed_since(self, store: Store) -> None:
        first = put(store)
        put(store, meeting(series="甲平臺"))
        since = store.generation()
        assert store.changed_since(since) == []
        changed = put(store, meeting(series="甲平臺", place="改在臺北"))
        remove(store, DAY)
        assert store.changed_since(since) == [Meeting(Head(title=""), (), id=first.id), changed]


def test_the_topic_groups_are_told_once_each(store: Store) -> None:
    put(store)
    put(store, meeting(date=date(2023, 2, 12)))
    assert store.groups() == ["交通組", "衛生社福組", "觀光文創組"]


class TestDocuments:
    def test_a_replaced_document_stays_with_its_version(self, store: Store) -> None:
        put(store)
        put(store, text=document() + "\n更正")
        assert store.document_text(DAY) == document() + "\n更正"
        assert store.check() == []

    def test_a_document_of_two_meetings_is_kept_once(self, store: Store) -> None:
        put(store)
        put(store, meeting(series="甲平臺"))
        remove(store, DAY)
        assert store.document_text(f"{DAY}-2") == document()


class TestVersions:
    """What was corrected or retracted stays retrievable, word for word."""

    def test_the_first_publication_has_no_earlier_version(self, store: Store) -> None:
        put(store)
        assert store.versions.all(DAY) == []

    def test_a_correction_keeps_what_stood_before(self, store: Store) -> None:
        before = put(store)
        put(store, text=document() + "\n更正")
        assert [one.number for one in store.versions.all(DAY)] == [1]
        assert store.versions.meeting(DAY, 1) == before

    def test_a_version_tells_its_document_and_when_it_stood_on_record(self, store: Store) -> None:
        put(store)
        put(store, meeting(source="corrected.md"), document() + "\n更正")
        remove(store, DAY)
        first, second = store.versions.all(DAY)
        one_o_clock = NOON + timedelta(hours=1)
        assert first == Version(1, "minutes.txt", digest(document()), NOON, one_o_clock)
        assert (second.number, second.source) == (2, "corrected.md")
        assert first.replaced_at == second.published_at < second.replaced_at
        assert store.versions.meeting(DAY, 2).source == "corrected.md"

    def test_an_earlier_version_comes_back_by_publishing_it_again(self, store: Store) -> None:
        before = put(store)
        put(store, text=document() + "\n更正")
        assert put(store) == before == store.meeting(DAY)
        assert len(store.versions.all(DAY)) == 2

    def test_the_versions_of_a_meeting_that_never_was_are_an_error(self, store: Store) -> None:
        with pytest.raises(MeetingNotFound, match="'1999-01-01'"):
            store.versions.all("1999-01-01")

    def test_versions_can_be_read_of_a_database_of_an_older_program(
        self, store: Store, db: Database
    ) -> None:
        """Which did not say when a version was published but when its document came."""
        put(store)
        put(store, text=document() + "\n更正")
        db.execute("update versions set replaced_at = '2026-11-22T08:00:00'")
        (version,) = store.versions.all(DAY)
        assert version.replaced_at == datetime(2026, 11, 22, 8, 0, tzinfo=UTC)

    def test_an_unchanged_meeting_adds_no_version(self, store: Store) -> None:
        put(store)
        put(store)
        assert store.versions.all(DAY) == []

    def test_a_retracted_meeting_is_a_version(self, store: Store) -> None:
        before = put(store)
        remove(store, DAY)
        assert store.versions.meeting(DAY, 1) == before

    def test_a_version_that_is_not_there_is_said(self, store: Store) -> None:
        put(store)
        with pytest.raises(MeetingNotFound, match="no version 3"):
            store.versions.meeting(DAY, 3)


class TestCorrectionOnRequest:
    """An admin says which meeting it is, for its head was what had to be corrected."""

    MOVED = meeting(date=date(2023, 2, 12))

    def test_it_takes_the_place_of_that_meeting(self, store: Store) -> None:
        before = put(store)
        assert put(store, self.MOVED, corrects=DAY).id == DAY
        assert store.meeting(DAY).head.date == date(2023, 2, 12)
        assert [e.id for e in store.meeting(DAY).entries] == [e.id for e in before.entries]

    def test_from_then_on_it_is_known(self, store: Store) -> None:
        put(store)
        put(store, self.MOVED, corrects=DAY)
        put(store, self.MOVED)
        assert [head.id for head in store.meetings()] == [DAY]

    def test_it_may_come_back_under_the_id_it_should_have_had(self, store: Store) -> None:
        """Imported with a wrong date, retracted, and imported as what it is."""
        put(store)
        wrong = put(store, self.MOVED).id
        remove(store, wrong)
        put(store, self.MOVED, corrects=DAY)
        put(store, self.MOVED)
        assert [head.id for head in store.meetings()] == [DAY]

    def test_a_meeting_cannot_stand_on_record_twice(self, store: Store) -> None:
        put(store)
        other = put(store, self.MOVED).id
        with pytest.raises(DocumentError, match=rf"minutes\.txt: .*{other}; retract that"):
            put(store, self.MOVED, corrects=DAY)
        assert store.versions.all(DAY) == []

    def test_a_meeting_that_never_was_cannot_be_corrected(self, store: Store) -> None:
        with pytest.raises(MeetingNotFound, match="'1999-01-01'"):
            put(store, corrects="1999-01-01")
        assert store.meetings() == []


class TestNaming:
    """What a preview shows before anything is written."""

    def test_a_meeting_is_named_as_it_would_be_recorded(self, store: Store) -> None:
        named = store.named(meeting())
        assert store.find(DAY) is None
        assert not store.holds(named, document())
        assert put(store) == named
        assert store.holds(named, document())
        assert not store.holds(named, document() + "\n更正")

    def test_meetings_of_one_document_are_named_beside_each_other(self, store: Store) -> None:
        first = store.named(meeting(series="甲平臺"))
        second = store.named(meeting(series="乙平臺"), [first])
        assert (first.id, second.id) == (DAY, f"{DAY}-2")
        assert store.named(meeting(series="甲平臺"), [first, second]).id == DAY


@pytest.mark.parametrize("others", [3, 300])
def test_a_meeting_costs_by_itself_and_not_by_what_is_on_record(
    store: Store, db: Database, others: int
) -> None:
    """Counted in SQLite's own steps: new, unchanged, corrected, retracted, caught up with."""
    with store.transaction():
        for number in range(others):
            day = date(2001, 1, 1) + timedelta(days=number)
            store.put(meeting(LINES[:1], date=day), document(LINES[:1]))
    before, steps = store.generation(), Steps()
    db.conn.set_progress_handler(steps, 10)
    put(store)
    put(store)
    put(store, text=document() + "\n更正")
    remove(store, DAY)
    store.changed_since(before)
    db.conn.set_progress_handler(None, 0)
    assert steps.taken < 1000


class Steps:
    """Counts how often SQLite asks whether to go on."""

    taken = 0

    def __call__(self) -> int:
        self.taken += 1
        return 0


class TestTransactions:
    def test_nothing_of_a_failed_publication_stays(self, store: Store, db: Database) -> None:
        before = list(db.conn.iterdump())
        with pytest.raises(ZeroDivisionError), store.transaction():
            store.put(meeting(), document())
            store.put(*repeated(300))
            raise ZeroDivisionError
        assert list(db.conn.iterdump()) == before

    def test_a_number_that_sqlite_cannot_hold_is_refused(self, store: Store) -> None:
        with pytest.raises(StoreError, match=r"minutes\.db: .*too large"):
            put(store, meeting(ordinal=10**30))
        assert store.meetings() == []

    @pytest.mark.parametrize("name", ["put", "remove", "mark_seeded"])
    def test_a_change_outside_a_transaction_is_a_mistake(self, store: Store, name: str) -> None:
        with pytest.raises(RuntimeError, match="transaction"):
            OPERATIONS[name](store)


class TestCheck:
    def test_a_sound_record_has_nothing_to_report(self, store: Store) -> None:
        put(store)
        put(store, meeting(series="甲平臺"))
        remove(store, DAY)
        assert store.check() == []

    @pytest.mark.parametrize(
        ("damage", "report"),
        [
            ("update entries set text = '改過' where position = 1", "not what its document says"),
            ("update documents set text = substr(text, 2)", "not what its document says"),
            ("delete from changes", "2023-02-11: its recording is not counted"),
            (
                "update versions set entries = replace(entries, '照案', '修正')",
                "version 1 of the meeting 2023-02-11: entry",
            ),
            ("delete from identities", "a row of meetings refers to no row of identities"),
        ],
    )
    def test_damage_is_reported(self, store: Store, db: Database, damage: str, report: str) -> None:
        put(store, text=document() + "\n草稿")
        put(store)
        db.execute("pragma foreign_keys = off")
        db.execute(damage)
        assert any(report in line for line in store.check())


OPERATIONS: dict[str, Callable[[Store], object]] = {
    "transaction": lambda store: store.transaction().__enter__(),
    "put": lambda store: store.put(meeting(place="改在臺北"), document()),
    "remove": lambda store: store.remove(DAY),
    "meetings": lambda store: store.meetings(),
    "meeting": lambda store: store.meeting(DAY),
    "entries": lambda store: store.entries(["aaaaaaaaaa"]),
    "find": lambda store: store.find(DAY),
    "named": lambda store: store.named(meeting()),
    "holds": lambda store: store.holds(replace(meeting(), id=DAY), document()),
    "resembling": lambda store: store.resembling(meeting().head),
    "document_text": lambda store: store.document_text(DAY),
    "groups": lambda store: store.groups(),
    "generation": lambda store: store.generation(),
    "had_generation": lambda store: store.had_generation(1),
    "changed_since": lambda store: store.changed_since(0),
    "seeded": lambda store: store.seeded(),
    "mark_seeded": lambda store: store.mark_seeded("a.txt"),
    "check": lambda store: store.check(),
}


@pytest.fixture
def locked(store: Store, db: Database, tmp_path: Path) -> Iterator[Store]:
    """A store that another program shuts out, even of reading: the journal is not WAL here."""
    put(store)
    db.execute("pragma journal_mode = delete")
    db.execute("pragma busy_timeout = 0")
    other = sqlite3.connect(tmp_path / "minutes.db", isolation_level=None)
    other.execute("begin exclusive")
    yield store
    other.close()


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_locked_database_is_a_store_error_that_names_the_file(
    locked: Store, db: Database, name: str
) -> None:
    if name in ("put", "remove", "mark_seeded"):
        db.execute("begin")
    with pytest.raises(StoreError, match=r"minutes\.db: .*another program is using it"):
        OPERATIONS[name](locked)
    db.rollback()


def test_every_public_method_is_in_the_table() -> None:
    public = {name for name in vars(Store) if not name.startswith("_")}
    assert public == set(OPERATIONS)
