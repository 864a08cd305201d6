"""The sender of notices and the hard cases: silence, days without a line, clocks that are set."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import QuietBot
from bot.http import AiohttpRequest
from bot.outbox import Sender, Times
from bot.rates import Rates
from bot.reporting import Reporting
from handlers.notices import notice_card
from knowledge.followed import Pace
from knowledge.outbox import Notice
from knowledge.service import Knowledge
from tests.bot.running import NOON, TODAY, ask, running
from tests.bot.test_following import rows
from tests.bot.test_notices import follows
from tests.bot.test_publishing import MINUTES, NAME, sends
from tests.standin.people import Person
from tests.standin.refusal import Refused
from tests.standin.server import Standin

ADMIN = 11
_MOST_STEPS = 10_000  # of a sender that does not come to an end


class Clock:
    """A clock that pauses set forward, and a test in any direction."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now
        self._begun = now

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return (self.now - self._begun).total_seconds()

    async def pause(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        await asyncio.sleep(0)


class Impatient(AiohttpRequest):
    """Waits for no answer longer than a moment."""

    async def do_request(self, *request: Any, **how: Any) -> tuple[int, bytes]:
        return await super().do_request(*request, **{**how, "read_timeout": 0.2})


@asynccontextmanager
async def mailing(telegram: Standin, door: Knowledge, clock: Clock) -> AsyncIterator[None]:
    """Send what is in the outbox while the block runs."""
    urls = {"base_url": telegram.base_url, "base_file_url": telegram.base_file_url}
    rates = Rates(clock.seconds)
    async with QuietBot(telegram.token, **urls, request=Impatient()) as bot:

        async def render(notice: Notice) -> Any:
            return await notice_card(notice.body, door)

        admins = Reporting(bot, door, rates, (ADMIN,), clock.pause)
        sender = Sender(bot, door, render, rates, Times(clock, clock.pause), admins)
        sending = asyncio.create_task(sender.run())
        try:
            yield
        finally:
            sending.cancel()
            with suppress(asyncio.CancelledError):
                await sending


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def door(
    telegram: Standin, data_dir: Path, clock: Clock, tmp_path: Path
) -> AsyncIterator[Knowledge]:
    """A record with a notice for person 7 in its outbox."""
    telegram.person(7).starts()
    telegram.person(ADMIN).starts()
    file = tmp_path / NAME
    file.write_text(MINUTES, encoding="utf-8")
    async with Knowledge.open(data_dir, lambda: TODAY, clock) as door:
        await door.following.follow("a", Pace.AT_ONCE, 7, None, "zh")
        await door.publish(file)
        yield door


async def ended(door: Knowledge, data_dir: Path) -> str:
    """Return how the one notice ended."""
    for _ in range(_MOST_STEPS):
        (notice,) = rows(data_dir, "outbox")
        if notice["settled_at"]:
            return str(notice["state"])
        await door.outbox.next_due()
    raise AssertionError("the notice still waits")


def heard(telegram: Standin, chat: int) -> int:
    return sum(
        call.done and call.method == "sendMessage" and call.arguments["chat_id"] == chat
        for call in telegram.calls
    )


async def test_a_silent_line_is_tried_once_more_and_then_left_in_doubt(
    telegram: Standin, door: Knowledge, data_dir: Path, clock: Clock
) -> None:
    for _ in range(2):
        telegram.faults.holds("sendMessage", after=True)
    async with mailing(telegram, door, clock):
        assert await ended(door, data_dir) == "uncertain"
    assert heard(telegram, 7) == 2


async def test_what_cannot_be_sent_for_a_day_is_given_up_and_admins_hear_of_it(
    telegram: Standin, door: Knowledge, data_dir: Path, clock: Clock
) -> None:
    clock.now += timedelta(hours=22)  # the bot was away, and tries for the rest of the day
    telegram.world.chats[7].refusal = Refused(code=502)
    async with mailing(telegram, door, clock):
        assert await ended(door, data_dir) == "failed"
        assert "已放棄" in (await telegram.world.chats[ADMIN].hears()).text
    assert clock.now - NOON >= timedelta(hours=24)
    assert heard(telegram, 7) == 0


async def test_after_days_away_one_broken_line_is_no_reason_to_give_up(
    telegram: Standin, door: Knowledge, data_dir: Path, clock: Clock
) -> None:
    clock.now += timedelta(days=3)
    telegram.faults.garbles("sendMessage", 502)
    async with mailing(telegram, door, clock):
        assert await ended(door, data_dir) == "sent"
    assert heard(telegram, 7) == 1


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
async def test_a_clock_that_is_set_during_a_fan_out_delays_and_doubles_nothing(
    telegram: Standin, person: Person, data_dir: Path, clock: Clock, hours: int
) -> None:
    admin = telegram.person(ADMIN, language_code="zh-hant")
    people = [person, *(telegram.person(20 + n, language_code="zh-hant") for n in range(3))]
    async with running(telegram, data_dir, admins=(ADMIN,), now=clock):
        for one in people:
            await follows(one)
        await sends(admin)
        hold = telegram.faults.holds("sendMessage")
        await admin.presses("發布")
        await hold.reached.wait()
        clock.now += timedelta(hours=hours)
        hold.release()
        for one in people:
            assert "自行車" in (await one.hears()).text
        await ask(person, "您好")
    assert [one.unheard for one in people] == [0, 0, 0, 0]
