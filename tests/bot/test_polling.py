"""Polling goes on through what passes and ends with one line for what does not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from telegram import Bot

from bot.app import QuietBot
from bot.http import AiohttpRequest
from bot.polling import Polling, PollingError
from bot.updates import Raw
from knowledge.errors import StoreError, WritingRefused
from tests.standin.refusal import Refused
from tests.standin.server import Standin


@dataclass
class Taken:
    """An inbox that remembers what it was given; `refusals` are raised first, one a call."""

    ids: list[int] = field(default_factory=list)
    refusals: list[StoreError] = field(default_factory=list)

    async def put(self, updates: Sequence[Raw]) -> None:
        if self.refusals:
            raise self.refusals.pop(0)
        self.ids += [raw["update_id"] for raw in updates]


class Pauses:
    """Waits no time; `seconds` has what was asked for."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.begun = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        self.begun.set()
        await asyncio.sleep(0)


@pytest.fixture
async def bot(telegram: Standin) -> AsyncIterator[Bot]:
    """A bot as the program has it: one that has greeted Telegram takes refusals in another way."""
    async with QuietBot(
        telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=1),
    ) as bot:
        yield bot


KINDS = ("message",)


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest.fixture
async def pauses() -> Pauses:
    return Pauses()


@asynccontextmanager
async def going(polling: Polling) -> AsyncIterator[None]:
    task = asyncio.create_task(polling.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await polling.stop()


@pytest.mark.parametrize(
    ("refusal", "pause"),
    [
        (Refused(code=401), 1.0),
        (Refused(code=404), 1.0),
        (Refused("terminated by other getUpdates request", 409), 1.0),
        (Refused("bad gateway", 502), 1.0),
        (Refused("retry later", 429, retry_after=5), 5.5),
    ],
)
async def test_what_is_refused_for_a_moment_is_asked_again(
    telegram: Standin, bot: Bot, taken: Taken, pauses: Pauses, refusal: Refused, pause: float
) -> None:
    telegram.faults.refuses("getUpdates", refusal)
    async with going(Polling(bot, taken, KINDS, pauses)):
        await telegram.updates.polled()
        number = telegram.push({"message": {}})
        await telegram.updates.polled()
    assert taken.ids == [number]
    assert pauses.seconds == [pause]


@pytest.mark.parametrize("fault", ["garbles", "resets"])
async def test_a_broken_line_is_tried_again_with_longer_and_longer_pauses(
    telegram: Standin, bot: Bot, taken: Taken, pauses: Pauses, fault: str
) -> None:
    for _ in range(7):
        getattr(telegram.faults, fault)("getUpdates")
    async with going(Polling(bot, taken, KINDS, pauses)):
        await telegram.updates.polled()
    assert pauses.seconds == [1, 2, 4, 8, 16, 30, 30]


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (Refused(code=401), "refuses the token"),
        (Refused("terminated by other getUpdates request", 409), "another instance"),
        (Refused("bad gateway", 502), "bad gateway"),
    ],
)
async def test_what_lasts_ends_it_with_the_reason_in_one_line(
    telegram: Standin, bot: Bot, taken: Taken, refusal: Refused, reason: str
) -> None:
    telegram.faults.refuses("getUpdates", refusal, times=1000)
    with pytest.raises(PollingError, match=reason) as caught:
        await Polling(bot, taken, KINDS, Pauses(), dead=0.2).run()
    assert "\n" not in str(caught.value)
    assert telegram.token not in str(caught.value)


async def test_a_poll_that_is_never_answered_ends_it(
    telegram: Standin, bot: Bot, taken: Taken
) -> None:
    with pytest.raises(PollingError, match="no answer"):
        await Polling(bot, taken, KINDS, dead=0).run()


async def test_every_answer_is_a_sign_of_life(telegram: Standin, bot: Bot, taken: Taken) -> None:
    signs: list[None] = []
    async with going(Polling(bot, taken, KINDS, alive=lambda: signs.append(None))):
        for _ in range(2):
            await telegram.updates.polled()
            telegram.updates.wake()
        await telegram.updates.polled()
    assert len(signs) == 2


async def test_what_the_inbox_refuses_stays_with_telegram(
    telegram: Standin, bot: Bot, taken: Taken, pauses: Pauses
) -> None:
    taken.refusals = [WritingRefused("the disk is full; free some space on the disk")]
    number = telegram.push({"message": {}})
    async with going(Polling(bot, taken, KINDS, pauses)):
        await telegram.updates.polled()
    assert taken.ids == [number]
    offsets = [call["offset"] for call in telegram.called("getUpdates")]
    assert offsets[:3] == [0, 0, number + 1]


async def test_a_damaged_record_ends_it(telegram: Standin, bot: Bot, taken: Taken) -> None:
    taken.refusals = [StoreError("damaged; restore a backup")]
    telegram.push({"message": {}})
    with pytest.raises(StoreError, match="restore a backup"):
        await Polling(bot, taken, KINDS).run()


async def test_ids_may_begin_anew(telegram: Standin, bot: Bot, taken: Taken) -> None:
    numbers = [telegram.push({"message": {}})]
    async with going(Polling(bot, taken, KINDS)):
        await telegram.updates.polled()
        telegram.updates.next_id = 5
        numbers.append(telegram.push({"message": {}}))
        await telegram.updates.polled()
    assert taken.ids == numbers
    assert telegram.updates.unconfirmed == []


async def test_what_cannot_be_confirmed_is_not_asked_for_without_a_pause(
    telegram: Standin, bot: Bot, taken: Taken, pauses: Pauses
) -> None:
    """Telegram would send it again at once, for ever."""
    telegram.updates.next_id = 2**31
    telegram.push({"message": {}})
    async with going(Polling(bot, taken, KINDS, pauses)):
        await pauses.begun.wait()
    assert pauses.seconds[0] > 0


async def test_a_webhook_that_was_set_before_is_taken_away(
    telegram: Standin, bot: Bot, taken: Taken
) -> None:
    telegram.world.hook.set({"url": "https://example.org/"})
    async with going(Polling(bot, taken, KINDS)):
        await telegram.updates.polled()
    assert telegram.rejected == []
