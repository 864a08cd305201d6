"""What a person looks through and takes along, without asking a question."""

from __future__ import annotations

from knowledge.drafting import Worker
from knowledge.engine import Engine
from knowledge.model import Hit, Kind, Meeting, Outcome
from knowledge.regex import regex
from knowledge.rules import read as read_scope
from knowledge.text import fold, without_surrogates

_NUMBER = regex("第?([0-9]{1,3})[次届]?")
_DECIDED = (Kind.RESOLUTION, Kind.CONCLUSION)


class Browsing:
    """Lists over all meetings, what can be quoted elsewhere, and the published files."""

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self._engine = engine
        self._worker = worker

    async def found(self, text: str) -> tuple[Hit, ...]:
        """Return what can be quoted for *text*, the best first; nothing is remembered."""
        return await self._worker(lambda: self._engine.found(text))

    async def keep(self, text: str) -> str:
        """Keep the question *text* and return its key, 8 characters of [a-z2-7], for a link."""
        return await self._worker(lambda: self._engine.keep(text))

    async def latest(self) -> tuple[Meeting, tuple[Hit, ...]] | None:
        """Return the newest meeting and what was said in it, decisions first; None without one."""
        return await self._worker(self._latest)

    async def named(self, words: str) -> tuple[Meeting, ...]:
        """Return the heads of the meetings that *words* name, the newest last.

        They name it by its id, its number, a piece of its title, or as in any question: 113年3月15日,
        去年, 第2次市長層級會議, 關稅那場.
        """
        return await self._worker(lambda: self._named(words))

    async def outcomes(self) -> tuple[Outcome, ...]:
        """Return the outcomes that any decision on record has, the unsettled first."""
        return await self._worker(self._engine.registers.outcomes)

    async def resolutions(self, outcome: Outcome, offset: int, limit: int) -> tuple[Hit, ...]:
        """Return decisions with *outcome* over all meetings, the newest meeting first."""
        registers = self._engine.registers
        return await self._worker(
            lambda: self._engine.quotes.hits(registers.resolutions(outcome, offset, limit))
        )

    async def statements(self, offset: int, limit: int) -> tuple[Hit, ...]:
        """Return the first entry of each meeting's joint statement, the newest first."""
        registers = self._engine.registers
        return await self._worker(
            lambda: self._engine.quotes.hits(registers.statements(offset, limit))
        )

    async def file(self, meeting_id: str) -> tuple[str, bytes] | None:
        """Return name and content of the file that a meeting was published as.

        None where no meeting on record has that id, or an older program kept no file of it.
        """
        return await self._worker(lambda: self._engine.store.files.of_meeting(meeting_id))

    def _named(self, words: str) -> tuple[Meeting, ...]:
        listed = self._engine.heads.listed()
        said = fold(without_surrogates(words))
        if not said:
            return ()
        number = _NUMBER.fullmatch(said)
        exact = [one for one in listed if words == one.id]
        if not exact and number:
            exact = [one for one in listed if one.head.ordinal == int(number[1])]
        scope = read_scope(self._engine.scopes, said, self._engine.today()).meetings or frozenset()
        scoped = [one for one in listed if one.id in scope]
        titled = [one for one in listed if said in fold(one.head.title)]
        return tuple(exact or scoped or titled)

    def _latest(self) -> tuple[Meeting, tuple[Hit, ...]] | None:
        if not self._engine.heads:
            return None
        meeting = self._engine.store.meeting(self._engine.heads.listed()[-1].id)
        entries = [one for one in meeting.entries if one.kind is not Kind.HEADER]
        entries.sort(key=lambda one: one.kind not in _DECIDED)
        return meeting, self._engine.quotes.hits([one.id for one in entries])
