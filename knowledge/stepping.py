"""Another meeting than the one that is spoken of: 再上一次呢, 更早那次, 2025呢."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from knowledge.context import Context
from knowledge.dates import Partial
from knowledge.heads import Heads
from knowledge.question import Question, Reader
from knowledge.regex import regex
from knowledge.scope import Remainder

_FORWARD = "再下一?|再后一?|之?后一?|下一?"
_STEP = regex(
    rf"^那?么?(?:(?P<back>再[上前]+一?|再之前那?一?|再?更[早前]之?前?的?那?一?|之?前一|往前一|上一?)|(?P<on>{_FORWARD}))"
    "(?P<unit>[次场回届])的?(?:会议|开会|会(?![不有要]))?"
)
_ALONE = regex(
    "(?:的?(?:结论|决议|结果)?(?:呢|勒|咧|是?什么)?|(?:还|又|也)?(?:有没有|有)(?:再|又)?(?:提|谈|讨论|讲|报告|处理|追踪|下文)[到过起及]?了?(?:吗|没有?)?)[ ?。啊呀]*$"
)
_FIRST = regex("^那?么?第[一1][次场](?:的?(?:会议|开会))?的?呢?[ ?。啊呀]*$")
_AGAIN = regex("^那?么?(?:再|更|[之往]?前一)")
_TURNS = regex("轮|接棒|东道|主办")  # 下次呢 after who hosts asks who is next
_YEAR = regex(
    r"^(?:那|那么|换)?(?P<year>(?:19|20)[0-9]{2}|1[0-9]{2})(?:的)?(?:[呢勒咧]|怎么样|如何)?[ ?。]*$"
)
YEAR = regex("[0-9]{3,4}年")
_REPUBLIC = 1911  # the year before its first
_FIRST_WESTERN = 1900


def elsewhen(question: Question, context: Context, reader: Reader) -> Question | None:
    """Return *question* as one of the meeting before or after the one that was spoken of.

    Or of a year that is named by nothing but its number; None where it names no such meeting.
    """
    turns = any(map(_TURNS.search, context.words))
    if (year := _YEAR.match(question.folded)) and turns:
        words = (*(w for w in context.words if not YEAR.fullmatch(w)), f"{year['year']}年")
        return replace(question, terms=tuple(map(reader.terms.term, words)), loose=())
    if year:
        heads, count = reader.scopes.heads, int(year["year"])
        count += 0 if count >= _FIRST_WESTERN else _REPUBLIC
        return _of(question, heads.dated(Partial(count, None, None)), year["year"])
    if question.scope.uncovered and (first := _FIRST.match(question.folded)):
        return _of(question, _earliest(reader, context), first[0])
    step = _STEP.match(question.folded) if context.meetings else None
    if step is None or not _means_step(question, step, context):
        return None
    ids = _beside(reader, context, back=bool(step["back"]))
    return _of(question, ids, step[0])


def at_other(question: Question, context: Context) -> Context:
    """Return *context* without the place of what was shown where another meeting is named."""
    ids = question.scope.meetings
    return (
        context
        if ids is None or ids & set(context.meetings)
        else replace(context, item="", place=())
    )


def is_step(question: Question) -> bool:
    """Tell whether *question* says no more than which meeting is meant: 再上一次."""
    scope = question.scope
    named = scope.meetings is not None or scope.uncovered
    return bool(named and question.bare and _STEP.match(question.folded))


def _means_step(question: Question, step: re.Match[str], context: Context) -> bool:
    """Tell whether the meeting that was spoken of is counted from, and not the clock.

    上次開會是哪天 is of the last meeting; 再上一次開會是哪天 is of the one before that.
    """
    if step["on"] and any(map(_TURNS.search, context.words)):
        return False
    if _AGAIN.match(step[0]):
        return True
    rest = question.folded[step.end() :]
    ours = question.scope.meetings in (None, frozenset(context.meetings))
    return ours and bool(_ALONE.match(rest))


def _beside(reader: Reader, context: Context, *, back: bool) -> frozenset[str]:
    """Return the meetings of the day before, or after, the ones that were spoken of, in their series."""
    heads = reader.scopes.heads
    series = reader.scopes.of_same_series(context.meetings)
    spoken = [day for one in context.meetings if (day := _day(heads, one))]
    days = sorted({day for one in series if (day := _day(heads, one))})
    if not spoken:
        return frozenset()
    there = [d for d in days if (d < min(spoken) if back else d > max(spoken))]
    return heads.on(there[-1 if back else 0]) & series if there else frozenset()


def _earliest(reader: Reader, context: Context) -> frozenset[str]:
    """Return the first meeting of the series that was spoken of, where its title has no number."""
    heads = reader.scopes.heads
    series = reader.scopes.of_same_series(context.meetings) if context.meetings else ()
    dated = sorted((day, one) for one in series if (day := _day(heads, one)))
    first = dated[0][1] if dated else None
    return frozenset((first,)) if first and heads[first].ordinal is None else frozenset()


def _day(heads: Heads, meeting_id: str) -> date | None:
    return heads[meeting_id].date if meeting_id in heads else None


def _of(question: Question, ids: frozenset[str], words: str) -> Question:
    """Return *question* of the meetings *ids*, as one that none covers where there are none."""
    scope = Remainder(question.folded, speakers=question.scope.speakers)
    scope = scope.within(ids) if ids else scope.lacking(words)
    terms = tuple(t for t in question.terms if t.text not in words and not t.text.isdigit())
    asks = question.intents - {"next"}
    return replace(question, scope=scope, terms=terms, intents=asks, loose=())
