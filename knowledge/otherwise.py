"""What was decided otherwise than the rest: 哪一組不是照案通過."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.model import Kind, Outcome
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.search import Search

_AS_PROPOSED = (Outcome.APPROVED, Outcome.NOTED, Outcome.NONE)
_LOOKED_AT, _ON_IT = 5, 0.6  # entries that hold so much, whose items may be the exception


def exceptions(question: Question, search: Search) -> list[Posting]:
    """Return what was decided otherwise than the rest: 哪一組不是照案通過."""
    found = search.items(question) if question.items else []
    if not found and question.bare:
        found = search.resolutions(question)  # 哪一案沒有通過
    if found:
        return _otherwise(found)
    near = [one for one in search.rank(question)[:_LOOKED_AT] if one.coverage >= _ON_IT]
    items = (search.item(one.posting) for one in near)
    if found := next(filter(None, map(_otherwise, items)), []):
        return found
    return _otherwise(search.resolutions(question)) if question.scope.meetings else []


def _otherwise(found: Iterable[Posting]) -> list[Posting]:
    return [p for p in found if p.kind == Kind.RESOLUTION and p.outcome not in _AS_PROPOSED]
