"""Dates and times of a head as English writes them, or a form sheet: Mar 15, 2024, 2:30 PM."""

from __future__ import annotations

import re

from knowledge.regex import regex

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = (
    regex(rf"\b{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}\b", re.IGNORECASE),
    regex(rf"\b{_DAY}\s*(?:of\s+)?{_MONTH}\s*,?\s*{_YEAR}\b", re.IGNORECASE),
)
_CLOCK = r"\d{1,2}(?::\d\d)?"
_HALF = r"(?P<half>[ap])\.?\s?m\.?(?![A-Za-z])"
_TO = r"\s*(?P<to>[~-]|至|到|to)\s*"
_RANGE = regex(rf"(?<![\d:])(?P<first>{_CLOCK}){_TO}(?P<last>{_CLOCK})\s*{_HALF}", re.IGNORECASE)
# 2:30 PM, but not AM 9:30 and, before the next one, PM
_MOMENT = regex(rf"(?<![\d:])(?<![ap]m)(?<![ap]m )(?P<clock>{_CLOCK})\s*{_HALF}", re.IGNORECASE)
_SEVERAL = regex(r"(月\s*\d{1,2})\s*[、,及與和]\s*\d{1,2}(?=\s*日)")  # 3月15、16日
_UNTIL = regex(r"(?:開始|開會|起)\s*[,;、]\s*(?=[^,;。]*\d[^,;。]*(?:結束|散會|止))")
_NOON = 12


def in_chinese(text: str) -> str:
    """Return *text* with its dates and halves of the day where Chinese has them.

    Mar 15, 2024 2:30 PM becomes 2024年3月15日 PM 2:30; of several days the first is kept.
    """
    for form in _DATES:
        text = form.sub(_date, text)
    text = _UNTIL.sub("至", _SEVERAL.sub(r"\1", text))
    return _MOMENT.sub(_moment, _RANGE.sub(_range, text))


def _date(found: re.Match[str]) -> str:
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    return f"{found['year']}年{month}月{found['day']}日 "


def _moment(found: re.Match[str]) -> str:
    return f"{found['half']}m {_clock(found['clock'])} "


def _range(found: re.Match[str]) -> str:
    """Both ends have the half of the day that stands behind, unless the first is before noon."""
    first, last = (int(found[end].split(":")[0]) % _NOON for end in ("first", "last"))
    half = found["half"].lower()
    earlier = "a" if half == "p" and first > last else half
    return f"{earlier}m {_clock(found['first'])}至{half}m {_clock(found['last'])} "


def _clock(clock: str) -> str:
    return clock if ":" in clock else f"{clock}:00"
