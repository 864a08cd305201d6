"""A bar that shows a person how far a command is, where that takes longer than a second."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Timer
from types import TracebackType
from typing import Self, TextIO

_PATIENCE_SECONDS = 1.0
_WIDTH = 24  # of the bar, in characters


class Progress:
    """How many of *total* steps are done, on one line of *stream*; nothing where that is a file."""

    def __init__(
        self,
        total: int,
        stream: TextIO,
        timer: Callable[[float, Callable[[], None]], Timer] = Timer,
    ) -> None:
        """*timer* gets seconds and what is to be done after them, in a thread of its own."""
        self._total = total
        self._stream = stream
        self._begun = 0
        self._name = ""
        self._drawn = 0
        self._shown = False
        self._lock = Lock()
        self._timer = timer(_PATIENCE_SECONDS, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if self._stream.isatty():
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self.clear()

    def at(self, name: str) -> None:
        """Begin the next step, *name*."""
        with self._lock:
            self._begun += 1
            self._name = name
            if self._shown:
                self._draw()

    def clear(self) -> None:
        """Take the line away, so that something can be printed."""
        with self._lock:
            if self._drawn:
                self._stream.write("\r" + " " * self._drawn + "\r")
                self._stream.flush()
                self._drawn = 0

    def _show(self) -> None:
        with self._lock:
            self._shown = True
            self._draw()

    def _draw(self) -> None:
        done = _WIDTH * (self._begun - 1) // self._total if self._total else _WIDTH
        bar = "#" * done + "." * (_WIDTH - done)
        line = f"[{bar}] {self._begun}/{self._total} {self._name}"
        self._stream.write("\r" + line)
        self._stream.flush()
        self._drawn = len(line) + sum(not character.isascii() for character in line)
