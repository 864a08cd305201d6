"""kill -9 under load: no update is lost, no effect comes twice, the database stays whole."""

from __future__ import annotations

import random
from pathlib import Path

from tests.soak.figures import Figure, none_of, noted
from tests.soak.program import Program, copied
from tests.standin.people import Person
from tests.standin.server import Standin

RUNS = 50
_EACH_TIME = 20  # updates; of all of them half are counted, and the record counts a thousand
_LEAST_CALLS = 5 + _EACH_TIME  # of a process that is left alone: it greets, polls and answers
_LONGEST_DELAY = 0.05  # seconds after a call, so that a kill hits whatever is between two


async def soak(record: Path, folder: Path, runs: int = RUNS, seed: int = 1) -> list[Figure]:
    """Kill the bot *runs* times, at random calls to Telegram; then let it answer everything."""
    chance = random.Random(seed)  # noqa: S311
    async with Standin() as telegram:
        program = Program(copied(record, folder), telegram)
        people: list[Person] = []
        for _ in range(runs):
            people += await _crowd(telegram, first=len(people) + 1)
            calls, delay = chance.randint(1, _LEAST_CALLS), chance.random() * _LONGEST_DELAY
            await program.killed_at(calls, delay)
        people += await _crowd(telegram, first=len(people) + 1)
        async with program.running():
            for person in people:
                await person.hears()
            lost = await program.worked_off()
        status, found = await program.command("check")
    counted = program.unanswered()
    strange = [_strange(person.id) for person in people if person.id % 2]
    return [
        noted("kills", runs),
        noted("updates", len(people)),
        none_of("updates lost", lost),
        none_of("effects lost", sum(text not in counted for text in strange)),
        none_of("effects twice", sum(times - 1 for times in counted.values())),
        noted("answers twice", sum(person.unheard for person in people)),
        none_of("refused calls", len(telegram.rejected)),
        none_of("token in the log", program.tokens),
        Figure("check of the database", found.splitlines()[-1].split(":")[0], "", status == 0),
    ]


async def _crowd(telegram: Standin, first: int) -> list[Person]:
    """Let people ask who have not asked before: half of them what is counted as unanswered."""
    people = [telegram.person(first + number) for number in range(_EACH_TIME)]
    for person in people:
        await person.says(_strange(person.id) if person.id % 2 else "月票後來怎麼決定")
    return people


def _strange(number: int) -> str:
    """A question that no minutes answer, another for each *number*."""
    return f"火星殖民計畫zq{number}號的進度"
