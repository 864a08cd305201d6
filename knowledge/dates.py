"""Numerals, calendar dates and times of day as Taiwan writes them; pure functions.

Everything is matched on `knowledge.text.plain`, so the spans returned are spans of the text
that was given; folded text (Simplified) is understood as well. What cannot be (30 February,
25 o'clock) is left out, never bent into shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from knowledge.model import Span
from knowledge.regex import regex
from knowledge.text import plain

NUMERAL = "[0-9〇零一二两三四五六七八九十百]+"  # in a folded question, what `number` reads
ROC_OFFSET = 1911  # the year 1 of the Republic is 1912

_DIGITS = {c: value for value, forms in enumerate(
    ("零〇○", "一壹", "二貳贰兩两", "三參叁叄", "四肆", "五伍", "六陸", "七柒", "八捌", "九玖")
) for c in forms} | {str(value): value for value in range(10)}  # fmt: skip
_TENS = {"廿": 20, "卅": 30}
_UNITS = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
    "萬": 10_000,
    "万": 10_000,
}
_LARGE_NUMERAL = regex(
    "[一二三四五六七八九〇○零]{3,}(?![十百千])|(?<![0-9])[一二三四五六七八九兩两][百千][零一二三四五六七八九十百]*"
    "|[二三四五六七八九]?十[一二三四五六七八九]|[二三四五六七八九]十"
)
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_YEAR_AHEAD = regex("(1[0-9]{2}|20[0-9]{2})年")
_ERA_WORD = regex("^(?:中华民国|民国|西元|公元)")
_MOST_DAYS = 31
_WEEKDAYS = "一二三四五六日"

_NUMERAL = r"(?:\d(?: ?\d){0,7}|[〇○零一二三四五六七八九十廿卅百]{1,9})"
_PART = regex(rf"{_NUMERAL}(?=[年月日号])")
_ERA = r"(?:(?P<era>中華民國|民國|中华民国|民国|西元|公元)\s*)?"
_YEAR = rf"(?:本\s*\(\s*)?(?P<year>{_NUMERAL})\s*\)?\s*年"
_MONTH = rf"(?P<month>{_NUMERAL})\s*月(?!票|刊|費|薪|報|费|报)"
_DAY = rf"(?P<day>{_NUMERAL})\s*[日號号]"
_DATED = regex("[年月/.-]")  # one of them stands in every form
_EDGE = r"(?<![\d/.\-])"
_DATE_FORMS = tuple(
    regex(form)
    for form in (
        rf"{_ERA}{_YEAR}\s*{_MONTH}\s*{_DAY}",
        rf"{_ERA}{_YEAR}\s*{_MONTH}",
        rf"{_EDGE}(?P<year>\d{{4}}|\d{{2,3}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
        rf"{_EDGE}(?P<year>(?:19|20)\d\d)[-/](?P<month>\d{{1,2}})(?![\d/-])",
        rf"{_ERA}{_YEAR}(?![前後來齡級])",
        rf"{_MONTH}\s*{_DAY}",
        rf"(?<![個个]){_MONTH}",
        rf"{_EDGE}(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![\d/])",
    )
)

_AFTERNOON = frozenset(("下午", "午後", "午后", "晚上", "晚間", "晚间", "傍晚", "pm"))
_HALF_DAY = "上午|午前|早上|清晨|凌晨|中午|下午|午[後后]|傍晚|晚上|晚[間间]|[aApP][mM]"
_HALF = rf"(?:(?P<half>{_HALF_DAY})\s*)?"
_HOUR = r"(?P<hour>\d(?: ?\d)?|[〇○零一二三四五六七八九十廿兩两]{1,3})"
_MINUTE = rf"(?P<minute>{_NUMERAL})"
_TIME_FORMS = tuple(
    regex(form)
    for form in (
        rf"{_HALF}(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?(?!\d)",
        rf"{_HALF}(?<!第){_HOUR}\s*[時时點点](?:\s*{_MINUTE}\s*分|\s*(?P<thirty>半))",
        rf"{_HALF}(?<!第){_HOUR}\s*(?:[時时](?![間间代程候期而常刻之])|[點点][鐘钟整])\s*整?",
        # 三點 alone may be three points: as a time it needs its half of the day
        rf"(?P<half>{_HALF_DAY})\s*{_HOUR}\s*[點点]",
    )
)
_RANGE = regex(r"\s*(?:至|到|~|-)\s*")


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it was stated; `year` is Western."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def whole(self) -> date | None:
        """Return the calendar date, or None where a part was not stated."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def number(text: str) -> int | None:
    """Return the value of a numeral: 120, １２０, 一百二十, 一二〇, 廿三, 拾壹; else None."""
    packed = re.sub(r"\s", "", plain(text))
    if packed.isascii() and packed.isdigit() and len(packed) <= 9:
        return int(packed)
    if packed and len(packed) <= 9 and all(c in _DIGITS for c in packed):
        return int("".join(str(_DIGITS[c]) for c in packed))
    return _composed(packed)


