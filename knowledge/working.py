"""The working that an answer shows: which words were matched, and which were replaced."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Hit
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.scoring import Scorer
from knowledge.text import shadow


def matched(question: Question, found: Sequence[Posting], scorer: Scorer) -> tuple[str, ...]:
    """Return the question's own words that stand in what was found, as they were typed."""
    held = [
        term.text
        for term in question.terms
        if not term.generic and any(scorer.holds(term, posting) for posting in found)
    ]
    longest = [word for word in held if not any(word != o and word in o for o in held)]
    return tuple(as_written(word, question.text) for word in longest)


def as_written(folded: str, *texts: str) -> str:
    """Return how one of *texts* writes the *folded* word; folded words are never shown."""
    for text in texts:
        if found := shadow(text).find(folded):
            return text[found]
    return folded


def replaced(question: Question, hits: Sequence[Hit]) -> tuple[tuple[str, str], ...]:
    quoted = [hit.entry.text for hit in hits]
    return tuple(
        (as_written(one.typed, question.text), as_written(one.meant, *quoted))
        for one in question.replaced
    )
