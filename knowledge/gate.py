"""Do these hits answer this question? Decides before anything is shown; ranks nothing.

Of answerable and unanswerable questions alike something always matches best; what tells them
apart is how much of the question stands in it (product.md: fuzzy scores overlap in 6 of 12
cases, the share of content words in none), and whether the fact asked for is there at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.bearing import is_of_title, is_topic, stands_nowhere
from knowledge.dates import in_either_calendar, is_day
from knowledge.elsewhere import Elsewhere, whole_names
from knowledge.lexicon import Lexicon
from knowledge.model import Fact, Kind, Outcome, Refusal
from knowledge.numbers import absent_figures
from knowledge.posting import Posting
from knowledge.presumed import presumes_settled, priced_apart, taken_for_granted
from knowledge.quantities import states
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import ASKING, Scorer
from knowledge.search import Ranked
from knowledge.term import Term
from knowledge.unnamed import counts_unnamed
from knowledge.wanted import PRICED, untold
from knowledge.weights import GateWeights
from knowledge.whose import is_whom, stranger
from knowledge.years import calls_year, says_year

_RULED = frozenset(("decision", "issued"))
_PRESIDES = regex("主持|主席|召集")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why the minutes do not answer, and which words of the question stand nowhere."""

    refusal: Refusal
    missing: tuple[str, ...] = ()
    wanted: str | None = None


_MAY = "(?:可以|可不可以|能不能|可否)"  # is it allowed


