"""A compound that stands nowhere, but in the entries found with words between: 本土登革熱病例."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Ranked
from knowledge.term import Term

_COMPOUND = regex("[\u4e00-\u9fff]{4}")
_BETWEEN = "[^,。;:、?]{1,8}"  # as much as names what the compound is of, and no other clause
_FIRST = 3  # entries of the ranking that are looked into


def spread(
    question: Question, ranked: Sequence[Ranked], nowhere: Callable[[str], bool]
) -> Question:
    """Return *question* with its compounds that stand *nowhere* as the two words that do: 本土, 病例.

    Only where one of the first entries has both, one soon after the other: 學生…票 is no 學生票.
    """
    bodies = [one.posting.body for one in ranked[:_FIRST]]
    terms = tuple(part for term in question.terms for part in _parts(term, bodies, nowhere))
    return question if len(terms) == len(question.terms) else replace(question, terms=terms)


def _parts(term: Term, bodies: Sequence[str], nowhere: Callable[[str], bool]) -> Iterable[Term]:
    compound = not term.generic and _COMPOUND.fullmatch(term.text)
    if not compound or not all(nowhere(word) for word, _ in term.forms):
        return (term,)
    if not any(map(_apart(term.text).search, bodies)):
        return (term,)
    return tuple(Term.of(half, term.weight / 2, {}) for half in (term.text[:2], term.text[2:]))


@lru_cache(maxsize=500)
def _apart(compound: str) -> re.Pattern[str]:
    return re.compile(compound[:2] + _BETWEEN + compound[2:])
