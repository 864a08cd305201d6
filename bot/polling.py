"""Our own polling: raw updates into the inbox, and only then the next offset.

The framework's Updater confirms up to a hundred updates before they are handled, drops a whole
batch for one that does not parse, and stops for good after one 401 (reliability.md, 1.1–1.2).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Protocol

from telegram import Bot
from telegram.error import (
    Conflict,
    EndPointNotFound,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.updates import Raw, id_of
from knowledge.errors import KnowledgeError, WritingRefused

logger = logging.getLogger(__name__)

DEAD_SECONDS = 90.0  # without an answer to a poll
REFUSED = "Telegram refuses the token; check it with @BotFather"
_POLL_SECONDS = 25  # Telegram holds an empty answer back for so long
_MARGIN_SECONDS = 10.0  # and the line may take so much longer
_CONFIRM_SECONDS = 1.0
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 30.0
# Updates that cannot be confirmed come again at once, and so they would without end.
_UNCONFIRMED_WAIT = 0.5
_REFUSED_WAIT = 2.0


class PollingError(KnowledgeError):
    """Telegram cannot be used; says why."""


class Taker(Protocol):
    """Where updates go; when `put` returns, they may be confirmed to Telegram."""

    async def put(self, updates: Sequence[Raw]) -> None: ...


class Polling:
    """Asks Telegram for updates until stopped. *pause* waits; *alive* is told of every answer."""

    def __init__(
        self,
        bot: Bot,
        inbox: Taker,
        allowed_updates: Sequence[str],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        alive: Callable[[], None] = lambda: None,
        dead: float = DEAD_SECONDS,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._allowed = list(allowed_updates)
        self._pause = pause
        self._alive = alive
        self._dead = dead
        self._offset = 0
        self._trouble = "no answer"

    async def run(self) -> None:
        """Poll until cancelled.

        Raises PollingError with the reason when no poll has been answered for *dead* seconds,
        StoreError where the record is of no use any more.
        """
        with suppress(TelegramError):  # it would be in the way of every poll
            await self._bot.delete_webhook()
        while True:
            try:
                async with asyncio.timeout(self._dead):
                    updates = await self._fetched()
            except TimeoutError:
                raise PollingError(
                    f"polling has been dead for {self._dead:g} s: {self._trouble}"
                ) from None
            self._alive()
            await self._take(updates)

    async def stop(self) -> None:
        """Tell Telegram what was taken last, so that it does not come again after a restart."""
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_CONFIRM_SECONDS):
                await self._ask(timeout=0, limit=1)

    async def _take(self, found: Sequence[object]) -> None:
        """Put the updates *found* into the inbox and move the offset behind what it has taken."""
        updates = [raw for raw in found if isinstance(raw, dict)]
        try:
            await self._inbox.put(updates)
        except WritingRefused as error:
            logger.error("updates_unconfirmed count=%d error=%r", len(updates), str(error))
            return await self._pause(_REFUSED_WAIT)
        before = self._offset
        self._offset = max((number + 1 for u in updates if (number := id_of(u))), default=before)
        if found and self._offset == before:
            logger.warning("updates_without_id count=%d", len(found))
            await self._pause(_UNCONFIRMED_WAIT)

    async def _fetched(self) -> Sequence[object]:
        """Ask until there is an answer, with longer and longer pauses."""
        wait = _FIRST_WAIT
        while True:
            try:
                return await self._ask(timeout=_POLL_SECONDS)
            except RetryAfter as error:
                await self._pause(_seconds(error) + 0.5)
            except TelegramError as error:
                self._trouble = _reason(error)
                logger.warning("polling_failed error=%r again_in=%.0f", self._trouble, wait)
                await self._pause(wait)
                wait = min(wait * 2, _LONGEST_WAIT)

    async def _ask(self, **how: int) -> list[object]:
        asked = {
            "offset": self._offset,
            # Telegram remembers the last list it was given, so it is always stated.
            "allowed_updates": self._allowed,
            **how,
        }
        limit = how["timeout"] + _MARGIN_SECONDS
        found = await self._bot.do_api_request("getUpdates", asked, read_timeout=limit)
        if not isinstance(found, list):
            raise TelegramError("the answer to getUpdates is no list")
        return found


def _reason(error: TelegramError) -> str:
    # What an initialized bot makes of a refused token: it knows no method of that name.
    if isinstance(error, InvalidToken | EndPointNotFound):
        return REFUSED
    if isinstance(error, Conflict):
        return f"another instance of this bot is running; stop one of them ({error})"
    return str(error)


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after if isinstance(after, int) else after.total_seconds())
