"""The heads of all meetings in memory, looked up by what a question may name of them.

Every lookup costs by what it finds, and taking in one meeting costs the same beside any number
of others: at a million entries there are 25,000 heads.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product

from knowledge.dates import Partial
from knowledge.model import Coverage, Head, Meeting
from knowledge.text import fold

_Key = tuple[object, ...]


class Heads(Mapping[str, Head]):
    """Meeting id -> head, and back from dates, numbers, levels, series, words of a title."""

    def __init__(self, meetings: Iterable[Meeting] = ()) -> None:
        self._meetings: dict[str, Meeting] = {}
        self._texts: dict[str, str] = {}
        self._ids: defaultdict[_Key, set[str]] = defaultdict(set)
        # Two characters of a text -> the places in `_put` of meetings that may have it: sets of
        # ids would take fifteen times the memory. What was removed stays here and finds no text.
        self._pairs: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._put: list[str] = []
        self._days: dict[date, int] = {}  # how many meetings a day has
        self._listed: tuple[Meeting, ...] | None = None
        self._sorted_days: list[date] | None = None
        for meeting in meetings:
            self.put(meeting)

    def __getitem__(self, meeting_id: str) -> Head:
        return self._meetings[meeting_id].head

    def __iter__(self) -> Iterator[str]:
        return iter(self._meetings)

    def __len__(self) -> int:
        return len(self._meetings)

    def put(self, meeting: Meeting) -> None:
        """Take in *meeting*, in the place of what bears its id."""
        self.remove(meeting.id)
        self._meetings[meeting.id] = Meeting(meeting.head, (), id=meeting.id, source=meeting.source)
        self._texts[meeting.id] = _text(meeting.head)
        for key in self._keys(meeting.id):
            self._ids[key].add(meeting.id)
        for pair in _pairs(self._texts[meeting.id]):
            self._pairs[pair].append(len(self._put))
        self._put.append(meeting.id)
        self._changed(meeting.head.date, 1)

    def remove(self, meeting_id: str) -> None:
        """Forget a meeting; nothing happens where none has that id."""
        if meeting_id not in self._meetings:
            return
        for key in self._keys(meeting_id):
            self._ids[key].discard(meeting_id)
        self._changed(self._meetings[meeting_id].head.date, -1)
        del self._meetings[meeting_id], self._texts[meeting_id]

    def listed(self) -> tuple[Meeting, ...]:
        """Return all meetings without entries, the undated first and then by date and time."""
        if self._listed is None:
            self._listed = tuple(sorted(self._meetings.values(), key=_order))
        return self._listed

    def text(self, meeting_id: str) -> str:
        """Return the folded title and place of a meeting."""
        return self._texts[meeting_id]

    def dated(self, asked: Partial) -> frozenset[str]:
        """Return the meetings of a day, a month or a year, of which any part may be missing."""
        return self._with("date", asked.year, asked.month, asked.day)

    def on(self, day: date) -> frozenset[str]:
        return self._with("date", day.year, day.month, day.day)

    def within(self, year: int, months: Iterable[int]) -> frozenset[str]:
        return frozenset().union(*(self._with("date", year, month, None) for month in months))

    def latest(self, today: date) -> date | None:
        """Return the day of the last meeting until *today*, None where there was none."""
        days = self.days()
        place = bisect_right(days, today)
        return days[place - 1] if place else None

    def days(self) -> list[date]:
        """Return the days of all meetings in their order."""
        if self._sorted_days is None:
            self._sorted_days = sorted(self._days)
        return self._sorted_days

    def coverage(self) -> Coverage:
        """Return how many meetings there are, and from when to when."""
        days = self.days()
        return Coverage(len(self), *((days[0], days[-1]) if days else (None, None)))

    def numbered(self, ordinal: int | None) -> frozenset[str]:
        return self._with("ordinal", ordinal)

    def of_level(self, level: str | None) -> frozenset[str]:
        return self._with("level", level)

    def of_series(self, series: str | None) -> frozenset[str]:
        return self._with("series", series)

    def holding(self, *words: str) -> frozenset[str]:
        """Return the meetings whose title or place has each of the folded *words* in one piece."""
        having = [self._pairs.get(pair, ()) for word in words for pair in _pairs(word)]
        rarest = {self._put[place] for place in min(having, key=len, default=())}
        texts = ((one, self._texts.get(one, "")) for one in rarest)
        return frozenset(one for one, text in texts if all(word in text for word in words))

    def spelled(self, text: str, longest: int) -> Iterator[str]:
        """Yield what of folded *text*, 2 to *longest* characters, titles and places may hold.

        Each two characters of it stand side by side in one of them.
        """
        end = 0  # of the characters from *start* on that stand so
        for start in range(len(text) - 1):
            end = max(end, start + 1)
            while end < len(text) and text[end - 1 : end + 1] in self._pairs:
                end += 1
            for stop in range(start + 2, min(end, start + longest) + 1):
                yield text[start:stop]

    def _with(self, *key: object) -> frozenset[str]:
        return frozenset(self._ids.get(key, ()))

    def _keys(self, meeting_id: str) -> Iterator[_Key]:
        head = self._meetings[meeting_id].head
        yield "ordinal", head.ordinal
        yield "level", head.level
        yield "series", head.series
        if day := head.date:
            for parts in product((day.year, None), (day.month, None), (day.day, None)):
                yield "date", *parts

    def _changed(self, day: date | None, by: int) -> None:
        self._listed = self._sorted_days = None
        if day is not None:
            self._days[day] = self._days.get(day, 0) + by
            if not self._days[day]:
                del self._days[day]


def _text(head: Head) -> str:
    return fold(f"{head.title} {head.place or ''}")


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _order(meeting: Meeting) -> tuple[object, ...]:
    head = meeting.head
    start = head.start.isoformat() if head.start else ""
    return head.date or date.min, start, head.ordinal or 0, meeting.id
