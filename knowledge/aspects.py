"""The side of a matter that a question names, 交通方面, and what is of it."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.bearing import holds
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.term import Term

FACET = regex("(?P<name>[\u4e00-\u9fff]{2,6})面向")  # ◆財政面向：檢討稅制
COUNTS = frozenset(("count", "amount", "percent", "money", "headcount"))
_SIDES = ("方面", "面向", "层面")


def sides(question: Question) -> list[Term]:
    """Return what *question* names as the side of a matter: 交通, of 交通方面."""
    return [t for t in question.terms if not t.generic and _names_side(t, question)]


def facets(path: Iterable[str]) -> tuple[str, ...]:
    """Return the facets that the headings of *path* name: 財政面向."""
    return tuple(facet[0] for facet in filter(None, map(FACET.search, path)))


def bears_side(scorer: Scorer, side: Term, posting: Posting) -> bool:
    """Tell whether *posting* is of *side*; under 產業面向：爭取公平競爭環境 it is of no 環境面向."""
    named = facets(posting.path)
    if named and not holds(side, posting.body):
        return any(holds(side, facet) for facet in named)
    return scorer.holds(side, posting) > 0


def _names_side(term: Term, question: Question) -> bool:
    if question.wanted in COUNTS and term.text.endswith("组"):
        return True
    return any(f"{term.text}{noun}" in question.folded for noun in _SIDES)
