"""Which meetings, and whose words, a question is about; and what is known to tell it by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.lexicon import Lexicon, longest_first
from knowledge.model import Meeting
from knowledge.names import Names
from knowledge.text import fold
from knowledge.words import Words

_NOBODY = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Remainder:
    """What the rules so far made of a question."""

    text: str  # folded, with blanks where something was understood
    meetings: frozenset[str] | None = None
    named: tuple[frozenset[str], ...] = ()  # each meeting scope as named, for comparisons
    dates: tuple[str, ...] = ()  # dates of no meeting: they may be words of the text
    uncovered: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    years: tuple[str, ...] = ()  # years by which meetings were chosen: they may be words, too
    by_level: bool = False  # the only scope is a level of meeting: 市長層級會議
    absent: str = ""  # a level of meeting that is spoken of and of which no minutes are held
    every: bool = False  # asks about each of several meetings
    called: tuple[str, ...] = ()  # names of bodies that the words may mean besides: soft scopes
    body: frozenset[str] | None = None  # meetings of the bodies that are named
    told: bool = False  # by a word that only its minutes hold: 天燈節那天
    numbered: bool = False  # chosen by an ordinal, which a conversation may narrow

    @property
    def speaker(self) -> str | None:
        """The one whose words are wanted: the first who is named."""
        return self.speakers[0] if self.speakers else None

    def blank(self, start: int, end: int) -> Remainder:
        return replace(self, text=self.text[:start] + " " * (end - start) + self.text[end:])

    def within(self, ids: frozenset[str], of: frozenset[str] | None = None) -> Remainder:
        """Narrow what was named so far to *ids*; what has none of them is named beside it.

        With *of*, only the meetings of a body are narrowed: the others that are named stay.
        """
        apart = tuple(named for named in self.named if of is not None and not named & of)
        narrowed = tuple(named & ids for named in self.named if named & ids)
        named = (*apart, *narrowed) if narrowed else (*self.named, ids)
        return replace(self, meetings=frozenset().union(*named), named=named)


def _endings(light: Iterable[str]) -> tuple[str, ...]:
    """Return what a word that names no subject may end with: not 会, which ends 採購會, too."""
    return (*(word for word in light if len(word) > 1), *"的在是了跟和与及年月日度那这问而至到说看")


def _names(name: str, head: str) -> bool:
    """Tell whether *name* stands in *head*, in one piece or in two words of it (关税因应)."""
    if len(name) < 2 or name in head:
        return len(name) > 1
    halves = ((name[:i], name[i:]) for i in range(2, len(name) - 1))
    return any(one in head and other in head for one, other in halves)


@dataclass(frozen=True, slots=True)
class Scopes:
    """The heads of all meetings, and who is called how, ready to be looked up."""

    meetings: Sequence[Meeting]
    lexicon: Lexicon
    people: Mapping[str, str] = field(default_factory=dict)
    called_people: re.Pattern[str] = _NOBODY
    heads: dict[str, str] = field(default_factory=dict)
    light: re.Pattern[str] = _NOBODY  # words that name no subject
    light_words: tuple[str, ...] = ()
    names: Names = field(default_factory=lambda: Names((), list, ()))
    mentioning: Callable[[str], frozenset[str]] = lambda _: frozenset()  # word -> meetings
    offices: re.Pattern[str] = _NOBODY

    @classmethod
    def of(
        cls,
        meetings: Sequence[Meeting],
        lexicon: Lexicon,
        words: Words,
        mentioning: Callable[[str], frozenset[str]],
    ) -> Scopes:
        heads = {m.id: fold(f"{m.head.title} {m.head.place or ''}") for m in meetings}
        people = _people(meetings, lexicon)
        light = lexicon.generic | lexicon.stopwords
        called = longest_first(people)
        names = Names(meetings, words.cut, lexicon.terms)
        return cls(
            meetings,
            lexicon,
            people,
            called,
            heads,
            longest_first(light),
            _endings(light),
            names,
            mentioning,
            longest_first(lexicon.offices),
        )

    def called(self, name: str) -> frozenset[str]:
        """Return the meetings whose title or place holds *name*, if that tells them apart."""
        if name in self.lexicon.generic:
            return frozenset()
        names = (name, *self.lexicon.expansions.get(name, ()))
        ids = frozenset(i for i, head in self.heads.items() if any(_names(n, head) for n in names))
        return ids if len(ids) < len(self.meetings) else frozenset()

    def of_same_series(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the meetings of the series of the meetings *ids*."""
        wanted = frozenset(ids)
        series = {m.head.series for m in self.meetings if m.id in wanted}
        return self.where(lambda m: m.head.series in series)

    def where(self, condition: Callable[[Meeting], bool]) -> frozenset[str]:
        return frozenset(meeting.id for meeting in self.meetings if condition(meeting))


def _people(meetings: Iterable[Meeting], lexicon: Lexicon) -> dict[str, str]:
    """How the speakers of the minutes may be called: by name, and by their latest office."""
    called = dict(lexicon.people)
    for meeting in meetings:
        for official in meeting.head.chairs:
            called[fold(official.name)] = official.name
            if official.org and official.title:
                city = fold(official.org).removesuffix("政府")
                for office in (city, city.removesuffix("市").removesuffix("县")):
                    called[office + fold(official.title)] = official.name
    return called
