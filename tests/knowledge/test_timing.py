"""When a follower is told, in Taiwan's time: at once, every morning, every Monday; not at night."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.followed import Pace
from knowledge.timing import TAIPEI, due_at

# 2026-03-02 is a Monday.
CASES = [
    # published, at once, daily, weekly
    ("2026-03-05 14:00", "2026-03-05 14:00", "2026-03-06 09:00", "2026-03-09 09:00"),
    ("2026-03-05 09:00", "2026-03-05 09:00", "2026-03-05 09:00", "2026-03-09 09:00"),
    ("2026-03-05 08:59", "2026-03-05 09:00", "2026-03-05 09:00", "2026-03-09 09:00"),
    ("2026-03-05 20:59", "2026-03-05 20:59", "2026-03-06 09:00", "2026-03-09 09:00"),
    ("2026-03-05 21:00", "2026-03-06 09:00", "2026-03-06 09:00", "2026-03-09 09:00"),
    ("2026-03-06 00:30", "2026-03-06 09:00", "2026-03-06 09:00", "2026-03-09 09:00"),
    ("2026-03-06 21:00", "2026-03-09 09:00", "2026-03-09 09:00", "2026-03-09 09:00"),
    ("2026-03-07 12:00", "2026-03-09 09:00", "2026-03-09 09:00", "2026-03-09 09:00"),
    ("2026-03-08 23:00", "2026-03-09 09:00", "2026-03-09 09:00", "2026-03-09 09:00"),
    ("2026-03-09 09:00", "2026-03-09 09:00", "2026-03-09 09:00", "2026-03-09 09:00"),
    ("2026-03-09 09:01", "2026-03-09 09:01", "2026-03-10 09:00", "2026-03-16 09:00"),
    ("2026-12-31 22:00", "2027-01-01 09:00", "2027-01-01 09:00", "2027-01-04 09:00"),
]
ANYTIME = [
    (Pace.AT_ONCE, "2026-03-07 23:15", "2026-03-07 23:15"),
    (Pace.DAILY, "2026-03-06 12:00", "2026-03-07 09:00"),
    (Pace.DAILY, "2026-03-07 03:00", "2026-03-07 09:00"),
    (Pace.WEEKLY, "2026-03-07 03:00", "2026-03-09 09:00"),
]


def taipei(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TAIPEI)


@pytest.mark.parametrize(("published", "at_once", "daily", "weekly"), CASES)
def test_working_hours_are_kept(published: str, at_once: str, daily: str, weekly: str) -> None:
    now = taipei(published)
    assert due_at(Pace.AT_ONCE, now) == taipei(at_once)
    assert due_at(Pace.DAILY, now) == taipei(daily)
    assert due_at(Pace.WEEKLY, now) == taipei(weekly)


@pytest.mark.parametrize(("pace", "published", "due"), ANYTIME)
def test_whoever_asks_is_told_at_night_and_on_weekends(
    pace: Pace, published: str, due: str
) -> None:
    assert due_at(pace, taipei(published), anytime=True) == taipei(due)


@pytest.mark.parametrize("pace", list(Pace))
def test_the_zone_of_the_clock_makes_no_difference(pace: Pace) -> None:
    now = taipei("2026-03-05 08:00")
    due = due_at(pace, now.astimezone(UTC))
    assert due == due_at(pace, now)
    assert due.tzinfo is UTC