def digits(text: str) -> str:
    """Return *text* with its Chinese numerals of ten and more in digits: 一百二十項 as 120項.

    Digits in a row are read one by one: 一一五年 as 115年.
    """
    return _LARGE_NUMERAL.sub(_in_digits, text)


def either(day: str) -> tuple[str, ...]:
    """Return folded *day* as it is and as it may stand elsewhere: 7月, 七月; 民國113年2月 is 2024年2月.

    113年 alone stays in its calendar; 2024年, as 去年 is read, may be written 113年.
    """
    bare = _ERA_WORD.sub("", day).replace("号", "日")
    figures = _PART.sub(_in_digits, bare)
    forms = [day, bare, figures, _PART.sub(_spelled, figures)]
    if len(bare) > bare.find("年") + 1 > 0 or bare.find("年") == len("2024"):
        forms += _other_calendar(figures)
    return tuple(dict.fromkeys(forms))


def in_either_calendar(day: str) -> tuple[str, ...]:
    """Return what `either` does, and a year of the other calendar: 2024年, 113年."""
    return (*either(day), *_other_calendar(day))


def is_day(day: str) -> bool:
    """Tell whether folded *day* has a year and a day: 113年2月20日."""
    return "年" in day and day.endswith(("日", "号"))


def _other_calendar(day: str) -> list[str]:
    year = _YEAR_AHEAD.match(day)
    if year is None:
        return []
    of_republic = len(year[1]) == len("113")
    other = int(year[1]) + (ROC_OFFSET if of_republic else -ROC_OFFSET)
    return [f"{other}{day[year.end(1) :]}"]


def _spelled(figures: re.Match[str]) -> str:
    """Write 20 as 二十, as dates are written out; a year digit by digit."""
    value = int(figures[0])
    if value > _MOST_DAYS:
        return figures[0].translate(_NUMERALS)
    tens, ones = divmod(value, 10)
    return (
        f"{str(tens).translate(_NUMERALS) if tens > 1 else ''}{'十' if tens else ''}{_ones(ones)}"
    )


def _ones(figure: int) -> str:
    return str(figure).translate(_NUMERALS) if figure else ""


def _in_digits(numeral: re.Match[str]) -> str:
    value = number(numeral[0])
    return numeral[0] if value is None else str(value)


