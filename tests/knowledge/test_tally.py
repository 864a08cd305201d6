"""How much is asked and what helps, in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge.figures import Day, Votes
from knowledge.schema import connect
from knowledge.tally import Tally

MONDAY = date(2025, 12, 1)


@pytest.fixture
def tally(tmp_path: Path) -> Iterator[Tally]:
    db = connect(tmp_path / "minutes.db")
    yield Tally(db)
    db.close()


def test_days_without_a_question_are_told_too(tally: Tally) -> None:
    for answered in (True, False, True):
        tally.asked(MONDAY, answered=answered)
    tally.asked(MONDAY - timedelta(days=2), answered=False)
    tally.asked(MONDAY - timedelta(days=3), answered=True)  # before the days that are asked for
    assert tally.days(MONDAY, 3) == (
        Day(date(2025, 11, 29), 1, 0),
        Day(date(2025, 11, 30)),
        Day(MONDAY, 3, 2),
    )


def test_votes_are_summed_by_entry_and_over_all(tally: Tally) -> None:
    assert tally.votes() == (0, 0)
    for entry, helpful in (("a", True), ("a", False), ("b", False), ("b", False), ("c", True)):
        tally.vote(entry, helpful=helpful)
    assert tally.votes() == (2, 3)
    assert tally.worst(5) == (Votes("b", 0, 2), Votes("a", 1, 1))
    assert tally.worst(1) == (Votes("b", 0, 2),)
