"""Do these hits answer this question? Decides before anything is shown; ranks nothing.

Of answerable and unanswerable questions alike something always matches best; what tells them
apart is how much of the question stands in it (product.md: fuzzy scores overlap in 6 of 12
cases, the share of content words in none), and whether the fact asked for is there at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.lexicon import Lexicon
from knowledge.model import Refusal
from knowledge.question import Question, Term
from knowledge.search import Ranked, holds_wanted

# Least share of a question's weight that must stand in the entry or what it inherits, and in
# the entry's own words. Derived with tests/data/questions.jsonl.
LEAST_COVERAGE = 0.5
LEAST_OWN = 0.2
# A word that weighs this much names something; standing nowhere, it decides alone.
_NAMING = 0.85
_MISSING_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why the minutes do not answer, and which words of the question stand nowhere."""

    refusal: Refusal
    missing: tuple[str, ...] = ()
    wanted: str | None = None


class Gate:
    def __init__(
        self, lexicon: Lexicon, frequency: Callable[[str], int], is_noun: Callable[[str], bool]
    ) -> None:
        self._lexicon = lexicon
        self._frequency = frequency
        self._is_noun = is_noun
        self._topic = lexicon.intents["topic"]
        offices = "|".join(sorted(lexicon.offices, key=len, reverse=True))
        surname = f"[{''.join(sorted(lexicon.surnames))}]"
        self._titled = re.compile(
            rf"(?:{offices})({surname}[\u4e00-\u9fff]{{2}})|({surname}[\u4e00-\u9fff]{{2}})(?:{offices})"
        )

    def refuse(self, question: Question, ranked: Sequence[Ranked]) -> Verdict | None:
        """Return why *ranked* is no answer to *question*, None where its first is one."""
        missing = [t for t in question.terms if not t.generic and not self._stands(t)]
        if unknown := self.unknown(question):
            return unknown
        if not ranked:
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        top = ranked[0]
        if _share(missing, question.terms) > _MISSING_SHARE or top.coverage < LEAST_COVERAGE:
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        if top.own < LEAST_OWN and "decision" not in question.intents:
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        numbers = tuple(t.text for t in question.terms if t.text.isdigit() and len(t.text) > 1)
        if lost := tuple(n for n in numbers if n not in top.posting.body + top.posting.near):
            return Verdict(Refusal.NOT_IN_MINUTES, lost)
        return self._lacks_wanted(question, top)

    def unknown(self, question: Question) -> Verdict | None:
        """Return a no where the question names a scope, place, person or thing of no minutes."""
        if question.scope.uncovered:
            return Verdict(Refusal.OUT_OF_SCOPE, question.scope.uncovered)
        missing = [t for t in question.terms if not t.generic and not self._stands(t)]
        if question.scope.absent and all(self._of_level(t, question) for t in question.terms):
            return Verdict(Refusal.OUT_OF_SCOPE, (question.scope.absent,))
        strangers = [n for n in self._officials(question.scope.text) if not self._frequency(n)]
        topics = [match[1] or match[2] for match in self._topic.finditer(question.scope.text)]
        named = [t for t in missing if self._names(t) or _in_any(t.text, topics)]
        names = (*strangers, *(term.text for term in named))
        return Verdict(Refusal.NOT_IN_MINUTES, names) if names else None

    @staticmethod
    def _of_level(term: Term, question: Question) -> bool:
        return term.generic or term.text in question.scope.absent

    def _officials(self, text: str) -> list[str]:
        """Return the full names that *text* gives with an office: 副市长李四川, 卢秀燕市长."""
        found = [match[1] or match[2] for match in self._titled.finditer(text)]
        return [name for name in found if name[0] in self._lexicon.surnames]

    def strange(self, question: Question) -> list[str]:
        """Return the words of *question* that stand nowhere, as they are or by their meaning."""
        return [t.text for t in question.terms if not t.generic and not self._stands(t)]

    def _stands(self, term: Term) -> bool:
        return any(self._frequency(word) for word in (term.text, *term.expansions))

    def _names(self, term: Term) -> bool:
        """A place, a person or a thing so rare in ordinary words that it must be a name."""
        place = any(term.text.startswith(place) for place in self._lexicon.places)
        person = len(term.text) == 3 and term.text[0] in self._lexicon.surnames
        rare = term.weight >= _NAMING and len(term.text) > 1 and self._is_noun(term.text)
        return place or person or rare

    @staticmethod
    def _lacks_wanted(question: Question, top: Ranked) -> Verdict | None:
        wanted = question.wanted
        if wanted is None or holds_wanted(question, top.posting):
            return None
        return Verdict(Refusal.NO_SUCH_FACT, wanted=wanted)


def _in_any(word: str, topics: Sequence[str]) -> bool:
    return len(word) > 1 and any(word in topic for topic in topics)


def _texts(terms: Sequence[Term]) -> tuple[str, ...]:
    return tuple(term.text for term in terms)


def _share(some: Sequence[Term], terms: Sequence[Term]) -> float:
    total = sum(term.weight for term in terms)
    return sum(term.weight for term in some) / total if total else 0.0
