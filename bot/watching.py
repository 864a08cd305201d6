"""A folder that is watched for new minutes: what settles there is published and moved.

Recorded files go to `done/`, refused ones to `rejected/` with the reason in a text beside.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from bot.spool import Publish
from knowledge.documents.reader import SUFFIXES

logger = logging.getLogger(__name__)

DONE, REJECTED = "done", "rejected"
# A file is settled when it looks the same after so long: copying over a slow line is not over
# while its size or time still changes.
_LOOK_SECONDS = 2.0

# What people take for minutes though it cannot be read is refused, so that it is not waited for.
_MISTAKEN = (
    ".doc",
    ".rtf",
    ".wps",
    ".pages",
    ".htm",
    ".html",
    ".jpg",
    ".jpeg",
    ".png",
    ".tif",
    ".zip",
)

_Look = tuple[int, int]  # size and time of a file


class Watch:
    """Watches *folder*; *clock* gives the time for names that are taken already."""

    def __init__(
        self,
        folder: Path,
        publish: Publish,
        clock: Callable[[], datetime],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._folder = folder
        self._publish = publish
        self._clock = clock
        self._pause = pause
        self._seen: dict[Path, _Look] = {}
        self._stuck: set[Path] = set()  # could not be moved away: not published again and again

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            await self.look()
            await self._pause(_LOOK_SECONDS)

    async def look(self) -> None:
        """Publish the files that have not changed since the last look."""
        try:
            now = {file: _look(file) for file in sorted(self._folder.iterdir()) if _is_new(file)}
        except OSError as error:
            logger.warning("watch_unreadable error=%r", error.strerror)
            return
        settled = [file for file, look in now.items() if self._seen.get(file) == look]
        self._seen = now
        self._stuck &= now.keys()
        for file in settled:
            if file not in self._stuck:
                await self._take(file)

    async def _take(self, file: Path) -> None:
        verdict = await self._publish(file)
        became = REJECTED if verdict.failed else DONE
        try:
            self._move(file, became, verdict.lines)
            logger.info("watched file=%s became=%s", file.name, became)
        except OSError as error:
            self._stuck.add(file)
            logger.warning("watch_not_moved file=%s error=%r", file.name, error.strerror)

    def _move(self, file: Path, name: str, lines: tuple[str, ...]) -> None:
        folder = self._folder / name
        folder.mkdir(exist_ok=True)
        target = folder / file.name
        if target.exists():
            target = folder / f"{file.stem}-{self._clock():%Y%m%d-%H%M%S-%f}{file.suffix}"
        if name == REJECTED:
            reason = target.with_name(target.name + ".reason.txt")
            reason.write_text("\n".join(lines) + "\n", encoding="utf-8")
        file.rename(target)


def _is_new(file: Path) -> bool:
    known = file.suffix.lower() in (*SUFFIXES, *_MISTAKEN)
    return known and file.is_file() and not file.name.startswith((".", "~$"))


def _look(file: Path) -> _Look:
    status = file.stat()
    return status.st_size, status.st_mtime_ns
