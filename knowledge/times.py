"""Times in a question: 去年下半年, 114年的第一場會, 上上次, 四月, by the clock and by the record."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from knowledge.dates import NUMERAL, Partial, digits, find_dates, number
from knowledge.model import Head
from knowledge.regex import regex
from knowledge.scope import Remainder, Scopes
from knowledge.spoken import absolute

_LAST = regex(
    r"(?:上一?次(?!听|看到|看过|问|有人|有听)|上一?场|上回(?![报答应覆复到])|最近(?:的)?一次|最近(?:的)?一场|最近那[次场]|最新(?:的)?(?:一次|一场|(?=的?(?:会议|开会|会)(?![计员费]))|(?=那?[次场]))|前一次)(?:的)?(?:会议|开会|市长会议|会)?|(?:the )?(?:last|latest|most recent) meeting"
)
_EARLIEST = regex(
    "(?<!年)(?<!年的)最[早初先](?:的|那)?一?(?:[次场]的?(?:会议|开会|市长会议|会)?|会议)"
)
_BEFORE_LAST = regex(
    r"(?:(?P<ups>上{2,})一?|大上|前前一?)[次场回](?:的)?(?:会议|开会|市长会议|会)?"
)
_REPUBLIC = 1911  # the year before its first
_HALVES: dict[str, Sequence[int]] = {
    "上半年": range(1, 7),
    "下半年": range(7, 13),
    "春天": (3, 4, 5),
    "夏天": (6, 7, 8),
    "秋天": (9, 10, 11),
    "冬天": (12, 1, 2),
    "年初": (1, 2, 3),
    "年中": (5, 6, 7, 8),
    "年底": (10, 11, 12),
}
# A season without its year is a scope only where a meeting follows.
_HALF = regex(
    r"(?:(?P<year>[0-9]{3,4})年度?(?:的)?)?(?P<half>上半年|下半年)"
    r"|(?P<of>[0-9]{3,4})年(?:的)?(?P<part>春天|夏天|秋天|冬天|(?:春|夏|秋|冬|年?初|年?中|年?底)(?=那|的?[会场次]|开|办|$))"
)
_OF_MEETING = regex("那|的?[会场次]|开|办")
_NTH_OF_YEAR = regex(
    rf"(?P<year>(?:[0-9]{{4}}|(?:民国)?{NUMERAL})年)(?:度)?(?:里|内)?(?:的|开的?|召开的?|举行的?|办的?|所)*"
    rf"(?:第(?P<n>{NUMERAL})|(?P<last>最后一)|最[早初]的?一)[次场](?:的)?(?:会议|会)?(?!市长|副市长|首长|委员|大会|公听|区务|校务|理事)"
)
_MOVED_TO = regex("[改延移挪后前][期到至在]{0,2}$")  # 改到11月
_UNTIL = regex("(?:份)?(?:[起前后]|以[前后]|之[前后]|开始|为止|截止|才[能会要可])")
_IF = regex("(?:如果|要是|若是?|假如|倘若|万一|截至|截止|自|从)(?:到了?)?$")
_MEETING_AFTER = regex(" *(?:的|召开的?|开的?|举行的?)?[\u4e00-\u9fff]{0,8}(?:会议|开会|那[场次])")

# 禮拜五那場, 下午兩點半開始的那場: by the day of the week, by the clock
_WEEKDAY = regex(
    "(?:星期|礼拜|周)(?P<day>[一二三四五六日天])(?:[开办]|举行|召开)?的?那一?[场次](?:的)?(?:会议?)?"
)
_STARTED = regex(
    rf"(?P<part>上午|早上|下午|晚上|傍晚)?(?P<hour>{NUMERAL})点(?:(?P<half>半)|(?P<minute>{NUMERAL})分?)?(?:开始|开会|开)的?那一?[场次](?:的)?(?:会议?)?"
)
_NOON = 12
_TOLD = regex("(?<=长[说讲])[去前]年(?=[^的度第开]{2})")  # who spoke says which year he means
_TAKES_TURNS = regex(
    "轮(?:到|值|办|流)|接棒|东道主|[做作]东|(?:谁|哪一?个?(?:县市|城市|市))[^,。;?]{0,4}(?:主办|承办)"
)  # 今年輪到誰 is told by a plan


def of_year(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """114年的第一場會: the nth meeting of a year, where its titles do not count by themselves."""
    text = absolute(rest.text, today)
    match = _NTH_OF_YEAR.search(text)
    if match is None or rest.body is not None:
        return rest
    year = next((partial.year for span, partial in find_dates(match["year"])), None)
    held = sorted(scopes.heads.dated(Partial(year, None, None))) if year else []
    place = -1 if match["last"] else (number(match["n"] or "1") or 1) - 1
    if not -1 <= place < len(held) or not held:
        return rest
    found = replace(rest, text=text).blank(*match.span())
    return found.within(frozenset((held[place],)))


def by_clock(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """禮拜五那場, 兩點半開始的那場: the meetings of a day of the week, or that began at a time."""
    weekday = _WEEKDAY.search(rest.text)
    match = weekday or _STARTED.search(rest.text)
    if match is None:
        return rest
    fits = _on_weekday(weekday["day"]) if weekday else _begun(match)
    ids = frozenset(one for one in rest.meetings or scopes.heads if fits(scopes.heads[one]))
    return rest.blank(*match.span()).within(ids) if ids else rest.lacking(match[0])


def _on_weekday(day: str) -> Callable[[Head], bool]:
    number_of_day = "一二三四五六日".find(day.replace("天", "日"))
    return lambda head: head.date is not None and head.date.weekday() == number_of_day


def _begun(match: re.Match[str]) -> Callable[[Head], bool]:
    """Tell whether a meeting began then; two o'clock is at two or at fourteen."""
    hour = number(match["hour"]) or 0
    minute = 30 if match["half"] else number(match["minute"] or "0") or 0
    hours = {hour} if match["part"] in ("上午", "早上") else {hour, hour + _NOON}
    hours -= {hour} if match["part"] in ("下午", "晚上", "傍晚") and hour < _NOON else set()
    return lambda head: (
        head.start is not None and head.start.hour in hours and head.start.minute == minute
    )


