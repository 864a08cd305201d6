"""What a meeting, a section or a numbered item holds, where a question names no subject in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from knowledge.bearing import holds
from knowledge.carried import carried_over, sorted_out
from knowledge.fates import fates, fates_of_groups, is_fate
from knowledge.model import Fact, Kind, Outcome
from knowledge.otherwise import exceptions
from knowledge.parser.outcomes import outcome
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import PASSED
from knowledge.search import Search
from knowledge.term import Term
from knowledge.turns import speaking_first
from knowledge.unnamed import counts_unnamed
from knowledge.wanted import states_wanted

_ASKED_KINDS = {"report": Kind.REPORT, "proposal": Kind.PROPOSAL}

# Which entries of an item an intent asks for, and which ones say what the item is.
_ITEM_PARTS = {
    "decision": (Kind.RESOLUTION, Kind.REPORT, Kind.MOTION),
    "explanation": (Kind.EXPLANATION,),
}
_OF_ITEM = frozenset(("money", "duration", "count", "headcount", "percent", "vote", "funding"))
_COUNTED = _OF_ITEM - {"funding"}
_TELLING = (Kind.RESOLUTION, Kind.EXPLANATION, Kind.PROPOSAL, Kind.OTHER, Kind.SPEECH)
# These name no subject.
_NEXT = ("下次", "下次会议", "下次会报", "下一次")
_ITEMS_CALLED = ("议题", "议案", "案子", "事项", "案件", "项目", *_NEXT)
# Nor do these, where all are asked for.
_GROUPS = ("组", "议题组", "议题小组", "小组", "局处", "单位")
_LAST_WORDS = regex("最后[^,。;]{0,6}(?:指示|裁示|交代)|主席结论|[指裁]示事项")
_NUMBERED = regex("[(]?[0-9一二三四五六七八九十]{1,3}[、.)]")
_NEXT_MEETING = regex(
    "下一?次(?:会议|开会|例会|会期|集会|大会|月会)?[^。;]{0,24}(?:[0-9]+[月日/.-]|另行通知)"
)
_COUNTERS = ("几案", "几件", "几项")
# No list of all that was decided, or that somebody said, tells them.
_OF_NO_LIST = ("items", "reporter", "proposer", "date", "age", "nationality", "phone", "site")
_NEXT_HOST = regex("下一?次[^。;]{0,24}由[^,。;]{2,12}(?:主办|承办|办理|协办|轮值|接办|筹备)")
_NEXT_PLACE = regex(
    "(?:下一?次|第[0-9一二三四五六七八九十]+次会[议报][订定])[^。;]{0,24}"
    "(?:[移改][至到在于]|地点|假|[在于][^。;]{2,20}(?:召开|举行|办理))"
)
_EARLIER = regex("[第首]")
_DECIDED = (Kind.RESOLUTION, Kind.CONCLUSION)
_ALL_STATEMENT = regex("声明|宣言")
_CONTENT = regex(
    "[说写讲谈提列][了到过]*(?:些|哪些)?什么|怎么[说写讲]|内容|重点|全文|有哪些|要点|大意|主要|摘要|列出|诉求|(?:几|多少)[大个]*[点项条]"
)
# The talk that led to it, its parts by name, and where it stands are asked for in other ways.
_NOT_OF_STATEMENT = frozenset(("decision", "history", "opening", "heading", "issued"))
_THING = 0.6  # weight of a word that is more than a light verb
_LINE = 60  # characters of a title or a slogan
_ITEM_BEGINS = (Kind.PROPOSAL, Kind.REPORT, Kind.MOTION)


def overview(question: Question, search: Search) -> list[Posting]:
    """Return the entries that answer *question* as a whole, [] where it names a subject."""
    question = _of_titled(question, search)
    asked = question.intents & _ITEM_PARTS.keys() and question.intents & {"list", "compare"}
    parts = question.items and ("all" in question.intents or asked)
    if "exception" in question.intents and (found := exceptions(question, search)):
        return found
    called = _ITEMS_CALLED + (_GROUPS if asked and "decision" in question.intents else ())
    whole = (
        one(question, search) for one in (_statement, carried_over, sorted_out, speaking_first)
    )
    if found := next(filter(None, whole), []):
        return found
    if (
        not (_is_plain(question, called) or parts)
        or question.number is not None
        or question.part is not None
    ):
        return []
    if question.items:
        members = _of_cases(question, search.items(question))
        asks_who = question.wanted in ("reporter", "proposer")
        told = [p for p in members if asks_who and states_wanted(question, p.body)]
        if question.wanted in _OF_ITEM:  # 那案要多少錢: what was decided, or what explains it
            stating = [p for p in members if states_wanted(question, p.body)]
            told = [p for kind in _TELLING for p in stating if p.kind == kind][:1]
        if told or question.wanted in ("vote", "funding"):
            return told
        return of_asked_kind(question, members)
    if found := _of_next_meeting(question, search) or _of_groups(question, search):
        return found
    if question.intents & {"next", "heading"} or question.wanted in _OF_NO_LIST:
        return []
    if not (question.scope.meetings or question.scope.speakers):
        return _of_the_one(question, search)
    return _of_scoped(question, search.scoped(question))


def _of_the_one(question: Question, search: Search) -> list[Posting]:
    """Return all that was decided where only one meeting on record passed resolutions: 決議有哪些."""
    asks = question.intents >= {"decision", "list"} and "决" in question.folded
    found = search.resolutions(question) if asks else ()
    return list(found) if len({p.meeting_id for p in found}) == 1 else []


def _of_groups(question: Question, search: Search) -> list[Posting]:
    """Return the resolutions on groups that became what is asked: 哪幾組照案通過."""
    asked = fates_of_groups(question.folded)
    found = search.resolutions(question) if asked else ()
    return [p for p in found if p.group and p.outcome in asked]


def _of_scoped(question: Question, scoped: Sequence[Posting]) -> list[Posting]:
    """Return those of *scoped*, of the meetings in question, that it asks for."""
    if question.wanted in _COUNTED and (counted := _counted(question, scoped)):
        return counted
    if "passed" in question.intents and (told := [p for p in scoped if PASSED.search(p.body)]):
        return told  # 待平臺會議通過後，由各議題組定期開會
    if counts_unnamed(question):
        return []
    if question.section:
        return [p for p in scoped if p.path and p.path[0].startswith(question.section)]
    listed = _listed(question)
    return _decided(scoped, listed) if listed else _of_kinds(question, scoped)


def _of_cases(question: Question, members: Sequence[Posting]) -> Sequence[Posting]:
    """Return *members* without reports and motions that are no 案, where one of that number is."""
    begins = {_item(p): p for p in reversed(members) if p.kind in _ITEM_BEGINS}
    cases = {item for item, p in begins.items() if p.kind == Kind.PROPOSAL or "案" in p.own_number}
    of_any = any(len(item) > 1 for item in question.items)  # 第三案, not 報告三
    return [p for p in members if _item(p) in cases] if of_any and cases else members


def _counted(question: Question, scoped: Sequence[Posting]) -> list[Posting]:
    """Return what states a number of just what is counted: 同意解除列管8案, of 同意解除列管幾案."""
    named = [term for term in question.terms if term.text not in _COUNTERS]
    stating = (p for p in scoped if named and all(holds(term, p.body) for term in named))
    return [p for p in stating if states_wanted(question, p.body)][-1:]


def _is_plain(question: Question, called: Collection[str]) -> bool:
    """Tell whether no word of *question* names a subject; *called* are what items are called."""
    lists = bool(fates(question.folded))
    words = (t.text for t in question.terms if not t.generic and t.text not in called)
    return all(lists and is_fate(word) for word in words)


def _listed(question: Question) -> tuple[str, ...]:
    """Return the outcomes of which all items are asked for."""
    # 照案通過的 describes an item; the minutes' own grammar knows it without 的.
    named = outcome(Kind.RESOLUTION, question.text.replace("的", ""))
    told = named not in (None, Outcome.DIRECTED) and "list" in question.intents
    return (named,) if named and told else fates(question.folded)


def _of_titled(question: Question, search: Search) -> Question:
    """Return *question* after a meeting to come as one of the meeting whose title has its words.

    CE03標下一次協調會: of two that are called 協調會 one is CE03標's.
    """
    scope = question.scope
    heavy = [t for t in question.terms if not t.generic and t.weight >= _THING]
    if question.wanted != "date" or "next" not in question.intents or not scope.meetings:
        return question
    if not heavy:  # 排 of 排在哪一天 names no subject
        return replace(question, terms=())
    titles = search.facts(replace(question, facts=(Fact.TITLE,)))
    ids = frozenset(
        p.meeting_id
        for p in titles
        if all(any(word in p.body for word, _ in term.forms) for term in heavy)
    )
    if not ids:
        return question
    return replace(question, terms=(), scope=replace(scope, meetings=ids, named=(ids,)))


def _of_next_meeting(question: Question, search: Search) -> list[Posting]:
    """Return what says when, or where, the meeting after the one that is named will be."""
    if not question.scope.meetings:
        return []
    if question.wanted == "date":
        scoped = search.scoped(question)
        return [p for p in scoped if _NEXT_MEETING.search(f"{p.above} {p.body}")][-1:]
    placed = Fact.PLACE in question.beside or "place" in question.intents
    if placed and "next" in question.intents:
        return [p for p in search.scoped(question) if _NEXT_PLACE.search(p.body)][-1:]
    if "next" in question.intents and question.wanted in ("agent", "city"):
        return [p for p in search.scoped(question) if _NEXT_HOST.search(p.body)][-1:]
    return []


def _statement(question: Question, search: Search) -> list[Posting]:
    """Return what the statement says where nothing but it is named: 聯合聲明說了什麼.

    Its points where its content is asked for, its beginning where its reason is, else how it came about.
    """
    scope = question.scope
    named = scope.speakers or scope.voice or question.items or question.section
    asks = question.number or question.part or question.count or question.wanted
    if named or asks or question.beside or question.kind or question.intents & _NOT_OF_STATEMENT:
        return []
    if not _ALL_STATEMENT.search(scope.text):
        return []
    ranked = (r.posting for r in search.rank(question))
    of_it = next((p for p in ranked if p.kind == Kind.STATEMENT), None)
    if of_it is None or not all(t.generic or _entitles(t, of_it) for t in question.terms):
        return []
    meeting = frozenset((of_it.meeting_id,))
    scoped = search.scoped(replace(question, scope=replace(scope, meetings=meeting)))
    stated = [p for p in scoped if p.kind == Kind.STATEMENT]
    if _CONTENT.search(question.folded):
        return [p for p in stated if _NUMBERED.match(p.body)]
    if "reason" in question.intents:
        return [p for p in stated if len(p.body) > _LINE][:1]
    return [p for p in scoped if p.kind == Kind.CONCLUSION and "声明" in p.body][:1]


def _entitles(term: Term, posting: Posting) -> bool:
    """Tell whether *term* is of the title: 關稅聲明."""
    return any(word in posting.far for word, _ in term.forms)


def spoken_of(question: Question) -> Question:
    """Return *question* as one about an earlier meeting that the minutes speak of: 第一場公聽會是哪天."""
    dates = question.scope.dates
    if not (question.facts and dates and all(_EARLIER.match(one) for one in dates)):
        return question
    terms = (*question.terms, *(Term.of(one, 1.0, {}) for one in dates))
    wanted = question.wanted or ("where" if question.facts == (Fact.PLACE,) else None)
    return replace(question, facts=(), terms=terms, wanted=wanted)


def _of_kinds(question: Question, scoped: Sequence[Posting]) -> list[Posting]:
    """Return those of *scoped* that are of the kind asked for, where that is all that is asked."""
    stated = [p for p in scoped if p.kind == Kind.STATEMENT and _NUMBERED.match(p.body)]
    if stated and {"statement", "list"} <= question.intents:
        return stated
    kinds = (Kind.SPEECH,) if question.scope.speakers else _kinds(question)
    concluded = [p for p in scoped if p.kind == Kind.CONCLUSION]
    if concluded and _LAST_WORDS.search(question.folded):
        return concluded
    # 在談什麼主題, 彭園那場: of a meeting without proposals, what came of it, or what was said.
    of_any = question.intents <= {"list", "all"} or question.intents & {"proposal", "speech"}
    instead = (_DECIDED, (Kind.SPEECH,)) if of_any else ()
    each = ([p for p in scoped if p.kind in one] for one in (kinds, *instead))
    return next(filter(None, each), []) or _disposed_of(question, scoped)


def _disposed_of(question: Question, scoped: Sequence[Posting]) -> list[Posting]:
    """Return the reports and motions that the meeting disposed of, where it decided no more: 洽悉."""
    if "decision" not in question.intents or question.scope.speakers:
        return []
    return [p for p in scoped if p.outcome and p.kind in (Kind.REPORT, Kind.MOTION)]


def _decided(scoped: Sequence[Posting], outcomes: Collection[str]) -> list[Posting]:
    """Return the resolutions with one of *outcomes*, each below what begins its item."""
    begins = {_item(p): p for p in reversed(scoped) if p.item and p.kind in _ITEM_BEGINS}
    found: list[Posting] = []
    for posting in scoped:
        if posting.kind == Kind.RESOLUTION and posting.outcome in outcomes:
            found += [begins[_item(posting)]] if _item(posting) in begins else []
            found.append(posting)
    return list(dict.fromkeys(found))


def _item(posting: Posting) -> tuple[str, str]:
    return posting.meeting_id, posting.item


def of_asked_kind(question: Question, found: Sequence[Posting]) -> list[Posting]:
    """Return the entries of an item that are of the kind asked for, else those that begin it."""
    asked = [k for name, kinds in _ITEM_PARTS.items() if name in question.intents for k in kinds]
    if not asked and "list" in question.intents:
        asked = [Kind.EXPLANATION]
    return [p for p in found if p.kind in asked] or [p for p in found if p.kind in _ITEM_BEGINS]


def _kinds(question: Question) -> tuple[Kind, ...]:
    """Return the kinds that answer a question which names a meeting and no subject."""
    if "motion" in question.intents:
        return (Kind.MOTION,)
    asks = question.intents - ({"proposal"} if "decision" in question.intents else set())
    asked = [kind for intent, kind in _ASKED_KINDS.items() if intent in asks]
    return tuple(asked) or _DECIDED
