"""A topic over time: what each meeting that speaks of it says, and how many do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.answer import Answerer, Composed
from knowledge.asked import Asked
from knowledge.gate import Gate
from knowledge.heads import Heads
from knowledge.model import Form, Hit, Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.search import Ranked, Search
from knowledge.term import names_offices
from knowledge.tracked import History, Stop
from knowledge.working import as_written, longest

# Candidates that a history looks through: a topic that more entries speak of is told by the
# meetings of the best.
_LOOKED_AT = 300
# Of the words that the best entry holds, so many must stand in every other; as in `finding`.
_SHARE = 0.6
_SENTENCE = "。"
_MOST_STOPS = 60  # meetings; a longer history is nobody's to scroll
_MOST_PASSAGES = 3  # of one meeting
_LOOKED_INTO = 8  # entries of one meeting, for as many voices


class Historian:
    """Tells topics over time, from what *search* finds over all meetings."""

    def __init__(
        self, answerer: Answerer, search: Search, asked: Asked, gate: Gate, heads: Heads
    ) -> None:
        self._answerer = answerer
        self._search = search
        self._asked = asked
        self._gate = gate
        self._heads = heads

    def compose(self, question: Question) -> Composed | None:
        """Return the history of what *question* is about, None where the minutes tell none."""
        asked = over_time(question)
        speaking = self._said(asked) if asked.bare else self._speaking(asked)
        order = [one.id for one in self._heads.listed() if one.id in speaking][-_MOST_STOPS:]
        if not order:
            return None
        passages = {one: self._passages(asked, speaking[one]) for one in order}
        postings = tuple(posting for one in order for posting in passages[one])
        hits = self._answerer.hits(asked, postings, {})
        silent = list(self._silent(order, asked.scope.meetings))
        stops = tuple(
            Stop(one, self._heads[one], _of(one, hits), len(speaking[one]), before)
            for one, before in zip(order, silent, strict=False)
        )
        history = History(
            question.text,
            Form.HISTORY,
            hits,
            shown=len(hits),
            coverage=self._answerer.coverage(),
            topic=topic(asked, [hit.entry.text for hit in hits]),
            stops=stops,
            silent=silent[-1],
        )
        return Composed(question, history, postings)

    def _speaking(self, asked: Question) -> dict[str, list[Ranked]]:
        """Return the best entries that speak of the topic, by their meetings."""
        ranked = self._search.rank(asked, _LOOKED_AT)
        if self._gate.refuse(asked, ranked):
            return {}
        return _by_meeting(speaking_of_it(ranked))

    def _said(self, asked: Question) -> dict[str, list[Ranked]]:
        """Return what a speaker said where no topic is named."""
        if not asked.scope.speakers:
            return {}
        return _by_meeting(
            Ranked(posting, 1.0, 1.0, 1.0)
            for posting in self._search.scoped(asked)
            if posting.kind == Kind.SPEECH
        )

    def _passages(self, asked: Question, found: Sequence[Ranked]) -> list[Posting]:
        """Return what tells a meeting: of an item what was decided, one for each voice."""
        entries = [self._asked.entry(asked, one) for one in told_first(found)[:_LOOKED_INTO]]
        settled = [posting for posting in entries if posting.outcome] or entries
        voices: dict[tuple[str, str], Posting] = {}
        for posting in settled:
            voices.setdefault((posting.outcome, posting.speaker), posting)
        return list(voices.values())[:_MOST_PASSAGES]

    def _silent(self, order: Sequence[str], within: frozenset[str] | None) -> Iterator[int]:
        """Yield how many meetings of the same series lie before each of *order*, and after."""
        series = {self._heads[one].series for one in order} - {None}
        begun, count = False, 0
        for meeting in self._heads.listed():
            if meeting.id in order:
                yield count if begun else 0
                begun, count = True, 0
            elif meeting.head.series in series and (within is None or meeting.id in within):
                count += 1
        yield count


def _of(meeting_id: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if hit.meeting_id == meeting_id)


def speaking_of_it(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return those of *ranked* that hold nearly as much of the question as the best does."""
    coverage = max((one.coverage for one in ranked), default=0.0) * _SHARE
    own = max((one.own for one in ranked), default=0.0) * _SHARE
    return [one for one in ranked if one.own and one.own >= own and one.coverage >= coverage]


def told_first(found: Sequence[Ranked]) -> list[Ranked]:
    """Return *found* with what is no sentence behind: a subtitle says less than what it heads."""
    return sorted(found, key=lambda one: _SENTENCE not in one.posting.body)


def over_time(question: Question) -> Question:
    """Return *question* as one about what was decided of its topic, and nothing else of it.

    Of 四位市長對捷運各說了什麼 that is 捷運.
    """
    terms = tuple(t for t in question.terms if t.generic or not names_offices(t))
    return replace(
        question,
        terms=terms or question.terms,
        intents=frozenset(("decision",)),
        facts=(),
        items=(),
        section="",
        place=(),
        number=None,
        unit="",
        count=None,
        wanted=None,
        focus=None,
    )


def topic(question: Question, texts: Iterable[str]) -> str:
    """Return what *question* is about, in the words of who asked or of *texts*."""
    words = longest(t.text for t in question.terms if not t.generic)
    written = [as_written(word, question.text, *texts) for word in words]
    return "、".join([*question.scope.speakers, *written])


def _by_meeting(found: Iterable[Ranked]) -> dict[str, list[Ranked]]:
    """Return *found* by their meetings; a meeting's head only where nothing else speaks."""
    meetings: defaultdict[str, list[Ranked]] = defaultdict(list)
    for one in found:
        meetings[one.posting.meeting_id].append(one)
    return {
        meeting_id: [one for one in all_of_it if one.posting.kind != Kind.HEADER] or all_of_it
        for meeting_id, all_of_it in meetings.items()
    }
