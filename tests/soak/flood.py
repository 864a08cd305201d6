"""One person floods the bot while another one asks now and then."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from math import floor
from pathlib import Path
from statistics import quantiles

from bot.fairness import LIMITS
from bot.updates import Kind
from tests.soak.figures import Figure, at_most, none_of, noted, within
from tests.soak.program import Program, WallClock, copied
from tests.standin.people import Person
from tests.standin.server import Standin

SECONDS, A_SECOND = 60, 100
_MOST_MEGABYTES = 50
_SLOWEST = 1.0  # second, for nineteen answers of twenty
_QUESTION = "月票後來怎麼決定"


async def soak(
    record: Path, folder: Path, seconds: int = SECONDS, a_second: int = A_SECOND
) -> list[Figure]:
    """Let one person send *a_second* messages for *seconds*, and another one ask every second."""
    async with Standin(clock=WallClock()) as telegram:
        flooder, other = telegram.person(7), telegram.person(8)
        program = Program(copied(record, folder), telegram)
        async with program.running() as process:
            await answered(other)
            before = program.memory(process)
            flood = asyncio.create_task(_flood(flooder, seconds, a_second))
            began = time.perf_counter()
            waits = [await paced(other) for _ in range(seconds)]
            await flood
            passed = time.perf_counter() - began
            heard, grown = flooder.unheard, program.memory(process) - before
            waiting = program.waiting()
    limit = LIMITS[Kind.MESSAGE]
    return [
        noted("messages of the flood", seconds * a_second),
        within("the answer to somebody else, p95", p95(waits), _SLOWEST),
        at_most("answers to the flood", heard, limit.burst + floor(passed * limit.a_second) + 1),
        at_most("updates that wait after it", waiting, limit.waiting + limit.burst),
        at_most("megabytes more", round(grown, 1), _MOST_MEGABYTES),
        none_of("refused calls", len(telegram.rejected)),
        none_of("token in the log", program.tokens),
    ]


async def _flood(person: Person, seconds: int, a_second: int) -> None:
    began = time.perf_counter()
    for number in range(seconds * a_second):
        await person.says(_QUESTION)
        await asyncio.sleep(max(0.0, began + number / a_second - time.perf_counter()))


async def paced(person: Person) -> float:
    """Ask, and return how long the answer took; the whole takes a second or more."""
    took = await answered(person)
    await asyncio.sleep(max(0.0, 1.05 - took))
    return took


async def answered(person: Person) -> float:
    began = time.perf_counter()
    await person.says(_QUESTION)
    await person.hears()
    return time.perf_counter() - began


def p95(waits: Sequence[float]) -> float:
    return round(quantiles(waits, n=20)[-1], 3)
