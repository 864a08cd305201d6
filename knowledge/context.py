"""What a question was about, kept for the message after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from knowledge.model import Form
from knowledge.posting import Posting
from knowledge.question import Question

# Intents that belong to the subject and are kept; who, list and the like belong to one message.
KEPT = frozenset(("decision", "statement", "speech", "proposal", "report", "motion"))
# Those that look over all meetings; 那捷運呢 goes on with them, 那後來怎麼決定 does not.
TRACKING = frozenset(("history", "everyone"))
# Those that go on with another topic group: 衛生社福組提了哪些計畫, 觀光文創組呢.
OF_GROUP = frozenset(("list",))


@dataclass(frozen=True, slots=True)
class Context:
    """What a question was about, after its answer was found."""

    words: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    speaker: str | None = None
    named: bool = False  # the speaker was named, and not only found
    number: int | None = None
    part: int | None = None
    place: tuple[str, ...] = ()  # keys of the headings above what was shown
    item: str = ""  # the numbered item that was shown, as postings bear it
    group: str = ""  # the topic group of what was shown
    entry: str = ""  # the one entry that was shown
    listed: tuple[str, ...] = ()  # the entries of the list that was shown
    told: tuple[str, ...] = ()  # those before it, where what else there is was asked

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    def at(self, meetings: Iterable[str]) -> Context:
        return replace(self, meetings=tuple(meetings))

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Context:
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
        }
        return cls(**values)


def context_of(
    question: Question, form: Form, postings: tuple[Posting, ...], before: Context | None = None
) -> Context:
    """Return what the next message may lean on.

    A question that only pointed (是誰報告的) keeps the words of the one *before* it.
    """
    first = postings[:1] if form is Form.EXCERPT else postings
    words = tuple(term.text for term in question.terms)
    meetings = tuple(sorted({posting.meeting_id for posting in first}))
    if before and question.bare and question.items and meetings == before.meetings:
        words = before.words
    return Context(
        words=words,
        intents=tuple(sorted(question.intents & (KEPT | TRACKING | OF_GROUP))),
        facts=tuple(fact.value for fact in question.facts),
        meetings=meetings,
        speaker=question.scope.speaker or _only([posting.speaker for posting in first]),
        named=bool(question.scope.speakers),
        number=question.number,
        part=question.part,
        place=postings[0].headings[1:] if postings else (),
        item=_only([posting.item for posting in first]) or "",
        group=_only([posting.group for posting in first]) or _group_of(words),
        entry=first[0].entry_id if len(first) == 1 else "",
        listed=_listed(question, form, postings, before),
        told=question.told,
    )


def _listed(
    question: Question, form: Form, postings: tuple[Posting, ...], before: Context | None
) -> tuple[str, ...]:
    """Return the entries of the list that was shown; one that is picked out leaves it as it is."""
    if before and question.entry and question.entry in before.listed:
        return before.listed
    return tuple(p.entry_id for p in postings) if form is Form.LIST else ()


def context_without(question: Question) -> Context | None:
    """Return what the next message may lean on after a no: the one meeting that was named, if any.

    That of a meeting to come, and what no minutes cover, leads nowhere.
    """
    scope = question.scope
    of_any = (question.number is not None or scope.speakers) and scope.meetings is None
    if of_any and question.terms and not scope.uncovered:
        return context_of(question, Form.NO, ())  # 第二點, after a third that there is not
    led = scope.meetings and len(scope.meetings) == 1 and "next" not in question.intents
    if not led or scope.uncovered or question.entry:
        return None
    return context_of(question, Form.NO, ()).at(sorted(scope.meetings or ()))


def _group_of(words: tuple[str, ...]) -> str:
    return next((word for word in words if word.endswith("组") and len(word) > 2), "")


def _only(values: list[str]) -> str | None:
    """Return the one value that all have, None where they differ or have none."""
    return values[0] or None if values and len(set(values)) == 1 else None
