"""A scope that may be a word of the text instead: a year, a month, a level, a body's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.dates import either, in_either_calendar
from knowledge.gate import Gate
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.search import Ranked, Search
from knowledge.spread import spread
from knowledge.term import Term, of_day
from knowledge.text import fold
from knowledge.weights import ShownWeights

_OFFICE = regex("(?P<place>[\u4e00-\u9fff]{2})[市县]?(?:政府)?的?(?P<office>副?[市县]长)")


class Widening:
    """Ranks within the scope of a question, and beyond it where far more of it stands there."""

    def __init__(self, search: Search, scorer: Scorer, gate: Gate, weights: ShownWeights) -> None:
        self._search = search
        self._scorer = scorer
        self._gate = gate
        self._weights = weights

    def ranked(self, question: Question) -> tuple[Question, list[Ranked]]:
        """Return the question as it was best understood, and its candidates, best first."""
        ranked = self._search.rank(question)
        if (parted := spread(question, ranked, self._gate.nowhere)) is not question:
            question, ranked = parted, self._search.rank(parted)
        scope = question.scope
        if other := self._of_office(question, ranked):
            return other
        if not (scope.years or scope.by_level or scope.called or scope.spoken):
            return question, ranked
        words = (Term.of(word, 1.0, {}) for word in (*scope.years, *scope.called))
        widened = _widened(question, words)
        wide = self._search.rank(widened)
        within = ranked[0].coverage if ranked else 0.0
        said = [year for year in scope.years if question.wanted and year in question.folded]
        named = wide and _names_all(scope.called, wide[0]) and _names_years(said, wide[0])
        elsewhere = self._scorer.share(question, wide[0].posting).coverage if wide else 0.0
        least = self._weights.happened if scope.spoken else self._weights.wider
        if (named or scope.spoken) and elsewhere > within + least:
            return widened, wide
        return self._happened(question, ranked) or (question, ranked)

    def _of_office(
        self, question: Question, ranked: Sequence[Ranked]
    ) -> tuple[Question, list[Ranked]] | None:
        """Return what another holder of the office said that is named without its holder: 基隆副市長.

        Who presided last is meant first; in another body somebody else may speak for the city.
        """
        speakers, folded = question.scope.speakers, question.folded
        office = _OFFICE.search(folded) if len(speakers) == 1 else None
        if office is None or fold(speakers[0])[1:] in folded:
            return None
        if ranked and self._gate.refuse(question, ranked) is None:
            return None
        scope = replace(question.scope, speakers=(), office=office["office"])
        other = replace(question, scope=scope)
        said = [r for r in self._search.rank(other) if _speaks_for(office, r.posting)]
        return (other, said) if said and self._gate.refuse(other, said) is None else None

    def _happened(
        self, question: Question, ranked: Sequence[Ranked]
    ) -> tuple[Question, list[Ranked]] | None:
        """Return what answers where a month is when something happened: 7月份的車禍.

        It must stand there, and no meeting of that month may answer.
        """
        month = question.scope.spoken
        if not month or self._gate.refuse(question, ranked) is None:
            return None
        widened = _widened(question, [of_day(month)])
        wide = self._search.rank(widened)
        if not wide or wide[0].posting.fact:
            return None
        if not any(_names_all((form,), wide[0]) for form in either(month)):
            return None
        return (widened, wide) if self._gate.refuse(widened, wide) is None else None


def _speaks_for(office: re.Match[str], posting: Posting) -> bool:
    """Tell whether *posting* is what the holder of an *office* said: 基隆市林副市長建宏."""
    who = posting.label + posting.above
    return bool(posting.speaker) and office["place"] in who and office["office"] in who


def _names_all(called: Sequence[str], top: Ranked) -> bool:
    """Tell whether the names that were read as scopes stand in *top* as words, whole."""
    return all(word in top.posting.body + top.posting.near for word in called)


def _names_years(years: Sequence[str], top: Ranked) -> bool:
    return all(any(_names_all((form,), top) for form in in_either_calendar(one)) for one in years)


def _widened(question: Question, terms: Iterable[Term]) -> Question:
    body = None if question.scope.called else question.scope.body  # which may be a word as well
    scope = replace(question.scope, meetings=body, named=())
    return replace(question, terms=(*question.terms, *terms), scope=scope)
