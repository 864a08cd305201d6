"""The file that was published is what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import files
from knowledge.index import Index
from knowledge.publish import plan_bytes as read
from knowledge.publish import publish, record, retract, seed
from knowledge.schema import connect
from knowledge.store import Store
from knowledge.typos import Alike
from knowledge.words import Words

MINUTES = Path(__file__).parents[2] / "knowledge" / "minutes"
TEXT = """\
基北北桃合作交流平臺第 4 次市長層級會議紀錄
壹、時間：115 年 3 月 5 日（星期四）下午 2 時 0 分
貳、地點：桃園市政府 12 樓會議室
參、決議：照案通過。
"""
CORRECTED = TEXT.replace("照案通過", "修正通過")


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


def kept(store: Store) -> int:
    return int(store._db.execute("select count(*) from files").fetchone()[0])


def test_the_shipped_minutes_come_back_byte_by_byte(store: Store, index: Index) -> None:
    seed(store, index)
    name = "2024-03-15-mayors-2.txt"
    assert store.files.of_meeting("2024-03-15") == (name, (MINUTES / name).read_bytes())


def test_a_file_in_another_encoding_comes_back_in_it(
    store: Store, index: Index, tmp_path: Path
) -> None:
    file = tmp_path / "第4次會議.txt"
    file.write_bytes(TEXT.encode("cp950"))
    publish(file, store, index)
    assert store.files.of_meeting("2026-03-05") == ("第4次會議.txt", TEXT.encode("cp950"))


def test_of_two_files_with_one_text_the_one_that_was_published_stays(
    store: Store, index: Index
) -> None:
    record(read(TEXT.encode(), "first.txt"), store, index)
    record(read(TEXT.encode("utf-8-sig"), "second.txt"), store, index)
    assert store.files.of_meeting("2026-03-05") == ("first.txt", TEXT.encode())


def test_a_correction_brings_its_own_file(store: Store, index: Index) -> None:
    record(read(TEXT.encode(), "first.txt"), store, index)
    record(read(CORRECTED.encode(), "second.txt"), store, index)
    assert store.files.of_meeting("2026-03-05") == ("second.txt", CORRECTED.encode())
    assert kept(store) == 2


def test_what_was_retracted_is_not_handed_out(store: Store, index: Index) -> None:
    record(read(TEXT.encode(), "first.txt"), store, index)
    retract("2026-03-05", store, index)
    assert store.files.of_meeting("2026-03-05") is None


def test_a_record_of_an_older_program_gets_the_shipped_files_at_the_next_start(
    store: Store, index: Index
) -> None:
    seed(store, index)
    store._db.execute("delete from files")
    seed(store, index)
    assert kept(store) == len(list(MINUTES.iterdir()))


def test_beyond_the_bound_what_is_no_more_on_record_goes_first(
    store: Store, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_TOTAL_BYTES", len(TEXT.encode()) + 10)
    record(read(TEXT.encode(), "first.txt"), store, index)
    record(read(CORRECTED.encode(), "second.txt"), store, index)
    found = store.files.of_meeting("2026-03-05")
    assert found is not None
    assert found[0] == "second.txt"
    assert kept(store) == 1


def test_what_all_files_take_is_counted_as_they_come_and_go(
    store: Store, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counted() -> int:
        return int(store._db.execute("select bytes from files_size").fetchone()[0])

    record(read(TEXT.encode(), "first.txt"), store, index)
    record(read(TEXT.encode(), "again.txt"), store, index)
    assert counted() == len(TEXT.encode())
    monkeypatch.setattr(files, "MAX_TOTAL_BYTES", len(TEXT.encode()) + 10)
    record(read(CORRECTED.encode(), "second.txt"), store, index)
    assert counted() == len(CORRECTED.encode())
