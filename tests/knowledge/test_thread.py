"""The thread of the record: in order, one at a time, and what is raised is raised where it is asked."""

from __future__ import annotations

import asyncio
import threading

import pytest

from knowledge.thread import Thread


async def test_work_is_done_in_the_order_asked_on_one_thread_that_is_not_the_loops() -> None:
    done: list[tuple[int, int]] = []

    def work(number: int) -> int:
        done.append((number, threading.get_ident()))
        return number

    async with Thread() as worker:
        returned = await asyncio.gather(*(worker(lambda n=n: work(n)) for n in range(100)))
    assert returned == [number for number, _ in done] == list(range(100))
    assert len({thread for _, thread in done} - {threading.get_ident()}) == 1


async def test_what_work_raises_is_raised_where_it_was_asked_for_and_the_next_is_done() -> None:
    async with Thread() as worker:
        failing, fine = await asyncio.gather(
            worker(lambda: 1 // 0), worker(lambda: "fine"), return_exceptions=True
        )
    assert isinstance(failing, ZeroDivisionError)
    assert fine == "fine"


async def test_what_nobody_waits_for_any_more_is_done_all_the_same() -> None:
    let_go, done = threading.Event(), []
    async with Thread() as worker:
        first = asyncio.create_task(worker(let_go.wait))
        second = asyncio.create_task(worker(lambda: done.append("second")))
        await asyncio.sleep(0)
        for task in (first, second):
            task.cancel()
        await asyncio.gather(first, second, return_exceptions=True)
        let_go.set()
        assert await worker(lambda: "third") == "third"
    assert done == ["second"]


async def test_all_that_was_asked_for_is_done_when_the_block_ends() -> None:
    done: list[int] = []
    async with Thread() as worker:
        asked = [asyncio.create_task(worker(lambda n=n: done.append(n))) for n in range(10)]
        await asyncio.sleep(0)
    assert done == list(range(10))
    await asyncio.gather(*asked)


async def test_an_error_in_the_block_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    with pytest.raises(ZeroDivisionError):
        async with Thread() as worker:
            await worker(lambda: 1 // 0)
    assert threading.active_count() == before
