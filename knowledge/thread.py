"""The one thread that owns the record: work is handed to it, and what it returns handed back."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")

# To wake the event loop costs both threads a tenth of what an answer does, so that what was done
# in a row is told together, after so long at the latest.
_TOLD_SECONDS = 0.02

_Done = tuple["asyncio.Future[Any]", Any, BaseException | None]


class Thread:
    """`async with Thread() as worker:` does `await worker(work)` on a thread, in the order asked.

    It serves the event loop that entered it. When the block ends, all that was asked for is done.
    """

    def __init__(self) -> None:
        self._work: SimpleQueue[tuple[Callable[[], Any], asyncio.Future[Any]] | None]
        self._work = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="knowledge")

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        self._thread.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._work.put(None)
        self._thread.join()

    async def __call__(self, work: Callable[[], T]) -> T:
        """Return what *work* returns, or raise what it raises; begun or not, it is done."""
        future: asyncio.Future[T] = self._loop.create_future()
        self._work.put((work, future))
        return await future

    def _serve(self) -> None:
        done: list[_Done] = []
        since = 0.0
        while asked := self._work.get():
            since = since if done else time.monotonic()
            done.append(_done(*asked))
            if self._work.empty() or time.monotonic() - since > _TOLD_SECONDS:
                self._loop.call_soon_threadsafe(_tell, done)
                done = []
        self._loop.call_soon_threadsafe(_tell, done)


def _done(work: Callable[[], Any], future: asyncio.Future[Any]) -> _Done:
    try:
        return future, work(), None
    except BaseException as error:  # noqa: BLE001 - it is raised where the work is waited for
        return future, None, error


def _tell(done: list[_Done]) -> None:
    for future, result, error in done:
        if future.cancelled():
            continue
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
