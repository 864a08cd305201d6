"""One process writes to a data directory at a time; a lock file says which."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from knowledge.errors import KnowledgeError

_LOCK = "lock"
_HOLDER = "lock.pid"


class BusyError(KnowledgeError):
    """Another process writes to the data directory; names it."""


class DataDirError(KnowledgeError):
    """The data directory cannot be made or written."""


@contextmanager
def writing(data_dir: Path) -> Iterator[None]:
    """Hold the lock of *data_dir*, which is made where it is missing.

    Raises BusyError at once where another process holds it, DataDirError where the folder
    cannot be written.
    """
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data_dir / _LOCK, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise BusyError(
            f"{data_dir}: in use by process {_holder(data_dir)}; stop it first"
        ) from error
    except OSError as error:
        raise DataDirError(
            f"{data_dir}: cannot be written ({error.strerror}); "
            "make it writable or name another data_dir"
        ) from error
    try:
        with suppress(OSError):
            (data_dir / _HOLDER).write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        with suppress(OSError):
            (data_dir / _HOLDER).unlink()
        lock.release()


def holder(data_dir: Path) -> str | None:
    """Return the process that writes to *data_dir* now, None where none does."""
    return _holder(data_dir) if is_held(data_dir) else None


def is_held(data_dir: Path) -> bool:
    """Tell whether a process, this one or another, holds the lock of *data_dir*."""
    try:
        with FileLock(data_dir / _LOCK, timeout=0):
            return False
    except (Timeout, OSError):
        return True


def _holder(data_dir: Path) -> str:
    try:
        return (data_dir / _HOLDER).read_text(encoding="ascii").strip() or "unknown"
    except OSError:
        return "unknown"
