"""Ranked postings into an answer: an excerpt, a list, a comparison, a fact, or an honest no."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from knowledge.asked import Asked
from knowledge.elsewhere import of_another_meeting
from knowledge.excerpt import excerpt
from knowledge.gate import Gate, Verdict
from knowledge.headfacts import HeadFacts
from knowledge.leading import leading, leading_on, saying_more
from knowledge.lists import Lists
from knowledge.model import Answer, Coverage, Entry, Form, Head, Hit, Refusal
from knowledge.overview import of_asked_kind, overview, spoken_of
from knowledge.parts import by_item, by_meeting, by_pair, by_source, by_speaker, by_subject
from knowledge.posting import Posting
from knowledge.presumed import is_untold
from knowledge.question import Question
from knowledge.replying import Replying
from knowledge.scoring import Scorer
from knowledge.search import Ranked, Search
from knowledge.several import Several
from knowledge.term import names_offices
from knowledge.weights import Weights
from knowledge.widening import Widening
from knowledge.within import Within
from knowledge.working import matched, numbered, replaced, said, unsaid

MOST_HITS = 10  # of an excerpt; a longer search is a new question
_MOST_ITEMS = 30  # of a list; a longer one would not fit into one message
_NEAR_MISSES = 3
_AS_MUCH = 0.5  # of what the best entry holds, at least in the one that states what is asked
_OF_ANOTHER = 0.25  # less of a question in an entry on another matter
_LOOKED_AT = 10  # so far down the ranking an asked-for fact is looked for
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
        self,
        search: Search,
        scorer: Scorer,
        gate: Gate,
        heads: HeadFacts,
        lookup: Lookup,
        coverage: Callable[[], Coverage],
        weights: Weights,
    ) -> None:
        self._search = search
        self._scorer = scorer
        self._lists = Lists(search, scorer, weights.lists)
        self._several = Several(search, scorer, self._lists, weights.shown.same_subject)
        self._asked = Asked(search, scorer)
        self._within = Within(search, scorer, weights.within)
        self._gate = gate
        self._replying = Replying(search, scorer, gate)
        self._widening = Widening(search, scorer, gate, weights.shown)
        self._heads = heads
        self._weights = weights.shown
        self._lookup = lookup
        self.coverage = coverage

    def compose(self, question: Question) -> Composed:
        composed = self._composed(question)
        shown = composed.postings[: composed.answer.shown]
        if composed.answer.answered and is_untold(question.folded, shown):
            return self._no(question, Verdict(Refusal.NOT_IN_MINUTES), [])
        return composed

    def _composed(self, question: Question) -> Composed:
        question = spoken_of(question)
        beyond = question.scope.uncovered or (question.scope.dates if question.facts else ())
        if beyond:
            return self._no(question, Verdict(Refusal.OUT_OF_SCOPE, beyond), [])
        if question.facts:
            return self._head_facts(question, self._heads.asked(question))
        if question.empty:
            return self._small_talk(question)
        if of_head := self._heads.named(question):
            return self._head_facts(of_head, self._heads.stated(of_head))
        if len(question.scope.named) > 1:
            return self._each(question, by_meeting(question))
        if _asks_everyone(question):
            return self._everyone(question)
        if question.facts == () and (pair := by_pair(question)):
            composed = self._each(question, pair)
            if composed.answer.answered or "compare" in question.intents:
                return composed
        asks = (by_source, by_item, by_subject, by_speaker)
        parts = next(filter(None, (one(question) for one in asks)), [])
        return self._each(question, parts) if parts else self._content(question)

    def _small_talk(self, question: Question) -> Composed:
        refusal, coverage = Refusal.NOT_A_QUESTION, self.coverage()
        answer = Answer(question.text, Form.SMALL_TALK, refusal=refusal, coverage=coverage)
        return Composed(question, answer)

    def _content(self, question: Question) -> Composed:
        if found := overview(question, self._search):
            return self._shown(question, found, Form.LIST if found[1:] else Form.EXCERPT, [])
        if question.items and not self._search.items(question):
            return self._no(question, Verdict(Refusal.NO_SUCH_FACT, wanted=numbered(question)), [])
        question, ranked = self._widening.ranked(question)
        if question.part is not None:
            found = self._lists.part(question, ranked)
            return self._shown(question, found, Form.LIST if found[1:] else Form.EXCERPT, ranked)
        if question.number is not None:
            one = self._lists.numbered(question, ranked)
            if not (one or question.unit):
                return self._content(question.with_number_as_word())
            return self._shown(question, [one] if one else [], Form.EXCERPT, ranked)
        if verdict := self._gate.unknown(question):
            return self._no(question, verdict, ranked)
        several, form = self._within.told(question, *self._several.named(question, ranked))
        if several:
            return self._shown(question, several, form, ranked)
        return self._one(question, saying_more(question, ranked))

    def _one(self, question: Question, ranked: list[Ranked]) -> Composed:
        """Answer with the best entry that the gate lets through, or what hangs on it."""
        if reply := self._replying.reply(question, ranked):
            return self._shown(question, [reply], Form.EXCERPT, ranked)
        verdict = self._gate.unanswered(question, ranked)
        if verdict is None or verdict.refusal is Refusal.NO_SUCH_FACT:
            if verdict is None and (all_of_it := self._several.headed(question, ranked[0])):
                return self._shown(question, all_of_it, Form.LIST, ranked)
            asked = self._asked.entry(question, leading(question, ranked))
            asked = self._within.entry(question, asked)
            asks = verdict is None and question.intents  # 關稅 alone asks for no list
            if asks and (all_of_it := self._lists.introduced(question, asked)):
                return self._shown(question, all_of_it, Form.LIST, ranked)
            lacked = verdict and not verdict.missing and verdict.wanted == question.wanted
            if verdict is None or (lacked and self._scorer.holds_wanted(question, asked)):
                return self._shown(question, [asked], Form.EXCERPT, ranked)
        instead = self._holding(question, verdict, ranked)
        return instead or self._no(question, verdict, ranked)

    def _holding(
        self, question: Question, verdict: Verdict, ranked: Sequence[Ranked]
    ) -> Composed | None:
        """Return what states the asked-for fact though it does not rank first, None for nothing."""
        focus = question.focus is not None and verdict.missing == (question.focus.text,)
        if verdict.refusal is not Refusal.NO_SUCH_FACT and not focus:
            return self._facts_beside(question, verdict)
        top, apart = ranked[0], focus and question.wanted != "reporter"
        for one in ranked[1:_LOOKED_AT]:
            # 八大面向 are not the 8 項合作方案
            less = question.wanted == "items" and one.coverage < top.coverage - _OF_ANOTHER
            other = apart and not one.posting.beside(top.posting)
            other |= of_another_meeting(question, top.posting, one.posting)
            enough = one.coverage >= top.coverage * _AS_MUCH and not (less or other)
            if enough and self._gate.unanswered(question, [one]) is None:
                return self._shown(question, [one.posting], Form.EXCERPT, ranked)
        return None

    def _facts_beside(self, question: Question, verdict: Verdict) -> Composed | None:
        """Return the facts of a named meeting's head where the words beside them stand nowhere."""
        asked = None if verdict.wanted else self._heads.beside(question)
        if asked is None:
            return None
        composed = self._head_facts(asked, self._heads.asked(asked))
        return composed if composed.answer.answered else None

    def _head_facts(self, question: Question, found: Sequence[Posting]) -> Composed:
        if verdict := self._heads.lacking(question, found):
            return self._no(question, verdict, [])
        form = Form.EXCERPT if len(found) == 1 else Form.COMPARISON
        return self._shown(question, found, form, [])

    def _each(self, question: Question, parts: Iterable[Question]) -> Composed:
        """Answer each part by its own best entry; what has none makes the whole a no."""
        found: list[Posting] = []
        for part in parts:
            ranked = self._search.rank(part)
            if self._gate.refuse(part, ranked) is None:
                found.append(self._asked.entry(part, leading(part, ranked)))
                continue
            composed, whole = self._content(part), self._whole(part)
            if not composed.answer.answered and not whole:
                return replace(composed, question=question)
            found += whole or composed.postings[:1]
        return self._shown(question, list(dict.fromkeys(found)), Form.COMPARISON, [])

    def _whole(self, part: Question) -> list[Posting]:
        """Return what answers a part that names no subject: an item's beginning, all of a meeting."""
        if part.items:
            return of_asked_kind(part, self._search.items(part))[:1]
        return overview(part, self._search)

    def _everyone(self, question: Question) -> Composed:
        """Answer by all that was said; where a subject is named, as any question about it."""
        if all(map(names_offices, question.terms)):
            return self._shown(question, self._search.speeches(question), Form.LIST, [])
        return self._content(question)

    def _shown(
        self, question: Question, found: Sequence[Posting], form: Form, ranked: Sequence[Ranked]
    ) -> Composed:
        if not found:
            return self._no(
                question, Verdict(Refusal.NO_SUCH_FACT, wanted=numbered(question)), ranked
            )
        others = [r.posting for r in ranked if r.score >= self._weights.further * ranked[0].score]
        if form is not Form.EXCERPT:
            others = []
        postings = list(dict.fromkeys([*found, *others[:MOST_HITS]]))[:_MOST_ITEMS]
        scores = {r.posting.entry_id: r.score for r in ranked}
        hits = self.hits(question, postings, scores)
        answer = Answer(
            question.text,
            form,
            hits,
            shown=min(len(found), _MOST_ITEMS),
            heading=found[0].near.split(" ")[-1] if form is Form.LIST else None,
            matched=matched(question, found, self._scorer, hits),
            replaced=replaced(question, hits),
            elsewhere=self._elsewhere(question, found[0], ranked) if len(found) == 1 else None,
            coverage=self.coverage(),
            confidence=self._gate.confidence(question, found[0]) if form is Form.EXCERPT else 1.0,
        )
        return Composed(question, answer, tuple(postings))

    def _no(self, question: Question, verdict: Verdict, ranked: Sequence[Ranked]) -> Composed:
        near = [r.posting for r in ranked[:_NEAR_MISSES] if r.own >= self._weights.near_miss]
        answer = Answer(
            question.text,
            Form.NO,
            self.hits(question, near, {r.posting.entry_id: r.score for r in ranked}),
            shown=0,
            refusal=verdict.refusal,
            missing=said(self._absent(verdict), question.text),
            unsaid=() if verdict.wanted else unsaid(question, self._search),
            wanted=verdict.wanted or ("more" if question.told else None),
            coverage=self.coverage(),
        )
        return Composed(question, answer, leading_on(question, verdict.refusal, near))

    def _absent(self, verdict: Verdict) -> Sequence[str]:
        """Return what may be said to be missing: a word that stands in no minutes at all."""
        if verdict.refusal is not Refusal.NOT_IN_MINUTES:
            return verdict.missing
        return [word for word in verdict.missing if self._gate.nowhere(word)]

    def _elsewhere(
        self, question: Question, first: Posting, ranked: Sequence[Ranked]
    ) -> Hit | None:
        """Return the best entry of a later meeting that speaks of the same subject."""
        later = [
            r.posting
            for r in ranked
            if r.posting.meeting_id > first.meeting_id and r.own >= self._weights.same_subject
        ]
        return next(iter(self.hits(question, later[:1], {})), None)

    def hits(
        self, question: Question, postings: Sequence[Posting], scores: Mapping[str, float]
    ) -> tuple[Hit, ...]:
        """Return *postings* with their excerpts for *question*, as far as they are on record."""
        entries = self._lookup([posting.entry_id for posting in postings])
        words = [word for term in question.terms for word, _ in term.forms]
        who = bool(question.intents & {"who", "mayor"})
        return tuple(
            Hit(
                entry,
                meeting,
                head,
                excerpt(entry, words, who=who),
                round(scores.get(entry.id, 1.0), 3),
            )
            for posting in postings
            if posting.entry_id in entries
            for entry, meeting, head in (entries[posting.entry_id],)
        )


def _asks_everyone(question: Question) -> bool:
    """四位市長…說 asks each of them, unless it is the statement that they made together."""
    asks = "everyone" in question.intents and "statement" not in question.intents
    decided = "decision" in question.intents and "speech" not in question.intents
    return asks and not decided and not question.scope.speakers
