"""The real program against the stand-in, for as long as a block lasts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from aiohttp.test_utils import unused_port

from bot.app import run
from bot.config import Config, Webhook
from tests.standin.people import Heard, Person
from tests.standin.server import Standin

TODAY = date(2025, 12, 1)
NOON = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)  # a Monday, twelve in Taipei
NIGHT = datetime(2025, 12, 1, 15, 0, tzinfo=UTC)  # eleven in the evening in Taipei
QUESTION = "月票後來怎麼決定"
RESOLUTION = "生活圈月票之財源及分擔比例"


def _config(telegram: Standin, data_dir: Path) -> Config:
    return Config(
        token=telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        data_dir=data_dir,
    )


@asynccontextmanager
async def running(
    telegram: Standin,
    data_dir: Path,
    admins: tuple[int, ...] = (),
    now: datetime | Callable[[], datetime] = NOON,
) -> AsyncIterator[None]:
    """Run the bot; when the block is entered, what was pending has been fetched."""
    clock = now if callable(now) else lambda: now
    config = replace(_config(telegram, data_dir), admins=admins)
    program = asyncio.create_task(run(config, today=lambda: TODAY, now=clock))
    polled = asyncio.create_task(telegram.updates.polled())
    await asyncio.wait({program, polled}, return_when=asyncio.FIRST_COMPLETED)
    if program.done():
        polled.cancel()
        program.result()
    try:
        yield
    finally:
        program.cancel()
        with suppress(asyncio.CancelledError):
            await program


@asynccontextmanager
async def behind_a_webhook(telegram: Standin, data_dir: Path) -> AsyncIterator[str]:
    """Run the bot in webhook mode; yields the address that stands for the proxy before it."""
    port = unused_port()
    hook = Webhook(url="https://example.org/hook", host="127.0.0.1", port=port, secret="a-secret")
    program = asyncio.create_task(
        run(replace(_config(telegram, data_dir), webhook=hook), today=lambda: TODAY)
    )
    await telegram.world.hook.was_set.wait()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        program.cancel()
        with suppress(asyncio.CancelledError):
            await program


async def ask(person: Person, text: str) -> Heard:
    await person.says(text)
    return await person.hears()


async def ask_again(person: Person) -> Heard:
    """The answer to one more question, behind whatever is still to come before it."""
    await person.says(QUESTION)
    while RESOLUTION not in (heard := await person.hears()).text:
        pass
    return heard
