"""The async door: everything behind it runs on one worker thread that owns the connection."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from knowledge.browsing import Browsing
from knowledge.checking import check
from knowledge.context import Context
from knowledge.drafting import Drafting
from knowledge.engine import Engine
from knowledge.errors import WritingRefused
from knowledge.following import Following
from knowledge.forgetting import forget, move_chat
from knowledge.handling import Handling
from knowledge.mailing import Mailing
from knowledge.model import Answer, Coverage, Hit, Meeting, Published
from knowledge.operating import Operating
from knowledge.preferring import Preferring
from knowledge.publish import plan
from knowledge.thread import Thread
from knowledge.timing import today_in_taipei
from knowledge.tracking import Tracking
from knowledge.voting import Voting

logger = logging.getLogger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Knowledge:
    """What the minutes say; every method may be awaited from any task of one event loop."""

    def __init__(self, engine: Engine, worker: Thread) -> None:
        self._engine = engine
        self._run = worker
        self.drafts = Drafting(engine, self._run)
        self.browse = Browsing(engine, self._run)
        self.track = Tracking(engine, self._run)
        self.updates = Handling(engine, self._run)
        self.following = Following(engine, self._run)
        self.outbox = Mailing(engine, self._run)
        self.preferences = Preferring(engine, self._run)
        self.votes = Voting(engine, self.updates)
        self.operating = Operating(engine, self._run)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        data_dir: Path,
        today: Callable[[], date] = today_in_taipei,
        now: Callable[[], datetime] = _utc_now,
        *,
        read_only: bool = False,
    ) -> AsyncIterator[Knowledge]:
        """Open the data directory *data_dir*; the four published minutes are put into a new one.

        Raises KnowledgeError, in one line, where the directory or what is in it cannot be used.
        """
        async with Thread() as worker:
            engine = await worker(lambda: Engine(data_dir, today, now, read_only=read_only))
            try:
                yield cls(engine, worker)
            finally:
                await worker(engine.close)

    async def prepare(self) -> None:
        """Make now what the first questions would wait for: 0.2 s in all."""
        await self._run(self._engine.prepare)

    async def ask(self, text: str, asker: str | None = None, *, public: bool = False) -> Answer:
        """Answer *text*; what *asker* asked before may complete it, and is remembered.

        A *public* answer, before others who did not ask, must be surer. An answer that cannot be
        remembered, for want of space on the disk, has no key.
        """

        def unremembered() -> Answer:
            return self._engine.ask(text, asker, remember=False, public=public)

        def again(key: str) -> Answer:
            kept = self._engine.recall(key)
            return (self._engine.sure(kept) if public else kept) if kept else unremembered()

        try:
            return await self.updates.once(
                lambda: self._engine.ask(text, asker, public=public),
                kept=lambda answer: answer.key,
                again=again,
            )
        except WritingRefused as error:
            logger.warning("answered_unremembered error=%r", str(error))
            return await self._run(unremembered)

    async def answer(
        self, text: str, context: Context | None = None
    ) -> tuple[Answer, Context | None]:
        """Answer *text* after *context* and return the context for the next one; keep nothing."""
        return await self._run(lambda: self._engine.answer(text, context))

    async def recall(self, key: str) -> Answer | None:
        """Return the answer to a question kept under `Answer.key`, None where it is unknown."""
        return await self._run(lambda: self._engine.recall(key))

    async def hit(self, entry_id: str) -> Hit | None:
        return await self._run(lambda: self._engine.quotes.hit(entry_id))

    async def context(self, entry_id: str) -> tuple[Hit, ...]:
        """Return 案由, 說明 and 決議 of an entry's item, or its section, in their order."""
        return await self._run(lambda: self._engine.quotes.context(entry_id))

    async def siblings(self, entry_id: str) -> tuple[Hit, ...]:
        """Return the entries of one kind under the same heading as an entry, in their order."""
        return await self._run(lambda: self._engine.quotes.siblings(entry_id))

    async def meetings(self) -> tuple[Meeting, ...]:
        """Return the heads of all meetings, the newest last, without entries."""
        return await self._run(self._engine.heads.listed)

    async def meeting(self, meeting_id: str) -> Meeting:
        """Return a meeting with its entries. Raises MeetingNotFound."""
        return await self._run(lambda: self._engine.store.meeting(meeting_id))

    async def coverage(self) -> Coverage:
        return await self._run(self._engine.coverage)

    async def publish(self, path: Path) -> Published:
        """Record the minutes in the file *path*: all of them or none.

        The file is read beside the worker, which goes on answering meanwhile. Raises
        DocumentError or StoreError.
        """
        planned = await asyncio.to_thread(plan, path)
        return await self._run(lambda: self._engine.record(planned))

    async def forget(self, user: int) -> None:
        """Forget all that is kept of *user*."""
        await self._run(lambda: forget(self._engine, user))
        self.preferences.refresh()

    async def move_chat(self, old: int, new: int) -> None:
        """Give the supergroup *new* all that the group *old* had, which it has become."""
        await self._run(lambda: move_chat(self._engine, old, new))
        self.preferences.refresh()

    async def check(self) -> list[str]:
        """Return what is wrong with the record or the index, a line each."""
        return await self._run(lambda: check(self._engine))
