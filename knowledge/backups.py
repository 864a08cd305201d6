"""Copies of the record: made beside a running bot, proved before they count, put back whole."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from knowledge.errors import StoreError
from knowledge.schema import connect, translated

DATABASE = "minutes.db"
INDEX = "index"


def backup(data_dir: Path, target: Path) -> None:
    """Write a whole and proved copy of the record in *data_dir* to *target*.

    An earlier backup there is replaced at the end, or not at all. Raises StoreError where the
    record cannot be read, the copy is not sound, or *target* is another file.
    """
    _refuse_foreign(target)
    draft = target.with_name(f".{target.name}.new")
    draft.unlink(missing_ok=True)
    db = connect(data_dir / DATABASE, read_only=True)
    try:
        with translated(draft, "writing the backup"):
            db.execute("pragma query_only = off")  # the copy is written, not the record
            db.execute("vacuum into ?", [str(draft)])
    finally:
        db.close()
    try:
        _prove(draft)
        _settle(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def restore(source: Path, data_dir: Path, now: datetime) -> Path | None:
    """Put the backup *source* in the place of the record; return where that one is kept now.

    The bot must not run. The index is removed, for it is made of the record at the next start.
    Raises StoreError, with the record untouched, where *source* is no sound backup.
    """
    _prove(source)
    record = data_dir / DATABASE
    draft = record.with_name(f"{DATABASE}.restored")
    with translated(draft, "copying the backup"):
        data_dir.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, draft)
        _flush(draft)
    kept = record.with_name(f"{DATABASE}.before-{now:%Y%m%d-%H%M%S}") if record.exists() else None
    with translated(record, "putting the backup in its place"):
        shutil.rmtree(data_dir / INDEX, ignore_errors=True)
        # What is still in the old journal belongs to the old record, and to no other.
        for journal in ("-wal", "-shm"):
            _move(record.with_name(DATABASE + journal), f"{kept.name}{journal}" if kept else None)
        _move(record, kept.name if kept else None)
        _settle(draft, record)
    return kept


def _move(file: Path, name: str | None) -> None:
    if file.exists():
        file.rename(file.with_name(name)) if name else file.unlink()


def _refuse_foreign(target: Path) -> None:
    """Raise where *target* is something else than a backup of ours."""
    if target.exists():
        connect(target, read_only=True).close()


def _prove(copy: Path) -> None:
    """Raise StoreError where *copy* is not a whole database of ours."""
    if not copy.is_file():
        raise StoreError(f"{copy}: there is no such backup; name the file that `backup` wrote")
    db = connect(copy, read_only=True)
    try:
        with translated(copy, "checking the copy"):
            found = [row[0] for row in db.execute("pragma integrity_check(1)")]
    finally:
        db.close()
    if found != ["ok"]:
        raise StoreError(f"{copy}: the copy is damaged ({found[0]}); take another backup")


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
