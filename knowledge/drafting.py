"""What an admin does with a document that was sent: look at it, publish it, cancel it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Protocol, TypeVar

from knowledge.drafts import Draft
from knowledge.engine import Engine
from knowledge.model import Change, DraftReading, Meeting, Preview, Published
from knowledge.publish import Plan, plan_bytes

T = TypeVar("T")

_BEGINNING = 120  # characters; a wrong encoding shows in far fewer


class Worker(Protocol):
    """Runs work on the thread that owns the engine."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...


class Drafting:
    """Documents between their arrival and their publication; users see nothing of them.

    A document is read beside the worker, which goes on answering meanwhile. A draft's key is
    good for `DRAFT_LIFE`; every method raises DocumentError or StoreError where the document
    cannot be published as it stands.
    """

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self._engine = engine
        self._worker = worker

    async def add(self, name: str, data: bytes, admin: int, chat: int) -> DraftReading:
        """Keep the document *name* as a draft and return what it would become.

        What cannot be read as minutes is not kept.
        """
        planned = await asyncio.to_thread(plan_bytes, data, name)
        return await self._worker(lambda: self._added(planned, name, data, admin, chat))

    async def read(
        self, key: str, encoding: str | None = None, corrects: str | None = None
    ) -> DraftReading | None:
        """Return what the draft *key* would become, None where it is gone.

        *encoding* is remembered as that of its text, where it is minutes in it; *corrects* is the
        meeting that it is said to be.
        """
        draft = await self._worker(lambda: self._draft(key))
        if draft is None:
            return None
        chosen = replace(draft, encoding=encoding or draft.encoding)
        planned, others = await asyncio.to_thread(_planned, chosen)
        return await self._worker(lambda: self._read(chosen, planned, others, corrects))

    async def publish(self, key: str, corrects: str | None = None) -> Published | None:
        """Record and index the draft *key*, then forget it; None where it is gone already."""
        draft = await self._worker(lambda: self._draft(key))
        if draft is None:
            return None
        planned, _ = await asyncio.to_thread(_planned, draft)
        return await self._worker(lambda: self._published(draft, planned, corrects))

    async def cancel(self, key: str) -> None:
        """Forget the draft *key*; nothing happens where it is gone already."""
        await self._worker(lambda: self._engine.drafts.drop(key))

    def _added(self, planned: Plan, name: str, data: bytes, admin: int, chat: int) -> DraftReading:
        self._engine.preview(planned)
        draft = self._engine.drafts.put(name, data, admin, chat, self._engine.now())
        return self._reading(draft.key, planned, planned.document.alternatives, None)

    def _draft(self, key: str) -> Draft | None:
        return self._engine.drafts.get(key, self._engine.now())

    def _read(
        self, draft: Draft, planned: Plan, alternatives: tuple[str, ...], corrects: str | None
    ) -> DraftReading:
        reading = self._reading(draft.key, planned, alternatives, corrects)
        self._engine.drafts.choose(draft.key, draft.encoding)
        return reading

    def _reading(
        self, key: str, planned: Plan, alternatives: tuple[str, ...], corrects: str | None
    ) -> DraftReading:
        previews = self._engine.preview(planned, corrects)
        document = planned.document
        return DraftReading(
            key,
            document.name,
            previews,
            planned.parsed.warnings,
            document.text.strip()[:_BEGINNING],
            document.encoding,
            alternatives,
            corrects,
            () if corrects else self._candidates(previews),
            self._engine.announcer.listeners(previews),
        )

    def _candidates(self, previews: tuple[Preview, ...]) -> tuple[Meeting, ...]:
        if len(previews) > 1 or previews[0].change is not Change.NEW:
            return ()
        return tuple(self._engine.store.resembling(previews[0].meeting.head))

    def _published(self, draft: Draft, planned: Plan, corrects: str | None) -> Published:
        published = self._engine.record(planned, corrects)
        self._engine.drafts.drop(draft.key)
        return published


def _planned(draft: Draft) -> tuple[Plan, tuple[str, ...]]:
    """Return what *draft* says, and the encodings in which it would say something else."""
    guessed = plan_bytes(draft.data, draft.name)
    if draft.encoding in (None, guessed.document.encoding):
        return guessed, guessed.document.alternatives
    known = (guessed.document.encoding or "", *guessed.document.alternatives)
    chosen = plan_bytes(draft.data, draft.name, draft.encoding)
    return chosen, tuple(one for one in known if one and one != draft.encoding)
