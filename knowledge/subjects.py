"""What people say they want to follow, as subjects, and the terms that subjects are kept under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property

from knowledge.followed import Subject, SubjectKind
from knowledge.index import Index
from knowledge.lexicon import Lexicon
from knowledge.matching import (
    EVERYTHING,
    LEAST,
    Matcher,
    after,
    of_city,
    of_level,
    of_question,
    said_by,
    score,
)
from knowledge.model import Entry, Head, Hit
from knowledge.posting import Posting
from knowledge.question import Question, Reader
from knowledge.regex import regex
from knowledge.store import Store
from knowledge.text import fold, without_surrogates
from knowledge.working import as_written, longest

_LONGEST = 100  # characters of a question that is followed
_LOOKED_AT = 2_000  # entries; so many hold a word only in an archive of decades
_MARKS = regex(r"[^\w]+")
_ALL = regex(r"(?:全部|所有|每一?[次场份])?(?:的)?新?的?(?:会议)?(?:纪录|记录)?|all|everything")
_LEVEL = regex(r"(副?市长|议题小组|小组)(?:层级)?(?:的)?(?:会议)?(?:纪录|记录)?")
_LEVELS = {"副市长": "副市長層級", "市长": "市長層級"}
_MEETING = regex("层级|会议")
_NEXT = regex(r"下一?次(?P<level>副?市長層級|議題小組)?")
# Words of a resolution by which later minutes are known to speak of it, and which share of them
# must stand there: a report is never in the words of the order.
_TELLING, _SPOKEN = 6, 0.36
_LABEL = 24  # characters of a resolution


class Subjects:
    """Subjects by the words of the minutes on record; made anew after every publication."""

    def __init__(
        self,
        lexicon: Lexicon,
        reader: Reader,
        index: Index,
        store: Store,
        matcher: Matcher,
        heads: Mapping[str, Head],
        today: Callable[[], date],
    ) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._index = index
        self._store = store
        self._matcher = matcher
        self._heads = heads
        self._today = today
        self._beside: tuple[frozenset[str], tuple[str, ...]] = (frozenset(), ())

    @cached_property
    def _cities(self) -> dict[str, str]:
        return _cities(self._heads.values())

    def of_text(self, text: str) -> Subject | None:
        """Return what *text* names or asks about, None where that is nothing one can follow."""
        text = without_surrogates(text[: _LONGEST * 4])
        folded = _MARKS.sub("", fold(text))
        if not folded:
            return None
        if named := self._named(folded):
            return named
        question = self._read(text)
        if any(not term.generic for term in question.terms):
            return Subject(SubjectKind.WORDS, " ".join(text.split())[:_LONGEST])
        return self._without_words(question)

    def of_question(self, question: Question, hits: Iterable[Hit]) -> Subject | None:
        """Return what a *question*, which found *hits*, is about."""
        texts = (question.text, *(hit.entry.text for hit in hits))
        words = longest(t.text for t in question.terms if not t.generic)
        written = [as_written(word, *texts) for word in words]
        if not written:
            return self._without_words(question)
        if speaker := question.scope.speaker:
            written.insert(0, speaker)
        named = self._named(_MARKS.sub("", fold(written[0]))) if len(written) == 1 else None
        return named or Subject(SubjectKind.WORDS, "、".join(written)[:_LONGEST])

    def of_entry(self, entry_id: str) -> Subject | None:
        """Return an entry as what is followed, None where it is not on record."""
        found = self._store.entries([entry_id])
        if entry_id not in found:
            return None
        text = " ".join(found[entry_id][0].text.replace("**", "").split())
        label = text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"
        return Subject(SubjectKind.RESOLUTION, entry_id, label)

    def choices(self) -> list[Subject]:
        """Return what can be followed without a word of one's own."""
        levels = dict.fromkeys(head.level for head in self._heads.values() if head.level)
        return [
            Subject(SubjectKind.ALL),
            *(Subject(SubjectKind.LEVEL, level) for level in levels),
            *(Subject(SubjectKind.GROUP, group) for group in self._store.groups()),
            *(Subject(SubjectKind.CITY, city) for city in self._cities.values()),
        ]

    def terms(self, subject: Subject, beside: frozenset[str] = frozenset()) -> dict[str, float]:
        """Return the terms of *subject*, with how much of it each is.

        A resolution is known by what few entries hold: those of the meetings *beside* do not
        count, so that what speaks of it later does not make its words common.
        """
        words = subject.words
        match subject.kind:
            case SubjectKind.ALL:
                return {EVERYTHING: 1.0}
            case SubjectKind.LEVEL:
                return {of_level(words): 1.0}
            case SubjectKind.GROUP:
                return {fold(words): 1.0}
            case SubjectKind.CITY:
                return {fold(words): 1.0, of_city(words): 1.0}
            case SubjectKind.MAYOR:
                return {fold(words): 1.0, said_by(words): 1.0}
            case SubjectKind.RESOLUTION:
                return self._of_resolution(words, beside)
        return of_question(self._read(words))

    def speaking_of(self, subject: Subject, within: frozenset[str] | None = None) -> list[Head]:
        """Return the heads of the meetings on record that a follower would have heard of.

        *within* are the ids of those that are looked into, where not all are.
        """
        if subject.kind is SubjectKind.ALL:
            return list(self._heads.values())
        if subject.kind is SubjectKind.LEVEL:
            return [head for head in self._heads.values() if head.level == subject.words]
        terms = self.terms(subject, within or frozenset())
        found = {m for m in self._meetings(terms, within) if self._is_later(m, subject)}
        return [self._heads[meeting_id] for meeting_id in found]

    def _meetings(self, terms: Mapping[str, float], within: frozenset[str] | None) -> set[str]:
        words = {term: self._matcher.words_for(term) for term in terms if term[0] != "#"}
        found = self._index.candidates(self._recalled(words), _LOOKED_AT, within)
        return {
            posting.meeting_id
            for _, posting in found
            if _at_most(posting, terms, words) >= LEAST
            and score(self._matcher.said(posting, self._heads[posting.meeting_id].chairs), terms)
            >= LEAST
        }

    def _recalled(self, words: Mapping[str, Iterable[str]]) -> dict[str, float]:
        """Return all *words* by which entries of their terms may be found, officials by name."""
        meant = [word for found in words.values() for word in found]
        officials = (chair for head in self._heads.values() for chair in head.chairs)
        named = [
            fold(chair.name)
            for chair in officials
            if any(fold(f"{chair.org or ''}").startswith(word[:2]) for word in words)
        ]
        return dict.fromkeys((*meant, *named), 1.0)

    def _is_later(self, meeting_id: str, subject: Subject) -> bool:
        if subject.kind is not SubjectKind.RESOLUTION:
            return True
        found = self._store.entries([subject.words])
        own = self._heads.get(found[subject.words][1]) if subject.words in found else None
        return own is None or is_later(self._heads[meeting_id], own)

    def _named(self, folded: str) -> Subject | None:
        """Return the subject that *folded* is a name of."""
        if _ALL.fullmatch(folded):
            return Subject(SubjectKind.ALL)
        if (match := _LEVEL.fullmatch(folded)) and _MEETING.search(folded):
            return Subject(SubjectKind.LEVEL, _LEVELS.get(match[1], "議題小組"))
        if city := self._cities.get(folded.removesuffix("政府").rstrip("市县")):
            return Subject(SubjectKind.CITY, city)
        if name := self._reader.scopes.people.named(folded):
            office = next((o for o in self._offices() if fold(o) == folded), None)
            return Subject(SubjectKind.MAYOR, office or name)
        meant = {folded, *self._lexicon.expansions.get(folded, ())}
        group = next((g for g in self._store.groups() if fold(g) in meant), None)
        return Subject(SubjectKind.GROUP, group) if group else None

    def _offices(self) -> Iterable[str]:
        for head in self._heads.values():
            for chair in head.chairs:
                city = (chair.org or "").removesuffix("政府")
                yield from (f"{short}{chair.title or ''}" for short in (city, city.rstrip("市縣")))

    def _without_words(self, question: Question) -> Subject | None:
        """Return who is asked about, else what kind of meeting; None where nothing is named."""
        if question.scope.speaker:
            return Subject(SubjectKind.MAYOR, question.scope.speaker)
        if question.empty:
            return None
        levels = {self._heads[m].level for m in question.scope.meetings or () if m in self._heads}
        level = levels.pop() if len(levels) == 1 else None
        return Subject(SubjectKind.LEVEL, level) if level else Subject(SubjectKind.ALL)

    def _of_resolution(self, entry_id: str, beside: frozenset[str]) -> dict[str, float]:
        """Return what a resolution is known by, and the term of the meeting it is promised for."""
        found = self._store.entries([entry_id])
        if entry_id not in found:
            return {}
        entry, meeting_id = found[entry_id]
        weights = dict(sorted(self._telling(entry, beside).items(), key=_by_weight)[:_TELLING])
        total = _SPOKEN / LEAST * sum(weights.values())
        terms = {term: weight / total for term, weight in weights.items()}
        return {**terms, **_promised(entry, self._heads[meeting_id])}

    def _telling(self, entry: Entry, beside: frozenset[str]) -> dict[str, float]:
        """Return the words of *entry*, those the most that few entries hold."""
        subject = entry.text.replace(entry.follow_up or entry.text, "") or entry.text
        terms = [t for t in self._read(subject).terms if not t.generic and len(t.text) > 1]
        return {t.text: t.weight / (1 + self._common(t.text, beside)) ** 0.5 for t in terms}

    def _common(self, word: str, beside: frozenset[str]) -> int:
        """Return how many entries hold *word*, not counting those of the meetings *beside*."""
        there = self._bodies(beside) if beside else ()
        return self._index.frequency(word) - sum(word in body for body in there)

    def _bodies(self, meetings: frozenset[str]) -> tuple[str, ...]:
        """Return the words of all entries of *meetings*, for one resolution after the other."""
        if self._beside[0] != meetings:
            found = self._index.candidates({}, _LOOKED_AT, meetings)
            self._beside = meetings, tuple(posting.body for _, posting in found)
        return self._beside[1]

    def _read(self, text: str) -> Question:
        return self._reader.read(text, self._today())


