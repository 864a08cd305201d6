"""The real program against the stand-in, for as long as a block lasts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import date
from pathlib import Path

from bot.app import run
from bot.config import Config
from tests.standin.server import Standin

TODAY = date(2025, 12, 1)


@asynccontextmanager
async def running(telegram: Standin, data_dir: Path) -> AsyncIterator[None]:
    """Run the bot; when the block is entered, what was pending has been fetched."""
    config = Config(
        token=telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
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
