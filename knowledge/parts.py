"""A question that asks about several things is answered for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.model import Kind
from knowledge.question import Question
from knowledge.term import Term

_PAIR = re.compile(
    "(?P<one>[\u4e00-\u9fff]{2,16})[跟和与及](?P<other>[\u4e00-\u9fff]{2,12})[, 的]*(?:各自?|分别)(?=[是花要有占定订收剩怎])"
)

_CASE = re.compile("的?(?:那|这)?[一个件]*(?:案子|案|提案|计划)$")  # 醫院案 is a matter as 醫院 is


def by_meeting(question: Question) -> list[Question]:
    return [
        replace(question, scope=replace(question.scope, meetings=ids, named=(ids,)))
        for ids in question.scope.named
    ]


def by_pair(question: Question) -> list[Question]:
    """退貨跟逾期帳款各是多少錢: one question for each of two things, with all else that is named."""
    named = _PAIR.search(question.folded) or _PAIR.search(question.scope.text)
    if named is None or question.scope.speakers:
        return []
    terms = [t for t in question.terms if not t.generic and len(t.text) > 1]
    one, other = (_CASE.sub("", named[side]) for side in ("one", "other"))
    first = [t for t in terms if one.endswith(t.text)]
    second = [t for t in terms if other.startswith(t.text)]
    if _CASE.search(named["other"]):  # 木雕街容積獎勵案: all of it is its name
        second = [t for t in terms if t.text in other and t.text not in one]
    if not (first and second):
        return []
    sides = ("".join(t.text for t in side) for side in (second, first))
    return [replace(question, terms=_without(question.terms, other)) for other in sides]


def _without(terms: Sequence[Term], other: str) -> tuple[Term, ...]:
    return tuple(t for t in terms if t.text not in other)


def by_item(question: Question) -> list[Question]:
    """提案一跟提案二…: one question for each item."""
    if len(question.items) < 2:
        return []
    return [replace(question, items=(item,)) for item in question.items]


def by_speaker(question: Question) -> list[Question]:
    """侯友宜跟謝國樑…比較: one question for each who is named."""
    speakers = question.scope.speakers
    if len(speakers) < 2 or not question.intents & {"compare", "everyone"}:
        return []
    scope = question.scope
    wanted = None if question.wanted == "items" else question.wanted  # 分別 lists the speakers
    alone = replace(question, wanted=wanted)
    return [replace(alone, scope=replace(scope, speakers=(name,))) for name in speakers]


def by_source(question: Question) -> list[Question]:
    """聯合聲明跟7月聯訪各怎麼說: what the statement says, and what was said."""
    spoken = question.scope.speakers or "speech" in question.intents
    if not (spoken and {"statement", "compare"} <= question.intents):
        return []
    scope = question.scope
    stated = replace(scope, meetings=None, named=(), speakers=())
    others = question.intents - {"statement", "speech", "list"}
    return [
        replace(question, scope=stated, intents=others | {"statement"}, kind=Kind.STATEMENT),
        replace(question, intents=others | {"speech"}, kind=Kind.SPEECH),
    ]


def by_subject(question: Question) -> list[Question]:
    """衛生社福組跟觀光文創組…分別: one question for each topic group."""
    named = [term for term in question.terms if term.text.endswith("组")]
    groups = [t for t in named if not any(t is not o and o.text in t.text for o in named)]
    if len(groups) < 2 or "compare" not in question.intents:
        return []
    rest = tuple(term for term in question.terms if term not in groups)
    return [replace(question, terms=(group, *rest)) for group in groups]
