"""Questions that ask for all of something, or for the nth of it: entries under one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.dates import number
from knowledge.index import Posting
from knowledge.question import Question
from knowledge.search import Ranked, Search, covered, prior

# Headings are looked for among the parents of this many of the best candidates.
_LOOKED_AT = 40
_LEAST_HEADING = 0.45  # share of the question that must stand in the heading
_SIZE_FITS = 0.3  # 六項 and there are six
_MATCHING = 0.75  # entries that each hold this share by themselves are a list of their own
_NUMBER = re.compile(r"[0-9〇零一二三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one heading and how well the heading names what is asked for."""

    members: tuple[Posting, ...]
    heading: float
    score: float


def members(question: Question, ranked: Sequence[Ranked], search: Search) -> list[Posting]:
    """Return all of what *question* asks for, in document order; [] where it is no list."""
    group = _best(question, ranked, search)
    single = ranked[0].own if ranked else 0.0
    matching = _matching(question, ranked)
    if group and (_fits(question, group) or (question.count is None and group.heading >= single)):
        return list(group.members)
    return matching


def numbered(question: Question, ranked: Sequence[Ranked], search: Search) -> Posting | None:
    """Return the entry with the number that *question* names, under the heading it names."""
    sized = replace(question, count=None)
    group = _best(sized, ranked, search, least=0.0)
    return nth(group.members, question.number or 0) if group else None


def nth(found: Sequence[Posting], wanted: int) -> Posting | None:
    """Return the member that bears the number *wanted*, else the one in that place."""
    for posting in found:
        own = _NUMBER.search(posting.own_number)
        if own and number(own[0]) == wanted:
            return posting
    return found[wanted - 1] if 0 < wanted <= len(found) else None


def _best(
    question: Question, ranked: Sequence[Ranked], search: Search, least: float = _LEAST_HEADING
) -> Group | None:
    firsts = {r.posting.parent: r.posting for r in reversed(ranked[:_LOOKED_AT])}
    groups = [_group(question, search.members(posting)) for posting in firsts.values()]
    fitting = [group for group in groups if group.heading >= least and len(group.members) > 1]
    return max(fitting, key=lambda group: group.score, default=None)


def _group(question: Question, found: Sequence[Posting]) -> Group:
    headings = [replace(posting, body="") for posting in found]
    heading = min(covered(question.terms, posting, 1.0) for posting in headings)
    whole = sum(covered(question.terms, p, 1.0) + prior(question, p) for p in found) / len(found)
    fits = _SIZE_FITS if question.count == len(found) else 0.0
    numbers = 0.1 if all(_NUMBER.search(posting.own_number) for posting in found) else 0.0
    return Group(tuple(found), heading, heading + whole + fits + numbers)


def _fits(question: Question, group: Group) -> bool:
    return question.count == len(group.members)


def _matching(question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
    matching = [r.posting for r in ranked if r.own >= _MATCHING]
    if len(matching) < 2 or len({posting.kind for posting in matching}) > 1:
        return []
    return sorted(matching, key=lambda p: (p.meeting_id, p.position))
