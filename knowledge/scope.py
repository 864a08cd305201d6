"""Which meetings, and whose words, a question is about; and what is known to tell it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date

from knowledge.heads import Heads
from knowledge.index import Index
from knowledge.lexicon import Lexicon, longest_first
from knowledge.model import Head, Meeting, Span
from knowledge.names import Names
from knowledge.text import fold
from knowledge.words import Words

# How a question calls the levels of meetings, folded, and what the heads call them.
LEVELS = {
    "市长": "市長層級",
    "首长": "市長層級",
    "副市长": "副市長層級",
    "副首长": "副市長層級",
    "议题小组": "議題小組",
}


# What places are called that are of a kind: 學校開的那場 was at a 國民中學.
_VENUES = {
    "学校": ("国民中学", "国民小学", "国中", "国小", "高中", "大学"),
    "餐厅": ("会馆", "小馆", "酒楼", "彭园"),
    "市府": ("市政府", "市政大楼"),
    "县府": ("县政府",),
    "饭店": ("酒店", "旅馆"),
}


@dataclass(frozen=True, slots=True)
class Remainder:
    """What the rules so far made of a question."""

    text: str  # folded, with blanks where something was understood
    meetings: frozenset[str] | None = None
    named: tuple[frozenset[str], ...] = ()  # each meeting scope as named, for comparisons
    dates: tuple[str, ...] = ()  # dates of no meeting: they may be words of the text
    uncovered: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    office: str = ""  # 局长, of 環保局長說: whoever holds it ranks before others
    voice: str = ""  # somebody else who spoke, and whose words rank before others
    years: tuple[str, ...] = ()  # years by which meetings were chosen: they may be words, too
    spoken: str = ""  # the month or day that chose them, which may be when something happened
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

    def lacking(self, scope: str) -> Remainder:
        """Keep by its words a *scope* that no minutes cover."""
        return replace(self, uncovered=(*self.uncovered, scope))

    def within(self, ids: frozenset[str], of: frozenset[str] | None = None) -> Remainder:
        """Narrow what was named so far to *ids*; what has none of them is named beside it.

        With *of*, only the meetings of a body are narrowed: the others that are named stay.
        """
        apart = tuple(named for named in self.named if of is not None and not named & of)
        several = self.named[1:]  # 112年那場跟114年關稅那場: each is narrowed by itself
        narrowed = tuple(
            named & ids or named for named in self.named if named & ids or (several and not apart)
        )
        narrowed = narrowed if any(named & ids for named in self.named) else ()
        named = (*apart, *narrowed) if narrowed else (*self.named, ids)
        return replace(self, meetings=frozenset().union(*named), named=named)


def _endings(light: Iterable[str]) -> tuple[str, ...]:
    """Return what a word that names no subject may end with: not 会, which ends 採購會, too."""
    return (*(word for word in light if len(word) > 1), *"的在是了跟和与及年月日度那这问而至到说看")


class Scopes:
    """The heads of all meetings, and who is called how, ready to be looked up."""

    def __init__(
        self,
        heads: Heads,
        lexicon: Lexicon,
        words: Words,
        index: Index,
    ) -> None:
        light = lexicon.generic | lexicon.stopwords
        self.heads = heads
        self.lexicon = lexicon
        self.mentioning = index.mentioning
        self.speaker = index.speaker
        self.frequency = index.frequency
        self.vocabulary = words.vocabulary
        self.cut = words.cut
        self.is_unknown = words.is_unknown
        self.light = longest_first(light)  # words that name no subject
        self.light_words = _endings(light)
        self.offices = longest_first(lexicon.offices)
        self.names = Names((), words.cut, lexicon.known | lexicon.kinds_of_thing)
        self.people = People(lexicon.people)
        for meeting in heads.listed():
            self._meet(meeting)

    def put(self, meeting: Meeting) -> None:
        """Take in a *meeting*, in the place of what bears its id."""
        self.remove(meeting.id)
        self.heads.put(meeting)
        self._meet(meeting)

    def remove(self, meeting_id: str) -> None:
        """Forget a meeting; who presided there stays known."""
        if head := self.heads.get(meeting_id):
            self.names.remove(meeting_id, head)
        self.heads.remove(meeting_id)

    def _meet(self, meeting: Meeting) -> None:
        self.names.put(meeting.id, meeting.head)
        self.people.meet(meeting.head)

    def is_body(self, folded: str) -> bool:
        """Tell whether all of *folded* is what a body or a meeting is called."""
        found = self.names.find(folded)
        return len(found) == 1 and len(found[0].places) == len(folded)

    def called(self, name: str) -> frozenset[str]:
        """Return the meetings whose title or place holds *name*, if that tells them apart.

        It stands there in one piece or in two words of it (关税因应).
        """
        kinds = _VENUES.get(name, ())
        vague = name in self.lexicon.generic or name in self.lexicon.kinds_of_thing
        if vague and not kinds:
            return frozenset()
        names = (name, *self.lexicon.expansions.get(name, ()), *kinds)
        ids = frozenset().union(*map(self._titled, names))
        return ids if len(ids) < len(self.heads) else frozenset()

    def _titled(self, name: str) -> frozenset[str]:
        if len(name) < 2:
            return frozenset()
        halves = ((name[:i], name[i:]) for i in range(2, len(name) - 1))
        return self.heads.holding(name).union(*(self.heads.holding(*both) for both in halves))

    def of_same_series(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the meetings of the series of the meetings *ids*."""
        series = {self.heads[one].series for one in ids if one in self.heads}
        return frozenset().union(*map(self.heads.of_series, series))


