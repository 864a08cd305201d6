"""Changes that wait at the same time, made in one transaction: the disk is waited for once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, TypeVar

from knowledge.drafting import Worker

T = TypeVar("T")

_MOST = 16  # changes in one transaction; whoever waits for the first waits for all of them


@dataclass(slots=True)
class _Change:
    make: Callable[[], Any]
    made: Any = None
    error: Exception | None = None


class Together:
    """`await together(change)` returns what *change* returns, when that is committed.

    Changes are made on *worker* in the order they came, in what *unit* opens. One that raises
    leaves nothing behind, and the others stand.
    """

    def __init__(self, worker: Worker, unit: Callable[[], AbstractContextManager[None]]) -> None:
        self._worker = worker
        self._unit = unit
        self._waiting: deque[_Change] = deque()  # filled by the event loop, emptied by the worker

    async def __call__(self, change: Callable[[], T]) -> T:
        mine = _Change(change)
        self._waiting.append(mine)
        await self._worker(self._make)
        if mine.error:
            raise mine.error
        made: T = mine.made
        return made

    def _make(self) -> None:
        """Make what waits: the change that this was called for, unless one before took it along."""
        number = min(len(self._waiting), _MOST)
        if changes := [self._waiting.popleft() for _ in range(number)]:
            self._commit(changes)

    def _commit(self, changes: Sequence[_Change]) -> None:
        try:
            with self._unit():
                for change in changes:
                    change.made = change.make()
        except Exception as error:  # noqa: BLE001 - it is raised where the change is waited for
            if len(changes) == 1:
                changes[0].error = error
            else:
                for change in changes:
                    self._commit([change])
