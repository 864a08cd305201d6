"""Whose turn it is: in order for each chat, many chats at a time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")

# Chats that are served at the same time; a handler waits mostly for Telegram.
_AT_A_TIME = 16


class Turns(Generic[T]):
    """Hands each item to *handle*, which must not raise; those of one chat one after the other."""

    def __init__(self, handle: Callable[[T], Awaitable[None]]) -> None:
        self._handle = handle
        self._waiting: dict[str, deque[T]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(_AT_A_TIME)

    def add(self, chat: str, item: T) -> None:
        """Let *item* be handled after all that was added for *chat* before."""
        if chat in self._waiting:
            self._waiting[chat].append(item)
            return
        self._waiting[chat] = deque([item])
        task = asyncio.create_task(self._serve(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drain(self, seconds: float) -> bool:
        """Finish what is being handled and begin nothing more; after *seconds* cut it off.

        Tells whether nothing was cut off.
        """
        for waiting in self._waiting.values():
            waiting.clear()
        if not self._tasks:
            return True
        _, unfinished = await asyncio.wait(self._tasks, timeout=seconds)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        return not unfinished

    async def _serve(self, chat: str) -> None:
        waiting = self._waiting[chat]
        try:
            while waiting:
                async with self._places:
                    if waiting:  # it may have been drained while there was no place
                        await self._handle(waiting.popleft())
        finally:
            del self._waiting[chat]
