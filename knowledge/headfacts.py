"""Facts of a meeting's head: when, where, who presided, who took the minutes, when it ended."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.gate import Gate, Verdict
from knowledge.model import Fact, Kind, Refusal
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Search
from knowledge.term import Term, names_offices
from knowledge.text import fold
from knowledge.wanted import states_wanted

# Lines of those who came, and of those who did not.
_PRESENCE = ("请假", "列席", "缺席", "应到", "实到")
_CAME = ("实到", "实际出席")  # how many came, beside how many should have
_PEOPLE = {Fact.CHAIR, Fact.RECORDER, Fact.ATTENDANCE}
_LISTED = {Fact.CHAIR, Fact.ATTENDANCE}
_TIMES = ("day", "hour", "calendar", "weekday")
_ELECTED = regex("当选|获选|选上|中选")
_OMITTED = (":略", ":(略)", ":略。")  # 主席致詞：略 tells nobody's words
_CLOCK = regex("[0-9〇零一二三四五六七八九十]+ *[时点:]")
_WHERE_OR_WHEN = "(?:[是在到从]|设在|放在)?(?:哪|几[点时月号]|何[时处]|什么[时地])"
# When a part of the meeting began, no head tells.
_OF_PART = regex(
    "(?:联访|采访|记者会|业务报告|致词|临时动议|讨论|投票|表决)(?:是|从|在)?(?:几点|几时)[^,。;?]{0,2}(?:开始|结束|举行)"
)
_ENDS_AT = regex(
    "^.{0,12}[0-9〇零一二三四五六七八九十]+ *[时点:][^,。;]{0,8}散会|散会[^,。;]{0,8}[0-9十一二三四五六七八九]+ *[时点:]"
)
_UNTIL = regex("[0-9分时整] *(?:至|到|~|-) *[^。]*[0-9时分]")
# 共同主持人，新北市是哪一位; 主持人裡有沒有基隆市長
_ONE_OF_THEM = regex(
    "(?P<place>[\u4e00-\u9fff]{2})[市县]?(?:那边|方面)?的?(?:是|派|由)(?:谁|哪)"
    "|(?:有没有|有无|包不包括)(?P<named>[\u4e00-\u9fff]{2})"
)


class HeadFacts:
    """*fact_words* are words that ask for no other fact than the one they are listed under.

    Words that weigh no more than *slight* name nothing.
    """

    def __init__(
        self,
        search: Search,
        gate: Gate,
        fact_words: Mapping[str, frozenset[str]],
        slight: float,
    ) -> None:
        self._search = search
        self._gate = gate
        self._fact_words = fact_words
        self._slight = slight

    def asked(self, question: Question) -> Sequence[Posting]:
        """Return the header postings that state the facts *question* asks for."""
        found = self._ended(question, self._search.facts(question))
        if question.wanted == "headcount" and question.facts == (
            Fact.ATTENDANCE,
        ):  # not 出席人員, the line above 應到96人
            found = [p for p in found if states_wanted(question, p.body)] or found
        if Fact.CHAIR in question.facts and (one := _ONE_OF_THEM.search(question.folded)):
            place = one["place"] or one["named"]
            found = [p for p in found if re.search(f"{place}[市县]", p.body)] or found
        labels = [label for label in _PRESENCE if label in question.folded]
        if question.wanted == "headcount" and not labels and "应" not in question.folded:
            labels = list(_CAME)
        labelled = [p for p in found if any(label in p.body for label in labels)]
        return labelled if Fact.ATTENDANCE in question.facts and labelled else found

    def lacking(self, question: Question, found: Sequence[Posting]) -> Verdict | None:
        """Return why *found* states not what is asked for, None where it does."""
        timed = question.wanted in _TIMES and {Fact.TIME, Fact.ADJOURNED} & {*question.facts}
        named = question.wanted in ("name", "reporter", "agent") and {*question.facts} & _PEOPLE
        counted = question.wanted == "headcount" and Fact.CHAIR in question.facts  # one a line
        listed = question.wanted == "roster" and {*question.facts} & _LISTED  # 詳簽到表
        placed = question.wanted == "site" and Fact.PLACE in question.facts
        if question.wanted and not (
            timed
            or named
            or listed
            or counted
            or placed
            or any(states_wanted(question, p.body) for p in found)
        ):
            return Verdict(Refusal.NO_SUCH_FACT, wanted=question.wanted)
        if _ELECTED.search(question.folded) and not any(_ELECTED.search(p.body) for p in found):
            return Verdict(
                Refusal.NO_SUCH_FACT, wanted="name"
            )  # who presides was not elected there
        if {Fact.TIME, Fact.ADJOURNED} & {*question.facts} and _OF_PART.search(question.folded):
            return Verdict(Refusal.NO_SUCH_FACT, wanted=question.wanted or "hour")
        omitted = question.scope.voice and all(p.body.endswith(_OMITTED) for p in found)
        if found and not omitted:
            return None
        wanted = "、".join(fact.chinese for fact in question.facts)
        return Verdict(Refusal.NO_SUCH_FACT, wanted=wanted)

    def named(self, question: Question) -> Question | None:
        """Return *question* as one for the facts beside its subject, None where it is none.

        Its words name the head: 林曉玲做紀錄的是哪兩場 by the fact itself, 新竹市…在哪裡開 by
        the title; or they stand nowhere, and are only how it is asked.
        """
        if _asks_who_holds(question):
            return replace(question, facts=(Fact.CHAIR,), terms=_holders(question))
        if not question.beside or self._gate.unknown(question):
            return None
        asked = replace(question, facts=question.beside)
        strange = self._gate.strange(question)
        words = self._words(question)
        known = [term for term in words if term.text not in strange]
        found = self._search.facts(asked)
        own = self._own(question)
        about = [term for term in words if term.text not in own] or words  # 研考會的同仁
        if about and all(t in known for t in about) and self._stating(found, about):
            return replace(asked, wanted=None, terms=tuple(about))
        if question.scope.meetings is None:
            return None
        titled = all(t.text in own or any(_in(t, p.far + p.body) for p in found) for t in known)
        few = len(words) == len(known) or any(word.text in own for word in words)
        return replace(asked, terms=()) if titled and few else None

    def beside(self, question: Question) -> Question | None:
        """Return *question* as one for facts of the meeting it names, whose other words are strange.

        關稅那場大家約在哪碰頭; None where a strange word is what is asked after: 停車場在哪.
        """
        strange = self._gate.strange(question)
        subjects = {term.text for term in question.terms if not term.generic}
        if question.scope.meetings is None or not question.beside or subjects - {*strange}:
            return None
        after = (f"{re.escape(word)}{_WHERE_OR_WHEN}" for word in strange)
        if any(re.search(pattern, question.folded) for pattern in after):
            return None
        return replace(question, facts=question.beside, terms=())

    def stated(self, question: Question) -> Sequence[Posting]:
        """Return the header postings that hold the words of *question*, all where it has none."""
        found = self.asked(question)
        words = self._words(question)
        return self._stating(found, words) or found

    @staticmethod
    def _stating(found: Sequence[Posting], words: Sequence[Term]) -> list[Posting]:
        return [posting for posting in found if all(_in(term, posting.body) for term in words)]

    def _words(self, question: Question) -> list[Term]:
        """Return what *question* is about beside the facts: 四位市長 preside everywhere."""
        terms = (t for t in question.terms if t.weight > self._slight and len(t.text) > 1)
        return [term for term in terms if not (term.generic or names_offices(term))]

    def _own(self, question: Question) -> frozenset[str]:
        none = frozenset[str]()
        return none.union(*(self._fact_words.get(f.value, none) for f in question.beside))

    def _ended(self, question: Question, found: Sequence[Posting]) -> Sequence[Posting]:
        """Return *found* with the meeting's time, 14時至16時, for an adjournment without one."""
        timeless = [p for p in found if p.fact == Fact.ADJOURNED and not _CLOCK.search(p.body)]
        if Fact.ADJOURNED not in question.facts or not timeless:
            return found
        times = self._search.facts(replace(question, facts=(Fact.TIME,)))
        ends = {p.meeting_id: p for p in times if _UNTIL.search(p.body)}
        ends |= {p.meeting_id: p for p in found if p.fact == Fact.ADJOURNED and p not in timeless}
        ends |= {p.meeting_id: after for p in timeless if (after := self._said_after(p))}
        told = (ends.get(p.meeting_id, p) if p in timeless else p for p in found)
        return list(dict.fromkeys(told))

    def _said_after(self, heading: Posting) -> Posting | None:
        """Return the line below an empty *heading* that tells the time: 六、散會 / 13:48散會."""
        others = self._search.alike(replace(heading, kind=Kind.OTHER))
        below = (p for p in others if p.position > heading.position)
        after = next(below, None)
        return after if after and _ENDS_AT.search(after.body) else None


def _asks_who_holds(question: Question) -> bool:
    """Tell whether it is asked who has an office that is known by its holder: 桃園市長是誰."""
    known = len(question.scope.speakers) == 1 and not question.terms
    return known and question.wanted == "name" and "speech" not in question.intents


def _holders(question: Question) -> tuple[Term, ...]:
    return tuple(Term.of(fold(name), 1.0, {}) for name in question.scope.speakers)


def _in(term: Term, text: str) -> bool:
    return any(word in text for word, _ in term.forms)
