"""What earlier meetings left to be done: 上次會議列管的三件是哪三件 asks for all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.search import Search

_ASKS = re.compile(
    "(?:(?:上|前|历)一?次(?:会议)?的?)?(?:列管|追踪|管考|交办|(?:上|前|历)一?次(?:会议)?的?(?:决议|决定|裁示|指示))的?"
    "(?:[0-9一二三四五六七八九十]+[个件项案]|事项|案件|案子?|项目|决议|工作)"
)
# 解除列管的有哪些 asks what became of them, and not for all
_BECAME = re.compile("解除|继续|解列|结案|完成|没有?|尚未|未")
_HEADING = re.compile(
    "列管|(?:[上前]|历)次.{0,8}(?:决议|决定|裁示|指示|交办|主席).{0,8}(?:执行|办理|追踪|情形)"
)
_LIGHT = 0.6  # weight of a word that names a matter of its own


def carried_over(question: Question, search: Search) -> list[Posting]:
    """Return all that the one meeting of *question* reports of what was left to be done.

    [] where something else, or what became of it, is asked.
    """
    one = len(question.scope.meetings or ()) == 1 and not question.items
    asks = one and "list" in question.intents and _ASKS.search(question.folded)
    if not asks or _BECAME.search(question.folded):
        return []
    heavy = (t for t in question.terms if t.weight >= _LIGHT and not t.generic)
    if any(t.text not in asks[0] for t in heavy):
        return []
    found = [p for p in search.scoped(question) if p.kind == Kind.REPORT and _is_below(p)]
    least = min((len(p.path) for p in found), default=0)
    firsts = [p for p in found if len(p.path) == least]
    return firsts if len(firsts) > 1 else []


def _is_below(posting: Posting) -> bool:
    headings: Sequence[str] = posting.path[:-1]
    return any(map(_HEADING.search, headings))
