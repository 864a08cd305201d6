"""Times of day, and quarters, as people say and minutes write them: 半夜十二點 is 24時, 第四季 第4季."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.dates import NUMERAL, number
from knowledge.regex import regex
from knowledge.term import Term

_WEIGHT = 0.5  # it says of what is asked when, and not what
_OF_DAY = regex(
    f"(?P<part>半夜|午夜|深夜|凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|夜间|夜里)(?:的)?"
    f"(?P<hour>{NUMERAL})(?:点钟?|时)(?P<half>半?)(?![0-9名])"
)
# not of 第三季勞資會議, which is the meeting
_QUARTER = regex("第(?P<n>[一二三四1-4])季(?! {2}|[^,。;?]{0,8}(?:会议|会报|大会))")
_WHICH_QUARTER = 1.0  # it tells one part of a year from all others
_LATE = ("半夜", "午夜", "深夜", "晚上", "晚间", "夜间", "夜里")
_AFTER_NOON = ("下午", "傍晚", *_LATE)
_NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二")
_NOON, _MIDNIGHT = 12, 24
_SMALL = 6  # 半夜三點 is 3時


def without_times(bare: str) -> tuple[str, tuple[Term, ...]]:
    """Return folded *bare* without its times of day and quarters, and a term for each.

    A clock has no points: 半夜十二點 counts no twelve things.
    """
    found = tuple(term for match in _OF_DAY.finditer(bare) for term in _terms(match))
    found += tuple(map(_quarter, _QUARTER.finditer(bare)))
    if not found:
        return bare, ()
    for pattern in (_OF_DAY, _QUARTER):
        bare = pattern.sub(lambda match: " " * len(match[0]), bare)
    return bare, found


def _quarter(match: re.Match[str]) -> Term:
    n = number(match["n"]) or 0
    forms = (f"第{n}季", f"第{_NUMERALS[n]}季", f"q{n}")
    return Term.of(forms[0], _WHICH_QUARTER, dict.fromkeys(forms[1:], 1.0))


def _terms(match: re.Match[str]) -> Iterator[Term]:
    hour = number(match["hour"])
    if hour is None or hour > _MIDNIGHT:
        return
    half = "30分" if match["half"] else ""
    spoken = f"{_NUMERALS[hour]}点" if hour < len(_NUMERALS) else f"{hour}点"
    hours = dict.fromkeys((hour, *_by_clock(match["part"], hour)))
    minutes = "30" if half else "00"
    forms = [form for n in hours for form in (f"{n}时{half}", f"{n}点{half}", f"{n}:{minutes}")]
    yield Term.of(match[0], _WEIGHT, dict.fromkeys((*forms, spoken, spoken[:-1] + "时"), 1.0))


def _by_clock(part: str, hour: int) -> tuple[int, ...]:
    """Return the hours from 0 to 24 that *hour* may be in a *part* of the day."""
    if part in _LATE and hour == _NOON:
        return _MIDNIGHT, 0
    late = part in ("半夜", "深夜", "午夜") and hour < _SMALL
    return (hour + _NOON,) if part in _AFTER_NOON and hour < _NOON and not late else ()
