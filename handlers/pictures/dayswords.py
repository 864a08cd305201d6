"""The words and numbers of a chart of days; drawing it is `days`, which loads its library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, called `label`, with its questions."""

    label: str
    answered: int
    unanswered: int

    @property
    def total(self) -> int:
        return self.answered + self.unanswered


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is written on a picture, and how high its bars are."""

    title: str
    answered: str  # what a filled bar means
    unanswered: str  # what a hatched one means
    bars: Sequence[Bar]
