"""Which questions ask what became of something over several meetings; all others are answered."""

from __future__ import annotations

from knowledge.answer import Answerer, Composed
from knowledge.asked import Asked
from knowledge.gate import Gate
from knowledge.heads import Heads
from knowledge.history import Historian
from knowledge.promises import Promises
from knowledge.question import Question
from knowledge.scoring import Scorer
from knowledge.search import Search
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
    ) -> None:
        self._answerer = answerer
        self.historian = Historian(answerer, search, Asked(search, scorer), gate, heads)
        self.chorus = Chorus(answerer, search, gate, heads)
        self.promises = promises

    def compose(self, question: Question) -> Composed:
        """Answer *question*; what tells no history and no voices is an ordinary question."""
        return self._tracked(question) or self._answerer.compose(question)

    def _tracked(self, question: Question) -> Composed | None:
        if "pending" in question.intents:
            return self.promises.compose(question)
        if "history" in question.intents:
            return self.historian.compose(question)
        asks_all = "everyone" in question.intents and "statement" not in question.intents
        return self.chorus.compose(question) if asks_all and not question.scope.speakers else None
