"""What an operator looks at and mends while the bot runs: figures, unanswered questions, aliases."""

from __future__ import annotations

from knowledge.chats import Unanswered
from knowledge.drafting import Worker
from knowledge.engine import Engine
from knowledge.figures import Figures, Learned, Pairing, Waiting
from knowledge.identity import short_code

SHOWN_DAYS = 30
_WORST = 5
_CODE = 8


class Operating:
    """The operator's side of the door. Every method may raise StoreError."""

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self._engine = engine
        self._worker = worker

    async def figures(self) -> Figures:
        """Return how the bot was used in the last SHOWN_DAYS days, and how it is now."""
        return await self._worker(self._figures)

    async def waiting(self, most: int) -> tuple[Waiting, ...]:
        """Return the questions that were not answered, the most frequent first."""
        return await self._worker(lambda: self._waiting()[:most])

    async def pairings(self, code: str) -> tuple[Waiting, tuple[Pairing, ...]] | None:
        """Return the waiting question *code*, and which of its words may mean which of the minutes.

        None where it does not wait any more.
        """
        return await self._worker(lambda: self._pairings(code))

    async def learn(self, code: str, pair: str) -> Learned | None:
        """Let the pairing *pair* of the question *code* hold from now on, for good.

        What is answered by it waits no longer. None where either is gone; raises LexiconError
        where the operator's file of aliases cannot be written.
        """
        return await self._worker(lambda: self._learn(code, pair))

    async def settle(self, code: str) -> None:
        """Let the question *code* wait no longer."""
        await self._worker(lambda: self._settle(code))

    def _figures(self) -> Figures:
        engine = self._engine
        following = engine.subscriptions.counts()
        chats = following.pop("chats")
        helpful, unhelpful = engine.tally.votes()
        return Figures(
            days=engine.tally.days(engine.today(), SHOWN_DAYS),
            waiting=len(engine.chats.unanswered()),
            chats=chats,
            following=following,
            notices=engine.outbox.counts(),
            helpful=helpful,
            unhelpful=unhelpful,
            worst=engine.tally.worst(_WORST),
        )

    def _waiting(self) -> tuple[Waiting, ...]:
        return tuple(_named(one) for one in self._engine.chats.unanswered())

    def _one(self, code: str) -> Waiting | None:
        return next((one for one in self._waiting() if one.code == code), None)

    def _pairings(self, code: str) -> tuple[Waiting, tuple[Pairing, ...]] | None:
        one = self._one(code)
        if one is None:
            return None
        pairs = self._engine.kindred(one.text)
        return one, tuple(Pairing(_pair(*pair), *pair) for pair in pairs)

    def _learn(self, code: str, pair: str) -> Learned | None:
        found = self._pairings(code)
        chosen = next((p for p in found[1] if p.code == pair), None) if found else None
        if chosen is None:
            return None
        self._engine.learn(chosen.asked, chosen.minutes)
        return Learned(chosen.asked, chosen.minutes, self._settled())

    def _settled(self) -> tuple[str, ...]:
        """Forget the waiting questions that are answered now; return them."""
        chats, found = self._engine.chats, []
        for one in chats.unanswered():
            if self._engine.answer(one.text)[0].answered:
                chats.settle(one.text)
                found.append(one.text)
        return tuple(found)

    def _settle(self, code: str) -> None:
        if one := self._one(code):
            self._engine.chats.settle(one.text)


def _named(one: Unanswered) -> Waiting:
    return Waiting(short_code(_CODE, one.text), one.text, one.times)


def _pair(asked: str, minutes: str) -> str:
    return short_code(_CODE, asked, minutes)
