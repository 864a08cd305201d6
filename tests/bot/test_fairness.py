"""A person's flood is answered up to a burst, then slowly, and is nobody else's trouble."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.fairness import LIMITS, Allowances, Limit
from bot.turns import Turns
from bot.updates import Kind, Line, Origin
from tests.bot.running import QUESTION, RESOLUTION, ask, running
from tests.standin.people import Person
from tests.standin.server import Standin

MESSAGES = LIMITS[Kind.MESSAGE]
FLOOD = 100


class Time:
    """Seconds that pass when somebody waits; nobody waits in fact."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def pause(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


class Served:
    """What was handled, and when; how many were left out."""

    def __init__(self, time: Time) -> None:
        self._time = time
        self.at: list[tuple[float, str]] = []
        self.told: list[tuple[int, str]] = []

    async def handle(self, item: str) -> None:
        await asyncio.sleep(0)
        self.at.append((self._time.now, item))

    async def tell(self, total: int, item: str) -> None:
        self.told.append((total, item))


def line(person: str, kind: Kind = Kind.MESSAGE) -> Line:
    return Line(person, kind)


def turns_of(served: Served, time: Time) -> Turns[str]:
    return Turns(served.handle, served.tell, Allowances(time), time.pause)


async def worked_off(turns: Turns[str]) -> None:
    await asyncio.gather(*turns._tasks)


async def test_a_burst_is_answered_at_once_and_the_rest_an_item_a_second() -> None:
    time = Time()
    served, flood = Served(time), Origin("7", line("7"))
    turns = turns_of(served, time)
    kept = [turns.add(flood, str(number)) for number in range(FLOOD)]
    assert kept.count(True) == MESSAGES.burst + MESSAGES.waiting
    await worked_off(turns)
    assert [item for _, item in served.at] == [str(n) for n in range(kept.count(True))]
    assert served.at[MESSAGES.burst - 1][0] == 0
    assert served.at[-1][0] == pytest.approx(MESSAGES.waiting)
    assert served.told == [(FLOOD - kept.count(True), str(FLOOD - 1))]


async def test_buttons_do_not_wait_behind_messages_and_have_more_room() -> None:
    time = Time()
    served = Served(time)
    turns = turns_of(served, time)
    for number in range(MESSAGES.burst + 1):
        turns.add(Origin("7", line("7")), f"message {number}")
    for number in range(MESSAGES.burst + 1):
        turns.add(Origin("7", line("7", Kind.BUTTON)), f"button {number}")
    await worked_off(turns)
    order = [item for _, item in served.at]
    assert order.index(f"message {MESSAGES.burst}") > order.index("button 0")
    assert f"button {MESSAGES.burst}" in order
    assert (1.0, f"message {MESSAGES.burst}") in served.at


async def test_two_people_in_a_group_take_turns() -> None:
    time = Time()
    served = Served(time)
    turns = turns_of(served, time)
    for number in range(3):
        turns.add(Origin("-7", line("flooder")), f"flooder {number}")
    turns.add(Origin("-7", line("other")), "other")
    await worked_off(turns)
    assert [item for _, item in served.at].index("other") == 1


def test_an_allowance_comes_back_with_time() -> None:
    time = Time()
    allowances = Allowances(time, {Kind.MESSAGE: Limit(burst=2, a_second=0.5, waiting=3)})
    one = line("7")
    assert (allowances.wait(one), allowances.room(one)) == (0, 5)
    allowances.spend(one)
    allowances.spend(one)
    assert (allowances.wait(one), allowances.room(one)) == (2, 3)
    time.now = 2
    assert (allowances.wait(one), allowances.room(one)) == (0, 4)
    time.now = 100
    assert (allowances.wait(one), allowances.room(one)) == (0, 5)


def test_of_many_people_only_those_who_asked_just_now_are_remembered() -> None:
    time = Time()
    allowances = Allowances(time)
    for number in range(5_000):
        time.now = float(number)
        allowances.spend(line(str(number)))
    assert len(allowances._whole_at) <= 2_000


@pytest.fixture
async def flooded(
    telegram: Standin, person: Person, data_dir: Path
) -> AsyncIterator[tuple[Standin, Person]]:
    """The bot, to which *person* has sent far more than it answers; then another one asks."""
    for _ in range(FLOOD):
        await person.says(QUESTION)
    async with running(telegram, data_dir):
        yield telegram, person


async def test_a_flood_delays_nobody_else_and_its_end_is_said_in_one_line(
    flooded: tuple[Standin, Person],
) -> None:
    telegram, person = flooded
    other = telegram.person(8)
    assert RESOLUTION in (await ask(other, QUESTION)).text
    for _ in range(MESSAGES.burst):
        assert RESOLUTION in (await person.hears()).text
    assert person.unheard <= 1
    assert telegram.rejected == []


async def test_what_was_left_out_is_said_when_the_bot_stops(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    for _ in range(FLOOD):
        await person.says(QUESTION)
    async with running(telegram, data_dir):
        for _ in range(MESSAGES.burst):
            await person.hears()
    while "沒有處理" not in (text := (await person.hears()).text):
        assert RESOLUTION in text
    assert f"有 {FLOOD - MESSAGES.burst - MESSAGES.waiting} 則" in text
