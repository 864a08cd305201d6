"""Questions that ask for all of something, or for the nth of it: entries under one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.aspects import facets
from knowledge.bearing import holds
from knowledge.dates import number
from knowledge.facets import NUMBERS, bears, only_point, part_of
from knowledge.model import Kind
from knowledge.outside import tells_more
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer, of_other_group
from knowledge.search import Ranked, Search
from knowledge.term import naming
from knowledge.wanted import enumerates
from knowledge.weights import ListWeights
from knowledge.whose import names_only_who

# Of the parents of this many of the best candidates, those few whose headings name most of
# the question are looked into.
_CANDIDATES = 40
_LOOKED_INTO = 8
_WHICH = regex(
    "哪[0-9]{2,}|[0-9]{2,}[项个件](?!.*[市首]长)(?=.*(?:逐项|名称|名单|清单|列出|哪[几些]))"
)  # 是哪 72 項: nothing but all of them is an answer
_SIDES = ("面向", "方面", "组")  # 財政面向, with three points, is one of 三個面向
_MANY = 3  # two things are told by any 、
_FIRST, _OF_ONE = 5, 0.75  # entries that may tell a list in one sentence
_ALONE, _OF_FIRST = 0.25, 0.5  # more of a question in the first entry, which holds so much
_RULED = regex("结论|[指裁提]示|結論")
_BY_CHAIR = regex("(?:主席|召集人|市长|县长)的?(?:结论|[指裁提]示)")
_BELOW = 2  # headings of which the last stands below another


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one heading and how well the heading names what is asked for."""

    members: tuple[Posting, ...]
    heading: float
    score: float
    fits: bool  # 六項, and there are six
    one: bool  # one of those that are asked for without a number: 財政面向, of 哪幾個面向


