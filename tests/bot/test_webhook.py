"""Webhook mode: the same bot, and 200 only for what is on the disk."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import unused_port
from telegram import Bot

from bot.config import Webhook
from bot.polling import PollingError
from bot.updates import Raw
from bot.webhook import Receiving
from knowledge.errors import StoreError, WritingRefused
from tests.bot.running import QUESTION, RESOLUTION, behind_a_webhook, running
from tests.standin.people import Person
from tests.standin.refusal import Refused
from tests.standin.server import Standin

pytestmark = pytest.mark.filterwarnings("ignore:.*do_api_request")

UPDATE = {"update_id": 1, "message": {}}
SECRET = "a-secret"


@dataclass
class Taken:
    """An inbox that remembers what it was given, or raises `refusal`."""

    updates: list[Raw] = field(default_factory=list)
    refusal: StoreError | None = None

    async def put(self, updates: Sequence[Raw]) -> None:
        if self.refusal:
            raise self.refusal
        self.updates += updates


@pytest.fixture
async def bot(telegram: Standin) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        yield bot


def webhook(**changes: Any) -> Webhook:
    known = {"url": "https://example.org/hook", "host": "127.0.0.1", "secret": SECRET}
    return Webhook(**{"port": unused_port(), **known, **changes})


@asynccontextmanager
async def receiving(
    telegram: Standin, bot: Bot, taken: Taken
) -> AsyncIterator[tuple[str, asyncio.Task[None]]]:
    hook = webhook()
    task = asyncio.create_task(Receiving(bot, taken, ("message",), hook).run())
    await telegram.world.hook.was_set.wait()
    try:
        yield f"http://127.0.0.1:{hook.port}/hook", task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def post(address: str, body: bytes, secret: str | None = SECRET) -> int:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret is not None else {}
    async with (
        aiohttp.ClientSession() as session,
        session.post(address, data=body, headers=headers) as response,
    ):
        return response.status


async def test_the_bot_answers_what_the_webhook_brings_once(
    telegram: Standin, data_dir: Path, person: Person
) -> None:
    async with behind_a_webhook(telegram, data_dir) as front:
        await person.says(QUESTION)
        assert await telegram.brings(front) == [200]
        assert RESOLUTION in (await person.hears()).text
    (call,) = telegram.called("setWebhook")
    assert call["secret_token"] == SECRET
    assert "message" in call["allowed_updates"]
    assert telegram.rejected == []


async def test_what_came_by_the_webhook_is_not_handled_again_by_polling(
    telegram: Standin, data_dir: Path, person: Person
) -> None:
    async with behind_a_webhook(telegram, data_dir) as front:
        await person.says(QUESTION)
        again = telegram.updates.next_id - 1
        await telegram.brings(front)
        await person.hears()
    async with running(telegram, data_dir):
        telegram.updates.next_id = again
        await person.says(QUESTION)
        await person.says("/help")
        assert "/meetings" in (await person.hears()).text
    assert person.unheard == 0


@pytest.mark.parametrize("secret", ["another", "", None, "a-secret2", "\udcff"])
async def test_who_does_not_know_the_secret_is_refused(
    telegram: Standin, bot: Bot, secret: str | None
) -> None:
    taken = Taken()
    async with receiving(telegram, bot, taken) as (address, _):
        assert await post(address, json.dumps(UPDATE).encode(), secret) == 403
    assert taken.updates == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"1", b'{"message": {}}', b"\xff", b"[" * 100_000],
)
async def test_what_is_no_update_is_refused(telegram: Standin, bot: Bot, body: bytes) -> None:
    taken = Taken()
    async with receiving(telegram, bot, taken) as (address, _):
        assert await post(address, body) == 400
    assert taken.updates == []


async def test_an_update_that_the_disk_did_not_take_is_not_confirmed(
    telegram: Standin, bot: Bot
) -> None:
    taken = Taken(refusal=WritingRefused("the disk is full"))
    async with receiving(telegram, bot, taken) as (address, _):
        assert await post(address, json.dumps(UPDATE).encode()) == 503
        taken.refusal = None
        assert await post(address, json.dumps(UPDATE).encode()) == 200
    assert taken.updates == [UPDATE]


async def test_a_damaged_record_ends_it(telegram: Standin, bot: Bot) -> None:
    taken = Taken(refusal=StoreError("damaged; restore a backup"))
    async with receiving(telegram, bot, taken) as (address, task):
        assert await post(address, json.dumps(UPDATE).encode()) == 503
        with pytest.raises(StoreError, match="restore a backup"):
            await task


async def test_an_address_that_is_in_use_is_named(telegram: Standin, bot: Bot) -> None:
    async with receiving(telegram, bot, Taken()) as (address, _):
        port = int(address.split(":")[2].split("/")[0])
        with pytest.raises(PollingError, match=f"webhook_listen 127.0.0.1:{port}"):
            await Receiving(bot, Taken(), (), webhook(port=port)).run()


async def test_what_telegram_refuses_is_told(telegram: Standin, bot: Bot) -> None:
    with pytest.raises(PollingError, match="https"):
        await Receiving(bot, Taken(), (), webhook(url="http://example.org/")).run()


async def test_while_telegram_cannot_be_reached_it_is_tried_again(
    telegram: Standin, bot: Bot
) -> None:
    telegram.faults.refuses("setWebhook", Refused("bad gateway", 502), times=2)
    pauses = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    task = asyncio.create_task(Receiving(bot, Taken(), (), webhook(), pause).run())
    await telegram.world.hook.was_set.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert pauses == [1.0, 2.0]
