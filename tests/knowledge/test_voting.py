"""Votes are counted once for each update, however often it is handled, and for entries alone."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from knowledge.service import Knowledge
from tests.knowledge.conftest import NOW, TODAY

QUESTION = "月票後來怎麼決定"


@pytest_asyncio.fixture
async def door(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Knowledge]:
    folder = tmp_path_factory.mktemp("voting")
    async with Knowledge.open(folder, lambda: TODAY, lambda: NOW) as opened:
        yield opened


async def test_an_update_that_is_handled_again_counts_no_second_vote(door: Knowledge) -> None:
    entry = (await door.ask(QUESTION)).hits[0].entry.id
    for _ in range(2):
        with door.updates.of(1):
            assert await door.votes.vote(entry, helpful=True)
    with door.updates.of(2):
        assert await door.votes.vote(entry, helpful=False)
    figures = await door.operating.figures()
    assert (figures.helpful, figures.unhelpful) == (1, 1)


async def test_what_is_not_on_record_has_no_votes(door: Knowledge) -> None:
    assert not await door.votes.vote("aaaaaaaaaa", helpful=False)
    assert (await door.operating.figures()).unhelpful == 0


async def test_a_question_is_left_once_and_one_that_is_gone_not_at_all(door: Knowledge) -> None:
    key = (await door.ask(QUESTION)).key
    for _ in range(2):
        with door.updates.of(3):
            assert await door.votes.leave(key)
    assert not await door.votes.leave("aaaaaaaa")
    assert [(one.text, one.times) for one in await door.operating.waiting(10)] == [(QUESTION, 1)]
