"""Updates in the order they came, each once, many chats at a time.

Held in memory: what is here when the process is killed is lost, and what Telegram was not
told about comes again. A durable inbox can take this one's place behind the same two methods.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

from telegram import Bot, Update

logger = logging.getLogger(__name__)

Raw = Mapping[str, Any]

# Chats that are served at the same time; a handler waits mostly for Telegram.
_AT_A_TIME = 16
# Telegram sends again what was not confirmed, at most a hundred; a week of ids is far more.
_REMEMBERED = 10_000
# What `Update.de_json` raises for updates that are not what they should be (reliability.md, 1.2).
_UNREADABLE = (TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError)
_LONGEST_LINE = 800  # characters of a log line about an update that was set aside


class Inbox:
    """Takes raw updates and hands each, parsed, to *handle*."""

    def __init__(self, bot: Bot, handle: Callable[[Update], Awaitable[None]]) -> None:
        self._bot = bot
        self._handle = handle
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._waiting: dict[str, deque[Raw]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(_AT_A_TIME)

    async def put(self, updates: Iterable[Raw]) -> None:
        """Take *updates*; those that were taken before are left out, by their id alone."""
        for raw in updates:
            if self._is_new(raw):
                self._queue(raw)

    async def drain(self, seconds: float) -> bool:
        """Wait for what is being handled, at most *seconds*; tell whether all was finished."""
        if not self._tasks:
            return True
        _, unfinished = await asyncio.wait(self._tasks, timeout=seconds)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        return not unfinished

    def _is_new(self, raw: Raw) -> bool:
        number = raw.get("update_id")
        if not isinstance(number, int):
            _set_aside(raw, "it has no id")
            return False
        if number in self._seen:
            return False
        self._seen[number] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return True

    def _queue(self, raw: Raw) -> None:
        chat = chat_of(raw)
        if chat in self._waiting:
            self._waiting[chat].append(raw)
            return
        self._waiting[chat] = deque([raw])
        task = asyncio.create_task(self._serve(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, chat: str) -> None:
        """Handle the updates of one chat in order until there are no more."""
        waiting = self._waiting[chat]
        try:
            while waiting:
                async with self._places:
                    await self._process(waiting.popleft())
        finally:
            del self._waiting[chat]

    async def _process(self, raw: Raw) -> None:
        try:
            update = Update.de_json(dict(raw), self._bot)
        except _UNREADABLE as error:
            _set_aside(raw, f"{type(error).__name__}: {error}")
            return
        await self._handle(update)


def chat_of(raw: Raw) -> str:
    """Return what keeps updates in order: their chat, else who sent them, else nothing."""
    for name, value in raw.items():
        if name != "update_id" and isinstance(value, Mapping):
            inner = value.get("message") if isinstance(value.get("message"), Mapping) else value
            for key in ("chat", "from"):
                found = inner.get(key) if isinstance(inner, Mapping) else None
                if isinstance(found, Mapping):
                    return str(found.get("id"))
    return ""


def _set_aside(raw: Raw, reason: str) -> None:
    """Log an update that cannot be read: its shape, never people's words."""
    shape = json.dumps({name: type(value).__name__ for name, value in raw.items()})
    logger.warning(
        "update set aside: %s; %s", reason[: _LONGEST_LINE // 2], shape[: _LONGEST_LINE // 2]
    )
