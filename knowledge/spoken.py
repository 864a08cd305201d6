"""Dates as people ask with them — 去年四月, July 2025, 1140723 — written out for `dates`.

Only for questions: in minutes a run of seven digits is a date that lost its units, and nobody
may guess it (minutes-formats.md, 4.9).
"""

from __future__ import annotations

import re
from datetime import date

from knowledge.regex import regex

YEARS = {  # how far they are from the one that is now
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "大后年": 3,
    "后年": 2,
    "last year": -1,
    "this year": 0,
}
# 「前年」 in quotation marks is what the minutes say, and no year of the clock.
_YEAR_WORDS = regex(f"(?<![「『最之以往说讲])(?:{'|'.join(YEARS)})(?![」』])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_DATE = regex(
    r"(?:(?P<day_first>[0-3]?[0-9])(?:st|nd|rd|th)? )?(?<![a-z])"
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november"
    r"|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)(?![a-z])"
    r"(?: (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]))?(?:,? ?(?P<year>20[0-9]{2}))?"
)
_ENGLISH_YEAR = regex(
    r"(?<=in )20[0-9]{2}(?![0-9年])|(?<![0-9])20[0-9]{2}(?= [a-z' ]{0,24}(?:meeting|session))"
    r"|(?<![0-9])20[0-9]{2}(?= *(?:那|的那)[场次])|(?<=[a-z] )20[0-9]{2}(?=[ ?.]|$)"
)
_WRITTEN = regex("[0-9a-z]")
_COMPACT = regex(
    r"(?<![0-9])(?P<year>1[0-4][0-9]|20[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9])"
)


# 上個月的主管會報; 上個月電梯壞了幾次 is of no meeting's month
_LAST_MONTH = regex(
    "上个?月(?=(?:底|初|中旬?)?的? {2,}|(?:底|初|中旬?)?[^,。;?]{0,18}?(?:会议|会报|公听会|例会|大会|座谈会|审议会|协调会|说明会|那[场次]))"
)


def absolute(text: str, today: date) -> str:
    """Return folded *text* with its relative, English and compact dates as 2025年7月23日."""
    text = _YEAR_WORDS.sub(lambda match: f"{today.year + YEARS[match[0]]}年", text)
    before = date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)
    text = _LAST_MONTH.sub(f"{before.year}年{before.month}月", text) if "上" in text else text
    if not _WRITTEN.search(text):
        return text
    text = _COMPACT.sub(lambda m: f"{m['year']}年{int(m['month'])}月{int(m['day'])}日", text)
    text = _ENGLISH_DATE.sub(_in_chinese, text)
    return _ENGLISH_YEAR.sub(lambda match: f"{match[0]}年", text)


def _in_chinese(match: re.Match[str]) -> str:
    day = match["day"] or match["day_first"]
    month = _MONTHS.index(match["month"][:3]) + 1
    return (
        f"{match['year'] or ''}{'年' if match['year'] else ''}{month}月{f'{day}日' if day else ''}"
    )
