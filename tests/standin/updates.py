"""The queue behind getUpdates: offsets, confirmation, long polls that a test ends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.standin.refusal import Refused

if TYPE_CHECKING:
    from tests.standin.world import Clock

_KEPT_SECONDS = 24 * 3600
_ASKED_FOR_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}


class Updates:
    """What the bot has not confirmed yet.

    A poll ends with push, `wake` or a newer one, and by itself only where *clock* passes so.
    """

    def __init__(self, clock: Clock) -> None:
        self.next_id = 1001  # settable: after a quiet week Telegram picks another, even a lower one
        self.allowed: list[str] = []
        self._clock = clock
        self._pending: dict[int, tuple[float, dict[str, Any]]] = {}
        self._poll: asyncio.Future[None] | None = None
        self._waiting = asyncio.Event()

    @property
    def unconfirmed(self) -> list[int]:
        return list(self._pending)

    def push(self, body: dict[str, Any]) -> int:
        """Queue an update of one kind (or a poisoned one) and return its id."""
        kind = next(iter(body), "")
        number, self.next_id = self.next_id, self.next_id + 1
        if kind in self.allowed if self.allowed else kind not in _ASKED_FOR_ONLY:
            # a copy: the message may be edited before the bot comes for this update
            self._pending[number] = (self._clock(), {"update_id": number, **deepcopy(body)})
            self.wake()
        return number

    def wake(self) -> None:
        """End the waiting poll, as its time-out would."""
        if self._poll and not self._poll.done():
            self._waiting.clear()
            self._poll.set_result(None)

    async def polled(self) -> None:
        """Wait until the bot waits: all earlier updates are confirmed and a poll is open."""
        await self._waiting.wait()

    def allow(self, arguments: Mapping[str, Any]) -> None:
        """Remember which kinds are asked for; without a word about it the last ones stay."""
        self.allowed = arguments.get("allowed_updates", self.allowed)

    def drop(self) -> None:
        self._pending.clear()

    async def bring(self, to: Callable[[Mapping[str, Any]], Awaitable[int]]) -> list[int]:
        """Bring what is pending in order; what is answered with 2xx is confirmed by that."""
        statuses = []
        for number, (_, update) in list(self._pending.items()):
            statuses.append(await to(update))
            if 200 <= statuses[-1] < 300:
                self._pending.pop(number, None)
        return statuses

    async def get(self, arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
        limit, timeout = arguments.get("limit", 100), arguments.get("timeout", 0)
        if not 1 <= limit <= 100 or timeout < 0:
            raise Refused("limit must be 1-100 and timeout not negative")
        self.allow(arguments)
        self.end_poll("other getUpdates request; make sure that only one bot instance is running")
        self._confirm(arguments.get("offset", 0))
        if not self._pending and timeout:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wait(), timeout if self._clock.passes else None)
        return [update for _, update in list(self._pending.values())[:limit]]

    def end_poll(self, by: str) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_exception(Refused(f"terminated by {by}", 409))

    def _confirm(self, offset: int) -> None:
        latest = list(self._pending)[offset:] if offset < 0 else []
        self._pending = {
            number: (at, update)
            for number, (at, update) in self._pending.items()
            if (number in latest if offset < 0 else number >= offset)
            and at + _KEPT_SECONDS > self._clock()
        }

    async def _wait(self) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        self._waiting.set()
        try:
            await poll
        finally:
            if self._poll is poll:
                self._poll = None
                self._waiting.clear()
