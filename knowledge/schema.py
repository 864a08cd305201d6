"""The only way to open the database, and to write to it.

One connection writes; others read beside it (reliability.md, section 3). A transaction is
`transaction(db)` and nothing else: `with db.conn:` does not roll back what sqlite-utils wrote.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, LiteralString

from knowledge.errors import StoreError, WritingRefused
from knowledge.migrations import MIGRATIONS
from knowledge.parser.series import series_of
from knowledge.sparing import without
from knowledge.text import fold

# It looks for these to store their values; numpy alone takes a tenth of a second where it is.
with without("numpy", "pandas"):
    from sqlite_utils import Database

APPLICATION_ID = 0x6D6E7462  # "mntb": tells our file from any other SQLite database
BUSY_SECONDS = 5.0

_ACCESS = "check that the folder exists and may be read and written"
_IN_USE = "another program is using it: stop that or try again"
_ADVICE = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_READONLY: "make the file and its folder writable",
    sqlite3.SQLITE_CANTOPEN: _ACCESS,
    sqlite3.SQLITE_PERM: _ACCESS,
    sqlite3.SQLITE_FULL: "free some space on the disk",
    sqlite3.SQLITE_IOERR: "look after the disk: it is full, or it fails",
    sqlite3.SQLITE_CORRUPT: "restore a backup",
    sqlite3.SQLITE_NOTADB: "it is not our database: restore a backup or name another data_dir",
}
# What passes, or an operator ends, while the record can be read.
_NOT_NOW = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
}


class OutdatedError(StoreError):
    """A database that has to be brought up to date before it can only be read."""


def connect(path: Path, read_only: bool = False, outdated: bool = False) -> Database:
    """Open the database at *path*, made or migrated first unless *read_only*.

    The connection belongs to the calling thread. Raises StoreError, naming *path* and what to
    do, where the file is empty, foreign, damaged, locked, not writable or of a newer program;
    OutdatedError where one of an older program is to be read and *outdated* does not allow it.
    """
    with translated(path, "opening the database"):
        if not path.exists():
            if read_only:
                raise StoreError(f"{path}: there is no database yet; run the bot once to make it")
            _create(path)
        if path.stat().st_size == 0:
            raise StoreError(
                f"{path}: the database is empty (0 bytes); restore a backup, "
                "or remove the file to begin anew"
            )
        return _opened(path, read_only, outdated)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Commit all that is written in the block, or nothing; takes the write lock at once.

    Raises StoreError where SQLite refuses, RuntimeError where a transaction is open already.
    """
    if db.conn.in_transaction:
        raise RuntimeError("a transaction is open already; they do not nest")
    with Guarded(db, "writing"):
        db.execute("begin immediate")
        try:
            yield
            db.execute("commit")
        except BaseException:
            db.rollback()
            raise


def unit(db: Database) -> AbstractContextManager[None]:
    """Commit what is written in the block together; it is part of a transaction around it."""
    return nullcontext() if db.conn.in_transaction else transaction(db)


class Tables:
    """Statements on the tables of *db*: each a unit, or part of the `transaction` around it.

    It belongs to the thread that opened the connection. Raises StoreError where SQLite refuses.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def _rows(self, sql: LiteralString, *values: object) -> list[dict[str, Any]]:
        # sqlite-utils would take three statements for each, lest *sql* writes
        with Guarded(self._db, "reading"):
            cursor = self._db.conn.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def _write(self, doing: str, sql: LiteralString, *values: object) -> None:
        with Guarded(self._db, doing):
            self._db.conn.execute(sql, values)

    def _added(self, doing: str, sql: LiteralString, *values: object) -> int | None:
        """Insert a row, and return its number; None where it was there before."""
        with Guarded(self._db, doing):
            cursor = self._db.conn.execute(sql, values)
            return cursor.lastrowid if cursor.rowcount == 1 else None


class Guarded:
    """Let no sqlite3 error of *db* out of the block but as a StoreError that names the file.

    OverflowError is how the driver refuses a number beyond 64 bits.
    """

    def __init__(self, db: Database, doing: str) -> None:
        self._db = db
        self._doing = doing

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if isinstance(error, sqlite3.Error | OverflowError):
            raise _store_error(_file(self._db), self._doing, error) from error


@contextmanager
def translated(path: Path, doing: str) -> Iterator[None]:
    """Like `Guarded`, for a file that is not open yet; speaks of the system's refusals too."""
    try:
        yield
    except sqlite3.Error as error:
        raise _store_error(str(path), doing, error) from error
    except OSError as error:
        raise StoreError(f"{path}: {doing} failed ({error.strerror})") from error


