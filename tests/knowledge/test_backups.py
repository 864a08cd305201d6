"""A backup is whole or not there; a restore puts it in its place or changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from knowledge import backups
from knowledge.backups import DATABASE, INDEX, backup, restore
from knowledge.errors import StoreError
from knowledge.migrations import MIGRATIONS
from knowledge.schema import APPLICATION_ID, connect
from knowledge.store import Store
from tests.builders import document, meeting

NOW = datetime(2026, 11, 23, 17, 30, 5, tzinfo=timezone(timedelta(hours=8)))
KEPT = "minutes.db.before-restore-20261123T093005"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with one meeting on record and something in place of its index."""
    folder = tmp_path / "data"
    folder.mkdir()
    put(folder / DATABASE, date(2023, 2, 11))
    (folder / INDEX).mkdir()
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "copy.db"


def put(path: Path, day: date) -> None:
    db = connect(path)
    store = Store(db)
    with store.transaction():
        store.put(meeting(date=day), document())
    db.close()


def days(path: Path) -> list[str]:
    """The meetings in a database, which is left without a journal."""
    db = connect(path)
    found = [head.id for head in Store(db).meetings()]
    assert Store(db).check() == []
    db.close()
    return found


def test_a_backup_is_a_whole_copy_and_nothing_else(data: Path, target: Path) -> None:
    backup(data, target)
    assert sorted(file.name for file in target.parent.iterdir()) == ["copy.db", "data"]
    assert days(target) == ["2023-02-11"]


def test_it_holds_what_a_running_bot_has_only_in_its_journal(data: Path, target: Path) -> None:
    db = connect(data / DATABASE)
    store = Store(db)
    with store.transaction():
        store.put(meeting(date=date(2024, 3, 15)), document())
    backup(data, target)
    db.close()
    assert days(target) == ["2023-02-11", "2024-03-15"]


def test_an_earlier_backup_is_replaced(data: Path, target: Path) -> None:
    backup(data, target)
    put(data / DATABASE, date(2024, 3, 15))
    backup(data, target)
    assert days(target) == ["2023-02-11", "2024-03-15"]


def test_a_damaged_record_does_not_replace_a_backup(data: Path, target: Path) -> None:
    backup(data, target)
    _damage(data / DATABASE)
    with pytest.raises(StoreError, match=r"minutes\.db: .*(damaged|malformed).*backup"):
        backup(data, target)
    assert days(target) == ["2023-02-11"]