def _composed(text: str) -> int | None:
    total, digit, unit = 0, 0, 0
    for c in text:
        if c in _DIGITS:
            digit, unit = _DIGITS[c], unit if _DIGITS[c] else 0
        elif c in _TENS:
            total, digit, unit = total + _TENS[c], 0, 10
        elif c in _UNITS:
            unit = _UNITS[c]
            total, digit = _raised(total, digit, unit), 0
        else:
            return None
    spoken = digit and unit >= 100  # 一百二 is said for 120; 102 would be 一百零二
    return total + (digit * unit // 10 if spoken else digit) if text else None


def _raised(total: int, digit: int, unit: int) -> int:
    if unit == 10_000:
        return (total + digit) * unit
    return total + (digit or 1) * unit


def find_dates(text: str) -> list[tuple[Span, Partial]]:
    """Return the dates in *text* in order, however incomplete, in ROC or Western years.

    A bare year counts as one from 100 to 150 (ROC) and from 1900 to 2099 (Western); smaller
    ROC years need 民國 or a month beside them.
    """
    level = plain(text)
    if not _DATED.search(level):
        return []
    return [(span, found) for span, match in _disjoint(_DATE_FORMS, level)
            if (found := _partial(match)) is not None]  # fmt: skip


def _disjoint(
    forms: tuple[re.Pattern[str], ...], text: str
) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield matches in order of place; where they overlap, the earlier form stays."""
    taken: list[tuple[Span, re.Match[str]]] = []
    covered = bytearray(len(text))
    for form in forms:
        for match in form.finditer(text):
            if match[0].strip() and not any(covered[match.start() : match.end()]):
                covered[match.start() : match.end()] = b"\1" * len(match[0])
                taken.append((Span(*match.span()), match))
    yield from sorted(taken, key=lambda pair: pair[0].start)


def _partial(match: re.Match[str]) -> Partial | None:
    parts = match.groupdict()
    year = _year(parts)
    month = number(parts["month"]) if parts.get("month") else None
    day = number(parts["day"]) if parts.get("day") else None
    if parts.get("year") and year is None:
        return None
    return Partial(year, month, day) if _possible(year, month, day) else None


def _year(parts: dict[str, str | None]) -> int | None:
    stated = number(parts.get("year") or "")
    if stated is None:
        return None
    if 1900 <= stated <= 2099 and parts.get("era") not in ("民國", "中華民國", "民国", "中华民国"):
        return stated
    least = 1 if parts.get("era") or parts.get("month") else 100
    western = parts.get("era") in ("西元", "公元")
    return stated + ROC_OFFSET if least <= stated <= 150 and not western else None


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    if month is None:
        return day is None
    try:
        date(year or 2000, month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def find_times(text: str) -> list[tuple[Span, time]]:
    """Return the times of day in *text* in order: 下午2時30分, 16時30分, 下午兩點半, 14:30.

    The end of a range inherits its half of the day: 下午2時至4時 ends at 16:00.
    """
    level = plain(text)
    found: list[tuple[Span, time]] = []
    for span, match in _disjoint(_TIME_FORMS, level):
        moment = _moment(match)
        if moment is not None:
            ranged = bool(found) and _RANGE.fullmatch(level, found[-1][0].end, span.start)
            inherits = ranged and not match["half"]
            found.append((span, _not_before(found[-1][1], moment) if inherits else moment))
    return found


def _moment(match: re.Match[str]) -> time | None:
    parts = match.groupdict()
    hour, minute = number(match["hour"]), number(parts.get("minute") or "0")
    if parts.get("thirty"):
        minute = 30
    if hour is None or minute is None:
        return None
    hour = _hour(hour, (match["half"] or "").lower())
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _hour(hour: int, half: str) -> int:
    if half in _AFTERNOON and hour < 12:
        return hour + 12
    if half == "中午" and hour < 3:
        return hour + 12
    return 0 if half in ("凌晨", "am") and hour == 12 else hour


def _not_before(start: time, end: time) -> time:
    later = end < start and end.hour < 12 <= start.hour
    return end.replace(hour=end.hour + 12) if later else end


def roc(day: date) -> str:
    """Return *day* in the calendar of the Republic: 112年2月11日."""
    return f"{day.year - ROC_OFFSET}年{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """Return the day of the week as 星期 counts it: 一 to 六, 日."""
    return _WEEKDAYS[day.weekday()]
