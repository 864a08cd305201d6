"""A question into ranked postings: recall from the index, then words, scope and intent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.index import Candidate, Index
from knowledge.likeness import alike
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.term import Term
from knowledge.text import fold
from knowledge.weights import RankWeights

# More entries of the index are not looked at for an answer: with 40 three of 5,000 questions more are
# answered rightly, none more of those to 100,000 entries, and each takes a tenth longer.
CANDIDATES = 24
_BEGINS = (Kind.PROPOSAL, Kind.REPORT, Kind.MOTION)
_LABEL = regex("案 *由|主 *旨|提 *案|事 *由|议 *题")  # stands below the item's own heading
AGAIN = regex("[^:。]{0,12}[(]续[)]")  # 第7案(續)：
_SEVERAL = 2
_CLASS = 2  # headings down to the class of an item, where items are in classes
_FEW = 10  # entries that speak of a number of things
_ISSUING = {"提出": 0.3, "声明": 0.3}
_NUMERALS = "〇一二三四五六七八九十"
_SAYS_ENOUGH = 0.3  # share of a question in a speaker's own words
_SCOPED = 300  # entries of one meeting that an overview looks through


class Ranked(NamedTuple):
    """A posting with what made it rank."""

    posting: Posting
    score: float
    coverage: float
    own: float


class Search:
    def __init__(self, index: Index, scorer: Scorer, weights: RankWeights) -> None:
        self._index = index
        self._scorer = scorer
        self._weights = weights

    def rank(self, question: Question, most: int = CANDIDATES) -> list[Ranked]:
        """Return the candidates for *question*, at most *most*, best first."""
        found = self._candidates(question, most)
        found += self._on_behalf(question, found)
        best = max((score for score, _ in found), default=1.0) or 1.0
        ranked = self._reshaped(question, [self._ranked(question, one, best) for one in found])
        ranked += self._outcomes(question, ranked)
        return sorted(ranked, key=lambda r: (-r.score, r.posting.meeting_id, r.posting.position))

    def _candidates(self, question: Question, most: int) -> list[Candidate]:
        """Look among the items that are named; among all where they hold none of the words."""
        words, scope = _searched(question.terms), question.scope
        if "issued" in question.intents:
            words = {**_ISSUING, **words}  # what came of the talks repeats no word of them
        items = frozenset().union(*question.items)
        find = self._index.candidates
        within = find(words, most, scope.meetings, scope.speaker, items) if items else []
        found = within or find(words, most, scope.meetings, scope.speaker)
        return [
            one
            for one in found
            if (not question.kind or one[1].kind == question.kind)
            and one[1].entry_id not in question.told
        ]

    def _outcomes(self, question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Return what was decided of the item that most of *question* stands in, if none of *ranked*.

        Where the resolution repeats no word of it, recall may find only what it decides.
        """
        scope = question.scope
        if "decision" not in question.intents or scope.speakers or question.kind or not ranked:
            return []
        most = max(ranked, key=lambda r: r.coverage).posting
        if not most.item:
            return []
        decided = {r.posting for r in ranked if r.posting.kind == Kind.RESOLUTION}
        if any(_numbered_alike(p, most) and p.path[:_CLASS] == most.path[:_CLASS] for p in decided):
            return []
        outcomes = [p for p in self.item(most) if p.kind == Kind.RESOLUTION]
        if decided.intersection(outcomes):
            return []
        return [self._ranked(question, (0.0, outcome), 1.0) for outcome in outcomes]

    def _on_behalf(self, question: Question, own: Sequence[Candidate]) -> list[Candidate]:
        """Return what a heading has the speaker say: 主席結論與指示（蔣萬安市長代表）.

        Only where the speaker's *own* words hold little of the question.
        """
        if not (question.scope.speaker and question.terms):
            return []
        shares = (self._scorer.share(question, posting).own for _, posting in own)
        if max(shares, default=0.0) >= _SAYS_ENOUGH:
            return []
        name, words = fold(question.scope.speaker), _searched(question.terms)
        found = self._index.candidates(words, CANDIDATES, question.scope.meetings)
        return [one for one in found if not one[1].speaker and name in one[1].above]

    def _ranked(self, question: Question, candidate: Candidate, best: float) -> Ranked:
        recall, posting = candidate
        share = self._scorer.share(question, posting)
        score = share.coverage + self._scorer.prior(question, posting)
        score += self._weights.recall * recall / best
        return Ranked(posting, score, share.coverage, share.own)

    def _reshaped(self, question: Question, ranked: list[Ranked]) -> list[Ranked]:
        """Add how alike the characters are, for those that it can still bring to the top."""
        asked = " ".join(term.text for term in question.terms)
        shape = self._weights.shape
        least = max((r.score for r in ranked), default=0.0) - shape
        return [
            Ranked(r.posting, r.score + shape * alike(asked, r.posting), r.coverage, r.own)
            if r.score >= least
            else r
            for r in ranked
        ]

    def speaks_of(self, meeting_id: str, word: str) -> bool:
        """Tell whether an entry of a meeting, or its title, holds folded *word*."""
        return self._index.speaks_of(meeting_id, word)

    def facts(self, question: Question) -> Sequence[Posting]:
        """Return the header postings that state the facts asked for, meeting by meeting."""
        return self._index.facts([fact.value for fact in question.facts], question.scope.meetings)

    def scoped(self, question: Question) -> list[Posting]:
        """Return all entries of the question's meetings and speaker, in their order."""
        found = self._index.candidates({}, _SCOPED, question.scope.meetings, question.scope.speaker)
        left = (p for _, p in found if p.entry_id not in question.told)
        return sorted(left, key=lambda p: (p.meeting_id, p.position))

    def members(self, posting: Posting, depth: int) -> list[Posting]:
        """Return the entries of *posting*'s kind under the heading *depth* levels down its path.

        Of a long record only so many are looked at; one that lies beyond them stands alone.
        """
        return self._index.members(posting.headings[depth], posting.kind) or [posting]

    def speeches(self, question: Question) -> Sequence[Posting]:
        """Return what anyone said in the question's meetings; of all, in the latest with speeches."""
        found = self._index.of_kind(Kind.SPEECH.value, question.scope.meetings)
        if question.scope.meetings is None and found:
            return [posting for posting in found if posting.meeting_id == found[-1].meeting_id]
        return found

    def resolutions(self, question: Question) -> Sequence[Posting]:
        """Return what was decided in the question's meetings, in all where it names none."""
        return self._index.of_kind(Kind.RESOLUTION.value, question.scope.meetings)

    def alike(self, posting: Posting) -> Sequence[Posting]:
        """Return the entries of *posting*'s kind in its meeting, in their order."""
        return self._index.of_kind(posting.kind, frozenset((posting.meeting_id,)))

    def counting(self, question: Question) -> list[Posting]:
        """Return the entries that speak of as many things as *question* counts: 八大, 8 個."""
        if not question.count or not 1 < question.count < len(_NUMERALS):
            return []
        numerals = (_NUMERALS[question.count], str(question.count))
        words = {f"{one}{measure}": 1.0 for one in numerals for measure in "大个项"}
        found = self._index.candidates(words, _FEW, question.scope.meetings)
        return [posting for _, posting in found]

    def ruling(self, posting: Posting) -> Posting | None:
        """Return what was ruled right after *posting*, before the next of its kind there."""
        there = posting.headings[-1]
        ruled, others = (
            [p for p in self._index.members(there, kind) if p.position > posting.position]
            for kind in (Kind.RESOLUTION.value, posting.kind)
        )
        first = next(iter(ruled), None)
        return first if first and all(first.position < p.position for p in others) else None

    def item(self, posting: Posting) -> Sequence[Posting]:
        """Return all entries of the item that *posting* belongs to, in their order.

        Of several that bear one number, 第5案 of each class, it is the one whose heading is above.
        """
        found = self._index.items((posting.item,), frozenset((posting.meeting_id,)))
        begins = {_item_path(p) for p in found if p.kind in _BEGINS and not AGAIN.match(p.body)}
        above = [path for path in begins if posting.path[: len(path)] == path]
        if len(begins) < _SEVERAL or not above:
            return found
        own = max(above, key=len)
        others = [path for path in begins if path[: len(own)] != own]
        return [p for p in found if not any(p.path[: len(path)] == path for path in others)]

    def items(self, question: Question) -> Sequence[Posting]:
        """Return all entries of the numbered items that *question* names."""
        wanted = frozenset().union(*question.items)
        found = self._index.items(wanted, question.scope.meetings)
        told = question.told
        return [p for p in found if not {p.entry_id, p.group} & {*told}] if told else found


def _searched(terms: Iterable[Term]) -> dict[str, float]:
    searched: dict[str, float] = {}
    for term in terms:
        for word, weight in term.forms:
            searched[word] = max(searched.get(word, 0.0), weight * term.weight)
    return searched


def _numbered_alike(one: Posting, other: Posting) -> bool:
    return one.item == other.item and one.meeting_id == other.meeting_id


def _item_path(posting: Posting) -> tuple[str, ...]:
    labelled = len(posting.path) > 1 and _LABEL.fullmatch(posting.path[-1].rstrip(": "))
    return posting.path[:-1] if labelled else posting.path
