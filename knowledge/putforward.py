"""What a topic group put forward: the entries of an item that stand under the group's name."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Ranked, Search
from knowledge.term import Term

# What a group puts forward, by any name; beside the group these name no subject.
_CALLED = frozenset(
    ["计划", "计画", "合作案", "合作方案", "合作议题", "合作项目", "合作计划", "合作提案", "议题", "项目", "提案", "方案", "内容", "案子", "事项", "议案", "题目", "主题", "活动", "工作"]
)  # fmt: skip
_REPORTS = regex("报告(?:了|的)?(?:是)?(?:些)?(?:什么|哪些|啥)(?:内容|事|东西)?(?:呢)?[ ?。]*$")
_ASKS = regex(
    r"提(?:了|出|过|的|案|议)?(?:的|是)?(?:什么|哪|啥|[一-鿿]{0,2}[项个])|(?:内容|计划|议题|合作案|方案|项目|案子)(?:有|是|分别|各|包括)*(?:什么|哪|啥)"
    r"|(?:哪些|什么|哪[一-鿿]项?个?)(?:合作)?(?:计划|议题|合作案|方案|项目|案子|提案)|(?:提案|合作)内容|要?[办做](?:什么|哪些)|[项个](?:合作)?(?:计划|议题|合作案|方案|项目)"
    rf"|{_REPORTS.pattern}"
)
# 三個小組一共提了…: all groups of the item, none of them by its name
_ALL_GROUPS = regex("(?:各|每一?个?|所有|全部|[两二三四五六七八]个?)(?:议题)?小?组")
_GROUPS = ("小组", "议题组", "议题小组", "组")
_FULL_NAME = 3  # characters: 鍾鳴時, in 鍾局長鳴時
_OFFICE = regex("政府(?P<office>[一-鿿]{2,5}?[局处])")
_OTHERWISE = frozenset(
    (
        "decision",
        "speech",
        "statement",
        "who",
        "reason",
        "report",
        "ordered",
        "exception",
    )
)


def put_forward(question: Question, ranked: Sequence[Ranked], search: Search) -> list[Posting]:
    """Return what the topic groups that *question* names put forward, [] where it asks otherwise.

    A group may be named by the office that reports for it: 社會局那一組提了哪些計畫.
    """
    if not _asks(question):
        return []
    explaining = (r.posting for r in ranked if r.posting.kind == Kind.EXPLANATION)
    every = bool(_ALL_GROUPS.search(question.folded))
    first = next((p for p in explaining if _named(question, p) or (every and p.group)), None)
    if first is None:
        return []
    item = [p for p in search.item(first) if p.kind == Kind.EXPLANATION and p.group]
    groups = {p.group for p in item if _named(question, p)} or {p.group for p in item}
    rest = [t for t in question.terms if not t.generic and not _names_one(t, item, groups)]
    rest = [t for t in rest if not (every and t.text in _GROUPS)]
    found = [p for p in item if p.group in groups]
    named = all(map(_is_called, rest))
    if not named or len(found) <= len(groups):
        return []
    return found if len(groups) > 1 else without_heading(found)


def _is_called(term: Term) -> bool:
    """Tell whether *term* is what any group puts forward, in English by what it means."""
    words = (word for word, _ in term.forms) if term.text.isascii() else (term.text,)
    return any(word in _CALLED for word in words)


def without_heading(found: Sequence[Posting]) -> list[Posting]:
    """Leave out the first of *found* where all others stand under it: 一、交通組(報告人：…)."""
    first, *others = found
    depth = len(first.path)
    under = all(one.path[:depth] == first.path and len(one.path) > depth for one in others)
    return others if others and under else list(found)


def _asks(question: Question) -> bool:
    names_all = question.wanted == "called" and (question.count or 0) > 1  # 三個計畫叫什麼名字
    wanted = None if names_all else question.wanted
    if question.intents & _OTHERWISE or wanted not in (None, "items") or question.items:
        return False
    asks = bool(question.intents & {"list", "proposal"})
    return asks or bool(_ASKS.search(question.folded))


def _named(question: Question, posting: Posting) -> bool:
    """Tell whether *question* names the group of *posting*, or the office or person that reports for it."""
    if not posting.group:
        return False
    office = _OFFICE.search(posting.body)
    by_office = office is not None and office["office"] in question.folded
    by_office |= (
        office is not None
        and bool(_REPORTS.search(question.folded))
        and any(
            len(name) == _FULL_NAME and name[0] in posting.body and name[1:] in posting.body
            for name in (term.text for term in question.terms)
        )
    )
    return by_office or any(
        posting.group in (word for word, _ in term.forms) for term in question.terms
    )


def _names_one(term: Term, item: Sequence[Posting], groups: set[str]) -> bool:
    """Tell whether *term* is a name of one of *groups*, or a part of it."""
    heads = (p.body for p in item if p.group in groups and _OFFICE.search(p.body))
    named = (term.text, term.text[1:]) if len(term.text) == _FULL_NAME else (term.text,)
    return any(word in groups for word, _ in term.forms) or any(
        word in head for head in heads for word in named
    )
