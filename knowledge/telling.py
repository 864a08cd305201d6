"""What one meeting's new or corrected minutes tell which subscriptions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from knowledge.matching import LEAST, Matcher, after, matched, of_meeting
from knowledge.model import Difference, Entry, Head, Kind, Meeting
from knowledge.posting import Posting, postings_of
from knowledge.subscriptions import Subscriptions, Wanted

# A notice is read on a telephone; the whole meeting is a button away.
MOST = 5
_LONGEST = 200  # characters of a line that was corrected
_DECIDED = (Kind.RESOLUTION, Kind.CONCLUSION)
# What tells most of a meeting where nothing was decided in it.
_SAID = (Kind.STATEMENT, Kind.MOTION, Kind.SPEECH, Kind.REPORT, Kind.PROPOSAL)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a meeting tells, by the numbers of subscriptions: places of entries or differences."""

    meeting: Meeting
    places: Mapping[int, Collection[int]]
    differences: Sequence[Difference] = ()  # not empty: it is a correction
    awaited: frozenset[int] = frozenset()  # resolutions that this meeting was to hear of again

    def item(self, keys: Mapping[int, str]) -> dict[str, Any] | None:
        """Return what a notice for the subscriptions *keys* says of it, None where nothing."""
        ours = {number: self.places[number] for number in keys if number in self.places}
        without = [keys[number] for number in keys if number in self.awaited and number not in ours]
        if not ours and not without:
            return None
        item = {"id": self.meeting.id, "without": without}
        return item | (self._altered(ours) if self.differences else self._entries(ours, keys))

    def _entries(
        self, ours: Mapping[int, Collection[int]], keys: Mapping[int, str]
    ) -> dict[str, Any]:
        places = set().union(*ours.values())
        entries = self.meeting.entries
        first = sorted(places, key=lambda place: (entries[place].kind not in _DECIDED, place))
        shown = sorted(first[:MOST])
        told = [
            {"id": entries[at].id, "why": [keys[n] for n, found in ours.items() if at in found]}
            for at in shown
        ]
        return {"entries": told, "more": len(places) - len(shown)}

    def _altered(self, ours: Mapping[int, Collection[int]]) -> dict[str, Any]:
        places = sorted(set().union(*ours.values()))
        changed = [self.differences[place] for place in places[:MOST]]
        lines = [{"before": _line(one.before), "after": _line(one.after)} for one in changed]
        return {"alterations": lines, "more": len(places) - len(lines)}


class Teller:
    """Tells meetings by the terms of *subscriptions* that their entries share."""

    def __init__(self, matcher: Matcher, subscriptions: Subscriptions) -> None:
        self._matcher = matcher
        self._subscriptions = subscriptions

    def new(self, meeting: Meeting) -> Telling:
        """Return what *meeting* tells as new."""
        postings = list(postings_of(meeting))
        said = [self._matcher.said(one, meeting.head.chairs) for one in postings]
        wanted = self._subscriptions.wanting(of_meeting(meeting.head).union(*said))
        found = {
            number: _picked(postings, scores) for number, scores in matched(said, wanted).items()
        }
        overview = _overview(meeting.entries)
        everything = dict.fromkeys(_of_all(meeting.head, wanted), overview)
        return Telling(meeting, {**everything, **found}, (), _awaited(meeting.head, wanted))

    def corrected(self, meeting: Meeting, differences: Sequence[Difference]) -> Telling:
        """Return what a correction tells: which of its *differences* concern whom.

        These are the ones that speak of a subject, before or after, and those in what the
        meeting as a whole would tell of it.
        """
        posted = {posting.entry_id: posting for posting in postings_of(meeting)}
        said = [self._said(meeting, one, posted) for one in differences]
        wanted = self._subscriptions.wanting(of_meeting(meeting.head).union(*said))
        found = {number: set(scores) for number, scores in matched(said, wanted).items()}
        for number, places in self.new(meeting).places.items():
            told = {meeting.entries[place].id for place in places}
            within = {
                at for at, one in enumerate(differences) if one.after and one.after.id in told
            }
            if within:
                found[number] = found.get(number, set()) | within
        everything = dict.fromkeys(_of_all(meeting.head, wanted), range(len(differences)))
        return Telling(meeting, {**found, **everything}, differences)

    def _said(
        self, meeting: Meeting, one: Difference, posted: Mapping[str, Posting]
    ) -> dict[str, float]:
        """Return what both sides of a difference speak of; only the new one stands in context."""
        sides = [posted[one.after.id]] if one.after else []
        if one.before:
            sides += postings_of(Meeting(meeting.head, (one.before,), meeting.id))
        found: dict[str, float] = {}
        for posting in sides:
            for term, weight in self._matcher.said(posting, meeting.head.chairs).items():
                found[term] = max(weight, found.get(term, 0.0))
        return found


def _of_all(head: Head, wanted: Wanted) -> set[int]:
    """Return the subscriptions that follow the meeting as a whole."""
    rows = (wanted.get(term, ()) for term in of_meeting(head))
    return {number for found in rows for number, share in found if share >= LEAST}


def _awaited(head: Head, wanted: Wanted) -> frozenset[int]:
    """Return the subscriptions of resolutions that are to be reported on in this meeting."""
    rows = (wanted.get(after(head.series, level), ()) for level in (head.level, None))
    return frozenset(number for found in rows for number, _ in found)


def _overview(entries: Sequence[Entry]) -> list[int]:
    """Return the places of what was decided, else of what was said."""
    for kinds in (_DECIDED, _SAID, tuple(Kind)):
        if found := [place for place, entry in enumerate(entries) if entry.kind in kinds]:
            return found
    return []


def _picked(postings: Sequence[Posting], scores: Mapping[int, float]) -> list[int]:
    """Return the places to tell of those with *scores*: of an item, what was decided of it."""
    if any(postings[place].kind != Kind.HEADER for place in scores):
        scores = {at: s for at, s in scores.items() if postings[at].kind != Kind.HEADER}
    found: list[int] = []
    for item, places in groupby(sorted(scores), key=lambda place: postings[place].item):
        within = {place: scores[place] for place in places}
        found += _of_item(item, postings, within) if item else within
    return found


def _of_item(item: str, postings: Sequence[Posting], scores: Mapping[int, float]) -> list[int]:
    """Return what was decided of an item, after what speaks of the subject where that is more."""
    decided = [
        place
        for place, posting in enumerate(postings)
        if posting.item == item and posting.kind == Kind.RESOLUTION
    ]
    matching = [place for place in decided if place in scores]
    best = max((scores[place] for place in matching), default=0.0)
    chosen = [place for place in matching if scores[place] == best] or decided
    first = max(scores, key=lambda place: scores[place])
    return sorted({first, *chosen} if scores[first] > best else chosen)


def _line(entry: Entry | None) -> str | None:
    if entry is None:
        return None
    text = " ".join(entry.text.replace("**", "").split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
