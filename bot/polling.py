"""Our own polling: raw updates into the inbox, and only then the next offset.

The framework's Updater confirms up to a hundred updates before they are handled, drops a whole
batch for one that does not parse, and stops for good after one 401 (reliability.md, 1.1–1.2).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Protocol

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from knowledge.errors import KnowledgeError

logger = logging.getLogger(__name__)

_POLL_SECONDS = 25  # Telegram holds an empty answer back for so long
_MARGIN_SECONDS = 10.0  # and the line may take so much longer
_CONFIRM_SECONDS = 2.0
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 30.0
# A proxy or a server that restarts answers 401 or 404 for moments; a revoked token for ever.
_REFUSED_SECONDS = 90.0


class PollingError(KnowledgeError):
    """Polling cannot go on; says why."""


class Taker(Protocol):
    """Where updates go; when `put` returns, they are confirmed to Telegram."""

    async def put(self, updates: Iterable[Mapping[str, Any]]) -> None: ...


class Polling:
    """Asks Telegram for updates until stopped. *pause* waits, *clock* counts seconds."""

    def __init__(
        self,
        bot: Bot,
        inbox: Taker,
        allowed_updates: Sequence[str],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._allowed = list(allowed_updates)
        self._pause = pause
        self._clock = clock or asyncio.get_running_loop().time
        self._offset = 0
        self._wait = _FIRST_WAIT
        self._refused_since: float | None = None

    async def run(self) -> None:
        """Poll until cancelled. Raises PollingError when Telegram refuses the token for good."""
        while True:
            try:
                updates = await self._fetch()
            except TelegramError as error:
                await self._pause(self._after(error))
                continue
            self._wait, self._refused_since = _FIRST_WAIT, None
            await self._inbox.put(updates)
            self._offset = max((int(u["update_id"]) + 1 for u in updates), default=self._offset)

    async def confirm(self) -> None:
        """Tell Telegram what was taken last, so that it does not come again after a restart."""
        with suppress(TelegramError):
            asked = {
                "offset": self._offset,
                "timeout": 0,
                "limit": 1,
                "allowed_updates": self._allowed,
            }
            await self._bot.do_api_request("getUpdates", asked, read_timeout=_CONFIRM_SECONDS)

    async def _fetch(self) -> list[dict[str, Any]]:
        asked = {
            "offset": self._offset,
            "timeout": _POLL_SECONDS,
            # Telegram remembers the last list it was given, so it is always stated.
            "allowed_updates": self._allowed,
        }
        found = await self._bot.do_api_request(
            "getUpdates", asked, read_timeout=_POLL_SECONDS + _MARGIN_SECONDS
        )
        return [
            raw for raw in found if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)
        ]

    def _after(self, error: TelegramError) -> float:
        """Return how many seconds to wait after *error*. Raises PollingError."""
        if isinstance(error, RetryAfter):
            return _seconds(error) + 0.5
        if isinstance(error, InvalidToken):
            self._check_refusal()
        elif isinstance(error, Conflict):
            logger.warning("another instance of this bot is polling; stop one of them")
        elif isinstance(error, NetworkError):
            logger.warning("polling: %s; trying again in %.0f s", error, self._wait)
        else:
            logger.error("polling: %s", error)
        waited, self._wait = self._wait, min(self._wait * 2, _LONGEST_WAIT)
        return waited

    def _check_refusal(self) -> None:
        now = self._clock()
        if self._refused_since is None:
            self._refused_since = now
        if now - self._refused_since >= _REFUSED_SECONDS:
            raise PollingError("Telegram refuses the token; check it with @BotFather")
        logger.warning("Telegram refuses the token; trying again in %.0f s", self._wait)


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after if isinstance(after, int) else after.total_seconds())
