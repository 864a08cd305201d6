"""A content word of a question, as it is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from knowledge.dates import either

_SPELLED = 2  # times as long as its abbreviation is what is spelled out
_OFFICES = ("市长", "县长", "首长", "市长们", "首长们", "mayors")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question and the words of the minutes it may stand for."""

    text: str
    weight: float  # how much of the question it is
    forms: tuple[tuple[str, float], ...]  # itself, then other words for it -> how much one counts
    pairs: tuple[str, ...] = ()  # bigrams of a long word, which may stand there in parts
    titles: tuple[str, ...] = ()  # itself, and what it is short for: how a title may have it
    generic: bool = False  # stands in every meeting and decides nothing
    named: bool = False  # in English: written as a name, or a thing that stands nowhere

    def __hash__(self) -> int:
        return hash(self.text)  # of all values it would take as long as to look for the term

    @classmethod
    def of(
        cls, text: str, weight: float, expansions: Mapping[str, float], *, generic: bool = False
    ) -> Term:
        others = sorted(expansions.items(), key=lambda item: -item[1])
        parts = len(text) > 2 and not text.isascii()
        pairs = tuple(text[i : i + 2] for i in range(len(text) - 1)) if parts else ()
        titles = (text, *(word for word in expansions if _is_short_for(text, word)))
        return cls(text, weight, ((text, 1.0), *others), pairs, titles, generic)


def of_day(day: str) -> Term:
    """Return a date as it is looked for: in figures or in numerals."""
    return Term.of(day, 1.0, dict.fromkeys(either(day)[1:], 1.0))


def by_given_name(terms: tuple[Term, ...], person: str) -> tuple[Term, ...]:
    """Return *terms* with the given name of *person*, who speaks: 蔡董事月娥 is 蔡月娥."""
    form = (person[1:], 1.0)
    return tuple(replace(t, forms=(*t.forms, form)) if t.text == person else t for t in terms)


def _is_short_for(text: str, word: str) -> bool:
    """Tell whether *word* spells *text* out: 全國中等學校運動會, of 全中運."""
    return word[0] == text[0] and len(word) > _SPELLED * len(text)


def naming(terms: Iterable[Term]) -> list[Term]:
    """Return those of *terms* that name something."""
    return [term for term in terms if not term.generic]


def names_offices(term: Term) -> bool:
    """四位市長 names nobody and no topic."""
    return term.generic or term.text.endswith(_OFFICES)


def best(term: Term, text: str) -> float:
    """Return how far *text* has *term* whole: 1 for itself, less for another word for it."""
    for word, weight in term.forms:
        if word in text:
            return weight
    return 0.0


def is_short_for(cost: str, text: str) -> bool:
    """Tell whether *text* has *cost* with more inside it: 清潔管理費, of 清潔費."""
    place = text.find(cost[:-1]) if len(cost) > 2 else -1
    return place >= 0 and cost[-1] in text[place + len(cost) - 1 : place + len(cost) + 2]
