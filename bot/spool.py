"""Files handed to the bot that runs: `ingest` puts them into a folder and reads the verdict.

A job is a folder in `<data_dir>/spool`, made under another name and moved there whole. The bot
writes its verdict beside the file, and who asked removes the job. What is left by a process
that was killed is taken up by the next bot, or removed by it where a verdict stands already.
"""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import uuid4

from knowledge.errors import KnowledgeError

logger = logging.getLogger(__name__)

FOLDER = "spool"
_VERDICT = "verdict.json"
_DOCUMENT = "document"  # a folder for the file, whose own name may be anything
_LOOK_SECONDS = 0.3


class SpoolError(KnowledgeError):
    """A file that could not be handed over; says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a file: lines for the person who handed it over."""

    lines: tuple[str, ...]
    failed: bool = False


Publish = Callable[[Path], Awaitable[Verdict]]


class Spool:
    """The bot's side: publishes what is handed over, one file after another."""

    def __init__(
        self,
        data_dir: Path,
        publish: Publish,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._folder = data_dir / FOLDER
        self._publish = publish
        self._pause = pause

    async def run(self) -> None:
        """Look for jobs until cancelled."""
        self._clear()
        while True:
            try:
                await self.look()
            except OSError as error:
                logger.warning("spool_unreadable error=%r", error.strerror)
            await self._pause(_LOOK_SECONDS)

    async def look(self) -> None:
        """Publish every job that waits, in the order of their names."""
        for job in self._jobs():
            for file in sorted((job / _DOCUMENT).iterdir()):
                _write(job / _VERDICT, await self._publish(file))

    def _jobs(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        waiting = (job for job in self._folder.iterdir() if (job / _DOCUMENT).is_dir())
        whole = (job for job in waiting if not job.name.startswith("."))
        return sorted(job for job in whole if not (job / _VERDICT).exists())

    def _clear(self) -> None:
        """Remove what nobody waits for any more: jobs with a verdict, half made ones."""
        if self._folder.is_dir():
            for job in self._folder.iterdir():
                if job.name.startswith(".") or (job / _VERDICT).exists():
                    shutil.rmtree(job, ignore_errors=True)


def hand_over(
    data_dir: Path,
    file: Path,
    running: Callable[[], bool],
    pause: Callable[[float], None] = time.sleep,
) -> Verdict:
    """Give *file* to the bot that runs on *data_dir* and return its verdict.

    *running* tells whether it still runs. Raises SpoolError where the file cannot be handed
    over or the bot ends without a verdict.
    """
    job = _handed(data_dir / FOLDER, file)
    try:
        while running():
            if (verdict := _read(job / _VERDICT)) is not None:
                return verdict
            pause(_LOOK_SECONDS / 3)
        verdict = _read(job / _VERDICT)
        if verdict is None:
            raise SpoolError(f"{file}: the bot ended before it read the file; hand it over again")
        return verdict
    finally:
        shutil.rmtree(job, ignore_errors=True)


def _handed(spool: Path, file: Path) -> Path:
    name = f"{time.time_ns():020d}-{uuid4().hex[:8]}"
    draft = spool / f".{name}"
    try:
        (draft / _DOCUMENT).mkdir(parents=True)
        shutil.copyfile(file, draft / _DOCUMENT / file.name)
        return draft.rename(spool / name)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise SpoolError(f"{file}: cannot be handed to the bot ({error.strerror})") from error


def _write(file: Path, verdict: Verdict) -> None:
    draft = file.with_suffix(".draft")
    try:
        draft.write_text(json.dumps(asdict(verdict), ensure_ascii=False), encoding="utf-8")
        draft.replace(file)
    except OSError as error:
        # Who waited is gone, or the disk is full; the minutes are recorded or refused anyway.
        logger.warning("verdict_unwritten error=%r", error.strerror)


def _read(file: Path) -> Verdict | None:
    with suppress(OSError, ValueError, KeyError):
        kept: dict[str, Sequence[str]] = json.loads(file.read_text(encoding="utf-8"))
        return Verdict(tuple(kept["lines"]), bool(kept["failed"]))
    return None
