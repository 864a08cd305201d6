"""What a chat has chosen for itself: language, length of answers, notices."""

from __future__ import annotations

from dataclasses import dataclass, fields

from knowledge.followed import Pace

ONE_RESULT = 1  # on a card, where nobody has asked for more
RESULTS = (ONE_RESULT, 3, 5)  # more quotations would not fit on a phone's screen or two


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a chat or a topic; None leaves one to the chat, or to the bot."""

    language: str | None = None  # of a catalogue; None is the language of each one's Telegram
    results: int | None = None  # quotations on the card of an answer
    pace: Pace | None = None  # offered first when something is to be followed
    anytime: bool | None = None  # notices at night and on weekends, for what is followed next
    toured: bool | None = None  # the tour was shown once

    @property
    def most(self) -> int:
        """Return how many quotations an answer shows at once."""
        return self.results or ONE_RESULT

    def within(self, chat: Settings) -> Settings:
        """Return the choices of a topic, and those of its *chat* where it has none."""
        names = (one.name for one in fields(self))
        own = {name: getattr(self, name) for name in names}
        return Settings(**{k: getattr(chat, k) if v is None else v for k, v in own.items()})
