"""All that stands under the heading, or in the explanation, that a question names and no more."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.aspects import FACET
from knowledge.beneath import SUBJECTS
from knowledge.dates import number
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Ranked, Search

_HEADING = regex(r"(?P<n>[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}|[0-9]{1,2})[、.)]")
NUMBERS = regex(r"[0-9〇零一二三四五六七八九十百]+")
_SIDES = ("面向", "方面", "层面")
# What facets of a statement are for; beside one they name no subject.
_FOR = regex("(?:面向|方面|中央|呼吁|诉求|要求|主张|建议|对策|内容)+")
_ON_IT = 0.6  # share of a question in the item that it names
_EXPLANATION = regex("的?说明(?:的?内容|全文|全部|一共|共?有几点|有哪些|写什么|是什么)?[ ?。]*$")


def under_facet(question: Question, ranked: Sequence[Ranked], search: Search) -> list[Posting]:
    """Return all under the heading of a facet, where nothing else is asked: 勞動方面講什麼."""
    if not any(side in question.folded for side in _SIDES):
        return []
    for posting in (r.posting for r in ranked):
        for depth, heading in enumerate(posting.path[:-1]):
            facet = FACET.search(heading)
            if facet and _asks_for(question, facet["name"]):
                return search.members(posting, depth + 1)
    return []


def only_point(question: Question, ranked: Sequence[Ranked], search: Search) -> Posting | None:
    """Return the one point of a statement that bears the number asked for: only one list has a fifth.

    Where the question names nothing but the statement, and a conversation is at none of its lists.
    """
    of = next((r.posting for r in ranked if r.posting.kind == Kind.STATEMENT), None)
    if of is None or question.place:
        return None
    if not all(t.generic or t.text in of.far for t in question.terms):
        return None
    points = [p for p in search.alike(of) if bears(p, question.number)]
    return points[0] if len(points) == 1 else None


def bears(posting: Posting, wanted: int | None) -> bool:
    """Tell whether *posting* bears the number *wanted*."""
    own = NUMBERS.search(posting.own_number)
    return own is not None and number(own[0]) == wanted


def part_of(headings: Sequence[str]) -> int | None:
    """Return the number of the first of *headings* that has one: 2 of 二、四市應變方案."""
    found = filter(None, map(_HEADING.match, headings))
    return next((number(one["n"]) for one in found), None)


def explained(question: Question, ranked: Sequence[Ranked], search: Search) -> list[Posting]:
    """Return the whole explanation of an item, where just that is asked: 主視覺提案的說明."""
    top = ranked[0].posting if ranked and ranked[0].coverage >= _ON_IT else None
    asks = "explanation" in question.intents and _EXPLANATION.search(question.folded)
    if not (top and asks and top.item and top.kind in (*SUBJECTS, Kind.EXPLANATION)):
        return []
    return [p for p in search.item(top) if p.kind == Kind.EXPLANATION]


def _asks_for(question: Question, facet: str) -> bool:
    named = any(f"{facet}{side}" in question.folded for side in _SIDES)
    subjects = (t.text for t in question.terms if not t.generic)
    return named and all(_FOR.fullmatch(t.removeprefix(facet) or "面向") for t in subjects)
