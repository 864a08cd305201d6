"""Changes that wait at the same time are one commit; one that fails takes no other with it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlite_utils import Database

from knowledge.errors import WritingRefused
from knowledge.schema import connect, transaction
from knowledge.tally import Tally
from knowledge.together import Together

T = TypeVar("T")
TODAY = date(2025, 12, 1)


class Turn:
    """A worker that is busy until `comes`, and then does all that it was given."""

    def __init__(self) -> None:
        self._come = asyncio.Event()

    async def __call__(self, work: Callable[[], T]) -> T:
        await self._come.wait()
        return work()

    def comes(self) -> None:
        self._come.set()


class Record:
    """A database that counts what is asked on a day, and the commits it takes."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.commits = 0
        self.turn = Turn()
        self.together = Together(self.turn, self._unit)
        self._tally = Tally(db)

    async def asks(self, *changes: Callable[[], Any]) -> list[Any]:
        waiting = asyncio.gather(*map(self.together, changes), return_exceptions=True)
        await asyncio.sleep(0)
        self.turn.comes()
        return await waiting

    def ask(self) -> str:
        self._tally.asked(TODAY, answered=True)
        return "asked"

    def fail(self) -> str:
        self.ask()
        raise ZeroDivisionError

    @property
    def asked(self) -> int:
        return self._tally.days(TODAY, 1)[0].questions

    @contextmanager
    def _unit(self) -> Iterator[None]:
        with transaction(self.db):
            yield
        self.commits += 1


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    db = connect(tmp_path / "minutes.db")
    yield Record(db)
    db.close()


async def test_changes_that_wait_at_the_same_time_are_committed_at_once(record: Record) -> None:
    assert await record.asks(*[record.ask] * 5) == ["asked"] * 5
    assert (record.asked, record.commits) == (5, 1)


async def test_of_a_crowd_no_commit_keeps_more_than_sixteen_waiting(record: Record) -> None:
    await record.asks(*[record.ask] * 40)
    assert (record.asked, record.commits) == (40, 3)


async def test_a_change_that_fails_leaves_nothing_and_the_others_stand(record: Record) -> None:
    first, failing, last = await record.asks(record.ask, record.fail, record.ask)
    assert (first, type(failing), last) == ("asked", ZeroDivisionError, "asked")
    assert record.asked == 2


async def test_where_the_disk_takes_nothing_each_is_told_so(record: Record) -> None:
    record.db.execute("pragma query_only = on")
    refused = await record.asks(record.ask, record.ask)
    assert [type(error) for error in refused] == [WritingRefused, WritingRefused]
    record.db.execute("pragma query_only = off")
    assert await record.asks(record.ask) == ["asked"]


async def test_a_change_made_after_another_sees_what_that_has_changed(record: Record) -> None:
    assert await record.asks(record.ask, lambda: record.asked) == ["asked", 1]
