"""The inbox: in order for each chat, each update once, nothing lost when it is cut off."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from telegram import Bot, Update

from bot.fairness import Allowances
from bot.inbox import Inbox
from knowledge.engine import Engine
from knowledge.errors import WritingRefused
from knowledge.handling import Handling

T = TypeVar("T")
BOT = Bot("1:nobody")


async def at_once(work: Callable[[], T]) -> T:
    return work()


def said(update_id: int, text: str = "", chat: int = 7) -> dict[str, Any]:
    """A message as Telegram sends it."""
    kind = {"id": chat, "type": "private", "first_name": "王"}
    message = {"message_id": update_id, "date": 1_767_225_600, "chat": kind, "text": text}
    return {"update_id": update_id, "message": message}


UNREADABLE: dict[str, Any] = {"update_id": 2, "message": {"text": "秘密的問題", "chat": {"id": 7}}}


class Handler:
    """Handles updates, as many as were let through; `hold` begins to hold them back."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self._open = asyncio.Event()
        self._open.set()

    def hold(self) -> None:
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    async def __call__(self, update: Update) -> None:
        self.begun.append(update.update_id)
        await self._open.wait()
        self.ended.append(update.update_id)


@pytest.fixture(scope="module")
def record(minutes_on_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("inbox") / "data"
    shutil.copytree(minutes_on_record, folder)
    now = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)
    engine = Engine(folder, lambda: date(2025, 12, 1), lambda: now)
    yield engine
    engine.close()


@pytest.fixture
def engine(record: Engine) -> Iterator[Engine]:
    yield record
    record.db.execute("pragma query_only = off")
    record.db.execute("delete from inbox")


@pytest.fixture
async def handler() -> Handler:
    return Handler()


