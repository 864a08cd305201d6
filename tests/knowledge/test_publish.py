"""From a file to the record and the index: all of it, or nothing and a reason."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from knowledge.backups import backup
from knowledge.errors import DocumentError, MeetingNotFound
from knowledge.index import Index
from knowledge.model import Change, Meeting, Published
from knowledge.publish import (
    Plan,
    plan,
    preview,
    publish,
    publish_many,
    record,
    refresh,
    retract,
    seed,
)
from knowledge.schema import connect
from knowledge.store import Store
from knowledge.typos import Alike
from knowledge.words import Words

SHIPPED = ["2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"]
MINUTES = """\
基北北桃合作交流平臺第 4 次市長層級會議紀錄
壹、時間：115 年 3 月 5 日（星期四）下午 2 時 0 分
貳、地點：桃園市政府 12 樓會議室
參、主席：桃園市政府 張善政市長
肆、紀錄：桃園市政府研考會 林大文
伍、提案討論
提案一：公共自行車跨市租還，提請討論。
決議：照案通過。
陸、臨時動議：無。
柒、散會（下午 3 時 0 分）
"""
OTHER = MINUTES.replace("第 4 次", "第 5 次").replace("115 年", "116 年")


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


@pytest.fixture
def index(tmp_path: Path, words: Words) -> Index:
    return Index(tmp_path / "index", words, Alike({}))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    db = connect(tmp_path / "minutes.db")
    yield Store(db)
    db.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path, MINUTES)


def write(folder: Path, text: str) -> Path:
    path = folder / "mayors-4.txt"
    path.write_text(text, encoding="utf-8")
    return path


def found(index: Index, word: str) -> set[str]:
    """The meetings whose entries hold folded *word*."""
    candidates = [posting for _, posting in index.candidates({word: 1.0}, 50)]
    return {posting.meeting_id for posting in candidates if word in posting.body}


def ids(store: Store) -> list[str]:
    return [head.id for head in store.meetings()]


def test_a_new_file_is_recorded_and_found(store: Store, index: Index, file: Path) -> None:
    published = publish(file, store, index)
    assert published.source == "mayors-4.txt"
    assert [(change, one.id) for change, one in published.meetings] == [(Change.NEW, "2026-03-05")]
    assert store.meeting("2026-03-05") == published.meetings[0][1]
    assert found(index, "自行车") == {"2026-03-05"}
    assert store.check() == []


def test_the_same_file_again_changes_nothing(store: Store, index: Index, file: Path) -> None:
    publish(file, store, index)
    before = store.generation()
    ((change, _),) = publish(file, store, index).meetings
    assert change is Change.UNCHANGED
    assert store.generation() == index.generation() == before


def test_a_corrected_file_takes_the_place_of_the_old(
    store: Store, index: Index, file: Path
) -> None:
    publish(file, store, index)
    write(file.parent, MINUTES.replace("公共自行車", "公共腳踏車"))
    ((change, _),) = publish(file, store, index).meetings
    assert change is Change.CHANGED
    assert ids(store) == ["2026-03-05"]
    assert found(index, "自行车") == set()
    assert found(index, "脚踏车") == {"2026-03-05"}


def test_several_meetings_in_a_file_are_recorded_together(
    store: Store, index: Index, file: Path
) -> None:
    publish(file, store, index)
    write(file.parent, MINUTES + "\n" + OTHER)
    published = publish(file, store, index)
    assert [one.id for _, one in published.meetings] == ["2026-03-05", "2027-03-05"]
    assert published.meetings[1][0] is Change.NEW
    assert found(index, "自行车") == {"2026-03-05", "2027-03-05"}


def test_a_file_that_holds_a_meeting_twice_is_refused_whole(
    store: Store, index: Index, file: Path
) -> None:
    write(file.parent, OTHER + "\n" + MINUTES + "\n" + MINUTES)
    with pytest.raises(DocumentError, match=r"mayors-4\.txt: .*2026-03-05.*more than once"):
        publish(file, store, index)
    assert ids(store) == []
    assert store.generation() == 0


def test_a_file_without_a_meeting_is_refused(store: Store, index: Index, file: Path) -> None:
    write(file.parent, "敬啟者\n月票很好用，謝謝。\n")
    with pytest.raises(DocumentError, match=r"mayors-4\.txt: no meeting found"):
        publish(file, store, index)
    assert ids(store) == []


def test_a_plan_records_nothing(store: Store, file: Path) -> None:
    planned = plan(file)
    assert [one.head.ordinal for one in planned.parsed.meetings] == [4]
    assert planned.document.text == MINUTES
    assert ids(store) == []


class TestPreview:
    """What an admin is shown before anything is written."""

    @pytest.fixture
    def planned(self, file: Path) -> Plan:
        return plan(file)

    @pytest.fixture
    def corrected(self, file: Path) -> Plan:
        text = MINUTES.replace("公共自行車", "公共腳踏車").replace("決議：照案通過。\n", "")
        return plan(write(file.parent, text))

    def test_it_writes_nothing(self, store: Store, planned: Plan) -> None:
        preview(planned, store)
        assert ids(store) == []
        assert store.generation() == 0

    def test_a_new_meeting_is_shown_as_it_would_be_recorded(
        self, store: Store, index: Index, planned: Plan
    ) -> None:
        (shown,) = preview(planned, store)
        assert (shown.change, shown.before, shown.differences) == (Change.NEW, None, ())
        assert record(planned, store, index).meetings == ((Change.NEW, shown.meeting),)

    def test_a_correction_is_shown_by_its_differences(
        self, store: Store, index: Index, planned: Plan, corrected: Plan
    ) -> None:
        record(planned, store, index)
        (shown,) = preview(corrected, store)
        assert (shown.change, shown.before) == (Change.CHANGED, store.meeting("2026-03-05"))
        texts = [(d.before and d.before.text, d.after and d.after.text) for d in shown.differences]
        assert texts == [
            ("提案一：公共自行車跨市租還，提請討論。", "提案一：公共腳踏車跨市租還，提請討論。"),
            ("決議：照案通過。", None),
        ]

    def test_an_unchanged_file_says_so(self, store: Store, index: Index, planned: Plan) -> None:
        record(planned, store, index)
        (shown,) = preview(planned, store)
        assert (shown.change, shown.differences) == (Change.UNCHANGED, ())

    def test_what_cannot_be_recorded_is_refused_alike(
        self, store: Store, index: Index, file: Path
    ) -> None:
        twice = plan(write(file.parent, OTHER + "\n" + MINUTES + "\n" + MINUTES))
        for refuse in (lambda: preview(twice, store), lambda: record(twice, store, index)):
            with pytest.raises(DocumentError, match="2026-03-05 stands in it more than once"):
                refuse()

    def test_an_admin_may_say_which_meeting_it_corrects(
        self, store: Store, index: Index, planned: Plan, file: Path
    ) -> None:
        record(planned, store, index)
        moved = plan(write(file.parent, MINUTES.replace("3 月 5 日", "3 月 6 日")))
        assert preview(moved, store)[0].meeting.id == "2026-03-06"
        (shown,) = preview(moved, store, "2026-03-05")
        assert (shown.change, shown.meeting.id) == (Change.CHANGED, "2026-03-05")
        record(moved, store, index, "2026-03-05")
        assert ids(store) == ["2026-03-05"]
        assert found(index, "自行车") == {"2026-03-05"}

    def test_of_several_meetings_in_a_file_that_cannot_be_said(
        self, store: Store, index: Index, planned: Plan, file: Path
    ) -> None:
        record(planned, store, index)
        both = plan(write(file.parent, MINUTES + "\n" + OTHER))
        with pytest.raises(DocumentError, match=r"mayors-4\.txt: it holds 2 meetings.*split"):
            record(both, store, index, "2026-03-05")


class TestRetract:
    def test_it_takes_back_the_corrections_too(
        self, store: Store, index: Index, file: Path
    ) -> None:
        publish(file, store, index)
        write(file.parent, MINUTES.replace("公共自行車", "公共腳踏車"))
        publish(file, store, index)
        taken = retract("2026-03-05", store, index)
        assert "公共腳踏車" in taken.entries[5].text
        assert ids(store) == []
        assert found(index, "脚踏车") == found(index, "自行车") == set()
        assert len(store.versions.all("2026-03-05")) == 2

    def test_publishing_an_earlier_document_brings_that_back(
        self, store: Store, index: Index, file: Path
    ) -> None:
        ((_, before),) = publish(file, store, index).meetings
        retract("2026-03-05", store, index)
        ((change, again),) = publish(file, store, index).meetings
        assert (change, again) == (Change.NEW, before)
        assert found(index, "自行车") == {"2026-03-05"}

    def test_a_meeting_that_is_not_there_is_named(self, store: Store, index: Index) -> None:
        with pytest.raises(MeetingNotFound, match="'1999-01-01'"):
            retract("1999-01-01", store, index)


class Commits(Index):
    """Counts the commits of an index, and with how many meetings."""

    def __init__(self, folder: Path, words: Words) -> None:
        super().__init__(folder, words, Alike({}))
        self.sizes: list[int] = []

    def replace(self, meetings: Iterable[Meeting], generation: int) -> None:
        changed = list(meetings)
        self.sizes.append(len(changed))
        super().replace(changed, generation)


class TestMany:
    @pytest.fixture
    def counting(self, tmp_path: Path, words: Words) -> Commits:
        counting = Commits(tmp_path / "index", words)
        counting.rebuild([], 0)
        return counting

    @pytest.fixture
    def files(self, tmp_path: Path) -> list[Path]:
        return [self.file(tmp_path, year) for year in range(5)]

    def file(self, folder: Path, year: int) -> Path:
        path = folder / f"mayors-{year}.txt"
        path.write_text(MINUTES.replace("115 年", f"{110 + year} 年"), encoding="utf-8")
        return path

    def test_the_index_commits_once_a_batch(
        self, store: Store, counting: Commits, files: list[Path]
    ) -> None:
        results = list(publish_many(files, store, counting, batch=2))
        assert [path for path, _ in results] == files
        assert all(isinstance(result, Published) for _, result in results)
        assert counting.sizes == [2, 2, 1]
        assert found(counting, "自行车") == set(ids(store))
        assert len(ids(store)) == 5

    def test_a_file_that_fails_leaves_no_trace_and_the_others_are_recorded(
        self, store: Store, counting: Commits, files: list[Path]
    ) -> None:
        files[1].write_text(OTHER + "\n" + MINUTES + "\n" + MINUTES, encoding="utf-8")
        files[2].unlink()
        results = [result for _, result in publish_many(files, store, counting)]
        assert [isinstance(result, DocumentError) for result in results] == [
            False,
            True,
            True,
            False,
            False,
        ]
        assert ids(store) == ["2021-03-05", "2024-03-05", "2025-03-05"]
        assert found(counting, "自行车") == set(ids(store))

    def test_who_stops_early_has_everything_indexed_so_far(
        self, store: Store, counting: Commits, files: list[Path]
    ) -> None:
        running = publish_many(files, store, counting)
        next(running)
        next(running)
        running.close()
        assert found(counting, "自行车") == set(ids(store)) == {"2021-03-05", "2022-03-05"}

    def test_nothing_new_commits_nothing(
        self, store: Store, counting: Commits, files: list[Path]
    ) -> None:
        list(publish_many(files, store, counting))
        results = [result for _, result in publish_many(files, store, counting)]
        assert {change for r in results for change, _ in r.meetings} == {Change.UNCHANGED}  # type: ignore[union-attr]
        assert counting.sizes == [5]


class TestShippedMinutes:
    def test_they_are_on_record_from_the_first_start(self, store: Store, index: Index) -> None:
        seed(store, index)
        assert ids(store) == SHIPPED
        assert found(index, "月票")
        assert store.check() == []

    def test_the_next_start_changes_nothing(self, store: Store, index: Index) -> None:
        seed(store, index)
        before = store.generation()
        seed(store, index)
        assert store.generation() == index.generation() == before

    def test_a_retracted_one_does_not_come_back(self, store: Store, index: Index) -> None:
        seed(store, index)
        with store.transaction():
            store.remove("2025-04-09")
        seed(store, index)
        with pytest.raises(MeetingNotFound):
            store.meeting("2025-04-09")
        assert "2025-04-09" not in found(index, "关税")

    def test_importing_one_by_hand_changes_nothing(
        self, store: Store, index: Index, tmp_path: Path
    ) -> None:
        seed(store, index)
        shipped = Path(__file__).parents[2] / "knowledge" / "minutes" / "2023-02-11-pilot.txt"
        copy = tmp_path / "copy.md"
        copy.write_bytes(shipped.read_bytes())
        ((change, one),) = publish(copy, store, index).meetings
        assert (change, one.id) == (Change.UNCHANGED, "2023-02-11")


class TestRefresh:
    def test_an_index_that_is_behind_catches_up(
        self, store: Store, index: Index, file: Path
    ) -> None:
        """The process was killed between the commit and the index."""
        seed(store, index)
        planned = plan(file)
        with store.transaction():
            store.put(planned.parsed.meetings[0], planned.document.text)
            store.remove("2025-04-09")
        refresh(store, index)
        assert index.generation() == store.generation()
        assert found(index, "自行车") == {"2026-03-05"}
        assert "2025-04-09" not in found(index, "关税")

    def test_a_lost_index_is_made_anew(
        self, store: Store, index: Index, file: Path, tmp_path: Path, words: Words
    ) -> None:
        publish(file, store, index)
        another = Index(tmp_path / "another", words, Alike({}))
        refresh(store, another)
        assert another.size() == index.size()
        assert another.generation() == store.generation()

    def test_an_index_of_a_later_record_is_made_anew(
        self, store: Store, index: Index, file: Path
    ) -> None:
        """A backup was restored under it."""
        seed(store, index)
        index.rebuild([], store.generation() + 1)
        refresh(store, index)
        assert found(index, "月票")
        assert index.generation() == store.generation()

    def test_an_index_of_another_copy_of_the_record_is_made_anew(
        self, store: Store, index: Index, file: Path, tmp_path: Path
    ) -> None:
        """A backup was put in its place by hand, and both went their own ways."""
        seed(store, index)
        backup(tmp_path, tmp_path / "other.db")
        publish(file, store, index)
        other = connect(tmp_path / "other.db")
        write(tmp_path, MINUTES.replace("公共自行車", "公共腳踏車"))
        with Store(other).transaction():
            planned = plan(file)
            Store(other).put(planned.parsed.meetings[0], planned.document.text)
        refresh(Store(other), index)
        assert found(index, "脚踏车") == {"2026-03-05"}
        assert found(index, "自行车") == set()
        other.close()

    def test_what_a_killed_commit_left_in_the_way_does_not_stop_the_next_start(
        self, store: Store, index: Index, file: Path, tmp_path: Path, words: Words
    ) -> None:
        """Tantivy would write the same file again, and refuses to."""
        seed(store, index)
        write(tmp_path, MINUTES + "\n" + OTHER)
        publish(file, store, index)
        planned = plan(write(tmp_path, MINUTES.replace("公共自行車", "公共腳踏車")))
        with store.transaction():
            store.put(planned.parsed.meetings[0], planned.document.text)
        shutil.copytree(tmp_path / "index", tmp_path / "killed")
        refresh(store, Index(tmp_path / "killed", words, Alike({})))
        left = sorted((tmp_path / "killed").glob("*.del"))
        assert left
        for path in (*left, tmp_path / "killed" / ".managed.json"):
            shutil.copyfile(path, tmp_path / "index" / path.name)
        index.close()
        started = Index(tmp_path / "index", words, Alike({}))
        seed(store, started)
        assert found(started, "自行车") == {"2027-03-05"}
        assert found(started, "脚踏车") == {"2026-03-05"}
