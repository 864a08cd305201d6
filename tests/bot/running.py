"""The real program against the stand-in, for as long as a block lasts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import date
from pathlib import Path

from bot.app import run
from bot.config import Config
from tests.standin.people import Heard, Person
from tests.standin.server import Standin

TODAY = date(2025, 12, 1)
QUESTION = "月票後來怎麼決定"
RESOLUTION = "生活圈月票之財源及分擔比例"


@asynccontextmanager
async def running(
    telegram: Standin, data_dir: Path, admins: tuple[int, ...] = ()
) -> AsyncIterator[None]:
    """Run the bot; when the block is entered, what was pending has been fetched."""
    config = Config(
        token=telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        admins=admins,
        data_dir=data_dir,
    )
    program = asyncio.create_task(run(config, today=lambda: TODAY))
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


async def ask(person: Person, text: str) -> Heard:
    await person.says(text)
    return await person.hears()


async def ask_again(person: Person) -> Heard:
    """The answer to one more question, behind whatever is still to come before it."""
    await person.says(QUESTION)
    while RESOLUTION not in (heard := await person.hears()).text:
        pass
    return heard
