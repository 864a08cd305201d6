"""Entries that say before a colon what they tell: 必修：…、…; 二、修正重點：（一）…; （二）災損：…"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Ranked

_LABEL = regex(
    "(?:[(]?[0-9一二三四五六七八九十]{1,3}[)]?[、.]? *)?(?P<label>[\u4e00-\u9fff]{2,8}?)"
    "(?:者|的)?(?:有|为|是|如下|包括|分别为)?:(?P<told>.+)"
)
_SEVERAL = regex("、|;|[(][一二12][)]")
_ALL = regex("有?哪(?:些|几|(?!一)[二两三四五六七八九十])|(?:包括|包含)(?:什么|哪)|各?是什么")
# 損失多嚴重: whatever is told of it
_HOW_BAD = regex("(?:有)?多(?:严重|惨重?|大)|(?:情况|状况|情形)(?:如何|怎么?样)")
# 改哪幾點 asks for what a draft changes, which is not what was decided of it.
_CHANGES = regex(
    "(?:打算|想|要|准备|预计)?[^,。;?]{0,2}(?:改|修|动)(?:正|订|改|了|动|到)*(?:的是|的|有)?(?:哪[些几]|什么(?!时))|(?:修正|修订|修改)(?:重点|内容|要点)"
)
_CHANGED = regex("(?:主要)?(?:修[正订改]|调整|变更|增修)(?:的)?(?:重点|要点|内容|条文|项目|事项)$")
_OUTCOME = regex("最后|最终|后来|结果|决[议定]|裁示|结论|委员会|附带|通过|同意")
_TELLING = frozenset((Kind.EXPLANATION, Kind.REPORT, Kind.PROPOSAL, Kind.OTHER))
_LOOKED_AT, _ON_IT, _MOST_OF = 6, 0.4, 0.5


def labelled(question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
    """Return the entry whose label is what *question* asks all of, or how bad it is; [] for none."""
    folded = question.folded
    asks, bad = _ALL.search(folded), _HOW_BAD.search(folded)
    changes = _CHANGES.search(folded) and not _OUTCOME.search(folded)
    if not (asks or bad or changes) or question.items or question.scope.speakers:
        return []
    if question.wanted not in (None, "items"):
        return []
    for one in ranked[:_LOOKED_AT]:
        told = _LABEL.match(one.posting.body) if one.posting.kind in _TELLING else None
        if told is None or one.coverage < _ON_IT:
            continue
        if changes and _CHANGED.search(told["label"]):
            return [one.posting]
        several = bad or _SEVERAL.search(told["told"])
        asking = asks or bad
        before = folded[: asking.start()] if asking else ""
        if several and _is_asked(question, told["label"], before):
            return [one.posting]
    return []


def _is_asked(question: Question, label: str, before: str) -> bool:
    """Tell whether *label* is what stands right *before* the words that ask."""
    asked = before.rstrip("的是有都一共总到底分别各")
    forms = (
        word
        for t in question.terms
        if asked.endswith(t.text) and not t.generic
        for word, _ in t.forms
    )
    return any(word in label and len(word) >= _MOST_OF * len(label) for word in forms)
