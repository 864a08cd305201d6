"""The program as a process of its own, against the stand-in."""

from __future__ import annotations

import asyncio
import re
import shutil
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

from knowledge.backups import DATABASE
from knowledge.chats import Chats
from knowledge.inbox import Inbox
from knowledge.outbox import Outbox, State
from knowledge.schema import connect
from knowledge.service import Knowledge
from tests.standin.server import Standin
from tests.standin.world import Clock

_OF_THE_MACHINE = "TimedOut"


class WallClock(Clock):
    """The time that passes by itself, for what is measured in seconds."""

    passes = True

    def __call__(self) -> float:
        return time.time()


class Program:
    """The bot of one data directory; what all its processes wrote is in `log`."""

    def __init__(self, folder: Path, telegram: Standin, admins: Sequence[int] = ()) -> None:
        self.data = folder / "data"
        self.log = ""
        self._telegram = telegram
        self.config = folder / "bot.toml"
        keys = {
            "token": telegram.token,
            "base_url": telegram.base_url,
            "base_file_url": telegram.base_file_url,
        }
        lines = [f'{key} = "{value}"' for key, value in keys.items()]
        lines.append(f"admins = {list(admins)}")
        self.config.write_text(
            "\n".join(["[telegram]", *lines, "[storage]", 'data_dir = "data"']), encoding="utf-8"
        )

    async def command(self, *words: str) -> tuple[int, str]:
        """Run a command; return its status and all that it wrote."""
        process = await self._start(*words)
        out, err = await process.communicate()
        return process.returncode or 0, (out + err).decode()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Process]:
        """Run the bot; when the block ends without it being ended, it is told to stop."""
        process = await self._start("run")
        reading = asyncio.create_task(process.communicate())
        try:
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            out, err = await reading
            self.log += (out + err).decode()

    async def ended(self, process: Process) -> float:
        """Tell the bot to stop; return the seconds that it takes for that."""
        began = time.perf_counter()
        process.send_signal(signal.SIGTERM)
        await process.wait()
        return time.perf_counter() - began

    async def killed_at(self, calls: int, delay: float) -> None:
        """Run the bot until it has made so many *calls*, and *delay* seconds longer; kill -9."""
        async with self.running() as process:
            await self._telegram.called_times(len(self._telegram.calls) + calls)
            await asyncio.sleep(delay)
            process.kill()
            await process.wait()

    async def _start(self, *words: str) -> Process:
        command = (sys.executable, "-m", "bot.cli", "--config", str(self.config), *words)
        return await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE)

    def unanswered(self) -> dict[str, int]:
        """The questions that were not answered, and how often each was counted."""
        db = connect(self.data / DATABASE, read_only=True)
        try:
            return {one.text: one.times for one in Chats(db).unanswered()}
        finally:
            db.close()

    def waiting(self) -> int:
        """How many updates are not done."""
        db = connect(self.data / DATABASE, read_only=True)
        try:
            return len(Inbox(db).waiting())
        finally:
            db.close()

    async def worked_off(self, patience: float = 60.0) -> int:
        """Wait until every update is done; return how many are not after *patience* seconds."""
        until = time.monotonic() + patience
        while (left := self.waiting()) and time.monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(0.2)
        return left

    def unsent(self) -> bool:
        """Tell whether a notice waits to be sent, or is on its way."""
        db = connect(self.data / DATABASE, read_only=True)
        try:
            return bool(Outbox(db).counts().keys() - {state.value for state in State})
        finally:
            db.close()

    @staticmethod
    def memory(process: Process) -> float:
        """Return the megabytes that a process holds now."""
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0

    @property
    def longest_line(self) -> int:
        """The bytes of the longest line of the log."""
        return max((len(line.encode()) for line in self.log.splitlines()), default=0)

    @property
    def failures(self) -> list[str]:
        """What the log says of each handler that failed, but for want of time."""
        lines = self.log.splitlines()
        return [
            after
            for line, after in pairwise(lines)
            if line.endswith(" handler_failed") and not after.startswith(_OF_THE_MACHINE)
        ]

    @property
    def tokens(self) -> int:
        """How often the token, or anything of its shape, stands in the log."""
        return len(re.findall(r"\d{5,}:[A-Za-z0-9_-]{20,}", self.log))


def fill(record: Path) -> Path:
    """Make the data directory *record*, with the four minutes in it, to be copied."""

    async def made() -> None:
        async with Knowledge.open(record):
            pass

    record.mkdir()
    asyncio.run(made())
    return record


def copied(record: Path, folder: Path) -> Path:
    """Return a new *folder* with a copy of the data directory *record* in it."""
    folder.mkdir(parents=True)
    shutil.copytree(record, folder / "data")
    return folder
