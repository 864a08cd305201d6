"""What earlier meetings left to be done: 上次會議列管的三件是哪三件 asks for all of it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Search

_ASKS = regex(
    "(?:(?:上|前|历)一?次(?:会议)?的?)?(?:列管|追踪|管考|交办|(?:上|前|历)一?次(?:会议)?的?(?:决议|决定|裁示|指示))的?"
    "(?:[0-9一二三四五六七八九十]+[个件项案]|事项|案件|案子?|项目|决议|工作)"
    "|(?:上|前)一?次(?:会议)?的?(?:[0-9一二三四五六七八九十]+[个件项])?(?:提案|议案|案子?|动议|建议)[^。;?]{0,4}(?:办理|执行|处理|追踪)情形"
)
# 解除列管的有哪些 asks what became of them, and not for all
_BECAME = regex("解除|继续|解列|结案|完成|没有?|尚未|未")
_HEADING = regex(
    "列管|(?:[上前]|历)次.{0,8}(?:决议|决定|裁示|指示|交办|主席|提案|建议).{0,8}(?:执行|办理|追踪|情形)"
)
# 還在繼續列管的是哪三件, 解除列管的有哪些: what became of each is told by its own words
_SORTED = regex(
    "(?P<open>(?:还|仍|继续|持续)(?:要|在|得|须|继续|持续){0,2}(?:列管|追踪)|续[列管](?!入)|(?:未|没)(?:有)?(?:解除|解列))"
    "|(?P<lifted>解除列管|解列|解管|结案)"
)
_WHICH = regex("哪(?:些|几|[二两三四五六七八九十0-9]+)")
_OPEN, _LIFTED = (
    regex(f"(?:{words})(?P<names>[^,。;:]{{0,8}}(?:为|有|是|包括|计)?:)?")
    for words in (
        "(?:继续|持续|续行?)(?:列管|追踪)|续列(?!入|[0-9])",
        "(?<!未)(?:解除列管|解列|结案)",
    )
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


def sorted_out(question: Question, search: Search) -> list[Posting]:
    """Return what the one meeting of *question* keeps on its list, or takes off, as it asks.

    The sentence that names them all (繼續列管者為：…), else each entry that says so of itself.
    """
    asks = _SORTED.search(question.folded) if _WHICH.search(question.folded) else None
    one = len(question.scope.meetings or ()) == 1 and not question.items
    heavy = any(t.weight >= _LIGHT and not _SORTED.search(t.text) for t in question.terms)
    if not (one and asks) or heavy:
        return []
    says = _OPEN if asks["open"] else _LIFTED
    of_both = _LIFTED if asks["open"] else _OPEN
    found = [(p, says.search(p.body)) for p in search.scoped(question)]
    if naming := [p for p, said in found if said and said["names"]]:
        return naming  # 續列項次16-4：…, each of them
    said_of = [p for p, said in found if said and not of_both.search(p.body)]
    each = [p for p in said_of if p.kind == Kind.REPORT and _is_below(p)]
    ruled = [p for p in said_of if p.kind == Kind.RESOLUTION]
    for_all = (p for p, said in found if said and p.kind == Kind.RESOLUTION)
    return each or _with_beginnings(ruled, search) or list(for_all)[:1]


def _with_beginnings(ruled: Sequence[Posting], search: Search) -> list[Posting]:
    """Return each of what was *ruled* below what begins its item."""
    found: list[Posting] = []
    for ruling in ruled:
        found += [*search.item(ruling)[:1], ruling] if ruling.item else [ruling]
    return list(dict.fromkeys(found))


def _is_below(posting: Posting) -> bool:
    headings: Sequence[str] = posting.path[:-1] or posting.path
    return any(map(_HEADING.search, headings))
