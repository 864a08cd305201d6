"""What became of a topic: over time, from mouth to mouth, and what is still to come.

Each is an answer like any other, whose `hits` are all passages in the order in which they are
shown, and which says besides what no passage can: who and what was silent.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Answer, Head, Hit, Official


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting that speaks of a topic: what it says first, of how many passages.

    `silent` meetings of its series lie between the stop before and this one.
    """

    meeting_id: str
    head: Head
    hits: tuple[Hit, ...]
    total: int
    silent: int = 0


@dataclass(frozen=True, slots=True)
class History(Answer):
    """A topic over time, the oldest meeting first; `silent` meetings came after the last stop.

    `beside` is true where the question behind `key` asked something else of the topic.
    """

    topic: str = ""
    beside: bool = False
    stops: tuple[Stop, ...] = ()
    silent: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """What one official said of a topic: the best passages of `total`; none for silence."""

    official: Official
    hits: tuple[Hit, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Voices(Answer):
    """What each official said of a topic, in the order of the meeting's head.

    `together` is what they stated jointly, `minutes` what the minutes say where nobody did;
    `beside` is as for a history.
    """

    topic: str = ""
    beside: bool = False
    sides: tuple[Side, ...] = ()
    together: Hit | None = None
    minutes: Hit | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """An entry that promised a report which no later minutes hold.

    `held` meetings of the promised series and `level` are on record since then; `level` is None
    where the promise may be kept in any meeting of the series.
    """

    hit: Hit
    level: str | None
    held: int


@dataclass(frozen=True, slots=True)
class Pending(Answer):
    """What was promised and not yet seen, the newest meeting first."""

    promises: tuple[Promise, ...] = ()
