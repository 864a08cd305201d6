"""What a handler changes is changed once, however often its update is handled."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from knowledge.backups import DATABASE
from knowledge.chats import Chats
from knowledge.engine import Engine
from knowledge.handling import Handling
from knowledge.schema import connect
from knowledge.service import Knowledge

T = TypeVar("T")
UNANSWERED = "火星移民的預算"


async def at_once(work: Callable[[], T]) -> T:
    return work()


class Log:
    """A change that cannot be made twice: what was changed is in `made`."""

    def __init__(self, engine: Engine) -> None:
        self.made: list[str] = []
        self.handling = Handling(engine, at_once)

    async def change(self, name: str) -> str:
        return await self.handling.once(lambda: self._make(name), str.upper, str.lower)

    def _make(self, name: str) -> str:
        self.made.append(name)
        return name


@pytest.fixture
async def log(engine: Engine) -> AsyncIterator[Log]:
    log = Log(engine)
    yield log
    log.handling.finish([1, 2])
    await log.handling.flush()


async def test_a_change_is_made_once_for_each_update(log: Log) -> None:
    for update_id in (1, 1, 2):
        with log.handling.of(update_id):
            assert await log.change("a") == "a"
    assert log.made == ["a", "a"]


async def test_the_changes_of_one_update_are_told_apart_by_their_order(log: Log) -> None:
    with log.handling.of(1):
        await log.change("a")
    with log.handling.of(1):
        assert [await log.change("a"), await log.change("b")] == ["a", "b"]
    assert log.made == ["a", "b"]


async def test_what_was_just_taken_and_is_handled_twice_is_changed_once(log: Log) -> None:
    assert await log.handling.take({7: {"update_id": 7}}) == [7]
    for _ in range(2):
        with log.handling.of(7):
            assert await log.change("a") == "a"
    assert log.made == ["a"]


async def test_a_change_that_fails_leaves_no_mark(log: Log) -> None:
    def fail() -> str:
        raise ZeroDivisionError

    with log.handling.of(1), pytest.raises(ZeroDivisionError):
        await log.handling.once(fail, str, str)
    with log.handling.of(1):
        assert await log.change("a") == "a"
    assert log.made == ["a"]


async def test_tasks_that_run_at_the_same_time_have_updates_of_their_own(log: Log) -> None:
    async def handle(update_id: int) -> None:
        with log.handling.of(update_id):
            await asyncio.sleep(0)
            await log.change(str(update_id))

    await asyncio.gather(handle(1), handle(2))
    await asyncio.gather(handle(1), handle(2))
    assert sorted(log.made) == ["1", "2"]


async def test_without_an_update_a_change_is_simply_made(log: Log) -> None:
    assert [await log.change("a"), await log.change("a")] == ["a", "a"]
    assert log.made == ["a", "a"]


async def test_a_question_handled_again_has_its_answer_again_and_is_counted_once(
    engine: Engine, tmp_path: Path
) -> None:
    source = Path(engine.db.execute("pragma database_list").fetchone()[2]).parent
    for cache in source.glob("*.cache"):
        shutil.copy(cache, tmp_path)
    now = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)
    async with Knowledge.open(tmp_path, lambda: date(2025, 12, 1), lambda: now) as door:
        await door.ask("第2次市長層級會議是哪一天", "asker")
        for text in ("那幾點散會", UNANSWERED):
            answers = []
            for _ in range(2):
                with door.updates.of(len(text)):
                    answers.append(await door.ask(text, "asker"))
            assert answers[0] == answers[1]
    reader = connect(tmp_path / DATABASE, read_only=True)
    assert [(one.text, one.times) for one in Chats(reader).unanswered()] == [(UNANSWERED, 1)]
    reader.close()