class LeftOut:
    """Keeps how many updates were left out at a time, and the id of the last."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    async def __call__(self, update: Update, total: int) -> None:
        self.told.append((update.update_id, total))


def inbox_of(
    engine: Engine, handler: Handler, tell: LeftOut | None = None, longest: float = 600.0
) -> Inbox:
    store, allowances = Handling(engine, at_once), Allowances(lambda: 0.0)
    return Inbox(BOT, store, handler, tell or LeftOut(), allowances, longest)


@pytest.fixture
async def inbox(engine: Engine, handler: Handler) -> AsyncIterator[Inbox]:
    inbox = inbox_of(engine, handler)
    yield inbox
    handler.release()
    await inbox.drain(10)


async def settled() -> None:
    """Let every task go on until it waits for something."""
    for _ in range(50):
        await asyncio.sleep(0)


def states(engine: Engine) -> dict[int, str]:
    return {row["update_id"]: row["state"] for row in engine.db.query("select * from inbox")}


async def test_one_chat_is_served_in_order_and_others_meanwhile(
    inbox: Inbox, handler: Handler
) -> None:
    handler.hold()
    await inbox.put([said(1), said(2), said(3, chat=8)])
    await settled()
    assert handler.begun == [1, 3]
    handler.release()
    await settled()
    assert [number for number in handler.ended if number != 3] == [1, 2]


async def test_an_update_is_handled_once_by_its_id_even_if_ids_begin_anew(
    inbox: Inbox, handler: Handler, engine: Engine
) -> None:
    await inbox.put([said(1002), said(1002), said(1003)])
    await inbox.put([said(1002), said(5)])
    await settled()
    assert handler.ended == [1002, 1003, 5]
    assert states(engine) == {1002: "done", 1003: "done", 5: "done"}


async def test_it_is_on_the_disk_before_it_is_handled_and_done_after(
    inbox: Inbox, handler: Handler, engine: Engine
) -> None:
    handler.hold()
    await inbox.put([said(1)])
    assert states(engine) == {1: "waiting"}
    await settled()
    assert handler.begun == [1]
    assert states(engine) == {1: "waiting"}
    handler.release()
    await settled()
    assert states(engine) == {1: "done"}


async def test_what_was_cut_off_or_not_begun_is_handled_by_the_next_process(
    inbox: Inbox, handler: Handler, engine: Engine
) -> None:
    handler.hold()
    await inbox.put([said(1), said(2)])
    await settled()
    assert not await inbox.drain(0)
    assert handler.ended == []
    handler.release()
    after = inbox_of(engine, handler)
    await after.recover()
    await settled()
    assert handler.ended == [1, 2]
    assert states(engine) == {1: "done", 2: "done"}


async def test_what_runs_is_finished_and_nothing_more_begun(
    inbox: Inbox, handler: Handler, engine: Engine
) -> None:
    handler.hold()
    await inbox.put([said(1), said(2)])
    await settled()
    handler.release()
    assert await inbox.drain(10)
    assert handler.ended == [1]
    assert states(engine) == {1: "done", 2: "waiting"}


async def test_what_cannot_be_read_is_set_aside_and_its_words_are_not_logged(
    inbox: Inbox, handler: Handler, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    await inbox.put([said(1), UNREADABLE, said(3)])
    await settled()
    assert handler.ended == [1, 3]
    assert states(engine) == {1: "done", 2: "aside", 3: "done"}
    (record,) = caplog.records
    assert "update=2" in record.getMessage()
    assert "秘密" not in record.getMessage()


@pytest.mark.parametrize("bad", [None, "7", True, 0, -1, 2**31, 10**30, 1.5])
async def test_an_update_without_a_usable_id_is_left_out(
    inbox: Inbox, handler: Handler, engine: Engine, bad: object
) -> None:
    await inbox.put([{**said(1), "update_id": bad}, said(2)])
    await settled()
    assert handler.ended == [2]
    assert states(engine) == {2: "done"}


async def test_a_handler_that_hangs_is_set_aside_and_its_chat_goes_on(
    engine: Engine, handler: Handler
) -> None:
    inbox = inbox_of(engine, handler, longest=0)
    handler.hold()
    await inbox.put([said(1)])
    await settled()
    assert states(engine) == {1: "aside"}
    handler.release()
    await inbox.put([said(2)])
    await settled()
    assert handler.ended == [2]


async def test_what_only_a_handler_finds_unreadable_is_set_aside_and_its_chat_goes_on(
    engine: Engine,
) -> None:
    ended: list[int] = []

    async def handle(update: Update) -> None:
        if update.update_id == 1:
            hash([])
        ended.append(update.update_id)

    store, allowances = Handling(engine, at_once), Allowances(lambda: 0.0)
    inbox = Inbox(BOT, store, handle, LeftOut(), allowances)
    await inbox.put([said(1), said(2)])
    await settled()
    await inbox.drain(10)
    assert ended == [2]
    assert states(engine) == {1: "aside", 2: "done"}


async def test_while_the_disk_takes_nothing_updates_are_answered_and_not_confirmed(
    inbox: Inbox, handler: Handler, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    engine.db.execute("pragma query_only = on")
    for _ in range(2):  # they come again
        with pytest.raises(WritingRefused):
            await inbox.put([said(2), said(1)])
    await settled()
    assert handler.ended == [2, 1]
    engine.db.execute("pragma query_only = off")
    await inbox.put([said(2), said(1), said(3)])
    await settled()
    assert handler.ended == [2, 1, 3]
    assert states(engine) == {2: "done", 1: "done", 3: "done"}


async def test_what_is_being_answered_while_the_disk_gives_way_is_done_when_it_is_answered(
    inbox: Inbox, handler: Handler, engine: Engine
) -> None:
    handler.hold()
    engine.db.execute("pragma query_only = on")
    with pytest.raises(WritingRefused):
        await inbox.put([said(1)])
    await settled()
    engine.db.execute("pragma query_only = off")
    await inbox.put([said(1)])
    assert states(engine) == {1: "waiting"}
    handler.release()
    await settled()
    assert handler.ended == [1]
    assert states(engine) == {1: "done"}


async def test_what_is_beyond_a_persons_queue_is_done_without_being_handled_and_said(
    engine: Engine, handler: Handler
) -> None:
    told = LeftOut()
    inbox = inbox_of(engine, handler, told)
    handler.hold()
    flood = [said(number) for number in range(1, 101)]
    await inbox.put([*flood, said(101, chat=8)])
    await settled()
    assert handler.begun == [1, 101], "others do not wait"
    assert [number for number, state in states(engine).items() if state == "done"] == [
        *range(71, 101)
    ]
    handler.release()
    await inbox.drain(10)
    assert told.told == [(100, 30)]
