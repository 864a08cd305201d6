"""What became of a topic, by a button under any answer about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from knowledge.answer import Composed
from knowledge.drafting import Worker
from knowledge.engine import Engine
from knowledge.question import Question
from knowledge.tracked import History, Pending, Voices

T = TypeVar("T", History, Voices)


class Tracking:
    """Histories, voices and open promises; a key is that of any question (`Answer.key`)."""

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self._engine = engine
        self._worker = worker

    async def history(self, key: str) -> History | None:
        """Return what the question *key* is about over time, None where no minutes tell."""
        compose = self._engine.tracker.historian.compose
        return await self._worker(lambda: self._about(key, History, compose))

    async def voices(self, key: str) -> Voices | None:
        """Return what each mayor said of what the question *key* is about, None as above."""
        compose = self._engine.tracker.chorus.compose
        return await self._worker(lambda: self._about(key, Voices, compose))

    async def pending(self) -> Pending:
        """Return what was promised for a later meeting and is in no later minutes."""
        return await self._worker(self._engine.tracker.promises.pending)

    def _about(
        self, key: str, kind: type[T], compose: Callable[[Question], Composed | None]
    ) -> T | None:
        """Return the answer to *key* where it is of that *kind*, else what *compose* makes of it."""
        understood = self._engine.understood(key)
        if understood is None:
            return None
        asked = isinstance(understood.answer, kind)
        composed = understood if asked else compose(understood.question)
        found = composed.answer if composed else None
        return replace(found, key=key, beside=not asked) if isinstance(found, kind) else None
