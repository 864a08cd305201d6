"""What each of the mayors said of a topic, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answer import Answerer, Composed
from knowledge.gate import Gate
from knowledge.heads import Heads
from knowledge.history import over_time, speaking_of_it, told_first, topic
from knowledge.model import Form, Kind, Official
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.search import Ranked, Search
from knowledge.term import names_offices
from knowledge.tracked import Side, Voices

_TITLES = ("市長", "縣長")
_APART = 0.2  # of a topic
_OF_BEST = 0.5  # less of the topic than so much of the best entry is another matter
_MOST_PASSAGES = 2  # of one official


class Chorus:
    """Puts side by side what the officials said who presided together."""

    def __init__(self, answerer: Answerer, search: Search, gate: Gate, heads: Heads) -> None:
        self._answerer = answerer
        self._search = search
        self._gate = gate
        self._heads = heads

    def compose(self, question: Question) -> Composed | None:
        """Return what each mayor said of the topic, None where none is named or nobody presides."""
        asked = _of_topic(question)
        if not asked.terms:
            return None
        ranked = self._search.rank(asked)
        if self._gate.refuse(asked, ranked):
            return None
        officials = self._officials(asked, ranked)
        least = _OF_BEST * max(one.own for one in ranked)
        said = {one: self._said(asked, one.name, least) for one in officials}
        if not said:
            return None
        speaking = (one.posting for one in told_first(speaking_of_it(ranked)))
        stated = [posting for posting in speaking if posting.kind == Kind.STATEMENT][:1]
        if _is_joint(ranked, said.values()):
            return None
        spoken = [posting for found in said.values() for posting in found[:_MOST_PASSAGES]]
        instead = [] if spoken or stated else [ranked[0].posting]
        postings = (*spoken, *stated, *instead)
        return Composed(question, self._voices(asked, said, stated, instead, postings), postings)

    def _voices(
        self,
        asked: Question,
        said: dict[Official, list[Posting]],
        stated: Sequence[Posting],
        instead: Sequence[Posting],
        postings: Sequence[Posting],
    ) -> Voices:
        hits = {hit.entry.id: hit for hit in self._answerer.hits(asked, postings, {})}

        def shown(found: Iterable[Posting]) -> Sequence[Posting]:
            return [one for one in found if one.entry_id in hits]

        sides = tuple(
            Side(one, tuple(hits[p.entry_id] for p in shown(found)[:_MOST_PASSAGES]), len(found))
            for one, found in said.items()
        )
        return Voices(
            asked.text,
            Form.NO if instead else Form.VOICES,
            tuple(hits.values()),
            shown=len(hits) - len(instead),
            coverage=self._answerer.coverage(),
            topic=topic(asked, [hit.entry.text for hit in hits.values()]),
            sides=sides,
            together=next((hits[p.entry_id] for p in shown(stated)), None),
            minutes=next((hits[p.entry_id] for p in shown(instead)), None),
        )

    def _said(self, asked: Question, name: str, least: float) -> list[Posting]:
        """Return what *name* said of the topic, the best first; 生活圈 is not 生活圈月票."""
        part = replace(asked, scope=replace(asked.scope, speakers=(name,)))
        ranked = [one for one in self._search.rank(part) if one.own > least]
        return [] if self._gate.refuse(part, ranked) else [one.posting for one in ranked]

    def _officials(self, asked: Question, ranked: Sequence[Ranked]) -> tuple[Official, ...]:
        """Return the mayors who presided at the latest meeting of those that are asked about.

        These are the meetings that are named, else all of the series that speaks of the topic;
        where no mayors preside, whoever spoke.
        """
        named = asked.scope.meetings
        series = self._heads[ranked[0].posting.meeting_id].series
        for meeting in reversed(self._heads.listed()):
            mayors = tuple(one for one in meeting.head.chairs if (one.title or "") in _TITLES)
            within = meeting.id in named if named else meeting.head.series == series
            if within and len(mayors) > 1:
                return mayors
        speakers = dict.fromkeys(p.speaker for p in self._search.speeches(asked) if p.speaker)
        return tuple(map(Official, speakers))


def _is_joint(ranked: Sequence[Ranked], said: Iterable[Sequence[Posting]]) -> bool:
    """Tell whether they said it together, and none of them so much of it: 最大的誠意."""
    shares = {one.posting: one.own for one in ranked}
    alone = (shares.get(posting, 0.0) for found in said for posting in found)
    top = ranked[0]
    return top.posting.kind == Kind.STATEMENT and top.own > max(alone, default=0.0) + _APART


def _of_topic(question: Question) -> Question:
    terms = tuple(term for term in question.terms if not names_offices(term))
    return replace(over_time(question), terms=terms)
