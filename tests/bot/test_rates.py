"""Never faster than Telegram takes messages, and never while it asks to be left alone."""

from __future__ import annotations

import random

import pytest

from bot.rates import A_MINUTE, A_SECOND, BETWEEN, Rates


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def rates(clock: Clock) -> Rates:
    return Rates(clock)


def send(rates: Rates, clock: Clock, chat: int) -> float:
    """Wait as long as told, send, and return when that was."""
    while wait := rates.wait(chat):
        clock.now += wait
    rates.sent(chat)
    return clock.now


def test_the_first_message_goes_at_once(rates: Rates) -> None:
    assert rates.wait(1) == 0


def test_two_messages_in_a_chat_are_apart(rates: Rates, clock: Clock) -> None:
    first, second = send(rates, clock, 1), send(rates, clock, 1)
    assert second - first == pytest.approx(BETWEEN)


def test_in_no_second_are_there_more_than_allowed(rates: Rates, clock: Clock) -> None:
    chance = random.Random(7)  # noqa: S311
    times = []
    for chat in range(200):
        times.append(send(rates, clock, chat + 1))
        clock.now += chance.random() * 0.05
    assert all(b - a >= 0.999 for a, b in zip(times, times[A_SECOND:], strict=False))


def test_a_group_gets_fewer_in_a_minute(rates: Rates, clock: Clock) -> None:
    times = [send(rates, clock, -5) for _ in range(3 * A_MINUTE)]
    assert all(b - a >= 59.9 for a, b in zip(times, times[A_MINUTE:], strict=False))


def test_a_pause_holds_for_every_chat_and_a_little_longer(rates: Rates, clock: Clock) -> None:
    rates.pause(3)
    assert rates.pausing() == pytest.approx(3.5)
    assert rates.wait(9) == pytest.approx(3.5)
    rates.pause(1)
    assert rates.pausing() == pytest.approx(3.5)
    clock.now += 3.6
    assert rates.wait(9) == 0


@pytest.mark.parametrize("told", [0, -1])
def test_a_pause_of_nothing_is_still_a_pause(rates: Rates, told: float) -> None:
    """Telegram was seen to ask for 0 seconds (reliability.md, 4.1, T3)."""
    rates.pause(told)
    assert rates.pausing() >= 1
