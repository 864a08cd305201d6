"""How fast notices may go out, and how long nothing may: Telegram's limits, kept by ourselves.

Telegram allows about 30 messages a second, one a second in a chat and 20 a minute in a group
(reliability.md, 1.3); what is below them is never refused.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

A_SECOND = 25
A_MINUTE = 18  # in a group
BETWEEN = 1.05  # seconds between two messages in a chat
_SLACK = 0.5  # seconds beyond what Telegram asks for
_REMEMBERED = 60.0  # seconds


class Rates:
    """Tells how long to wait. *clock* counts seconds and never goes back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until = 0.0
        self._sent: deque[tuple[float, int]] = deque()

    def pause(self, seconds: float) -> None:
        """Send nothing for the *seconds* that Telegram asked for, and a little longer."""
        self._until = max(self._until, self._clock() + max(seconds, 1.0) + _SLACK)

    def pausing(self) -> float:
        """Return for how many seconds nothing at all may be sent."""
        return max(0.0, self._until - self._clock())

    def wait(self, chat: int) -> float:
        """Return how many seconds to wait before *chat* may be sent something; 0 for none."""
        now = self._clock()
        self._forget(now)
        waits = [self._until - now]
        if len(self._sent) >= A_SECOND:
            waits.append(self._sent[-A_SECOND][0] + 1.0 - now)
        ours = [at for at, to in self._sent if to == chat]
        if ours:
            waits.append(ours[-1] + BETWEEN - now)
        if chat < 0 and len(ours) >= A_MINUTE:
            waits.append(ours[-A_MINUTE] + _REMEMBERED - now)
        return max(0.0, *waits)

    def sent(self, chat: int) -> None:
        """Count a message that goes to *chat* now."""
        self._sent.append((self._clock(), chat))

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0][0] <= now - _REMEMBERED:
            self._sent.popleft()
