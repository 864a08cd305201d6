"""The outbox behind the door: what is due, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from knowledge.drafting import Worker
from knowledge.engine import Engine
from knowledge.outbox import Notice, Progress, State


class Mailing:
    """Notices for the one who sends them. Every method may raise StoreError."""

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self._engine = engine
        self._outbox = engine.outbox
        self._worker = worker

    def on_put(self, wake: Callable[[], object] | None) -> None:
        """Call *wake*, on another thread, whenever a notice is put into the outbox."""
        self._outbox.wake = wake

    async def recover(self) -> None:
        """Let wait again what was being sent when the process before this one ended."""
        await self._worker(self._outbox.recover)

    async def take(self) -> Notice | None:
        """Return the notice that is due longest, None where none is due now."""
        return await self._worker(lambda: self._outbox.take(self._engine.now()))

    async def next_due(self) -> datetime | None:
        """Return when the next notice is due in UTC, None where none waits."""
        return await self._worker(self._outbox.next_due)

    async def postpone(
        self, notice: Notice, due_at: datetime, reason: str, *, tried: bool = True
    ) -> None:
        """Let *notice* wait until *due_at*; not *tried*: Telegram only said to wait."""
        await self._worker(
            lambda: self._outbox.postpone(notice.number, due_at, reason, tried=tried)
        )

    async def settle(self, notice: Notice, state: State, reason: str | None = None) -> None:
        """End *notice*."""
        await self._worker(
            lambda: self._outbox.settle(notice.number, state, self._engine.now(), reason)
        )

    async def progress(self, publication: str) -> Progress:
        """Return how far the notices of *publication* are."""
        return await self._worker(lambda: self._outbox.progress(publication))
