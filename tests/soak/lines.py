"""Lines that break: before and after an answer or a notice got through, and while polling."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.soak.fanout import all_sent, people_of, publish, told
from tests.soak.figures import Figure, at_most, none_of, noted, within
from tests.soak.program import Program, WallClock, copied
from tests.standin.faults import Faults
from tests.standin.people import Person
from tests.standin.refusal import Refused
from tests.standin.server import Standin

ANSWERS, NOTICES = 300, 100
TIMED_OUT = 2  # of each; such a one takes twenty seconds
_SHARE = 0.3  # of the calls that break
_POLLS = 4  # that break one after the other: the bot waits longer and longer between them
_LONGEST_OUTAGE = 35.0  # seconds until the bot is back after that
_QUESTION = "月票後來怎麼決定"

Break = tuple[Callable[[Faults, str], object], bool]  # and whether it took effect

_TIME_OUT: Break = (lambda faults, method: faults.holds(method, after=True), True)
_BREAKS: Sequence[Break] = (
    (lambda faults, method: faults.resets(method), False),
    (lambda faults, method: faults.resets(method, after=True), True),
    (lambda faults, method: faults.garbles(method, 502), False),
    (lambda faults, method: faults.garbles(method, 200, after=True), True),
    (lambda faults, method: faults.refuses(method, Refused(code=500)), False),
)


async def soak(
    record: Path,
    folder: Path,
    answers: int = ANSWERS,
    notices: int = NOTICES,
    timed_out: int = TIMED_OUT,
) -> list[Figure]:
    """Break the lines of answers, of polls and of notices; some are silent until a time-out."""
    return [
        *await _answers(record, folder / "answers", answers, timed_out),
        *await _outage(record, folder / "polls"),
        *await _notices(record, folder / "notices", notices, timed_out),
    ]


async def _answers(record: Path, folder: Path, total: int, timed_out: int) -> list[Figure]:
    async with Standin(clock=WallClock()) as telegram:
        unclear = _break(telegram.faults, "sendMessage", total, timed_out)
        _break(telegram.faults, "getUpdates", total // 20)
        program = Program(copied(record, folder), telegram)
        async with program.running():
            people = [telegram.person(7 + number) for number in range(total)]
            for person in people:
                await person.says(_QUESTION)
            await asyncio.gather(*(_heard(person) for person in people))
            lost = await program.worked_off()
        twice = sum(person.unheard - 1 for person in people)
    return [
        noted("questions on lines that break", total),
        none_of("answers lost", lost),
        noted("sendings of which it is unclear whether they arrived", unclear),
        at_most("answers that came twice", twice, unclear),
    ]


async def _outage(record: Path, folder: Path) -> list[Figure]:
    async with Standin(clock=WallClock()) as telegram:
        program, person = Program(copied(record, folder), telegram), telegram.person(7)
        async with program.running():
            await telegram.updates.polled()
            for _ in range(_POLLS):
                telegram.faults.garbles("getUpdates", 502)
            telegram.updates.wake()
            while telegram.faults.left("getUpdates"):  # noqa: ASYNC110 - polls of another process
                await asyncio.sleep(0.1)
            began = time.perf_counter()
            await person.says(_QUESTION)
            await _heard(person)
            seconds = time.perf_counter() - began
    return [within("until it is back after an outage", seconds, _LONGEST_OUTAGE)]


async def _notices(record: Path, folder: Path, chats: int, timed_out: int) -> list[Figure]:
    async with Standin(clock=WallClock()) as telegram:
        people = people_of(telegram, chats)
        unclear = _break(telegram.faults, "sendMessage", chats, timed_out)
        program = Program(copied(record, folder), telegram)
        publish(folder / "data", people)
        async with program.running():
            await all_sent(program)
        times = told(telegram)
    return [
        noted("notices on lines that break", chats),
        none_of("chats not told", sum(not times[chat] for chat in people)),
        noted("sendings of which it is unclear whether they arrived", unclear),
        at_most("chats told twice", sum(times[chat] - 1 for chat in people), unclear),
    ]


def _break(faults: Faults, method: str, calls: int, timed_out: int = 0) -> int:
    """Let a share of the next *calls* break; return of how many it is unclear what became."""
    chance, unclear = random.Random(5), 0  # noqa: S311
    breaks = [_TIME_OUT] * timed_out
    for _ in range(calls):
        if chance.random() >= _SHARE:
            faults.passes(method)
            continue
        strike, effect = breaks.pop() if breaks else chance.choice(_BREAKS)
        strike(faults, method)
        unclear += effect
    return unclear


async def _heard(person: Person) -> None:
    """Wait for an answer longer than a test would: a line that is dead is tried again."""
    while not person.unheard:  # noqa: ASYNC110 - it comes over HTTP
        await asyncio.sleep(0.1)