class People:
    """How the speakers of the minutes may be called: by name, and by their latest office."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """*known*: a folded nickname -> the name as the minutes have it."""
        self._names = dict(known)
        self._folded = set(map(fold, known.values()))
        self._since: dict[str, date] = {}  # when who held an office last presided
        self._longest = max(map(len, known), default=0)
        self._initials = {called[:1] for called in known}

    def meet(self, head: Head) -> None:
        """Take in who presided; an office is its latest holder's."""
        for official in head.chairs:
            self._folded.add(called := fold(official.name))
            self._call(called, official.name)
            if official.org and official.title:
                city = fold(official.org).removesuffix("政府")
                for office in (city, city.removesuffix("市").removesuffix("县")):
                    self._hold(office + fold(official.title), official.name, head.date or date.min)

    def names(self) -> Set[str]:
        """Return the folded names of whoever is known; none is ever forgotten."""
        return self._folded

    def named(self, called: str) -> str | None:
        """Return the name of who is *called* so (folded), None for nobody."""
        return self._names.get(called)

    def find(self, folded: str) -> list[Span]:
        """Return where in *folded* somebody is called, the longest names first, none twice."""
        found: list[Span] = []
        place = 0
        while place < len(folded):
            end = self._end(folded, place)
            found += [Span(place, end)] if end else []
            place = end or place + 1
        return found

    def _end(self, folded: str, place: int) -> int:
        if folded[place] not in self._initials:
            return 0
        last = min(len(folded), place + self._longest)
        ends = (end for end in range(last, place, -1) if folded[place:end] in self._names)
        return next((end for end in ends if _is_whole(folded, place, end)), 0)

    def _hold(self, office: str, name: str, day: date) -> None:
        if day >= self._since.get(office, date.min):
            self._since[office] = day
            self._call(office, name)

    def _call(self, called: str, name: str) -> None:
        self._names[called] = name
        self._longest = max(self._longest, len(called))
        self._initials.add(called[:1])


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no Latin letter goes on at either side of a name in Latin letters."""
    sides = text[start - 1 : start] + text[end : end + 1] if start else text[end : end + 1]
    latin = text[start].isascii() and text[start].isalpha()
    return not latin or not any(side.isascii() and side.isalpha() for side in sides)
