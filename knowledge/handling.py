"""Updates between their arrival and their end, and what their handlers change meanwhile."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

from knowledge.drafting import Worker
from knowledge.engine import Engine
from knowledge.inbox import Effect, Raw
from knowledge.together import Together

T = TypeVar("T")


@dataclass
class _Update:
    id: int
    repeated: bool  # what it changes may have been changed before
    changes: int = 0


# Each task of the event loop has its own, so that no handler has to hand it down.
_handled: ContextVar[_Update | None] = ContextVar("handled", default=None)


class Handling:
    """The door's side of the inbox, and the unit of work that keeps effects from coming twice.

    An update waits on the disk until its handler has returned; one whose handler was cut off is
    handled again. What its handler changes must not be changed again then: `once` commits each
    change together with a mark, keyed by the update and the number of the change, and where the
    mark stands already it tells what was changed instead of changing it. Changes that leave the
    same when made twice (put, drop, publish) need no mark. Every method may raise StoreError.
    """

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self._engine = engine
        self._inbox = engine.inbox
        self._worker = worker
        self._together = Together(worker, self._unit)
        self._finished: deque[int] = deque()  # filled by the event loop, emptied by the worker
        self._fresh: set[int] = set()  # taken by this process, and not handled yet

    async def take(self, updates: Mapping[int, Raw], handled: Collection[int] = ()) -> list[int]:
        """Commit *updates*, named by their ids, and return the ids of those that are new.

        Those in *handled* are done already. Raises WritingRefused where the disk does.
        """
        now = self._engine.now()
        fresh = await self._together(lambda: self._inbox.take(updates, now, handled))
        self._fresh.update(fresh)
        return fresh

    async def waiting(self) -> dict[int, dict[str, Any]]:
        """Return by their ids, in the order they came, the updates that are not done."""
        return await self._worker(self._inbox.waiting)

    def finish(self, update_ids: Iterable[int]) -> None:
        """Have updates marked as done, with the next change or the next `flush`."""
        self._finished.extend(update_ids)

    async def flush(self) -> None:
        """Mark as done what was finished; what the disk does not take stays for the next time."""
        while self._finished:
            await self._together(lambda: None)

    async def set_aside(self, update_id: int, reason: str) -> None:
        """Keep an update that cannot be handled, with the *reason*, out of the way."""
        await self._worker(lambda: self._inbox.set_aside(update_id, reason))

    @contextmanager
    def of(self, update_id: int) -> Iterator[None]:
        """What the block changes through `once` is changed on account of that update."""
        token = _handled.set(_Update(update_id, repeated=update_id not in self._fresh))
        self._fresh.discard(update_id)
        try:
            yield
        finally:
            _handled.reset(token)

    async def once(
        self, change: Callable[[], T], kept: Callable[[T], object], again: Callable[[Any], T]
    ) -> T:
        """Make *change* in one transaction, or where it was made already return it *again*.

        *kept* turns what it returns into something fit for JSON, which is handed to *again*.
        Outside of `of` it is simply made. All three run on the worker.
        """
        update = _handled.get()
        if update is None:
            return await self._together(change)
        update.changes += 1
        effect = update.id, update.changes
        recall = again if update.repeated else None
        return await self._together(lambda: self._made_once(effect, change, kept, recall))

    def _made_once(
        self,
        effect: Effect,
        change: Callable[[], T],
        kept: Callable[[T], object],
        again: Callable[[Any], T] | None,
    ) -> T:
        """Make *change* unless it was made already; without *again* it cannot have been."""
        if again and (before := self._inbox.effect(effect)) is not None:
            return again(before)
        made = change()
        self._inbox.keep_effect(effect, kept(made))
        return made

    @contextmanager
    def _unit(self) -> Iterator[None]:
        """A transaction that also marks as done what was finished before: it costs nothing more."""
        finished = [self._finished.popleft() for _ in range(len(self._finished))]
        try:
            with self._engine.unit():
                if finished:
                    self._inbox.finish(finished)
                yield
        except BaseException:
            self._finished.extend(finished)
            raise
