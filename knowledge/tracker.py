"""Which questions ask what became of something over several meetings; all others are answered."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Answerer, Composed
from knowledge.asked import Asked
from knowledge.gate import Gate
from knowledge.heads import Heads
from knowledge.history import Historian
from knowledge.passage import Passages
from knowledge.promises import Promises
from knowledge.question import Question
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.twofold import Twofold
from knowledge.voices import Chorus


class Tracker:
    """The one way from a question to its answer."""

    def __init__(
        self,
        answerer: Answerer,
        search: Search,
        scorer: Scorer,
        gate: Gate,
        heads: Heads,
        promises: Promises,
        read: Callable[[str], Question],
    ) -> None:
        self._answerer = answerer
        self.historian = Historian(answerer, search, Asked(search, scorer), gate, heads)
        self.chorus = Chorus(answerer, search, gate, heads)
        self.promises = promises
        self._passages = Passages(answerer, search)
        self._twofold = Twofold(answerer, read, self._alone)

    def compose(self, question: Question) -> Composed:
        """Answer *question*; what tells no history and no voices is an ordinary question."""
        composed = self._alone(question)
        return self._twofold.compose(question, composed) or composed

    def _alone(self, question: Question) -> Composed:
        return self._tracked(question) or self._answerer.compose(question)

    def _tracked(self, question: Question) -> Composed | None:
        if question.entry:
            return self._passages.compose(question)
        if "pending" in question.intents:
            return self.promises.compose(question)
        if "history" in question.intents:
            return self.historian.compose(question)
        voices = self.chorus.compose(question) if _asks_everyone(question) else None
        silent = voices is not None and not voices.answer.answered
        return None if silent and "speech" not in question.intents else voices


def _asks_everyone(question: Question) -> bool:
    """四位市長…說 asks each of them, not what they stated together or decided: 市長們怎麼裁示."""
    intents = question.intents
    asks = "everyone" in intents and "statement" not in intents and not question.scope.speakers
    return asks and ("decision" not in intents or "speech" in intents)
