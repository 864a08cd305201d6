"""The whole bot against a stock echo bot, at the same stand-in for Telegram, in one run.

    python -m tests.bench.telegram

First as many answers a second as each gives, then what a person waits when fifty messages a second
come in. Every message is another person's, every question another one. The bot understands,
searches, and commits each message before it answers; the other one sends back what it got.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from tests.soak.program import Program, WallClock, copied, fill
from tests.standin.server import Standin

ROUNDS = 3
_A_SECOND = 50
_SECONDS = 10
_LOOKED = 0.005  # seconds between two looks at what was sent: no look costs the bots time
_SETS = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Served:
    """Answers a second when all messages wait at once; seconds of each answer at a steady pace."""

    rate: float
    waits: Sequence[float]


async def main() -> None:
    questions = _questions()
    with tempfile.TemporaryDirectory() as folder:
        record = await asyncio.to_thread(fill, Path(folder) / "record")
        found: dict[str, list[Served]] = {"minutes-bot": [], "stock echo bot": []}
        for turn in range(ROUNDS):
            for name, served in found.items():
                bot = Bot(name, record, Path(folder) / f"{name}-{turn}")
                served.append(await bot.served(questions))
        _report(found, len(questions))
        spent = await Bot("profiled", record, Path(folder) / "profiled").profile(questions)
    _report_profile(spent, len(questions))


class Bot:
    """One of the programs, in a folder of its own."""

    def __init__(self, name: str, record: Path, folder: Path) -> None:
        self._name = name
        self._record = record
        self._folder = folder

    async def served(self, questions: Sequence[str]) -> Served:
        async with Standin(clock=WallClock()) as telegram, self._running(telegram):
            await telegram.updates.polled()
            await _answered(telegram, ["您好"])  # what is made at first use is made
            began = time.perf_counter()
            await _answered(telegram, questions)
            rate = len(questions) / (time.perf_counter() - began)
            waits = await _paced(telegram, questions)
        return Served(rate, waits)

    async def profile(self, questions: Sequence[str]) -> dict[str, float]:
        """Return the processor seconds that each package takes for all *questions*."""
        standin = Standin(clock=WallClock())
        async with standin as telegram, self._running(telegram) as process:
            await telegram.updates.polled()
            await _answered(telegram, questions)
            process.terminate()
            out, _ = await process.communicate()
        found: dict[str, float] = json.loads(out)
        return found

    @asynccontextmanager
    async def _running(self, telegram: Standin) -> AsyncIterator[Process]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", *self._command(telegram)), stdout=PIPE, stderr=PIPE
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.terminate()
                await process.communicate()

    def _command(self, telegram: Standin) -> Sequence[str]:
        if self._name == "stock echo bot":
            return "tests.bench.echo", telegram.base_url, telegram.token
        program = Program(copied(self._record, self._folder), telegram)
        module = "tests.bench.profiled" if self._name == "profiled" else "bot.cli"
        return module, "--config", str(program.config), "run"


async def _answered(telegram: Standin, questions: Sequence[str]) -> None:
    """Ask everything at once, each by somebody else, and wait for all answers."""
    asked = set()
    for question in questions:
        person = telegram.person(_next(telegram))
        asked.add(person.id)
        await person.says(question)
    await _sent(telegram, asked)


async def _paced(telegram: Standin, questions: Sequence[str]) -> list[float]:
    """Ask at a steady pace; return the seconds between each question and its answer."""
    asked: dict[int, float] = {}
    began = time.perf_counter()
    for number in range(_A_SECOND * _SECONDS):
        await asyncio.sleep(max(0.0, began + number / _A_SECOND - time.perf_counter()))
        person = telegram.person(_next(telegram))
        asked[person.id] = telegram.clock()
        await person.says(questions[number % len(questions)])
    answered = await _sent(telegram, asked.keys())
    return [answered[person] - at for person, at in asked.items()]


def _next(telegram: Standin) -> int:
    return max(telegram.world.chats, default=0) + 1


async def _sent(telegram: Standin, people: AbstractSet[int]) -> dict[int, float]:
    """Wait until all *people* were sent something; return when each first was."""
    found: dict[int, float] = {}
    seen = 0
    while not people <= found.keys():
        await asyncio.sleep(_LOOKED)
        for call in telegram.calls[seen:]:
            if call.method == "sendMessage" and not call.done:
                break
            seen += 1
            if call.method == "sendMessage":
                found.setdefault(int(call.arguments["chat_id"]), call.at)
    return found


def _questions() -> list[str]:
    """Return the questions of one turn that ship with the tests, none twice."""
    lines = [
        json.loads(line)["turns"]
        for name in ("questions-dev.jsonl", "questions.jsonl")
        for line in (_SETS / name).read_text(encoding="utf-8").splitlines()
    ]
    return list(dict.fromkeys(turns[0] for turns in lines if len(turns) == 1))


def _report(found: dict[str, list[Served]], number: int) -> None:
    say(f"{number} questions, {ROUNDS} rounds in turn")
    say("| bot | answers/s | p50 at 50/s | p99 at 50/s |\n| --- | --- | --- | --- |")
    for name, served in found.items():
        waits = [wait * 1e3 for one in served for wait in one.waits]
        rate = median(one.rate for one in served)
        say(
            f"| {name} | {rate:.0f} | {median(waits):.0f} ms | {quantiles(waits, n=100)[98]:.0f} ms |"
        )
    own, other = (median(one.rate for one in served) for served in found.values())
    say(f"\n{own / other:.2f} times the rate of the stock echo bot")


def _report_profile(spent: dict[str, float], number: int) -> None:
    total = sum(spent.values())
    say(
        f"\nwhere the time goes, of {total / number * 1e3:.1f} ms of processor a message, profiled:"
    )
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1])[:10]:
        say(f"  {seconds / total:4.0%} {name}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
