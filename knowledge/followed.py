"""The nouns of following: what one can follow, when one hears of it, and what one is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.model import Head, Hit


class SubjectKind(StrEnum):
    """What kind of thing is followed."""

    ALL = "all"
    WORDS = "words"  # a key word or a question
    GROUP = "group"  # a topic group: 交通組
    CITY = "city"  # without 市: 基隆
    MAYOR = "mayor"  # a name, or an office, whoever holds it: 基隆市長
    LEVEL = "level"  # of meeting: 市長層級
    RESOLUTION = "resolution"  # one entry, until its follow-up comes


class Pace(StrEnum):
    """When a follower is told; the hours are those of `timing`."""

    AT_ONCE = "o"
    DAILY = "d"
    WEEKLY = "w"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is followed. `words` as people write them; of a resolution, its entry's id."""

    kind: SubjectKind
    words: str = ""
    label: str = ""  # how a resolution begins; for all others `words` say it


@dataclass(frozen=True, slots=True)
class Subscription:
    """A subject that a chat, or a topic of a forum, follows."""

    key: str  # for buttons, 8 characters of [a-z2-7]
    chat: int
    thread: int | None
    subject: Subject
    pace: Pace
    anytime: bool  # at night and on weekends, too
    language: str
    since: date  # UTC
    paused_at: int | None = None  # the store's generation at that time
    ended: str | None = None  # why it was ended without being asked; /start brings it back


@dataclass(frozen=True, slots=True)
class Offer:
    """What following a subject would mean: how many meetings so far speak of it."""

    code: str  # for buttons, ≤ 50 bytes: `Following.follow` knows it
    subject: Subject
    times: int = 0
    last: date | None = None  # of the latest of these meetings
    standing: Subscription | None = None  # it is followed already


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of a notice, and the keys of the subscriptions that it is told for."""

    hit: Hit
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alteration:
    """The words of an entry before and after a correction; None where it was not there."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """What of a meeting's new or corrected minutes a follower is told."""

    meeting_id: str
    head: Head
    told: tuple[Told, ...] = ()
    more: int = 0  # matching entries beyond those told
    alterations: tuple[Alteration, ...] = ()  # not empty: it is a correction
    without: tuple[str, ...] = ()  # keys of resolutions whose follow-up was promised and is absent


@dataclass(frozen=True, slots=True)
class News:
    """The content of a notice: for which subscriptions, and what came."""

    subjects: tuple[tuple[str, Subject], ...]  # by the keys of their subscriptions
    language: str
    meetings: tuple[MeetingNews, ...]
