"""A question that asks about several things is answered for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.dates import digits
from knowledge.model import Kind
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.term import Term

_PAIR = regex(
    "(?P<one>[\u4e00-\u9fff]{2,16})[跟和与及](?P<other>[\u4e00-\u9fff]{2,12})[, 的]*(?:各自?|分别)(?=[是花要有占定订收剩怎出补负编])"
)
# 作業系統改4學分跟大一英文免修門檻兩案的結果各是什麼: two matters by all that they are called
_TWO_CASES = regex(
    "(?P<one>[\u4e00-\u9fffa-z0-9]{2,20})[跟和与及](?P<other>[\u4e00-\u9fffa-z0-9]{2,18}?)"
    "[, 的]*(?:这|那)?[两二]个?(?:提|议)?案(?:子|件)?[, 的]*(?:最后|后来)?的?"
    "(?:结果|决议|结论|决定|下场|裁示)?[, ]*(?:(?:各自?|分别)?(?:是|怎|如何|有没有|为何)|(?<=结果)[ ?。]*$)"
)
# 慈安醫院案和公十一案的決議有什麼差別
_CASES_DIFFER = regex(
    "(?P<one>[\u4e00-\u9fffa-z0-9]{2,20})案(?:子)?[跟和与及](?P<other>[\u4e00-\u9fffa-z0-9]{2,18}?)案(?:子)?"
    "[, 的]*(?:最后|后来)?的?(?:结果|决议|结论|决定|下场|裁示|处理方式)(?:是|有|最后)?(?:什么差别|差别|不同|不一样|一样|相同|各|分别)"
)
_OPTION = "案"
_OPTIONS = regex(f"(?P<one>[甲乙丙丁a-d]){_OPTION}[跟和与及、]?(?P<other>[甲乙丙丁a-d]){_OPTION}")
_GROUPS = regex(
    "(?P<called>[\u4e00-\u9fff]{2,8}(?:[、跟和与及][\u4e00-\u9fff]{2,8}?)+)[这那]?[两二三四五六七八]个?(?:议题)?小?组"
)
_CASE = regex("的?(?:那|这)?[一个件]*(?:案子|案|提案|计划)$")  # 醫院案 is a matter as 醫院 is


def by_meeting(question: Question) -> list[Question]:
    return [
        replace(question, scope=replace(question.scope, meetings=ids, named=(ids,)))
        for ids in question.scope.named
    ]


def by_pair(question: Question) -> list[Question]:
    """退貨跟逾期帳款各是多少錢: one question for each of two things, with all else that is named."""
    if cases := _two_cases(question) or _two_options(question):
        return cases
    named = _PAIR.search(question.folded) or _PAIR.search(question.scope.text)
    if named is None or question.scope.speakers or _GROUPS.search(question.folded):
        return []
    terms = [t for t in question.terms if not t.generic and len(t.text) > 1]
    one, other = (_CASE.sub("", named[side]) for side in ("one", "other"))
    first = [t for t in terms if one.endswith(t.text)]
    second = [t for t in terms if other.startswith(t.text)]
    if _CASE.search(named["other"]):  # 木雕街容積獎勵案: all of it is its name
        second = [t for t in terms if t.text in other and t.text not in one]
    called = [Term.of(name, 1.0, {}) for name in question.scope.called]
    first = first or [t for t in called if one.endswith(t.text)]
    second = second or [t for t in called if other.startswith(t.text)]
    if not (first and second):
        return []
    question = replace(
        question, terms=(*question.terms, *(t for t in called if t in (*first, *second)))
    )
    sides = ("".join(t.text for t in side) for side in (second, first))
    return [replace(question, terms=_without(question.terms, other)) for other in sides]


def _two_cases(question: Question) -> list[Question]:
    """Return one question for each of two matters that are called 案, [] where they are not."""
    text = digits(question.scope.text)
    named = _TWO_CASES.search(text) or _CASES_DIFFER.search(text)
    if named is None or question.scope.speakers:
        return []
    sides = named["one"], named["other"]
    held = [tuple(t for t in question.terms if t.text in side) for side in sides]
    own = [tuple(t for t in held[n] if t.text not in sides[1 - n]) for n in (0, 1)]
    if not all(any(not t.generic for t in terms) for terms in own):
        return []
    decides = (question.intents - {"list", "compare"}) | {"decision"}
    return [replace(question, terms=terms, intents=decides) for terms in held]


def _two_options(question: Question) -> list[Question]:
    """甲案乙案差在哪: one question for each of two ways to do a thing."""
    named = _OPTIONS.search(question.folded) if "compare" in question.intents else None
    rest = tuple(t for t in question.terms if not t.text.endswith(_OPTION))
    options = [f"{named[side]}{_OPTION}" for side in ("one", "other")] if named else []
    return [replace(question, terms=(*rest, Term.of(one, 1.0, {}))) for one in options]


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
    """衛生社福組跟觀光文創組…分別: one question for each topic group; also of 交通、社福兩組."""
    called = _GROUPS.search(question.folded)
    named = [t for t in question.terms if not t.generic and _names_group(t, called)]
    groups = [t for t in named if not any(t is not o and o.text in t.text for o in named)]
    if len(groups) < 2 or "compare" not in question.intents:
        return []
    rest = [t for t in question.terms if t not in groups]
    if called:
        rest = [t for t in rest if not t.text.endswith("组")]
        groups = [_as_group(t) for t in groups]
    if question.wanted == "items":  # 三個組 lists the groups
        question = replace(question, wanted=None)
    return [replace(question, terms=(group, *rest)) for group in groups]


def _names_group(term: Term, called: re.Match[str] | None) -> bool:
    return term.text in called["called"] if called else term.text.endswith("组")


def _as_group(term: Term) -> Term:
    whole = f"{term.text}组"
    return replace(term, text=whole, forms=((whole, 1.0), *term.forms), titles=(whole,))