def is_later(head: Head, other: Head) -> bool:
    """Tell whether a meeting was after another one; one without a date may have been."""
    return head.date is None or other.date is None or head.date > other.date


def promised_level(entry: Entry, head: Head) -> str | None:
    """Return the level of the next meeting that *entry* promised something for, None without."""
    match = _next(entry)
    return (match["level"] or head.level) if match else None


def _next(entry: Entry) -> re.Match[str] | None:
    return _NEXT.search("".join((entry.follow_up or "").split()))


def _at_most(
    posting: Posting, terms: Mapping[str, float], words: Mapping[str, Iterable[str]]
) -> float:
    """Return the share of *terms* that *posting* holds at most: as characters, not as words.

    It takes a hundredth of the time, and most candidates hold too little even so.
    """
    text = f"{posting.body} {posting.near}"
    return sum(
        share
        for term, share in terms.items()
        if term not in words or any(word in text for word in words[term])
    )


def _by_weight(term: tuple[str, float]) -> tuple[float, str]:
    return -term[1], term[0]


def _promised(entry: Entry, head: Head) -> dict[str, float]:
    """Return the term of the meeting that is to hear of *entry* again; it holds no share of it."""
    return {after(head.series, promised_level(entry, head)): 0.0} if _next(entry) else {}


def _cities(heads: Iterable[Head]) -> dict[str, str]:
    """Return the cities whose mayors presided, by their folded names; without 市."""
    orgs = (chair.org for head in heads for chair in head.chairs if chair.org)
    cities = (org.removesuffix("政府").rstrip("市縣") for org in orgs if org.endswith("政府"))
    return {fold(city): city for city in cities}
