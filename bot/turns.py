"""Whose turn it is: in order for each chat, many chats at a time, and nobody at others' cost."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from bot.fairness import Allowances
from bot.updates import Line, Origin

T = TypeVar("T")

# Chats that are served at the same time; a handler waits mostly for Telegram.
_AT_A_TIME = 32


@dataclass
class _Queue(Generic[T]):
    waiting: deque[tuple[str, T]] = field(default_factory=deque)  # with their chats
    left_out: int = 0
    last: T | None = None  # of those left out


class Turns(Generic[T]):
    """Hands each item to *handle*: those of one line, and of one chat, one after the other.

    What has no room in its line is left out; when the line is worked off, *tell* gets how many
    were and the last of them. Neither may raise.
    """

    def __init__(
        self,
        handle: Callable[[T], Awaitable[None]],
        tell: Callable[[int, T], Awaitable[None]],
        allowances: Allowances,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._handle = handle
        self._tell = tell
        self._allowances = allowances
        self._pause = pause
        self._queues: dict[Line, _Queue[T]] = {}
        self._chats: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(_AT_A_TIME)

    def add(self, origin: Origin, item: T) -> bool:
        """Let *item* be handled after all that was added of its line before.

        Returns False where it is left out.
        """
        queue = self._queues.get(origin.line)
        if queue is None:
            queue = self._queues[origin.line] = _Queue()
            task = asyncio.create_task(self._serve(origin.line, queue))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        if len(queue.waiting) >= self._allowances.room(origin.line):
            queue.left_out, queue.last = queue.left_out + 1, item
            return False
        queue.waiting.append((origin.chat, item))
        return True

    async def drain(self, seconds: float) -> bool:
        """Finish what is being handled and begin nothing more; after *seconds* cut it off.

        Tells whether nothing was cut off.
        """
        for queue in self._queues.values():
            queue.waiting.clear()
        if not self._tasks:
            return True
        _, unfinished = await asyncio.wait(self._tasks, timeout=seconds)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        return not unfinished

    async def _serve(self, line: Line, queue: _Queue[T]) -> None:
        try:
            while queue.waiting:
                if wait := self._allowances.wait(line):
                    await self._pause(wait)
                await self._serve_next(line, queue)
        finally:
            del self._queues[line]
        if queue.last is not None:
            await self._tell(queue.left_out, queue.last)

    async def _serve_next(self, line: Line, queue: _Queue[T]) -> None:
        if not queue.waiting:  # it was drained meanwhile, as it may be below
            return
        chat, _ = queue.waiting[0]
        async with self._chats.setdefault(chat, asyncio.Lock()), self._places:
            if queue.waiting:
                self._allowances.spend(line)
                await self._handle(queue.waiting.popleft()[1])
