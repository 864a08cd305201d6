"""The last resort ends what does not move on by itself."""

from __future__ import annotations

import threading

from bot.deadline import Deadline


class Ending:
    """Stands for the end of the process."""

    def __init__(self) -> None:
        self.reasons: list[str] = []
        self.reached = threading.Event()

    def __call__(self, reason: str) -> None:
        self.reasons.append(reason)
        self.reached.set()


def test_the_process_ends_for_the_reason_that_was_named_last() -> None:
    end = Ending()
    with Deadline(end) as deadline:
        deadline.within(3600, "polling is dead")
        deadline.within(0, "a handler hangs")
        assert end.reached.wait(10)
    assert end.reasons == ["a handler hangs"]


def test_what_moves_on_is_left_alone() -> None:
    end = Ending()
    with Deadline(end) as deadline:
        for _ in range(100):
            deadline.within(3600, "polling is dead")
    assert end.reasons == []


def test_without_a_limit_nothing_ends() -> None:
    end = Ending()
    with Deadline(end):
        pass
    assert end.reasons == []
