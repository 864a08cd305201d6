"""What was promised for a later meeting, as far as no later minutes speak of it."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Composed
from knowledge.followed import Subject, SubjectKind
from knowledge.heads import Heads
from knowledge.model import Form, Head, Hit
from knowledge.question import Question
from knowledge.quotes import Quotes
from knowledge.records import Records
from knowledge.subjects import Subjects, is_later, promised_level
from knowledge.text import fold
from knowledge.tracked import Pending, Promise

# Looked into, the newest first: what is older nobody waits for, and each takes ten milliseconds.
_LOOKED_INTO = 60


class Promises:
    """Tells which promises no later minutes speak of, by the words they would be known by.

    *subjects* makes what following compares minutes with, so that what is told here and what a
    follower would have been told of are the same.
    """

    def __init__(
        self,
        records: Records,
        quotes: Quotes,
        heads: Heads,
        subjects: Callable[[], Subjects],
    ) -> None:
        self._records = records
        self._quotes = quotes
        self._heads = heads
        self._subjects = subjects
        self._known: tuple[int, tuple[Promise, ...]] = (-1, ())

    def open(self) -> tuple[Promise, ...]:
        """Return what is still to come, the newest meeting first; the same until a publication."""
        generation = self._records.store.generation()
        if self._known[0] != generation:
            self._known = generation, self._read()
        return self._known[1]

    def compose(self, question: Question) -> Composed | None:
        """Return the open promises that *question* is about, None where it names another topic."""
        found = tuple(one for one in self.open() if _speaks_of(question, one))
        if not (found or question.bare):
            return None
        return Composed(question, self._pending(question.text, found))

    def pending(self) -> Pending:
        """Return all that is still to come."""
        return self._pending("", self.open())

    def _pending(self, asked: str, found: tuple[Promise, ...]) -> Pending:
        hits = tuple(one.hit for one in found)
        coverage = self._heads.coverage()
        return Pending(asked, Form.PENDING, hits, len(hits), coverage=coverage, promises=found)

    def _read(self) -> tuple[Promise, ...]:
        subjects = self._subjects()
        hits = self._quotes.hits(self._records.registers.promised(_LOOKED_INTO))
        return tuple(found for hit in hits if (found := self._promise(hit, subjects)))

    def _promise(self, hit: Hit, subjects: Subjects) -> Promise | None:
        """Return *hit* as a promise, None where minutes of the promised meeting speak of it."""
        level = promised_level(hit.entry, hit.head)
        series = self._heads.of_series(hit.head.series)
        held = frozenset(one for one in series if _expected(self._heads[one], hit.head, level))
        subject = Subject(SubjectKind.RESOLUTION, hit.entry.id)
        told = subjects.speaking_of(subject, held) if held else []
        return None if told else Promise(hit, level, len(held))


def _expected(head: Head, promised_in: Head, level: str | None) -> bool:
    """Tell whether a promise made in a meeting could be kept in another one of its series."""
    same = head != promised_in and level in (None, head.level)
    return same and is_later(head, promised_in)


def _speaks_of(question: Question, promise: Promise) -> bool:
    text = fold(promise.hit.entry.text)
    topic = (term for term in question.terms if not term.generic)
    return all(any(word in text for word, _ in term.forms) for term in topic)
