"""When Telegram last answered the bot, for another process to read: the time of an empty file."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

_FILE = "polled"


class Heartbeat:
    """Marks in *data_dir* that the bot hears Telegram; a disk that takes nothing is no matter."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / _FILE

    def beat(self) -> None:
        with suppress(OSError):
            self._file.touch()

    def last(self) -> datetime | None:
        """Return when it beat last in UTC, None where it never did."""
        try:
            return datetime.fromtimestamp(self._file.stat().st_mtime, UTC)
        except OSError:
            return None
