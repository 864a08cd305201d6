"""The database file: made, opened, refused; transactions that hold together."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge import schema
from knowledge.errors import StoreError
from knowledge.schema import MIGRATIONS, connect, transaction


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "minutes.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    opened = connect(path)
    yield opened
    opened.close()


def names(db: Database) -> list[str]:
    return [row["name"] for row in db.query("select name from seeded order by name")]


def add(db: Database, name: str) -> None:
    db.table("seeded").insert({"name": name})


def pragma(db: Database, name: str) -> object:
    return db.execute(f"pragma {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL: survives a power cut
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("application_id", schema.APPLICATION_ID),
        ("user_version", len(MIGRATIONS)),
    ],
)
def test_a_new_database_is_made_safe(db: Database, name: str, value: object) -> None:
    assert pragma(db, name) == value


def test_every_table_is_strict(db: Database) -> None:
    loose = [table.name for table in db.tables if not table.strict]
    assert loose == []


def test_strict_tables_refuse_a_wrong_type(db: Database) -> None:
    with pytest.raises(StoreError, match="TEXT value in INTEGER column"), transaction(db):
        db.execute("insert into identities (meeting_id, title, ordinal) values ('a', 'b', 'x')")


def test_what_was_written_is_there_after_reopening(path: Path, db: Database) -> None:
    with transaction(db):
        add(db, "a")
    db.close()
    again = connect(path)
    assert names(again) == ["a"]
    again.close()


def test_a_killed_start_is_made_good_by_the_next(path: Path) -> None:
    path.with_name("minutes.db.new").write_bytes(b"half a database")
    path.with_name("minutes.db-wal").write_bytes(b"the journal of one that was removed")
    connect(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["minutes.db"]


def test_a_transaction_that_fails_leaves_nothing(db: Database) -> None:
    """The traps of sqlite-utils: insert, insert_all beyond a batch, execute, and scripts."""
    with pytest.raises(ZeroDivisionError), transaction(db):
        add(db, "a")
        db.table("seeded").insert_all({"name": f"{number:04}"} for number in range(299))
        db.execute("insert into seeded values ('b')")
        db.executescript("create table extra (a text) strict; insert into extra values ('c');")
        raise ZeroDivisionError
    assert names(db) == []
    assert "extra" not in db.table_names()
    assert not db.conn.in_transaction


def test_a_refused_row_takes_the_others_with_it(db: Database) -> None:
    with pytest.raises(StoreError, match="UNIQUE"), transaction(db):
        add(db, "a")
        add(db, "a")
    assert names(db) == []


def test_transactions_do_not_nest(db: Database) -> None:
    with pytest.raises(RuntimeError, match="nest"), transaction(db):
        add(db, "a")
        with transaction(db):
            pass
    assert names(db) == []


def test_a_second_writer_is_told_that_the_database_is_in_use(path: Path, db: Database) -> None:
    second = connect(path)
    second.execute("pragma busy_timeout = 0")
    in_use = pytest.raises(StoreError, match=r"minutes\.db: .*another program")
    with transaction(db), in_use, transaction(second):
        pass
    second.close()


def test_a_reader_sees_what_is_committed_and_cannot_write(path: Path, db: Database) -> None:
    reader = connect(path, read_only=True)
    with transaction(db):
        add(db, "a")
        assert names(reader) == []
    assert names(reader) == ["a"]
    with pytest.raises(StoreError, match="writable"), transaction(reader):
        add(reader, "b")
    reader.close()


def test_a_reader_does_not_make_a_database(path: Path) -> None:
    with pytest.raises(StoreError, match=r"minutes\.db: there is no database yet"):
        connect(path, read_only=True)
    assert not path.exists()


def _empty(path: Path) -> None:
    path.touch()


def _not_sqlite(path: Path) -> None:
    path.write_bytes(b"a letter to the mayor\n" * 100)


def _foreign(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.executescript("create table cats (name text); insert into cats values ('Mi');")
    conn.close()


def _newer(path: Path) -> None:
    db = connect(path)
    db.execute(f"pragma user_version = {len(MIGRATIONS) + 1}")
    db.close()


def _damaged(path: Path) -> None:
    db = connect(path)
    for number in range(400):
        add(db, f"{number:04}" * 20)
    db.close()
    content = path.read_bytes()
    path.write_bytes(content[:-8192] + b"\x55" * 8192)


def _folder(path: Path) -> None:
    path.mkdir()


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "0 bytes": (_empty, "empty.*restore a backup"),
    "not a database": (_not_sqlite, "restore a backup or name another data_dir"),
    "another program's": (_foreign, "another program.*name another data_dir"),
    "of a newer program": (_newer, "newer.*update the program"),
    "damaged": (_damaged, "damaged|malformed.*restore a backup"),
    "a folder": (_folder, "check that the folder"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_our_database_is_refused_and_left_alone(path: Path, name: str) -> None:
    make, message = REFUSED[name]
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=rf"minutes\.db: .*(?:{message})") as caught:
        connect(path)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere/minutes\.db: .*folder exists"):
        connect(tmp_path / "nowhere" / "minutes.db")


def test_migrations_are_applied_once_and_in_order(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(path).close()
    later = (*MIGRATIONS, "alter table seeded add column year integer;")
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    with pytest.raises(StoreError, match="older minutes-bot"):
        connect(path, read_only=True)
    for _ in range(2):
        db = connect(path)
        assert pragma(db, "user_version") == len(later)
        assert "year" in db.table("seeded").columns_dict
        db.close()


def test_a_failing_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect(path).close()
    broken = (*MIGRATIONS, "create table extra (a text) strict; create table seeded (b text);")
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    with pytest.raises(StoreError, match="already exists"):
        connect(path)
    monkeypatch.undo()
    db = connect(path)
    assert "extra" not in db.table_names()
    db.close()


def test_a_row_of_meetings_called_by_its_body_is_called_by_its_title(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", MIGRATIONS[:-1])
    old = connect(path)
    old.executescript("""
        insert into documents (sha256, name, text) values ('d', 'a.txt', '');
        insert into identities (meeting_id, title, series) values ('m', '晴川公司第3次勞資會議', '晴川公司');
        insert into meetings (id, document, title, series) values ('m', 'd', '晴川公司第3次勞資會議', '晴川公司');
        insert into entries (id, meeting_id, position, kind, path, pieces, text)
            values ('e', 'm', 0, 'resolution', '[]', '[]', '');
        insert into subscriptions (number, key, chat, kind, words, label, pace, language, since)
            values (1, 'k', 1, 'resolution', 'e', '', '', '', '');
        insert into subscription_terms values ('#after:晴川公司:', 1, 0), ('晴川公司', 1, 1);
    """)
    old.close()
    monkeypatch.undo()
    db = connect(path)
    rows = db.query("select series from identities union all select series from meetings")
    assert [row["series"] for row in rows] == ["晴川公司勞資會議"] * 2
    terms = db.query("select term from subscription_terms order by share")
    assert [row["term"] for row in terms] == ["#after:晴川公司劳资会议:", "晴川公司"]
    db.close()
