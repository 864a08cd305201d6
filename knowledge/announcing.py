"""From what was published to who is told of it: notices for the outbox.

A notice's body is JSON, which `following` reads when it is sent:
{"language", "correction", "subscriptions": [{"key", "kind", "words", "label"}],
 "meetings": [{"id", "without": [keys], "more", and either
               "entries": [{"id", "why": [keys]}] or "alterations": [{"before", "after"}]}]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from knowledge.followed import SubjectKind, Subscription
from knowledge.matching import Matcher
from knowledge.model import Change, Meeting, Preview
from knowledge.outbox import Outbox
from knowledge.store import Store
from knowledge.subjects import is_later
from knowledge.subscriptions import Subscriptions
from knowledge.telling import Teller, Telling
from knowledge.timing import due_at
from knowledge.versions import differences

Followers = dict[int, Subscription]


class Announcer:
    """Writes the notices of a publication, in the transaction that publishes."""

    def __init__(
        self,
        store: Store,
        subscriptions: Subscriptions,
        outbox: Outbox,
        matcher: Matcher,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._subscriptions = subscriptions
        self._outbox = outbox
        self._teller = Teller(matcher, subscriptions)
        self._now = now

    def announce(self, published: Sequence[Preview]) -> None:
        """Put a notice for every chat that follows something of what was *published* just now.

        A correction is told only where what it changed is followed. A resolution whose
        follow-up is told is followed no longer.
        """
        if not self._subscriptions.exist():
            return
        told, followers = self._told(published)
        publication, now = f"generation {self._store.generation()}", self._now()
        for ours in _by_chat(followers):
            due = min(due_at(one.pace, now, anytime=one.anytime) for one in ours.values())
            self._put(publication, told, ours, due, at_once=due <= now)
        for one in _followed_up(told, followers):
            self._subscriptions.end(one.chat, [one.key])
        for old, new in _reworded(told):
            self._subscriptions.reword(old, new)

    def listeners(self, previews: Sequence[Preview]) -> int:
        """Return how many chats and topics publishing *previews* would tell."""
        return len(_by_chat(self._told(previews)[1]))

    def catch_up(self, paused: Sequence[Subscription]) -> bool:
        """Put a notice, due now, of what the *paused* subscriptions missed; False for nothing.

        They are of one chat or topic, and resumed in the record already.
        """
        found = False
        for begun in {one.paused_at for one in paused if one.paused_at is not None}:
            keys = {one.key for one in paused if one.paused_at == begun}
            meetings = [one for one in self._store.changed_since(begun) if one.entries]
            told, followers = self._limited([self._teller.new(one) for one in meetings])
            for ours in _by_chat({n: one for n, one in followers.items() if one.key in keys}):
                publication = f"missed {begun} {self._store.generation()} {min(keys)}"
                self._put(publication, told, ours, self._now(), at_once=True)
                found = True
        return found

    def _put(
        self,
        publication: str,
        told: Iterable[Telling],
        ours: Followers,
        due: datetime,
        *,
        at_once: bool,
    ) -> None:
        first = next(iter(ours.values()))
        keys = {number: one.key for number, one in ours.items()}
        items = [item for one in told if (item := one.item(keys))]
        body = {
            "language": first.language,
            "correction": all("alterations" in item for item in items),
            "subscriptions": [_named(one) for one in ours.values()],
            "meetings": items,
        }
        self._outbox.put(publication, first.chat, first.thread, body, due, at_once=at_once)

    def _told(self, previews: Sequence[Preview]) -> tuple[list[Telling], Followers]:
        tellings = (self._telling(one) for one in previews if one.change is not Change.UNCHANGED)
        return self._limited([one for one in tellings if one])

    def _telling(self, preview: Preview) -> Telling | None:
        """Return what *preview* tells, None for nothing.

        What was retracted and comes back was told once; only what is different now is news.
        """
        changed = preview.differences
        if preview.change is Change.NEW:
            before = self._store.versions.latest(preview.meeting.id)
            if before is None:
                return self._teller.new(preview.meeting)
            changed = tuple(differences(before.entries, preview.meeting.entries))
        return self._teller.corrected(preview.meeting, changed) if changed else None

    def _limited(self, told: list[Telling]) -> tuple[list[Telling], Followers]:
        """Return *told* without what is no follow-up, and the subscriptions that are left."""
        numbers = {number for one in told for number in (*one.places, *one.awaited)}
        followers = self._subscriptions.numbered(numbers)
        early = [
            set() if one.differences else self._too_early(one.meeting, followers) for one in told
        ]
        kept = [_without(one, numbers) for one, numbers in zip(told, early, strict=True)]
        left = {number for one in kept for number in (*one.places, *one.awaited)}
        return kept, {number: one for number, one in followers.items() if number in left}

    def _too_early(self, meeting: Meeting, followers: Followers) -> set[int]:
        """Return the subscriptions of resolutions that are not of a meeting before this one."""
        found: set[int] = set()
        for number, one in followers.items():
            if one.subject.kind is SubjectKind.RESOLUTION:
                entry = self._store.entries([one.subject.words]).get(one.subject.words)
                own = self._store.find(entry[1]) if entry else None
                if own is None or own.id == meeting.id or not is_later(meeting.head, own.head):
                    found.add(number)
        return found


def _without(one: Telling, numbers: set[int]) -> Telling:
    places = {number: found for number, found in one.places.items() if number not in numbers}
    return replace(one, places=places, awaited=one.awaited - numbers)


def _by_chat(followers: Followers) -> list[Followers]:
    """Return the *followers* of each chat and topic: one notice for all of them."""
    found: defaultdict[tuple[int, int | None], Followers] = defaultdict(dict)
    for number, one in followers.items():
        found[one.chat, one.thread][number] = one
    return list(found.values())


def _followed_up(told: Iterable[Telling], followers: Followers) -> list[Subscription]:
    numbers = {number for one in told if not one.differences for number in one.places}
    ours = (followers[number] for number in sorted(numbers))
    return [one for one in ours if one.subject.kind is SubjectKind.RESOLUTION]


def _reworded(told: Iterable[Telling]) -> list[tuple[str, str]]:
    """Return the entries that a correction gave another id, before and after."""
    pairs = (one for telling in told for one in telling.differences)
    return [(one.before.id, one.after.id) for one in pairs if one.before and one.after]


def _named(one: Subscription) -> dict[str, Any]:
    subject = one.subject
    return {
        "key": one.key,
        "kind": subject.kind.value,
        "words": subject.words,
        "label": subject.label,
    }
