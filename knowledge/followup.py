"""A message that leans on the one before it: what it does not say is taken from there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from knowledge.model import Fact, Form
from knowledge.posting import Posting
from knowledge.question import Question, Reader
from knowledge.scope import Remainder
from knowledge.terms import names_offices

_NEXT = re.compile(r"([上下])一?(?:项|点|个|条)")
_LEANS = re.compile(r"^(?:那|那么|换成?|改成|然后|还有|and |what about|how about)|呢[?？。]?$")
_SHORT = 2  # words of a question that may go on about what was spoken of
# Intents that belong to the subject and are kept; who, list and the like belong to one message.
_KEPT = frozenset(("decision", "statement", "speech", "proposal", "report", "motion"))
# Those that look over all meetings; 那捷運呢 goes on with them, 那後來怎麼決定 does not.
_TRACKING = frozenset(("history", "everyone"))


@dataclass(frozen=True, slots=True)
class Context:
    """What a question was about, after its answer was found."""

    words: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    speaker: str | None = None
    number: int | None = None
    place: tuple[str, ...] = ()  # keys of the headings above what was shown

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Context:
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
        }
        return cls(**values)


def context_of(question: Question, form: Form, postings: tuple[Posting, ...]) -> Context:
    """Return what the next message may lean on."""
    first = postings[:1] if form is Form.EXCERPT else postings
    return Context(
        words=tuple(term.text for term in question.terms),
        intents=tuple(sorted(question.intents & (_KEPT | _TRACKING))),
        facts=tuple(fact.value for fact in question.facts),
        meetings=tuple(sorted({posting.meeting_id for posting in first})),
        speaker=question.scope.speaker,
        number=question.number,
        place=postings[0].headings[1:] if postings else (),
    )


def lean(question: Question, context: Context, reader: Reader) -> Question:
    """Return *question* with what it leaves open taken from *context*.

    A question that is complete in itself is returned as it is.
    """
    if not _leans(question):
        return question
    question = replace(_completed(question, context), place=context.place)
    scope = question.scope
    if not scope.speakers and context.speaker and not question.terms and not question.facts:
        scope = replace(scope, speakers=(context.speaker,))
    step = _NEXT.search(question.folded)
    if step and context.number:
        question = replace(
            question, number=context.number + (1 if step[1] == "下" else -1), terms=()
        )
    if scope.numbered and scope.meetings and context.meetings:
        scope = _of_series(scope, reader.scopes.of_same_series(context.meetings))
    if scope.meetings is None and context.meetings and not question.intents & _TRACKING:
        ids = frozenset(context.meetings)
        scope = replace(scope, meetings=ids, named=(ids,))
    if question.facts:
        return replace(question, scope=scope)
    if not question.terms and question.number is None and context.facts:
        return replace(question, scope=scope, facts=tuple(map(Fact, context.facts)))
    words = () if question.terms else context.words
    return replace(
        question,
        scope=scope,
        terms=question.terms or tuple(map(reader.terms.term, words)),
        intents=question.intents | (frozenset(context.intents) - _TRACKING),
    )


def _completed(question: Question, context: Context) -> Question:
    """Return *question* as one over all meetings, where it or the one before it is."""
    if not question.intents:
        return replace(question, intents=_TRACKING.intersection(context.intents))
    if "everyone" in question.intents and all(map(names_offices, question.terms)):
        return replace(question, terms=())
    return question


def narrowed(question: Question, context: Context) -> Question | None:
    """Return *question* asked of the meeting that is spoken of, None where it names its own.

    什麼時候完工 after an answer about a road asks about that road, if its minutes tell.
    """
    own = question.scope.meetings is not None or question.scope.speakers
    content = [term for term in question.terms if not term.generic]
    if own or not question.wanted or not content or len(content) > _SHORT:
        return None
    ids = frozenset(context.meetings)
    scope = replace(question.scope, meetings=ids, named=(ids,))
    return replace(question, scope=scope, place=context.place)


def _of_series(scope: Remainder, series: frozenset[str]) -> Remainder:
    """那第2次呢 means the second of the meetings that are spoken of, if there is one."""
    ids = (scope.meetings or frozenset()) & series
    return replace(scope, meetings=ids, named=(ids,)) if ids else scope


def _leans(question: Question) -> bool:
    if question.small_talk or "pending" in question.intents:  # 還有哪些沒有追蹤 asks of all
        return False
    if _LEANS.search(question.folded):
        return True
    return question.bare and (question.scope.meetings is None or question.number is not None)
