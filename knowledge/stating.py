"""Whether an entry states the fact that a question asks for, of what it asks about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.bearing import is_of_head, is_told, replied, speaks_as
from knowledge.model import Kind
from knowledge.phases import of_phase
from knowledge.posting import Posting
from knowledge.quantities import is_as_great, is_bound, is_per_unit
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.reporters import names_reporter
from knowledge.sides import takes_side
from knowledge.term import Term, best, names_offices
from knowledge.wanted import EVENTS, enumerates, states_wanted

_SENTENCE = regex("[^。;]+")
_TOLD_OF = {"report": ("money", "headcount"), "statement": ("count",)}  # what the title names
_REPORTED = regex("[^:。;]{2,40}(?:报告|统计|情形|说明|概况|进度):")  # of all that follows
_TITLED = regex(
    "[^。;]{2,40}?(?:工程|计[划画]|案|业务|措施|补助|作业|改善)。"
)  # 列管19：…人孔蓋下地工程。
_REPLIES = regex("[^:,。]{0,10}(?:回应|答复|答覆|回复|回覆)[^:,。]{0,4}:")
# 輔導教師章若蘭建議…, 動議二：連監事玉燕提議
_MOVES = regex(
    "(?:临时)?(?:动议|提案)?[0-9一二三四五六七八九十.、:()第案]*[\u4e00-\u9fff]{2,16}?(?:提(?:议|案|出)?[:,建]|提议|提案|提出|动议|建议|建请|反映|要求|请求)"
)
_OF_ITEM = (Kind.EXPLANATION, Kind.RESOLUTION)
_TELLS_SPEAKER = frozenset(("speech", "mayor", "who"))
_THING = 0.5  # weight of a word by which a detail is known: 審查, of 平均審查天數


def states(question: Question, posting: Posting, subject: float) -> bool:
    """Tell whether *posting* has the kind of fact that *question* asks for.

    It must stand in a sentence that holds one of the heaviest words of the question (those of
    at least the share *subject* of the heaviest), in what explains or decides an item about it,
    or in what replies to it.
    """
    body = of_phase(question.folded, posting.body)
    posting = replace(posting, body=body) if body != posting.body else posting
    if question.wanted == "items":
        return enumerates(question.count or 0, posting.body)
    told = is_told(question, posting.body, posting.above, posting.near)
    told = told and is_as_great(question.folded, posting.body)
    told = told and is_bound(question.folded, posting.body)
    told = told and (question.wanted != "money" or is_per_unit(question.folded, posting.body))
    if not told or is_of_head(question, posting):
        return False
    if question.wanted == "name" and posting.speaker and not question.office:
        return bool(question.intents & _TELLS_SPEAKER)
    if question.wanted == "vote" and posting.kind == Kind.SPEECH:
        return takes_side(question.folded, posting.body) or _states_of(question, posting, subject)
    if question.wanted == "proposer" and posting.kind == Kind.SPEECH:
        return "案" not in question.folded  # 永續共榮是誰提的: who spoke of it
    if question.wanted == "proposer" and posting.kind == Kind.MOTION:
        return bool(_MOVES.match(posting.body)) or states_wanted(question, posting.body)
    if question.wanted in ("proposer", "amount"):
        return states_wanted(question, posting.body)
    if question.wanted == "reporter":
        return names_reporter(question, posting)
    return _states_of(question, posting, subject)


def _states_of(question: Question, posting: Posting, subject: float) -> bool:
    """Tell whether *posting* states it of what *question* names."""
    inherited = posting.body + posting.near
    events = _events(question)
    subjects = [t for t in question.terms if _is_subject(t) and t not in events]
    heaviest = max((t.weight for t in subjects if best(t, inherited)), default=0.0)
    named = [t for t in subjects if t.weight >= subject * heaviest] or events
    if events and not any(best(event, posting.body) for event in events):
        return False  # 動工 has no day that something else has
    # 預計7月完工 tells of what the heading names, and of nothing beside it.
    told = any(best(term, posting.near) for term in named)
    happens = events if told and not any(best(term, posting.body) for term in named) else []
    by_office = question.scope.office and speaks_as(question.scope.office, posting)
    if question.wanted == "reply" and (by_office or _REPLIES.match(posting.body)):  # 本府回應：…
        return not named or any(best(term, inherited) for term in named)
    if _is_about(question, posting, named):
        return states_wanted(question, posting.body)
    title = _REPORTED.match(posting.body) or _TITLED.match(posting.body)
    titled = title is not None and any(best(term, title[0]) for term in named)
    by = (*named, *happens, *_details(posting, subjects, told=told))
    return any(
        replied(question, posting.speaker) or states_wanted(question, sentence)
        for sentence in _SENTENCE.findall(posting.body)
        if titled or not named or any(best(term, sentence) for term in by)
    )


def _is_about(question: Question, posting: Posting, named: Sequence[Term]) -> bool:
    """Tell whether *posting* is about what is *named*, whichever of its sentences states it."""
    voted = question.wanted == "vote" and posting.kind == Kind.OTHER  # 表決：7票
    said = posting.kind == Kind.SPEECH and question.wanted != "reply"
    next_time = "next" in question.intents  # 下次會議訂於…, of the meeting that is named
    reported = next_time or question.wanted in _TOLD_OF.get(posting.kind, ())
    about = posting.body + posting.near + posting.far * next_time if reported else posting.near
    if posting.kind == Kind.MOTION:  # with what was resolved: 決議：日期訂為2月4日
        about = posting.body + posting.near
    of_item = reported or voted or said or posting.kind in (*_OF_ITEM, Kind.MOTION)
    # 32%, of 川普關稅幾趴: the title of the statement alone names him
    of_item |= posting.kind == Kind.STATEMENT and question.wanted == "percent"
    return of_item and any(best(term, about) for term in named)


def _details(posting: Posting, subjects: Sequence[Term], *, told: bool) -> list[Term]:
    """Return by what a detail of a report is known whose title names the rest: 平均審查天數由38日…."""
    of_title = told and posting.kind == Kind.REPORT
    return [t for t in subjects if of_title and t.weight >= _THING]


def _events(question: Question) -> list[Term]:
    """Return what is to happen on the day that is asked for: 動工, 完工."""
    timed = question.wanted in ("day", "calendar")
    return [t for t in question.terms if timed and t.text in EVENTS]


def _is_subject(term: Term) -> bool:
    """Tell whether *term* may name what is asked about: 副縣長 says who told it."""
    return not term.generic and not names_offices(term)
