"""What people call a body or a meeting: 北濱科大, 新竹都委會, 彰143線公聽會.

An abbreviation keeps characters of the full name in their order: runs of it, and the first or
last characters of its words. Names are found by their bigrams and characters, so a question
costs by the names that share some with it, not by the number of meetings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.dates import NUMERAL
from knowledge.model import Head, Meeting, Span
from knowledge.regex import regex
from knowledge.text import beginnings, fold

_SHORTEST = 3
_LONGEST = 40  # characters of a name, and of a question's run, that are compared
# A run that ends so means a body or a meeting; 道路拓宽, of a title, is rather a subject.
_MEETING_ENDS = ("会", "议", "组", "会报")
_FIRM = "会议组报"
_BODY_ENDS = ("大学", "科大", "学院", "公所", "政府", "府", "局", "处", "院", "校", "国中", "国小", "高中", "社区", "公司", "中心", "大厦", "平台", "乡", "镇", "区", "里", "村")  # fmt: skip
_PLACE_ENDS = "市县乡镇"
_PLACE = regex(f"(?<=..)[{_PLACE_ENDS}](?=.)")
_ENDS = (*_MEETING_ENDS, *_BODY_ENDS)
_ORDINAL = regex(
    rf"第{NUMERAL}(?:次|届|回|场|学期)|{NUMERAL}(?:学年度?|年度|年(?:{NUMERAL}月)?(?:{NUMERAL}[日号])?的?)"
    "|(?:副?市长|首长)层级"
)
_MEETING_FOLLOWS = regex(rf" *的?(?:第{NUMERAL}(?:次|届|回|场)|上次|那次|最近)")
_MEETING_BEFORE = regex(rf"第{NUMERAL}(?:次|届|回|场)的? *$")
_ANOTHERS = regex("[\u4e00-\u9fff](?<![的那次场回在和跟与问区])$")  # 台南都委会 is not ours
_DUES = regex("会(?:费(?!用)|籍|章(?!程))")
_MARKS = regex(r"[^\u4e00-\u9fff0-9a-z]+")


@dataclass(frozen=True, slots=True)
class Called:
    """A run of a question and the meetings that bear that name.

    *places* are its characters: an ordinal inside (彰143線第二場公聽會) is none of them.
    *firm* where it can mean nothing else.
    """

    places: tuple[int, ...]
    meetings: frozenset[str]
    firm: bool

    @property
    def span(self) -> Span:
        return Span(self.places[0], self.places[-1] + 1)


@dataclass(frozen=True, slots=True)
class Name:
    """A folded name, where its words begin, and where they begin or end."""

    text: str
    starts: frozenset[int]
    edges: frozenset[int]


class Names:
    """The names of all series and meetings.

    *cut* parts folded text into words; a run of *known* words alone (交通组) names no body.
    """

    def __init__(
        self,
        meetings: Iterable[Meeting],
        cut: Callable[[str], Sequence[str]],
        known: Collection[str],
    ) -> None:
        self._known = known
        self._cut = cut
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        self._by_pair: defaultdict[str, list[str]] = defaultdict(list)
        self._name = lru_cache(maxsize=10_000)(self._parted)
        for meeting in meetings:
            self.put(meeting.id, meeting.head)

    def put(self, meeting_id: str, head: Head) -> None:
        """Take in the names of a meeting."""
        for name in _names_of(head):
            if name not in self._ids:
                for pair in _beginnings(self._name(name)):
                    self._by_pair[pair].append(name)
            self._ids[name].add(meeting_id)

    def remove(self, meeting_id: str, head: Head) -> None:
        """Forget a meeting; a name that nothing bears finds nothing."""
        for name in _names_of(head):
            self._ids[name].discard(meeting_id)

    def _parted(self, text: str) -> Name:
        starts = beginnings(self._cut(text))
        if text.startswith("台"):
            starts.append(1)  # 中彰投, of 台中彰化南投
        starts += [match.end() for match in _PLACE.finditer(text)]  # 屏東議會, of 屏東縣|議會
        ends = (start - 1 for start in [*starts, len(text)] if start)
        return Name(text, frozenset(starts), frozenset([*starts, *ends]))

    def find(self, folded: str) -> list[Called]:
        """Return the names in *folded*, none inside another or inside known words, longest first."""
        found: list[Called] = []
        taken: set[int] = set()
        for called, means in sorted(self._runs(folded), key=lambda run: -len(run[0].places)):
            if taken.isdisjoint(called.places):
                taken |= set(called.places)
                found += [called] if means else []
        return found

    def _runs(self, folded: str) -> Iterable[tuple[Called, bool]]:
        """Yield what may be a name, and whether it means one."""
        ordinals = {i for match in _ORDINAL.finditer(folded) for i in range(*match.span())}
        places = [i for i in range(len(folded)) if i not in ordinals and folded[i] != " "]
        packed = "".join(folded[i] for i in places)
        for start in range(len(packed) - _SHORTEST + 1):
            if packed[start : start + 2] not in self._by_pair:
                continue
            length, ids = self._best(packed[start : start + _LONGEST])
            run = tuple(places[start : start + length])
            if length > _SHORTEST or (length and _ANOTHERS.search(folded[: run[0]]) is None):
                inside = not ordinals.isdisjoint(range(run[0], run[-1]))
                new = inside or self._is_new(packed[start : start + length])
                means = new or _counted(folded, run)
                yield Called(run, ids, folded[run[-1]] in _FIRM), means

    def _best(self, asked: str) -> tuple[int, frozenset[str]]:
        """Return how much of *asked* is a name, and the meetings of those that fit it longest."""
        best, ids = 0, frozenset[str]()
        third = asked[_SHORTEST - 1]
        for text in self._by_pair.get(asked[:2], ()):
            if third not in text:
                continue
            length = self._length(asked, text) if self._ids[text] else 0
            if length > best:
                best, ids = length, frozenset()
            if length and length == best:
                ids |= self._ids[text]
        return best, ids

    def _is_new(self, run: str) -> bool:
        """Tell whether *run* is more than known words: 交通组 is a topic before it is a body."""
        return not all(word in self._known for word in self._cut(run))

    def _length(self, asked: str, text: str) -> int:
        """Return how many characters of *asked*, from its first, abbreviate the name *text*."""
        name = self._name(text)
        starts = (start for start in name.starts if text[start : start + 1] == asked[0])
        longest = max((_reach(asked, name, start) for start in starts), default=0)
        lengths = range(longest, _SHORTEST - 1, -1)
        ended = next((n for n in lengths if _ends(asked, n)), 0)
        return ended or self._beginning(asked, text)

    def _beginning(self, asked: str, text: str) -> int:
        """Return how many characters of *asked* begin the name *text*, whole words of it.

        翠堤雲莊 is a body, whatever follows in its name.
        """
        if asked[:2] != text[:2]:
            return 0
        same = next(
            (i for i, pair in enumerate(zip(asked, text, strict=False)) if len(set(pair)) > 1),
            len(asked),
        )
        ends = {start for start in self._name(text).starts if start >= _SHORTEST}
        if text[_SHORTEST - 1] in _PLACE_ENDS:  # 嘉禾市, of 嘉禾市政府
            ends.add(_SHORTEST)
        return max((end for end in ends if end <= same), default=0)


def _ends(asked: str, length: int) -> bool:
    """Tell whether a body's name may end there: of 碧山鄉鄉長 the second 鄉 is of the office.

    家長會費 is what is paid, and no 家長會.
    """
    goes_on = asked[length : length + 1] == "长" or _DUES.match(asked, length - 1)
    return asked[:length].endswith(_ENDS) and not goes_on


def _counted(folded: str, run: Sequence[int]) -> bool:
    """Tell whether an ordinal stands beside it: 交通議題小組第6次會議, 第87次屏東環評會."""
    before = _MEETING_BEFORE.search(folded[: run[0]])
    return bool(before or _MEETING_FOLLOWS.match(folded, run[-1] + 1))


def _names_of(head: Head) -> set[str]:
    return {_bare(name) for name in (head.series, head.title) if name}


def _beginnings(name: Name) -> set[str]:
    """Return the first two characters of whatever abbreviates *name* (see `_next`)."""
    text = name.text
    return {
        text[start] + text[place]
        for start in name.starts
        for place in {start + 1, *name.edges}
        if start < place < len(text)
    }


def _bare(name: str) -> str:
    """Return folded *name* without marks, years, ordinals and levels: what all its meetings share."""
    bare = _MARKS.sub("", _ORDINAL.sub("", fold(name)))
    return re.sub("(?<=[会组])会议$", "", bare)[:_LONGEST]


def _reach(asked: str, name: Name, place: int) -> int:
    """Return how far *asked*, which begins like *name* at *place*, abbreviates it from there on.

    In it stand at least two characters in a row.
    """
    reached, together = 1, False
    while reached < len(asked):
        following = _next(asked[reached], name, place)
        if following is None:
            break
        together = together or following == place + 1
        place, reached = following, reached + 1
    initials = reached == _SHORTEST and asked[:reached].endswith(_MEETING_ENDS)  # 管委会
    return reached if together or initials else 0


def _next(character: str, name: Name, place: int) -> int | None:
    """Return where *character* comes next: right after *place*, or at an edge of a word."""
    if name.text[place + 1 : place + 2] == character:
        return place + 1
    later = (p for p in range(place + 2, len(name.text)) if name.text[p] == character)
    return next((p for p in later if p in name.edges), None)
