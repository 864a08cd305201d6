"""What day it is in Taiwan, and when a follower is told: at once, every morning or every Monday, and never at night unasked."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from knowledge.followed import Pace

TAIPEI = ZoneInfo("Asia/Taipei")
MORNING = time(9)  # of digests, and until when it is night
EVENING = time(21)
_MONDAY, _SATURDAY = 0, 5
_DAY = timedelta(days=1)


def today_in_taipei() -> date:
    """Return the date that 今天 means to the people who ask."""
    return datetime.now(TAIPEI).date()


def due_at(pace: Pace, now: datetime, *, anytime: bool = False) -> datetime:
    """Return when what is published *now* is to be told, in UTC; *now* has a time zone.

    Unless *anytime*, nothing is due between EVENING and MORNING or on a weekend in Taiwan: it
    waits for the next working morning.
    """
    local = now.astimezone(TAIPEI)
    if pace is Pace.DAILY:
        local = _morning(local)
    elif pace is Pace.WEEKLY:
        local = _monday(local)
    return (local if anytime else _awake(local)).astimezone(UTC)


def _morning(local: datetime) -> datetime:
    """Return the first MORNING that is not before *local*."""
    today = datetime.combine(local.date(), MORNING, TAIPEI)
    return today if local <= today else today + _DAY


def _monday(local: datetime) -> datetime:
    morning = _morning(local)
    return morning + _DAY * ((_MONDAY - morning.weekday()) % 7)


def _awake(local: datetime) -> datetime:
    if local.weekday() < _SATURDAY and MORNING <= local.time() < EVENING:
        return local
    morning = _morning(local)
    while morning.weekday() >= _SATURDAY:
        morning += _DAY
    return morning