def relative(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    if before := _BEFORE_LAST.search(rest.text):
        days = scopes.heads.days()
        place = bisect_right(days, today) - len(before["ups"] or "上上")
        ids = scopes.heads.on(days[place]) if place >= 0 else frozenset()
        return rest.blank(*before.span()).within(ids) if ids else rest.lacking(before[0])
    if (first := _EARLIEST.search(rest.text)) and scopes.heads.days():
        ids = rest.body or scopes.heads.on(scopes.heads.days()[0])
        return rest.blank(*first.span()).within(frozenset((min(ids),)))  # ids begin with the date
    last, day = _LAST.search(rest.text), scopes.heads.latest(today)
    if last and rest.body and day and not scopes.heads.on(day) & rest.body:
        held = (
            one
            for d in reversed(scopes.heads.days())
            if d <= today
            for one in (scopes.heads.on(d) & rest.body,)
        )
        of_body = next(filter(None, held), None)
        return rest.blank(*last.span()).within(of_body) if of_body else rest
    return rest.blank(*last.span()).within(scopes.heads.on(day)) if last and day else rest


def half(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """去年下半年: six months; before the other dates, which would take its year."""
    text = absolute(rest.text, today)
    half = _HALF.search(text)
    if half is None or (rest.body is not None and not (half["year"] or half["of"])):
        return rest  # 上半年 of a body whose minutes are named is the minutes', not the clock's
    year = int(half["year"] or half["of"] or today.year)
    year += _REPUBLIC if year < _REPUBLIC else 0
    named = half["half"] or half["part"]
    months = next(m for name, m in _HALVES.items() if named.strip("年") in name)
    ids = scopes.heads.within(year, months)
    season = half["part"] and not _OF_MEETING.match(text, half.end())
    if season and not ids:
        return rest  # 2024年秋天的旅展 is no meeting's time
    found = replace(rest, text=text).blank(*half.span())
    happened = half["half"] and not (half["year"] or _OF_MEETING.match(text, half.end()))
    found = replace(found, spoken=half[0]) if happened else found  # 上半年的準點率
    return found.within(ids) if ids else found.lacking(half[0])


def dates(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    told = _TOLD.sub(lambda match: " " * len(match[0]), rest.text)
    text = absolute(told, today)
    rest = rest if text == rest.text else replace(rest, text=text)
    for span, partial in find_dates(text):
        rest = _dated(scopes, rest, span.cut(text), partial, today)
    return rest


def _dated(scopes: Scopes, rest: Remainder, words: str, asked: Partial, today: date) -> Remainder:
    ids = scopes.heads.dated(asked)
    place = rest.text.find(words)
    found = rest.blank(place, place + len(words))
    month = asked.year is None and asked.day is None
    if (
        month
        and (_MOVED_TO.search(rest.text[:place]) or _is_of_matter(rest.text, place, words))
        and not _of_meeting(rest.text, place + len(words))
    ):
        return replace(found, dates=(*rest.dates, digits(words)))
    if rest.body is not None:
        ids &= rest.body
        whole = (
            asked.year is not None or asked.day is not None
        )  # 10月 of 113年1到10月 is no meeting's
        if not ids and whole and _of_meeting(rest.text, place + len(words)):
            return found.lacking(words)
    to_come = (asked.year or 0) > today.year and not _of_meeting(rest.text, place + len(words))
    if to_come and asked.month is None:
        return replace(found, dates=(*rest.dates, digits(words)))
    if asked.month is None and asked.year and _TAKES_TURNS.search(rest.text):
        return replace(found, dates=(*rest.dates, f"{asked.year}年"))  # in either calendar
    if not ids:
        return replace(found, dates=(*rest.dates, digits(words)))
    whole_year = asked.month is None and asked.year is not None
    of_meeting = _of_meeting(rest.text, place + len(words))
    chosen = whole_year or of_meeting or rest.meetings is not None
    found = replace(found, spoken="" if chosen else digits(words))
    return replace(found, years=(*rest.years, words) if whole_year else rest.years).within(ids)


def _is_of_matter(text: str, place: int, words: str) -> bool:
    """Tell whether the month *words* at *place* says when something is to be: 如果九月沒颱風, 十一月起."""
    return bool(_UNTIL.match(text, place + len(words)) or _IF.search(text[:place]))


def _of_meeting(text: str, end: int) -> bool:
    """Tell whether a date that ends at *end*, before a meeting or the blank of its name, says when a body met."""
    return bool(re.match("的? ", text[end:])) or bool(_MEETING_AFTER.match(text, end))
