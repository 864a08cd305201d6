"""How well one posting answers a question: shares of its words, its kind, the fact asked for.

*own* is the share of the question's weight that stands in the entry's own words, *coverage*
the share in them or in anything that the entry inherits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.bearing import excepts, speaks_as
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.stating import states
from knowledge.term import Term, best
from knowledge.wanted import tells_how_many
from knowledge.weights import RankWeights

_CONDITION = regex("若|如果|倘|如有|如经|万一")
_REASON = regex("因为|由于|基于|鉴于|有鉴|因[^此应素]|原因|肇因|认为|考量|为了|以免|避免|所致")
_ORIGIN = regex("来自|源[自于]|归功|得益于|拜[^,。;]{1,8}所赐")
_CHOSEN = regex("(?:采用?|选定|择定)[^,。;]{0,6}(?:[甲乙丙丁a-d]案|方案|工法)")
PASSED = regex("[通审]过(?:之|以)?后")
_MOST = regex("最[多少高低大小长重严]|第一|居[首冠]|首位")
_ANY_GROUP = frozenset(("组", "小组", "各组", "议题组", "各议题组", "议题小组", "工作小组"))
_NUMBERED_DEPTH = 2  # headings above a paragraph that has a number
ASKING = frozenset(("speech", "decision", "ordered", "reason"))  # no fact of a head answers these
_DECIDED = (Kind.RESOLUTION, Kind.CONCLUSION)


class Share(NamedTuple):
    """How much of a question an entry holds, from 0 to 1."""

    coverage: float
    own: float


class Wished(NamedTuple):
    """What the intents of a question add to the kinds of entry, and to an entry that tells it."""

    kinds: Mapping[str, float]
    told: Sequence[tuple[re.Pattern[str], float]]


class Scorer:
    def __init__(self, weights: RankWeights) -> None:
        self._weights = weights
        self._wishes = lru_cache(maxsize=1_000)(self._wished)

    def share(self, question: Question, posting: Posting) -> Share:
        # Asked of every candidate: `_in` and `_beside` are written out here, for half the time.
        near, parts = self._near(question, posting), self._weights.parts
        body, above, inherited = posting.body, posting.above, posting.near
        far, titled = posting.far, self._weights.far
        headed = near if near > self._weights.above else self._weights.above
        total = owned = covered = 0.0
        for term in question.terms:
            own = held = 0.0
            for word, weight in term.forms:
                if word in body:
                    own = weight
                    break
            if own < parts and term.pairs:
                pieces = self._in_pieces(term, body)
                own = pieces if pieces > own else own
            if own < near:
                for word, weight in term.forms:
                    if word in above:
                        held = headed * weight
                        break
                    if word in inherited:
                        held = near * weight
                        break
                else:
                    held = titled if any(map(far.__contains__, term.titles)) else 0.0
            total += term.weight
            owned += term.weight * own
            covered += term.weight * (own if own > held else held)
        return Share(covered / total, owned / total) if total else Share(0.0, 0.0)

    def headed(self, question: Question, posting: Posting) -> float:
        """Return the share of *question* in *posting*'s own words and the headings above it."""
        headings = posting.above
        total = sum(term.weight for term in question.terms)
        held = sum(
            t.weight * max(self._in(t, posting.body), best(t, headings)) for t in question.terms
        )
        return held / total if total else 0.0

    def _near(self, question: Question, posting: Posting) -> float:
        decides = "decision" in question.intents and posting.kind in _DECIDED
        return self._weights.near_decided if decides else self._weights.near

    def covered(self, terms: Sequence[Term], posting: Posting, near: float) -> float:
        """Return the share of *terms* in *posting*; what it only inherits counts *near*."""
        return self.stands(terms, posting.body, posting.near, near, posting.far)

    def stands(
        self, terms: Sequence[Term], body: str, inherited: str, near: float, far: str = ""
    ) -> float:
        """Return the share of *terms* in *body*; *near* of what stands only in *inherited*."""
        total = held = 0.0
        for term in terms:
            own = self._in(term, body)
            best = own if own >= near else max(own, self._beside(term, inherited, far, near))
            total += term.weight
            held += term.weight * best
        return held / total if total else 0.0

    def holds(self, term: Term, posting: Posting, near: float | None = None) -> float:
        """Return how far *posting* holds *term*: 1 for its own words, *near* for inherited ones."""
        limit = self._weights.near if near is None else near
        own = self._in(term, posting.body)
        return max(own, self._beside(term, posting.near, posting.far, limit))

    def _in(self, term: Term, text: str) -> float:
        """Return how far *text* holds *term*, whole or in parts."""
        whole = best(term, text)
        if whole >= self._weights.parts or not term.pairs:
            return whole
        return max(whole, self._in_pieces(term, text))

    def _in_pieces(self, term: Term, text: str) -> float:
        """Return how far *text* holds the bigrams of a long *term*."""
        found = 0
        for pair in term.pairs:
            found += pair in text
        return self._weights.parts * found / len(term.pairs)

    def _beside(self, term: Term, inherited: str, far: str, near: float) -> float:
        """Return how far what an entry hangs on holds *term*: at most *near*."""
        held = near * best(term, inherited)
        return held or (self._weights.far if any(map(far.__contains__, term.titles)) else 0.0)

    def prior(self, question: Question, posting: Posting) -> float:
        """What the kind of an entry and its group add to its rank for *question*."""
        kind, weights, wished = posting.kind, self._weights, self._wishes(question.intents)
        rank = wished.kinds.get(kind, 0.0) + weights.prior.get(kind, 0.0)
        for pattern, weight in wished.told:
            if pattern.search(posting.body):
                rank += weight
        if question.wanted and self.holds_wanted(question, posting):
            rank += weights.holds * (1 + tells_how_many(question, posting.body))
        voice = question.scope.voice
        if voice and (posting.speaker == voice or voice in posting.near):
            rank += weights.voice
        if question.scope.office and speaks_as(question.scope.office, posting):
            rank += weights.office
        if posting.fact and question.intents & ASKING and posting.fact not in question.beside:
            rank += weights.title  # a list of who came is no answer to what was said
        if posting.is_heading:
            rank += -weights.title if _asks_heading(question, posting) else weights.title
        elif posting.kind == Kind.STATEMENT and len(posting.path) < _NUMBERED_DEPTH:
            rank += weights.opening if "opening" in question.intents else weights.first
        return rank + self._group(question, posting) + self._item(question, posting)

    def _wished(self, intents: frozenset[str]) -> Wished:
        kinds: defaultdict[str, float] = defaultdict(float)
        for intent in intents & self._weights.intents.keys():
            for kind, weight in self._weights.intents[intent].items():
                kinds[kind] += weight
        if intents & {"decision", "reason"}:
            kinds[Kind.PROPOSAL] = 0.0  # 提案結果 asks for the outcome, 為什麼 for what explains
        told = {
            "condition": (_CONDITION, self._weights.condition),
            "reason": (_REASON, self._weights.reason),
            "origin": (_ORIGIN, self._weights.reason),
            "passed": (PASSED, self._weights.passed),
            "choice": (_CHOSEN, self._weights.choice),
            "most": (_MOST, self._weights.most),
        }
        return Wished(kinds, [told[name] for name in sorted(intents & told.keys())])

    def _group(self, question: Question, posting: Posting) -> float:
        if posting.kind in _DECIDED and excepts(question, posting.body):
            return self._weights.title  # 除應用外語系外，其餘照案通過 is not how it fared
        return self._weights.other_group if of_other_group(question, posting) else 0.0

    def _item(self, question: Question, posting: Posting) -> float:
        nearness = self._nearness(question, posting) if question.place else 0.0
        if not question.items:
            return nearness
        named = any(posting.item in items for items in question.items)
        return nearness + (self._weights.item if named else -self._weights.item)

    def _nearness(self, question: Question, posting: Posting) -> float:
        place = question.place
        shared = sum(heading in posting.headings for heading in place)
        decides = posting.kind == Kind.RESOLUTION and "decision" not in question.intents
        beside = shared == len(place) - 1 and not decides
        sibling = beside and _names_heading(question, posting)
        return self._weights.place * shared / len(place) + sibling * self._weights.sibling

    def holds_wanted(self, question: Question, posting: Posting) -> bool:
        """Tell whether *posting* has the kind of fact that *question* asks for; see `states`."""
        return states(question, posting, self._weights.subject)


def of_other_group(question: Question, posting: Posting) -> bool:
    """Tell whether *question* names a topic group and *posting* is another's."""
    if not posting.group:
        return False
    named = [t for t in question.terms if t.text.endswith("组") and t.text not in _ANY_GROUP]
    return bool(named) and not any(_names(term, posting.group) for term in named)


def _asks_heading(question: Question, posting: Posting) -> bool:
    """Tell whether *posting* may be the title that is asked for; 副標題 is the line below it."""
    below = "副标" in question.folded and posting.path[-1:] == (posting.body,)
    return "heading" in question.intents and not below


def _names_heading(question: Question, posting: Posting) -> bool:
    """Tell whether *question* names the heading right above *posting*: 那財政方面呢."""
    heading = posting.near.split(" ")[: len(posting.path)][-2:]
    if posting.kind == Kind.SPEECH:  # 那顧委員呢 names who speaks, no heading
        heading = heading[:-1]
    return any(t.text in part for t in question.terms if not t.generic for part in heading)


def _names(term: Term, group: str) -> bool:
    return any(word in group or group in word for word, _ in term.forms)
