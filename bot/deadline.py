"""The last resort: a thread that ends the process when it does not move on by itself.

It works while the event loop or the thread of the database hangs, and may end the process at any
moment, because what is not finished waits in the inbox.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from math import inf
from types import TracebackType
from typing import Self

logger = logging.getLogger(__name__)


def _end(reason: str) -> None:
    logger.critical("ended reason=%r", reason)
    os._exit(1)


class Deadline:
    """`with Deadline() as deadline:` watches until the block ends. *end* ends the process."""

    def __init__(
        self,
        end: Callable[[str], None] = _end,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._end = end
        self._clock = clock
        self._changed = threading.Condition()
        self._at = inf
        self._reason = ""
        self._closed = False
        self._thread = threading.Thread(target=self._watch, name="deadline", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def within(self, seconds: float, reason: str) -> None:
        """End the process for *reason* unless `within` is called again before *seconds* pass."""
        with self._changed:
            self._at, self._reason = self._clock() + seconds, reason
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while not self._closed:
                left = self._at - self._clock()
                if left <= 0:
                    return self._end(self._reason)
                self._changed.wait(None if left == inf else left)