def test_the_record_is_not_backed_up_over_itself(data: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(data)
    with pytest.raises(StoreError, match="the record itself; name another file"):
        backup(data, tmp_path / "link" / DATABASE)
    assert days(data / DATABASE) == ["2023-02-11"]


def test_a_folder_that_is_missing_is_named(data: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere"):
        backup(data, tmp_path / "nowhere" / "copy.db")


def test_a_file_of_somebody_else_is_left_alone(data: Path, target: Path) -> None:
    target.write_text("three years of work", encoding="utf-8")
    with pytest.raises(StoreError, match=r"copy\.db: "):
        backup(data, target)
    assert target.read_text(encoding="utf-8") == "three years of work"


def test_a_restored_backup_takes_the_place_of_the_record_which_is_kept(
    data: Path, target: Path
) -> None:
    backup(data, target)
    put(data / DATABASE, date(2024, 3, 15))
    kept = restore(target, data, NOW)
    assert kept == data / KEPT
    assert days(data / DATABASE) == ["2023-02-11"]
    assert days(data / KEPT) == ["2023-02-11", "2024-03-15"]
    assert sorted(file.name for file in data.iterdir()) == [DATABASE, KEPT]
    assert days(target) == ["2023-02-11"]


def test_a_second_restore_in_the_same_second_keeps_both(data: Path, target: Path) -> None:
    backup(data, target)
    kept = [restore(target, data, NOW) for _ in range(2)]
    assert kept == [data / KEPT, data / f"{KEPT}-2"]


def test_the_journal_of_the_old_record_goes_with_it(data: Path, target: Path) -> None:
    """A bot that was killed left it; replayed into the new record it would ruin that."""
    backup(data, target)
    _kill_while_writing(data / DATABASE, date(2024, 3, 15))
    restore(target, data, NOW)
    assert days(data / DATABASE) == ["2023-02-11"]
    assert days(data / KEPT) == ["2023-02-11", "2024-03-15"]


def test_what_stands_in_the_journal_of_the_backup_is_restored(data: Path, tmp_path: Path) -> None:
    """Somebody copied a data directory with plain tools."""
    other = tmp_path / "other.db"
    put(other, date(2023, 2, 11))
    _kill_while_writing(other, date(2024, 3, 15))
    restore(other, data, NOW)
    assert days(data / DATABASE) == ["2023-02-11", "2024-03-15"]


def test_a_backup_can_be_restored_on_a_new_machine(
    data: Path, target: Path, tmp_path: Path
) -> None:
    backup(data, target)
    assert restore(target, tmp_path / "new" / "data", NOW) is None
    assert days(tmp_path / "new" / "data" / DATABASE) == ["2023-02-11"]


def test_a_backup_of_an_older_program_is_restored_and_brought_up_to_date(
    data: Path, target: Path
) -> None:
    """All the migrations since the first, over a meeting that was put in by the first program."""
    _make_first(target)
    restore(target, data, NOW)
    db = connect(data / DATABASE)
    assert [head.id for head in Store(db).meetings()] == ["2020-01-02"]
    assert db.execute("select published_at from meetings").fetchone()[0].startswith("20")
    assert db.execute("pragma user_version").fetchone()[0] == len(MIGRATIONS)
    db.close()


def _missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _rubbish(path: Path) -> None:
    path.write_bytes(b"a letter to the mayor\n" * 100)


def _foreign(path: Path) -> None:
    path.unlink()
    conn = sqlite3.connect(path)
    conn.executescript("create table cats (name text); insert into cats values ('Mi');")
    conn.close()


def _newer(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute(f"pragma user_version = {len(MIGRATIONS) + 1}")
    conn.close()


def _damage(path: Path) -> None:
    """Overwrite the pages of a table with nonsense; the header stays."""
    conn = sqlite3.connect(path)
    (page,) = conn.execute("select rootpage from sqlite_schema where name = 'entries'").fetchone()
    (size,) = conn.execute("pragma page_size").fetchone()
    conn.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\x55" * size
    path.write_bytes(content)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (_missing, "no such backup"),
    "a folder": (_folder, "no such backup"),
    "0 bytes": (_empty, "empty"),
    "not a database": (_rubbish, "restore a backup"),
    "another program's": (_foreign, "another program"),
    "of a newer program": (_newer, "newer.*update the program"),
    "damaged": (_damage, "damaged|malformed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_sound_backup_changes_nothing(data: Path, target: Path, name: str) -> None:
    backup(data, target)
    spoil, message = REFUSED[name]
    spoil(target)
    with pytest.raises(StoreError, match=rf"copy\.db: .*({message})") as caught:
        restore(target, data, NOW)
    assert "\n" not in str(caught.value)
    assert days(data / DATABASE) == ["2023-02-11"]
    assert sorted(file.name for file in data.iterdir()) == [INDEX, DATABASE]


def test_the_record_is_not_restored_from_itself(data: Path) -> None:
    with pytest.raises(StoreError, match="the record itself"):
        restore(data / DATABASE, data, NOW)
    assert days(data / DATABASE) == ["2023-02-11"]


class Killed(BaseException):
    """Nothing after this point happens."""


@pytest.mark.parametrize("step", range(1, 5))
def test_a_restore_that_is_cut_off_leaves_the_one_record_or_the_other(
    data: Path, target: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Cut off before each of the steps that move a file, in turn."""
    backup(data, target)
    _kill_while_writing(data / DATABASE, date(2024, 3, 15))
    _stop_before(step, monkeypatch)
    with pytest.raises(Killed):
        restore(target, data, NOW)
    monkeypatch.undo()
    if step < 4:
        assert days(data / DATABASE) == ["2023-02-11", "2024-03-15"]
    else:
        assert days(data / DATABASE) == ["2023-02-11"]
        assert days(data / KEPT) == ["2023-02-11", "2024-03-15"]


def test_a_record_that_cannot_be_copied_is_moved(
    data: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full, or cannot be read where the record lies."""
    backup(data, target)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups.shutil, "copyfile", refuse)
    assert restore(target, data, NOW) == data / KEPT
    assert days(data / DATABASE) == days(data / KEPT) == ["2023-02-11"]


def _stop_before(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    left = iter(range(step - 1))

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            if next(left, None) is None:
                raise Killed
            return real(*args, **named)

        return call

    for name in ("rmtree", "copyfile"):
        monkeypatch.setattr(backups.shutil, name, counted(getattr(backups.shutil, name)))
    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))


def _kill_while_writing(path: Path, day: date) -> None:
    """Leave *path* as a process does that recorded a meeting and was killed: in the journal."""
    alive = path.with_name("alive.db")
    shutil.copyfile(path, alive)
    db = connect(alive)
    store = Store(db)
    with store.transaction():
        store.put(meeting(date=day), document())
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{alive}{suffix}", f"{path}{suffix}")
    db.close()
    alive.unlink()


def _make_first(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.executescript(MIGRATIONS[0])
    conn.execute(f"pragma application_id = {APPLICATION_ID}")
    conn.execute("pragma user_version = 1")
    conn.executescript(
        "insert into documents (sha256, name, text) values ('d', 'a.txt', '會議紀錄');"
        "insert into identities (meeting_id, title) values ('2020-01-02', '會議');"
        "insert into meetings (id, document, title) values ('2020-01-02', 'd', '會議');"
        "insert into changes (meeting_id) values ('2020-01-02');"
    )
    conn.close()
