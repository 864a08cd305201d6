"""Everything that speaks of what is asked, to choose from; not one answer."""

from __future__ import annotations

from knowledge.answer import Answerer
from knowledge.model import Hit
from knowledge.question import Question
from knowledge.search import Search

# More than anybody scrolls through, and ranked in a few milliseconds.
MOST_FOUND = 100
# Of the words that the best entry holds, so many must stand in every other.
_SHARE = 0.6


class Finder:
    """What can be sent on: the answer first, then whatever else holds the question's words."""

    def __init__(self, answerer: Answerer, search: Search) -> None:
        self._answerer = answerer
        self._search = search

    def found(self, question: Question) -> tuple[Hit, ...]:
        """Return at most MOST_FOUND entries, the best first; none where the minutes do not answer."""
        answer = self._answerer.compose(question).answer
        if not answer.answered:
            return ()
        ranked = self._search.rank(question, MOST_FOUND) if question.terms else []
        least = max((one.coverage for one in ranked), default=0.0) * _SHARE
        others = [one.posting for one in ranked if one.own and one.coverage >= least]
        found = {hit.entry.id: hit for hit in answer.hits}
        for hit in self._answerer.hits(question, others, {}):
            found.setdefault(hit.entry.id, hit)
        return tuple(found.values())[:MOST_FOUND]
