"""The words of pictures; kept apart from drawing, which loads its library only when it is used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """What became of it, in words, and an excerpt; `settled` decides its meeting's shape."""

    mark: str
    words: str
    settled: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting with its day in both calendars, or only a `gap`: what was silent in between."""

    roc: str = ""
    western: str = ""
    meeting: str = ""
    passages: tuple[Passage, ...] = ()
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All the words of a picture; a passage takes at most `most` lines."""

    title: str
    subtitle: str
    rows: tuple[Row, ...]
    footer: str
    most: int = 3
