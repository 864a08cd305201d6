"""Copies of the record: made beside a running bot, proved before they count, put back whole."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from knowledge.errors import StoreError
from knowledge.schema import connect, require_sound, translated

DATABASE = "minutes.db"
INDEX = "index"


def backup(data_dir: Path, target: Path) -> None:
    """Write a whole and proved copy of the record in *data_dir* to *target*.

    An earlier backup there is replaced at the end, or not at all. Raises StoreError where the
    record cannot be read, the copy is not sound, or *target* is another file.
    """
    record = data_dir / DATABASE
    _refuse_foreign(target, record)
    draft = target.with_name(f".{target.name}.new")
    try:
        _copy(record, draft)
        _settle(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def restore(source: Path, data_dir: Path, now: datetime) -> Path | None:
    """Put the backup *source* in the place of the record; return where that one is kept now.

    The bot must not run. Whenever this is cut off, the one record or the other is in its place.
    The index is removed, for it is made of the record at the next start; so is, there, a
    database of an older program brought up to date. *now* has a time zone. Raises StoreError,
    with the record untouched, where *source* is no sound backup.
    """
    record = data_dir / DATABASE
    if not source.is_file():
        raise StoreError(f"{source}: there is no such backup; name the file that `backup` wrote")
    if _same(source, record):
        raise StoreError(f"{source}: that is the record itself; name a backup of it")
    draft = record.with_name(f"{DATABASE}.restored")
    try:
        with translated(data_dir, "making the folder"):
            data_dir.mkdir(parents=True, exist_ok=True)
        _copy(source, draft)
        with translated(record, "putting the backup in its place"):
            shutil.rmtree(data_dir / INDEX, ignore_errors=True)
            kept = _set_aside(record, now) if record.exists() else None
            _settle(draft, record)
    finally:
        draft.unlink(missing_ok=True)
    return kept


def _copy(source: Path, draft: Path) -> None:
    """Make *draft* a proved copy of the database *source*, what is in its journal included."""
    with translated(draft, "writing the copy"):
        draft.unlink(missing_ok=True)
    db = connect(source, read_only=True, outdated=True)
    try:
        require_sound(db, source)
        with translated(source, "copying the database"):
            db.execute("pragma query_only = off")  # the copy is written, not the source
            db.execute("vacuum into ?", [str(draft)])
    finally:
        db.close()
    copy = connect(draft, read_only=True, outdated=True)
    try:
        require_sound(copy, draft)
    finally:
        copy.close()


def _set_aside(record: Path, now: datetime) -> Path:
    """Keep the record, and what is still in its journal, under a name of its own; return that."""
    base = f"{DATABASE}.before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%S}"
    names = (base, *(f"{base}-{number}" for number in range(2, 100)))
    kept = next(one for one in map(record.with_name, names) if not one.exists())
    try:
        shutil.copyfile(record, kept)
        _flush(kept)
    except OSError:  # no space, or no reading it: for a moment there is no record
        record.replace(kept)
    # The old journal must not be replayed into the new record.
    journal = record.with_name(f"{DATABASE}-wal")
    if journal.exists() and journal.stat().st_size:
        journal.rename(kept.with_name(f"{kept.name}-wal"))
    journal.unlink(missing_ok=True)
    record.with_name(f"{DATABASE}-shm").unlink(missing_ok=True)
    return kept


def _refuse_foreign(target: Path, record: Path) -> None:
    """Raise where *target* is something else than a backup of ours."""
    if _same(target, record):
        raise StoreError(f"{target}: that is the record itself; name another file for the backup")
    if target.exists():
        connect(target, read_only=True, outdated=True).close()


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _settle(draft: Path, target: Path) -> None:
    """Move *draft* to *target* so that a power failure leaves the one or the other."""
    with translated(target, "writing"):
        _flush(draft)
        draft.replace(target)
        _flush(target.parent)


def _flush(path: Path) -> None:
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    with suppress(PermissionError):  # Windows opens no folder
        handle = os.open(path, flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