class Gate:
    def __init__(
        self,
        lexicon: Lexicon,
        frequency: Callable[[str], int],
        is_name: Callable[[str], bool],
        speaks_of: Callable[[str, str], bool],
        scorer: Scorer,
        weights: GateWeights,
    ) -> None:
        self._lexicon = lexicon
        self._places = tuple(lexicon.places)
        self._frequency = frequency
        self._is_name = is_name
        self._elsewhere = Elsewhere(lexicon, is_name, frequency, speaks_of, scorer)
        self._scorer = scorer
        self._weights = weights
        self._topic = lexicon.intents["topic"]
        offices = "|".join(sorted(lexicon.offices, key=len, reverse=True))
        surname = f"[{''.join(sorted(lexicon.surnames))}]"
        given = "(?:(?!的)[\u4e00-\u9fff]){2}"  # 高雄的局長 is nobody's name
        self._titled = re.compile(
            rf"(?:{offices})({surname}{given})|({surname}{given})(?:{offices})"
        )

    def refuse(self, question: Question, ranked: Sequence[Ranked]) -> Verdict | None:
        """Return why *ranked* is no answer to *question*, None where its first is one."""
        return self.unknown(question) or self.unanswered(question, ranked)

    def unanswered(self, question: Question, ranked: Sequence[Ranked]) -> Verdict | None:
        """Do as `refuse` does, of a question that names nothing `unknown`."""
        missing = [t for t in question.terms if not t.generic and not self._stands(t)]
        if not ranked:
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        top = ranked[0]
        if any(quoted in top.posting.body for quoted in question.quotes):
            return None  # 「我們四位市長承諾」那段: the words themselves
        return (
            self._uncovered(question, top, missing)
            or self._beyond(question, top, missing)
            or self._lacks_wanted(question, top)
        )

    def _uncovered(
        self, question: Question, top: Ranked, missing: Sequence[Term]
    ) -> Verdict | None:
        """Return a no where too little of *question* stands in *top*."""
        issued = "issued" in question.intents and top.posting.kind == Kind.CONCLUSION
        titled = question.scope.meetings or is_of_title(question, top.posting)
        titled = titled or ("statement" in question.intents and "声明" in top.posting.body)
        if issued and (top.coverage >= self._weights.least or titled):
            return None  # 談完關稅提出了什麼: what came of it repeats no word of the talks
        if missing and self._names_nothing(question, missing):
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        if priced := priced_apart(question, missing):
            return Verdict(Refusal.NOT_IN_MINUTES, priced)
        total = sum(term.weight for term in question.terms)
        lost = sum(term.weight for term in missing) / (total + self._weights.doubt)
        if (
            lost > self._weights.missing
            or self._held(question, top.coverage, total) < self._weights.coverage
        ):
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        done = (t for t in missing if re.search(f"{_MAY}{re.escape(t.text)}", question.folded))
        if top.own == 0.0 and any(done):
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))  # 淡水河可以游泳嗎
        if top.coverage < self._weights.least and not question.bare:
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        return None

    @staticmethod
    def _names_nothing(question: Question, missing: Sequence[Term]) -> bool:
        """Tell whether all that *question* names is *missing*: 哪幾次會議的報告寫退回重擬."""
        scope = question.scope
        given = scope.meetings is not None or scope.speakers or scope.voice or question.items
        return not given and all(term.generic or term in missing for term in question.terms)

    def _beyond(self, question: Question, top: Ranked, missing: Sequence[Term]) -> Verdict | None:
        """Return a no where what *question* names or is after stands not in *top* itself."""
        headed = self._scorer.headed(question, top.posting)
        kinds = (Kind.RESOLUTION, Kind.OTHER, *((Kind.SPEECH,) if question.scope.speakers else ()))
        of_item = bool(top.posting.item) and top.posting.kind in kinds
        of_item |= bool(question.wanted) and _explains_all(top.posting)  # 現行每度5.8元
        explains = question.wanted and top.coverage >= self._weights.explains
        if explains and top.posting.kind == Kind.EXPLANATION:
            of_item |= not PRICED.search(question.folded)
        next_time = question.wanted == "date"  # 下次會議訂於… is of the meeting that is named
        if headed < self._weights.own and not (of_item or next_time or question.intents & _RULED):
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        held = top.posting.body + top.posting.near + top.posting.far
        absent = (
            d for d in question.scope.dates if not any(w in held for w in in_either_calendar(d))
        )
        said = says_year(question, top.posting)
        dates = () if said else tuple(d for d in absent if not calls_year(d, top.posting))
        if dates and question.wanted:  # 113年實際收了多少 is not what 115年 will bring
            return Verdict(Refusal.NO_SUCH_FACT, dates, question.wanted)
        if days := tuple(filter(is_day, dates)):
            return Verdict(Refusal.NOT_IN_MINUTES, days)
        held = top.posting.body + top.posting.near + top.posting.meeting_id[:4]
        if lacking := absent_figures(question, held, top.posting.far):
            return Verdict(Refusal.NOT_IN_MINUTES, lacking)
        elsewhere = self._elsewhere.lacking(question, top.posting)
        if elsewhere is not None:
            return Verdict(Refusal.NOT_IN_MINUTES, elsewhere)
        if self._is_beside_the_head(question, top):
            return Verdict(Refusal.NOT_IN_MINUTES, _texts(missing))
        told = self._elsewhere.is_told_by(question, top.posting)
        focus, body, least = None if told else question.focus, top.posting.body, self._weights.focus
        if focus and states(focus.text, body):
            return None  # 14公頃 is the 面積 that is asked for
        if focus and (self._scorer.holds(focus, top.posting) < least or untold(question, body)):
            return Verdict(Refusal.NOT_IN_MINUTES, (focus.text,))
        return None

    def confidence(self, question: Question, posting: Posting) -> float:
        """Return the share of *question* that *posting* holds, from 0 to 1."""
        total = sum(term.weight for term in question.terms)
        return self._held(question, self._scorer.share(question, posting).coverage, total)

    @staticmethod
    def _is_beside_the_head(question: Question, top: Ranked) -> bool:
        """Tell whether *top* states a fact of the head that nobody asked for.

        A list of who was absent holds a name, and answers not what he said.
        """
        fact = top.posting.fact
        if "successor" in question.intents:  # 新來的校長 is not who presides
            return bool(fact)
        asks = question.intents & (ASKING | {"report"}) or question.scope.office  # 局長說…怎麼推
        return bool(asks and fact) and fact not in (*question.beside, Fact.OTHER)

    def _held(self, question: Question, coverage: float, total: float) -> float:
        """Return the share of the question that holds, the scope that was understood with it."""
        given = self._given(question)
        return (coverage * total + given) / (total + given)

    def _given(self, question: Question) -> float:
        """Return the weight of what *question* says besides its words, which holds by itself."""
        scope = question.scope
        named = (
            (scope.meetings is not None and not scope.told)
            + bool(scope.speakers or scope.voice)
            + bool(question.items)
        )
        return self._weights.doubt + self._weights.scope * named

    def unknown(self, question: Question) -> Verdict | None:
        """Return a no where the question names a scope, place, person or thing of no minutes."""
        if question.scope.uncovered:
            return Verdict(Refusal.OUT_OF_SCOPE, question.scope.uncovered)
        if counts_unnamed(question):
            return Verdict(Refusal.NO_SUCH_FACT, wanted=question.wanted)
        missing = [t for t in question.terms if not t.generic and not self._stands(t)]
        absent = question.scope.absent  # a level of meeting
        slight = self._weights.naming if question.beside else 0.0  # 副市長會議上次在哪裡召開
        if absent and all(
            t.generic or t.text in absent or absent in t.text or t.weight < slight
            for t in question.terms
        ):
            return Verdict(Refusal.OUT_OF_SCOPE, (absent,))
        if "advice" in question.intents:
            return Verdict(Refusal.NOT_IN_MINUTES)  # 推薦一條步道
        focus = question.focus
        if focus and "list" in question.intents and not self._stands(focus):
            return Verdict(Refusal.NOT_IN_MINUTES, (focus.text,))  # 請了哪些歌手
        bodies = self._elsewhere.bodies(question.folded)
        called = (*self._officials(question.scope.text), *bodies)
        strangers = [n for n in called if not any(map(self._frequency, whole_names(n)))]
        strangers += self._elsewhere.other_bodies(question, bodies)
        strangers += stranger(question, self._lexicon.surnames, self._stands)
        strangers += taken_for_granted(question, missing)
        strangers += [t.text for t in missing if _names_group(t, question.folded)]
        strangers += [t.text for t in missing if is_whom(t, question.folded)]
        topics = [match[1] or match[2] for match in self._topic.finditer(question.scope.text)]
        heavy = [t for t in missing if t.weight >= self._weights.slight]
        named = [t for t in missing if self._names(t)]
        named += [t for t in heavy if t not in named and is_topic(t, topics, question.terms)]
        names = (*strangers, *(term.text for term in named))
        whole = tuple(
            n for n in dict.fromkeys(names) if not any(n != other and n in other for other in names)
        )
        return Verdict(Refusal.NOT_IN_MINUTES, whole) if whole else None

    def _officials(self, text: str) -> list[str]:
        """Return the full names that *text* gives with an office: 副市长李四川, 卢秀燕市长."""
        found = [match[1] or match[2] for match in self._titled.finditer(text)]
        return [name for name in found if name[0] in self._lexicon.surnames]

    def strange(self, question: Question) -> list[str]:
        """Return the words of *question* that stand nowhere, as they are or by their meaning.

        An everyday word is meant as it is typed, and no alias is worth making of it.
        """
        missing = [t.text for t in question.terms if not t.generic and not self._stands(t)]
        strange = dict.fromkeys((*question.loose, *missing))
        return [word for word in strange if word not in self._lexicon.slight]

    def nowhere(self, word: str) -> bool:
        """Tell whether *word* stands in no minutes: what is only elsewhere may not be denied.

        Of an everyday word that says nothing.
        """
        return word not in self._lexicon.slight and not self._frequency(word)

    def _stands(self, term: Term) -> bool:
        return any(self._frequency(word) for word, _ in term.forms)

    def _names(self, term: Term) -> bool:
        """A place, a person or a thing so rare in ordinary words that it must be a name."""
        place = term.text.startswith(self._places)
        person = len(term.text) == 3 and term.text[0] in self._lexicon.surnames
        rare = (
            term.weight >= self._weights.naming and len(term.text) > 1 and self._is_name(term.text)
        )
        return place or person or rare or (term.named and not self._frequency(term.text))

    def _is_open(self, question: Question, posting: Posting) -> bool:
        """Tell whether *posting* puts off all that *question* speaks of, and so tells no fact of it."""
        heavy = (t for t in question.terms if not t.generic and t.weight >= self._weights.spoken)
        spoken_of = all(self._scorer.holds(t, posting) for t in heavy if self._stands(t))
        return posting.outcome == Outcome.CONTINUED and spoken_of

    def _lacks_wanted(self, question: Question, top: Ranked) -> Verdict | None:
        presided = Fact.CHAIR in question.beside and "who" in question.intents
        if presided and not _PRESIDES.search(top.posting.body):
            return Verdict(Refusal.NO_SUCH_FACT, wanted="name")
        wanted = question.wanted
        if of := stands_nowhere(question, self._stands):
            return Verdict(Refusal.NOT_IN_MINUTES, (of.text,))
        decides = "decision" in question.intents and wanted not in ("reply", "vote", "funding")
        presumed = presumes_settled(question)
        open_still = decides and not presumed and self._is_open(question, top.posting)
        if wanted is None or open_still or self._scorer.holds_wanted(question, top.posting):
            return None
        return Verdict(Refusal.NO_SUCH_FACT, wanted=wanted)


def _explains_all(posting: Posting) -> bool:
    """Tell whether *posting* is all the explanation of its item, and so of what that names."""
    alone = bool(posting.item) and posting.own_number[-2:] in ("说明", "办法", "拟办")
    return alone and posting.kind == Kind.EXPLANATION


def _names_group(term: Term, folded: str) -> bool:
    """Tell whether *term* is what a group is called by: 體育組, of no minutes."""
    return any(f"{term.text}{noun}" in folded for noun in ("组", "小组", "议题组"))


def _texts(terms: Sequence[Term]) -> tuple[str, ...]:
    return tuple(term.text for term in terms)
