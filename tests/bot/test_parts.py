"""A part of the bot that ends takes the bot with it, so that it is started again."""

from __future__ import annotations

import asyncio

import pytest

from bot.parts import PartError, beside


async def broken() -> None:
    raise ZeroDivisionError


async def endless(ended: asyncio.Event) -> None:
    try:
        await asyncio.Event().wait()
    finally:
        ended.set()


async def test_the_bot_is_told_to_stop_and_then_says_what_ended() -> None:
    stopping, ended = asyncio.Event(), asyncio.Event()
    with pytest.raises(PartError, match="ZeroDivisionError"):
        async with beside(stopping.set, endless(ended), broken()):
            await stopping.wait()
    assert ended.is_set()


async def test_what_runs_is_ended_with_the_block() -> None:
    stopping, ended = asyncio.Event(), asyncio.Event()
    async with beside(stopping.set, endless(ended)):
        await asyncio.sleep(0)
    assert ended.is_set()
    assert not stopping.is_set()
