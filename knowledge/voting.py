"""有幫助, 沒幫助: what those who asked say of an answer. Nothing of them is kept."""

from __future__ import annotations

from knowledge.engine import Engine
from knowledge.handling import Handling


class Voting:
    """Votes, counted for the entry at the head of an answer; each once, whatever happens.

    Every method may raise StoreError.
    """

    def __init__(self, engine: Engine, updates: Handling) -> None:
        self._engine = engine
        self._updates = updates

    async def vote(self, entry_id: str, *, helpful: bool) -> bool:
        """Count a vote; False, and nothing is counted, for an entry that is not on record."""
        return await self._updates.once(lambda: self._vote(entry_id, helpful), bool, bool)

    async def leave(self, key: str) -> bool:
        """Put the question kept under *key* among those not answered; False where it is gone."""
        return await self._updates.once(lambda: self._leave(key), bool, bool)

    def _vote(self, entry_id: str, helpful: bool) -> bool:
        on_record = self._engine.quotes.hit(entry_id) is not None
        if on_record:
            self._engine.tally.vote(entry_id, helpful=helpful)
        return on_record

    def _leave(self, key: str) -> bool:
        kept = self._engine.chats.question(key)
        if kept:
            self._engine.chats.miss(kept[0], self._engine.now())
        return kept is not None
