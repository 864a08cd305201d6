"""The nouns of looking after the bot: how much was asked, what helped, what waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Day:
    """How many questions came on a day in Taiwan, and how many of them were answered."""

    day: date
    questions: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class Votes:
    """How often an answer with this entry at its head was found helpful, and how often not."""

    entry_id: str
    helpful: int
    unhelpful: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that was not answered; `code` stands for it in buttons."""

    code: str  # 8 characters of [a-z2-7]
    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """A word of a question and a word of the minutes that may mean the same."""

    code: str  # for buttons, 8 characters of [a-z2-7]
    asked: str
    minutes: str


@dataclass(frozen=True, slots=True)
class Learned:
    """An alias that holds from now on, and the waiting questions that it answers."""

    asked: str
    minutes: str
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How the bot is used. `days` are the last ones without a gap, today the last of them."""

    days: tuple[Day, ...]
    waiting: int  # questions that were not answered
    chats: int  # that follow something
    following: Mapping[str, int]  # subscriptions: active, paused, ended
    notices: Mapping[str, int]  # of each state of the outbox
    helpful: int
    unhelpful: int
    worst: tuple[Votes, ...]  # entries that did not help, the most often first
