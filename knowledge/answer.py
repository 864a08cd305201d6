"""Ranked postings into an answer: an excerpt, a list, a comparison, a fact, or an honest no."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from knowledge.excerpt import excerpt
from knowledge.gate import Gate, Verdict
from knowledge.index import Posting
from knowledge.lists import members, numbered
from knowledge.model import Answer, Coverage, Entry, Form, Head, Hit, Kind, Refusal
from knowledge.question import Question, Term
from knowledge.search import Ranked, Search, holds
from knowledge.text import shadow

MOST_HITS = 10  # of an excerpt; a longer search is a new question
_MOST_ITEMS = 30  # of a list; a longer one would not fit into one message
# A result this far below the first is no alternative to it any more.
_FURTHER = 0.6
# Entries of another meeting that hold this share of the question speak of the same subject.
_SAME_SUBJECT = 0.7
# What is offered beside an honest no holds at least this share of the question.
_NEAR_MISS = 0.3
_NEAR_MISSES = 3
# How much more of a question must stand elsewhere before the year in it is read as a word.
_WIDER_IS_BETTER = 0.15
_ASKED_KINDS = {"report": Kind.REPORT, "proposal": Kind.PROPOSAL, "motion": Kind.MOTION}

# entry ids -> the entries with the head of their meeting, as far as they are on record
Lookup: TypeAlias = Callable[[Sequence[str]], dict[str, tuple[Entry, str, Head]]]


@dataclass(frozen=True, slots=True)
class Composed:
    """An answer and the posting it came from, for the follow-up."""

    question: Question
    answer: Answer
    postings: tuple[Posting, ...] = ()


class Answerer:
    """Composes answers from what search found and the gate let through.

    *lookup* fetches entries from the record, *facts* the header postings of a question for
    facts of a meeting's head, *coverage* tells what the record spans.
    """

    def __init__(
        self, search: Search, gate: Gate, lookup: Lookup, coverage: Callable[[], Coverage]
    ) -> None:
        self._search = search
        self._gate = gate
        self._lookup = lookup
        self._coverage = coverage

    def compose(self, question: Question) -> Composed:
        if question.scope.uncovered:
            return self._no(question, Verdict(Refusal.OUT_OF_SCOPE, question.scope.uncovered), [])
        if question.facts:
            return self._head_facts(question)
        if question.empty:
            return self._small_talk(question)
        if len(question.scope.named) > 1:
            return self._each(question, _by_meeting(question))
        parts = _by_subject(question) or _by_speaker(question)
        return self._each(question, parts) if parts else self._content(question)

    def _ranked(self, question: Question) -> tuple[Question, list[Ranked]]:
        """Rank within the scope; a year or a level of meeting may be a word of the text instead."""
        ranked = self._search.rank(question)
        if not (question.scope.years or question.scope.by_level):
            return question, ranked
        widened = self._widened(question)
        wide = self._search.rank(widened)
        within = ranked[0].coverage if ranked else 0.0
        if wide and wide[0].coverage > within + _WIDER_IS_BETTER:
            return widened, wide
        return question, ranked

    def _widened(self, question: Question) -> Question:
        years = tuple(Term(year, 1.0, {}) for year in question.scope.years)
        scope = replace(question.scope, meetings=None, named=())
        return replace(question, terms=(*question.terms, *years), scope=scope)

    def _small_talk(self, question: Question) -> Composed:
        refusal = Refusal.NOT_A_QUESTION
        coverage = self._coverage()
        answer = Answer(question.text, Form.SMALL_TALK, refusal=refusal, coverage=coverage)
        return Composed(question, answer)

    def _overview(self, question: Question) -> Composed | None:
        """What a meeting decided, or what someone said there, where no subject is named."""
        scoped = question.scope.meetings or question.scope.speakers
        if not (scoped and question.bare) or question.number is not None:
            return None
        kinds = (Kind.SPEECH,) if question.scope.speakers else _overviewed(question)
        found = [posting for posting in self._search.scoped(question) if posting.kind in kinds]
        return self._shown(question, found, Form.LIST, []) if found else None

    def _content(self, question: Question) -> Composed:
        if overview := self._overview(question):
            return overview
        question, ranked = self._ranked(question)
        if question.number is not None:
            found = numbered(question, ranked, self._search)
            return self._shown(question, [found] if found else [], Form.EXCERPT, ranked)
        if verdict := self._gate.unknown(question):
            return self._no(question, verdict, ranked)
        if "list" in question.intents and (all_of_it := members(question, ranked, self._search)):
            return self._shown(question, all_of_it, Form.LIST, ranked)
        if verdict := self._gate.refuse(question, ranked):
            return self._no(question, verdict, ranked)
        return self._shown(question, [ranked[0].posting], Form.EXCERPT, ranked)

    def _head_facts(self, question: Question) -> Composed:
        found = self._search.facts(question)
        if not found:
            wanted = "、".join(fact.chinese for fact in question.facts)
            return self._no(question, Verdict(Refusal.NO_SUCH_FACT, wanted=wanted), [])
        form = Form.EXCERPT if len(found) == 1 else Form.COMPARISON
        return self._shown(question, found, form, [])

    def _each(self, question: Question, parts: Iterable[Question]) -> Composed:
        """Answer each part by its own best entry; what has none makes the whole a no."""
        firsts = []
        for part in parts:
            ranked = self._search.rank(part)
            if verdict := self._gate.refuse(part, ranked):
                return self._no(question, verdict, ranked)
            firsts.append(ranked[0].posting)
        return self._shown(question, list(dict.fromkeys(firsts)), Form.COMPARISON, [])

    def _shown(
        self,
        question: Question,
        found: Sequence[Posting],
        form: Form,
        ranked: Sequence[Ranked],
    ) -> Composed:
        if not found:
            return self._no(question, Verdict(Refusal.NO_SUCH_FACT), ranked)
        others = [r.posting for r in ranked if r.score >= _FURTHER * ranked[0].score]
        if form is not Form.EXCERPT:
            others = []
        postings = list(dict.fromkeys([*found, *others[:MOST_HITS]]))[:_MOST_ITEMS]
        scores = {r.posting.entry_id: r.score for r in ranked}
        hits = self._hits(question, postings, scores)
        answer = Answer(
            question.text,
            form,
            hits,
            shown=min(len(found), _MOST_ITEMS),
            heading=_heading(found) if form is Form.LIST else None,
            matched=_matched(question, found),
            replaced=_replaced(question, hits),
            elsewhere=self._elsewhere(question, found[0], ranked) if len(found) == 1 else None,
            coverage=self._coverage(),
        )
        return Composed(question, answer, tuple(postings))

    def _no(self, question: Question, verdict: Verdict, ranked: Sequence[Ranked]) -> Composed:
        near = [r.posting for r in ranked[:_NEAR_MISSES] if r.own >= _NEAR_MISS]
        answer = Answer(
            question.text,
            Form.NO,
            self._hits(question, near, {r.posting.entry_id: r.score for r in ranked}),
            shown=0,
            refusal=verdict.refusal,
            missing=tuple(_as_written(word, question.text) for word in verdict.missing),
            wanted=verdict.wanted,
            coverage=self._coverage(),
        )
        return Composed(question, answer)

    def _elsewhere(
        self, question: Question, first: Posting, ranked: Sequence[Ranked]
    ) -> Hit | None:
        """Return the best entry of a later meeting that speaks of the same subject."""
        later = [
            r.posting
            for r in ranked
            if r.posting.meeting_id > first.meeting_id and r.own >= _SAME_SUBJECT
        ]
        return next(iter(self._hits(question, later[:1], {})), None)

    def _hits(
        self, question: Question, postings: Sequence[Posting], scores: Mapping[str, float]
    ) -> tuple[Hit, ...]:
        entries = self._lookup([posting.entry_id for posting in postings])
        words = [word for term in question.terms for word in (term.text, *term.expansions)]
        return tuple(
            Hit(entry, meeting, head, excerpt(entry, words), round(scores.get(entry.id, 1.0), 3))
            for posting in postings
            if posting.entry_id in entries
            for entry, meeting, head in (entries[posting.entry_id],)
        )


def _overviewed(question: Question) -> tuple[Kind, ...]:
    """Return the kinds that answer a question which names a meeting and no subject."""
    asked = [kind for intent, kind in _ASKED_KINDS.items() if intent in question.intents]
    return tuple(asked) or (Kind.RESOLUTION, Kind.CONCLUSION)


def _by_meeting(question: Question) -> list[Question]:
    return [
        replace(question, scope=replace(question.scope, meetings=ids, named=(ids,)))
        for ids in question.scope.named
    ]


def _by_speaker(question: Question) -> list[Question]:
    """侯友宜跟謝國樑…比較: one question for each who is named."""
    speakers = question.scope.speakers
    if len(speakers) < 2 or "compare" not in question.intents:
        return []
    scope = question.scope
    return [replace(question, scope=replace(scope, speakers=(name,))) for name in speakers]


def _by_subject(question: Question) -> list[Question]:
    """衛生社福組跟觀光文創組…分別: one question for each topic group."""
    groups = [term for term in question.terms if term.text.endswith("组")]
    if len(groups) < 2 or "compare" not in question.intents:
        return []
    rest = tuple(term for term in question.terms if term not in groups)
    return [replace(question, terms=(group, *rest)) for group in groups]


def _matched(question: Question, found: Sequence[Posting]) -> tuple[str, ...]:
    """The question's own words that stand in what was found, as they were typed."""
    held = [
        term.text
        for term in question.terms
        if not term.generic and any(holds(term, posting) for posting in found)
    ]
    longest = [word for word in held if not any(word != o and word in o for o in held)]
    return tuple(_as_written(word, question.text) for word in longest)


def _as_written(folded: str, *texts: str) -> str:
    """Return how one of *texts* writes the *folded* word; folded words are never shown."""
    for text in texts:
        if found := shadow(text).find(folded):
            return text[found]
    return folded


def _replaced(question: Question, hits: Sequence[Hit]) -> tuple[tuple[str, str], ...]:
    quoted = [hit.entry.text for hit in hits]
    return tuple(
        (_as_written(one.typed, question.text), _as_written(one.meant, *quoted))
        for one in question.replaced
    )


def _heading(found: Sequence[Posting]) -> str | None:
    return found[0].near.split(" ")[-1] if found else None
