"""How much one person may ask of the bot, so that nobody waits for another one's flood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import floor

from bot.updates import Kind, Line


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, so many a second in the long run, and so many that wait."""

    burst: int
    a_second: float
    waiting: int


# Nobody reads more than an answer a second, which is also what Telegram lets into a chat. Buttons
# are pressed in a row, and a query comes with every letter that is typed inline.
LIMITS: Mapping[Kind, Limit] = {
    Kind.MESSAGE: Limit(burst=20, a_second=1.0, waiting=50),
    Kind.BUTTON: Limit(burst=100, a_second=20.0, waiting=100),
    Kind.INLINE: Limit(burst=100, a_second=20.0, waiting=100),
    Kind.OTHER: Limit(burst=100, a_second=20.0, waiting=100),
}
_REMEMBERED = 1_000  # people, before those who may ask at full speed again are forgotten


class Allowances:
    """Counts what each line has used. *clock* counts seconds and never goes back."""

    def __init__(self, clock: Callable[[], float], limits: Mapping[Kind, Limit] = LIMITS) -> None:
        self._clock = clock
        self._limits = limits
        self._whole_at: dict[Line, float] = {}  # when the allowance is unused again

    def room(self, line: Line) -> int:
        """Return how many of *line* may wait: those that would be handled at once, and its queue."""
        limit = self._limits[line.kind]
        used = self._used(line) * limit.a_second
        return floor(limit.burst - used + 1e-6) + limit.waiting

    def wait(self, line: Line) -> float:
        """Return in how many seconds the next of *line* may be handled; 0 for now."""
        limit = self._limits[line.kind]
        return max(0.0, self._used(line) - (limit.burst - 1) / limit.a_second)

    def spend(self, line: Line) -> None:
        """Count one of *line* that is handled now."""
        if len(self._whole_at) >= 2 * _REMEMBERED:
            now = self._clock()
            self._whole_at = {one: at for one, at in self._whole_at.items() if at > now}
        begun = self._clock() + self._used(line)
        self._whole_at[line] = begun + 1 / self._limits[line.kind].a_second

    def _used(self, line: Line) -> float:
        """Return the seconds until the allowance of *line* is unused."""
        return max(0.0, self._whole_at.get(line, 0.0) - self._clock())
