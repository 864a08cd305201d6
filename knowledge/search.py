"""A question into ranked postings: recall from the index, then words, scope and intent.

Weights stand in one table. Names of the measures: *coverage* is the share of the question's
weight that stands in the entry or in what it inherits, *own* the share in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import token_set_ratio

from knowledge.index import Candidate, Index, Posting
from knowledge.model import Kind
from knowledge.question import Question, Term

CANDIDATES = 60
_SHAPE = 0.25  # weight of the similarity of characters, beside the coverage of words
_RECALL = 0.1  # weight of tantivy's own score, as a share of the best
_NEAR = 0.75  # a word that stands only in what the entry hangs on
_NEAR_DECIDED = 0.9  # the same where a decision is asked: it is the 案由 that names the subject
_FAR = 0.3  # a word that stands only in the meeting's title
_PARTS = 0.7  # a long word of which only parts stand there, at most

_PRIOR = {
    Kind.RESOLUTION: 0.06,
    Kind.CONCLUSION: 0.06,
    Kind.STATEMENT: 0.03,
    Kind.EXPLANATION: 0.02,
    Kind.REPORT: 0.0,
    Kind.PROPOSAL: 0.0,
    Kind.SPEECH: 0.0,
    Kind.MOTION: 0.0,
    Kind.OTHER: -0.1,
    Kind.HEADER: -0.15,
}
# What an intent adds to the kinds of entry it asks for.
_INTENTS: Mapping[str, Mapping[Kind, float]] = {
    "decision": {Kind.RESOLUTION: 0.4, Kind.CONCLUSION: 0.4, Kind.MOTION: 0.1, Kind.REPORT: 0.05},
    "proposal": {Kind.PROPOSAL: 0.25},
    "speech": {Kind.SPEECH: 0.15},
    "statement": {Kind.STATEMENT: 0.3},
    "report": {Kind.REPORT: 0.25},
    "motion": {Kind.MOTION: 0.4},
    "who": {Kind.SPEECH: 0.05},
}
_NUMBER = "[0-9〇零一二两三四五六七八九十百千万亿,.]+"
# What an excerpt must hold where a price, a number of people or the like is asked for.
_HOLDS_WANTED = {
    "money": re.compile(rf"{_NUMBER}(?:余)?(?:元|块|美元|美金|万元|亿元|亿|万(?!人))"),
    "headcount": re.compile(rf"{_NUMBER}(?:余)?(?:人|名|位(?!市长|副市长|首长))"),
    "percent": re.compile(rf"{_NUMBER}(?:%|趴|成|个百分点)|百分之"),
    "vote": re.compile(rf"{_NUMBER}票|反对|赞成|表决|异议"),
    "phone": re.compile(r"[0-9]{2,4}-[0-9]{5,}|@|http"),
    "day": re.compile(rf"{_NUMBER}(?:年|月|日)|下次|每年|每半年|每季|按季|即刻|立即|年底|届时"),
}
_SENTENCE = re.compile("[^。;]+")
_SUBJECT = 0.8  # of the heaviest word's weight: these words name what the fact is about
_HOLDS = 0.35  # the entry holds what is asked for
_OTHER_GROUP = -0.3  # the question names a topic group and the entry is another's


@dataclass(frozen=True, slots=True)
class Ranked:
    """A posting with what made it rank."""

    posting: Posting
    score: float
    coverage: float
    own: float


class Search:
    def __init__(self, index: Index) -> None:
        self._index = index

    def rank(self, question: Question) -> list[Ranked]:
        """Return the candidates for *question*, best first."""
        found = self._index.candidates(
            _searched(question.terms), CANDIDATES, question.scope.meetings, question.scope.speaker
        )
        best = max((score for score, _ in found), default=1.0) or 1.0
        ranked = [_ranked(question, candidate, best) for candidate in found]
        return sorted(ranked, key=lambda r: (-r.score, r.posting.meeting_id, r.posting.position))

    def facts(self, question: Question) -> list[Posting]:
        """Return the header postings that state the facts asked for, meeting by meeting."""
        return self._index.facts([fact.value for fact in question.facts], question.scope.meetings)

    def scoped(self, question: Question) -> list[Posting]:
        """Return all entries of the question's meetings and speaker, in their order."""
        found = self._index.candidates({}, 300, question.scope.meetings, question.scope.speaker)
        return sorted((p for _, p in found), key=lambda p: (p.meeting_id, p.position))

    def members(self, posting: Posting) -> list[Posting]:
        return self._index.members(posting.parent)