class Lists:
    def __init__(self, search: Search, scorer: Scorer, weights: ListWeights) -> None:
        self._search = search
        self._scorer = scorer
        self._weights = weights

    def members(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return all of what *question* asks for, in document order; [] where it is no list."""
        group = self._best(question, ranked, self._weights.heading, whole=True)
        single = ranked[0].own if ranked else 0.0
        if question.count and not (group and group.fits) and _told(question, ranked):
            return []
        named = group and not question.count and group.heading >= single and not _alone(ranked)
        if named and group and ranked[0].posting not in group.members:
            named = not tells_more(question, ranked[0].posting, group.members, self._scorer.holds)
        if group and (group.fits or named):
            return list(group.members)
        if _alone(ranked):
            return []
        matching = self._matching(ranked)
        which = _WHICH.search(question.folded)
        told = not which or question.count == len(matching)
        return matching if told else []

    def numbered(self, question: Question, ranked: Sequence[Ranked]) -> Posting | None:
        """Return the entry with the number that *question* names, under the heading it names."""
        if question.unit == "段" or (question.unit and names_only_who(question)):
            return self._paragraph(question)
        literal = re.compile(rf"第{question.number}{question.unit or '点'}")
        stated = [r.posting for r in ranked if literal.search(r.posting.body)]
        if stated:
            return stated[0]
        # 月票 6 names no heading, and its number may be anything.
        least = 0.0 if question.unit else self._weights.heading
        group = self._best(replace(question, count=None, counted=""), ranked, least, whole=False)
        found = nth(group.members, question.number or 0) if group else None
        if found is None and "statement" in question.intents:
            found = only_point(question, ranked, self._search)
        ruled = found is None or not _BY_CHAIR.search(question.folded) or _is_ruling(found)
        told = question.wanted != "items" or (found and enumerates(question.count or 0, found.body))
        return found if ruled and told else None

    def _paragraph(self, question: Question) -> Posting | None:
        """Return the nth paragraph of what somebody said, at the last meeting where he did."""
        spoken = [p for p in self._search.scoped(question) if p.kind == Kind.SPEECH]
        last = [p for p in spoken if p.meeting_id == spoken[-1].meeting_id]
        wanted = question.number or 0
        place = wanted - 1 if wanted > 0 else len(last) + wanted
        return last[place] if 0 <= place < len(last) else None

    def part(self, question: Question, ranked: Sequence[Ranked]) -> list[Posting]:
        """Return what stands in the part that *question* names by its number: 聲明第二部分.

        It is of what the best entry belongs to; with a number as well only the entry that bears it.
        """
        if question.items:
            within = self._search.items(question)
            below = [p for p in within if part_of(p.path[-2:-1]) == question.part]
            one = nth(below, question.number) if question.number else None
            return [one] if one else []
        stated = (r.posting for r in ranked if r.posting.kind == Kind.STATEMENT)
        best = (r.posting for r in ranked)
        of = next(stated if "statement" in question.intents else best, None)
        alike = self._search.alike(of) if of else ()
        found = [posting for posting in alike if part_of(posting.path) == question.part]
        faceted = [p for p in found if any(map(question.folded.__contains__, facets(p.path)))]
        if question.number is None:
            return faceted or found
        one = nth([p for p in faceted or found if part_of(p.path[:-1])], question.number)
        return [one] if one else []

    def introduced(self, question: Question, posting: Posting) -> list[Posting]:
        """Return what *posting* introduces and itself: 四城同意採取下列行動：says nothing alone."""
        told = question.count and enumerates(question.count, posting.body)
        if not posting.body.endswith(":") or told or not self._leads(question, posting):
            return []
        found = self._search.members(posting, len(posting.headings) - 1)
        within = (p for p in found if p.path[: len(posting.path)] == posting.path)
        after = [p for p in within if p.position >= posting.position]
        below = [p for p in after if self._is_below(question, p, len(posting.path))]
        return below or (after if len(after) > 1 else [])

    def _is_below(self, question: Question, posting: Posting, depth: int) -> bool:
        """Tell whether a heading *depth* levels down names all of *question*: 財政面向."""
        heading = " ".join(posting.path[depth:-1])
        subjects = naming(question.terms)
        return bool(subjects) and self._scorer.stands(subjects, heading, "", 0.0) == 1.0

    def _leads(self, question: Question, posting: Posting) -> bool:
        """Tell whether the sentence that introduces the list holds a word of *question*.

        What stands only in a sentence before it is told by that: 提出高達32%的關稅。…以下共識：
        """
        before, _, lead = posting.body.rpartition("。")
        if (of := question.focus) and holds(of, lead) and not holds(of, lead.rpartition(",")[2]):
            return False  # 針對產業、勞動…形成以下共識: no list of 產業
        return not before or self._scorer.stands(naming(question.terms), lead, "", 0.0) > 0

    def _best(
        self, question: Question, ranked: Sequence[Ranked], least: float, *, whole: bool
    ) -> Group | None:
        """Return the best group, with *whole* also of those that hold smaller ones."""
        headings = self._headings(question, ranked, whole)
        groups = (self._group(question, posting, depth, least) for posting, depth in headings)
        fitting = (g for g in groups if g and (g.fits or not g.one) and len(g.members) > 1)
        return max(fitting, key=lambda group: group.score, default=None)

    def _headings(
        self, question: Question, ranked: Sequence[Ranked], whole: bool
    ) -> list[tuple[Posting, int]]:
        """Return a posting and a depth of its path for each heading worth looking into."""
        firsts: dict[tuple[str, str], tuple[Posting, int]] = {}
        for one in ranked[:_CANDIDATES]:
            posting, last = one.posting, len(one.posting.headings) - 1
            for depth in range(1 if whole and last else last, last + 1):
                if whole and self._only_inherits(question, posting.path[:depth]):
                    continue
                firsts.setdefault((posting.headings[depth], posting.kind), (posting, depth))
        named = sorted(firsts.values(), key=lambda first: -self._heading(question, _above(*first)))
        return named[:_LOOKED_INTO]

    def _only_inherits(self, question: Question, path: Sequence[str]) -> bool:
        """Tell whether the last heading of *path* holds no word of *question*, and one above does.

        共同向中央呼籲 asks for what stands there, not for its 產業面向 alone.
        """
        if question.count or len(path) < _BELOW:
            return False
        held = [self._scorer.stands(question.terms, line, "", 0.0) for line in path[-_BELOW:]]
        return held[0] > 0.0 == held[1]

    def _heading(self, question: Question, above: tuple[str, str]) -> float:
        """Return how much of *question* a heading names, with what introduces its list."""
        return self._scorer.stands(question.terms, *above, self._weights.near)

    def _group(
        self, question: Question, posting: Posting, depth: int, least: float
    ) -> Group | None:
        """Return the group under a heading, None where that names less than *least* or is alone."""
        found = self._search.members(posting, depth)
        headings = {_above(one, depth) for one in found}
        heading = min(self._heading(question, above) for above in headings)
        if any(of_other_group(question, one) for one in found):
            heading = 0.0
        if heading < least or len(found) < 2:
            return None
        each = (
            self._scorer.covered(question.terms, one, 1.0) + self._scorer.prior(question, one)
            for one in found
        )
        score = heading + sum(each) / len(found)
        children = {one.path[depth : depth + 1] for one in found}
        if question.count == len(children - {()}):  # () introduces them
            found = [p for p in found if p.path[depth:]]
            children -= {()}
        counts = len(children), _grouped(found, depth)
        holds = question.count == len(children) and not question.counted.endswith(_SIDES)
        one = _is_one(question, posting, depth) and not holds
        called = _called(question.counted, found, depth)
        all_of = question.count is None and called and len(children) > 1
        told = called or not question.counted.endswith("面向")
        fits = ((question.count in counts and told) or all_of) and not one
        if fits:
            score += self._weights.size
            score += self._weights.counted * called
        if all(NUMBERS.search(one.own_number) for one in found):
            score += self._weights.numbers
        if depth < len(posting.headings) - 1:
            score += self._weights.outer
        return Group(tuple(found), heading, score, fits, one and question.count is None)

    def _matching(self, ranked: Sequence[Ranked]) -> list[Posting]:
        matching = [r.posting for r in ranked if r.own >= self._weights.matching]
        if len(matching) < 2 or len({posting.kind for posting in matching}) > 1:
            return []
        return sorted(matching, key=lambda p: (p.meeting_id, p.position))


def _above(posting: Posting, depth: int) -> tuple[str, str]:
    """Return the heading *depth* levels down, and what *posting* inherits where all of it is there."""
    whole = depth == len(posting.headings) - 1 or posting.item  # whose 案由 all of it inherit
    return " ".join(posting.path[:depth]), posting.near if whole else ""


def _alone(ranked: Sequence[Ranked]) -> bool:
    """Tell whether the first entry tells so much more than any other that it is no list.

    Unless it introduces one: 我們已經提出共同策略：
    """
    if len(ranked) < 2 or ranked[0].own < _OF_FIRST or ranked[0].posting.body.endswith(":"):
        return False
    return ranked[0].coverage - max(r.coverage for r in ranked[1:_FIRST]) >= _ALONE


def _told(question: Question, ranked: Sequence[Ranked]) -> bool:
    """Tell whether one of the first entries names all that is counted, one after the other."""
    if (question.count or 0) < _MANY:
        return False
    told = (r.posting.body for r in ranked[:_FIRST] if r.own >= _OF_ONE)
    return any(enumerates(question.count or 0, body) for body in told)


def _grouped(found: Sequence[Posting], depth: int) -> int:
    """Return how many entries stand in groups of their own below a heading, 0 where not all do.

    九項 are told by three groups of three.
    """
    above = {one.path[:end] for one in found for end in range(1, len(one.path))}
    leaves = [one.path for one in found if one.path not in above]
    return len(leaves) if all(len(path) > depth + 1 for path in leaves) else 0


def _is_one(question: Question, posting: Posting, depth: int) -> bool:
    """Tell whether the heading is one of what is counted: 財政面向 is one of 三個面向.

    三大共同挑戰 is all three: it has the number itself.
    """
    heading = "".join(posting.path[depth - 1 : depth])
    numbers = {number(numeral) for numeral in NUMBERS.findall(heading[1:])}
    named = bool(question.counted) and question.counted in heading
    return named and question.count not in numbers


def _is_ruling(posting: Posting) -> bool:
    """Tell whether *posting* is what a chair ruled, or was resolved right below 主席裁示."""
    below = any(_RULED.search(heading) for heading in posting.path[-2:])
    return posting.kind == Kind.CONCLUSION or (posting.kind == Kind.RESOLUTION and below)


def _called(noun: str, found: Sequence[Posting], depth: int) -> bool:
    """Tell whether each of *found*, or the heading above it, is called by *noun*."""
    return bool(noun) and all(
        noun in one.body or any(noun in part for part in one.path[depth:]) for one in found
    )


def nth(found: Sequence[Posting], wanted: int) -> Posting | None:
    """Return the member that bears the number *wanted*, else the one in that place.

    -1 is the last of them.
    """
    for posting in found:
        if bears(posting, wanted):
            return posting
    if wanted < 0:
        return found[wanted] if -wanted <= len(found) else None
    return found[wanted - 1] if 0 < wanted <= len(found) else None