def _store_error(file: str, doing: str, error: Exception) -> StoreError:
    # The low byte is the kind of error, the rest a detail of it; what the driver refuses itself
    # has no code.
    kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    advice = _ADVICE.get(kind, "run `minutes-bot check`, or restore a backup")
    refused = WritingRefused if kind in _NOT_NOW else StoreError
    return refused(f"{file}: {doing} failed ({error}); {advice}")


def _file(db: Database) -> str:
    return str(db.execute("pragma database_list").fetchone()[2]) or "database in memory"


def _create(path: Path) -> None:
    """Make the database beside *path* and move it there whole: a killed start leaves nothing."""
    draft = path.with_name(path.name + ".new")
    # A journal left by a database that was removed would be replayed into the new one.
    for leftover in (draft, _journal(draft), _journal(path)):
        leftover.unlink(missing_ok=True)
    db = _handle(draft, "rwc")
    try:
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        _prepare_writing(db)
    finally:
        db.close()
    draft.replace(path)


def _journal(file: Path) -> Path:
    return file.with_name(file.name + "-wal")


def _opened(path: Path, read_only: bool, outdated: bool) -> Database:
    db = _handle(path, "ro" if read_only else "rw")
    try:
        _refuse_foreign(db, path)
        if read_only:
            if not outdated:
                _refuse_older(db, path)
            db.execute("pragma query_only = on")
        else:
            _refuse_damaged(db, path)
            _prepare_writing(db)
    except BaseException:
        db.close()
        raise
    return db


def _handle(path: Path, mode: str) -> Database:
    return Database(
        sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
        )
    )


def _prepare_writing(db: Database) -> None:
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    db.execute("pragma foreign_keys = on")
    for function in (fold, series_of):  # what migrations call
        db.conn.create_function(function.__name__, 1, function, deterministic=True)
    done = _pragma(db, "user_version")
    for number, script in enumerate(MIGRATIONS[done:], done + 1):
        with transaction(db):
            db.executescript(script)
            db.execute(f"pragma user_version = {number}")


def _refuse_foreign(db: Database, path: Path) -> None:
    if _pragma(db, "application_id") != APPLICATION_ID:
        raise StoreError(
            f"{path}: a database of another program; name another data_dir or move the file away"
        )
    version = _pragma(db, "user_version")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: written by a newer minutes-bot (schema {version}, this one knows "
            f"{len(MIGRATIONS)}); update the program or restore an older backup"
        )


def _refuse_older(db: Database, path: Path) -> None:
    if _pragma(db, "user_version") < len(MIGRATIONS):
        raise OutdatedError(
            f"{path}: of an older minutes-bot; run the bot once to bring it up to date"
        )


def require_sound(db: Database, path: Path) -> None:
    """Raise StoreError where any page of *db*, opened from *path*, is damaged; reads them all."""
    with translated(path, "checking the database"):
        _refuse_damaged(db, path, "integrity_check")


def _refuse_damaged(db: Database, path: Path, check: str = "quick_check") -> None:
    found = [" ".join(row[0].split()) for row in db.execute(f"pragma {check}(1)")]
    if found != ["ok"]:
        raise StoreError(f"{path}: the database is damaged ({found[0]}); restore a backup")


def _pragma(db: Database, name: str) -> Any:
    return db.execute(f"pragma {name}").fetchone()[0]