def _searched(terms: Iterable[Term]) -> dict[str, float]:
    searched: dict[str, float] = {}
    for term in terms:
        for word, weight in ((term.text, 1.0), *term.expansions.items()):
            searched[word] = max(searched.get(word, 0.0), weight * term.weight)
    return searched


def _ranked(question: Question, candidate: Candidate, best: float) -> Ranked:
    recall, posting = candidate
    near = _NEAR_DECIDED if _decides(question, posting) else _NEAR
    held = [(term.weight, own(term, posting), term) for term in question.terms]
    total = sum(weight for weight, _, _ in held) or 1.0
    owned = sum(weight * share for weight, share, _ in held) / total
    coverage = sum(w * max(share, inherited(t, posting, near)) for w, share, t in held) / total
    score = (
        coverage
        + _SHAPE * _shape(question, posting)
        + _RECALL * recall / best
        + prior(question, posting)
    )
    return Ranked(posting, score, coverage, owned)


def _decides(question: Question, posting: Posting) -> bool:
    kinds = (Kind.RESOLUTION, Kind.CONCLUSION)
    return "decision" in question.intents and posting.kind in kinds


def covered(terms: Sequence[Term], posting: Posting, near: float = _NEAR) -> float:
    """Return the share of the terms' weight that *posting* holds; 0 where there are no terms."""
    total = sum(term.weight for term in terms)
    held = sum(term.weight * holds(term, posting, near) for term in terms)
    return held / total if total else 0.0


def holds(term: Term, posting: Posting, near: float = _NEAR) -> float:
    """Return how far *posting* holds *term*: 1 for its own words, less for inherited ones."""
    return max(own(term, posting), inherited(term, posting, near))


def own(term: Term, posting: Posting) -> float:
    """Return how far *posting*'s own words hold *term*, whole or in parts."""
    if term.text in posting.body:
        return 1.0
    best = max((w for word, w in term.expansions.items() if word in posting.body), default=0.0)
    return max(best, _PARTS * _partly(term.text, posting.body))


def inherited(term: Term, posting: Posting, near: float) -> float:
    """Return how far what *posting* hangs on holds *term*: at most *near*."""
    if term.text in posting.near:
        return near
    best = max((w for word, w in term.expansions.items() if word in posting.near), default=0.0)
    return max(near * best, _FAR if term.text in posting.far else 0.0)


def _partly(word: str, body: str) -> float:
    """Return the share of *word*'s bigrams, for a word of three or more, that stand in *body*."""
    if len(word) < 3 or word.isascii():
        return 0.0
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    return sum(pair in body for pair in pairs) / len(pairs)


def _shape(question: Question, posting: Posting) -> float:
    asked = _pairs(" ".join(term.text for term in question.terms))
    return float(token_set_ratio(asked, _pairs(posting.body))) / 100


@lru_cache(maxsize=20_000)
def _pairs(text: str) -> str:
    """Return the bigrams of *text* as words, for rapidfuzz."""
    return " ".join(pair for i in range(len(text) - 1) if " " not in (pair := text[i : i + 2]))


def prior(question: Question, posting: Posting) -> float:
    """What the kind of an entry and its group add to its rank for *question*."""
    kind = Kind(posting.kind)
    wanted = sum(_INTENTS[name].get(kind, 0.0) for name in question.intents & _INTENTS.keys())
    held = _HOLDS if question.wanted and holds_wanted(question, posting) else 0.0
    return _PRIOR[kind] + wanted + held + _group(question, posting)


def holds_wanted(question: Question, posting: Posting) -> bool:
    """Tell whether *posting* has the kind of fact that *question* asks for."""
    pattern = _HOLDS_WANTED[question.wanted or ""]
    heaviest = max((term.weight for term in question.terms), default=0.0)
    named = [t for t in question.terms if not t.generic and t.weight >= _SUBJECT * heaviest]
    return any(
        pattern.search(sentence)
        for sentence in _SENTENCE.findall(posting.body)
        if not named or any(_stands_in(term, sentence) for term in named)
    )


def _stands_in(term: Term, sentence: str) -> bool:
    return term.text in sentence or any(word in sentence for word in term.expansions)


def _group(question: Question, posting: Posting) -> float:
    if not posting.group:
        return 0.0
    named = [t for t in question.terms if t.text.endswith("组")]
    return _OTHER_GROUP if named and not any(_names(t, posting.group) for t in named) else 0.0


def _names(term: Term, group: str) -> bool:
    return any(word in group or group in word for word in (term.text, *term.expansions))
