"""The bar of a command that takes its time; the timer is set off by hand."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from threading import Timer

import pytest

from bot.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class ByHand(Timer):
    """A timer that is never started for good, but rung."""

    waits = False

    def start(self) -> None:
        self.waits = True

    def ring(self) -> None:
        self.function()


@pytest.fixture
def timers() -> list[ByHand]:
    return []


@pytest.fixture
def timer(timers: list[ByHand]) -> Callable[[float, Callable[[], None]], ByHand]:
    def made(seconds: float, function: Callable[[], None]) -> ByHand:
        timers.append(ByHand(seconds, function))
        return timers[-1]

    return made


def test_what_is_quick_shows_nothing(timer: Callable[..., ByHand], timers: list[ByHand]) -> None:
    terminal = Terminal()
    with Progress(2, terminal, timer) as progress:
        progress.at("one.txt")
        progress.at("two.txt")
    assert terminal.getvalue() == ""
    assert timers[0].waits


def test_after_a_second_it_shows_how_far_it_is(
    timer: Callable[..., ByHand], timers: list[ByHand]
) -> None:
    terminal = Terminal()
    with Progress(4, terminal, timer) as progress:
        progress.at("one.txt")
        timers[0].ring()
        progress.at("two.txt")
        progress.at("three.txt")
    shown = [line for line in terminal.getvalue().split("\r") if line.strip()]
    assert shown == [
        "[........................] 1/4 one.txt",
        "[######..................] 2/4 two.txt",
        "[############............] 3/4 three.txt",
    ]
    assert terminal.getvalue().endswith(" \r"), "the line is taken away"


def test_a_file_gets_no_bar(timer: Callable[..., ByHand], timers: list[ByHand]) -> None:
    with Progress(1, StringIO(), timer) as progress:
        progress.at("one.txt")
    assert not timers[0].waits
