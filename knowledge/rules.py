"""How a question says which meetings, and whose words, it is about.

Each rule takes the words it understands out of the folded question (blanks of equal length), so
that what remains is the question's subject. A scope that no minutes cover is kept by name: an
honest no says which.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from knowledge.dates import Partial, find_dates, number
from knowledge.scope import Remainder, Scopes
from knowledge.spoken import absolute

_NUMERAL = r"[0-9〇零一二两三四五六七八九十百]+"
_LEVELS = {"市长": "市長層級", "首长": "市長層級", "副市长": "副市長層級", "议题小组": "議題小組"}
_ORDINAL = re.compile(
    rf"第(?P<n>{_NUMERAL})(?:次|届|回|场)(?:的)?(?:基北北桃)?(?:合作)?(?:交流)?(?:平台)?(?:的)?"
    r"(?P<level>副市长|市长|首长|议题小组)?(?:层级)?(?:的)?(?P<meeting>会议|开会|会)?"
)
_ENGLISH_ORDINAL = re.compile(
    r"(?:the )?(?P<n>first|second|third|fourth|fifth|sixth|[0-9]+(?:st|nd|rd|th)) "
    r"(?P<level>deputy mayors?|mayors?)?'?s?'?[ -]?(?:level ?)?(?P<meeting>meeting)"
)
_ENGLISH_NUMBERS = {
    word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)
}
_LAST = re.compile(
    r"(?:上一?次|上一?场|上回|最近(?:的)?一次|最近(?:的)?一场|最近那[次场]|最新(?:的)?(?:一次|一场)?|前一次)(?:的)?(?:会议|开会|市长会议|会)?|(?:the )?(?:last|latest|most recent) meeting"
)
_HALVES = {"上半年": range(1, 7), "下半年": range(7, 13)}
_HALF = re.compile(r"(?:(?P<year>[0-9]{4})年)?(?:的)?(?P<half>上半年|下半年)")
_EVERY = re.compile(
    rf"(?P<n>{_NUMERAL})(?:场|次)(?:的)?(?:会议|会)|(?:每一?|各|历|历届|所有|全部)(?:的)?(?:场|次)(?:的)?(?:会议|会)?|所有(?:的)?会议|(?:目前|到目前)为止开过的会议"
)
_CALLED_IN_ENGLISH = re.compile(r"(?P<name>[a-z]+) (?:meeting|session|conference)")
_CALLED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,10}?)(?:的)?(?P<end>[那当]一?[场次回天]|这一?[场次]|会议|开会)"
)
_LEVEL_MEETING = re.compile(r"(?P<level>副市长|市长|首长)(?:层级)?(?:的)?会议")


_NUMBERED = re.compile(f"第{_NUMERAL}[次届回场]")
_CONCLUDES = re.compile("[提指裁]示|结论")
_SCHOOL_YEAR = re.compile(rf"{_NUMERAL}学年度?|第{_NUMERAL}学期")
_HAN_CHARACTER = re.compile("[\u4e00-\u9fff]")
Rule: TypeAlias = Callable[[Scopes, Remainder, date], Remainder]


def read(scopes: Scopes, folded: str, today: date) -> Remainder:
    """Apply all rules to the *folded* question; *today* says what 去年 and 上次 mean."""
    remainder = Remainder(folded)
    for rule in RULES:
        remainder = rule(scopes, remainder, today)
    return remainder


def _nicknames(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    for nickname in scopes.lexicon.nicknames:
        if found := nickname.pattern.search(rest.text):
            ids = scopes.heads.on(nickname.date) & scopes.heads.of_series(nickname.series)
            rest = rest.blank(*found.span()).within(ids) if ids else rest
    return rest


def _bodies(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """北濱科大, 新竹都委會: the meetings of a body, by any abbreviation of its name."""
    for called in scopes.names.find(rest.text):
        if len(called.meetings) == len(scopes.heads):
            continue  # names them all, and so tells none apart
        words = "".join(rest.text[place] for place in called.places)
        for place in called.places:
            rest = rest.blank(place, place + 1)
        soft = () if called.firm else (words,)
        rest = rest.within(called.meetings)
        body = called.meetings | (rest.body or frozenset())
        rest = replace(rest, body=body, called=(*rest.called, *soft))
    return _school_year(scopes, rest)


def _school_year(scopes: Scopes, rest: Remainder) -> Remainder:
    """114學年度第1學期: as the titles of a school's meetings have it."""
    for match in _SCHOOL_YEAR.finditer(rest.text):
        if rest.body is None:
            break
        plain = match[0].removesuffix("度")
        ids = frozenset(i for i in rest.body if plain in scopes.heads.text(i))
        rest = rest.blank(*match.span())
        rest = replace(rest.within(ids), body=ids) if ids else _uncovered(rest, match[0])
    return rest


def _ordinals(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    meant = [m for m in _ORDINAL.finditer(rest.text) if _means_meeting(scopes, m, rest.text)]
    level = next((m["level"] for m in reversed(meant) if m["level"]), None)
    for match in meant:
        rest = _ordinal(scopes, rest, match, number(match["n"]), match["level"] or level)
    for match in _NUMBERED.finditer(rest.text) if rest.body else ():
        if any(match[0] in scopes.heads.text(i) for i in rest.meetings or ()):
            rest = rest.blank(*match.span())  # 第十二屆, of 第十二屆第五次
    for match in _ENGLISH_ORDINAL.finditer(rest.text):
        digits = re.match("[0-9]+", match["n"])
        count = int(digits[0]) if digits else _ENGLISH_NUMBERS[match["n"]]
        english = {"d": "副市长", "m": "市长"}.get((match["level"] or " ")[0])
        rest = _ordinal(scopes, rest, match, count, english)
    return rest


def _means_meeting(scopes: Scopes, ordinal: re.Match[str], text: str) -> bool:
    """第二次 counts meetings where no other noun follows: 第二次採購會 counts something else."""
    if ordinal["meeting"] or ordinal["level"]:
        return True
    before = text[: ordinal.start()].rstrip()
    if before and _HAN_CHARACTER.match(before[-1]) and not before.endswith(scopes.light_words):
        return False
    after = text[ordinal.end() :].lstrip(" 的,、:")
    if re.match(r"[跟和与及]?第", after):
        return "会" in after
    asks = any(scopes.lexicon.intents[fact].match(after) for fact in scopes.lexicon.fact_words)
    return not after or asks or bool(scopes.light.match(after))


def _ordinal(
    scopes: Scopes, rest: Remainder, match: re.Match[str], count: int | None, level: str | None
) -> Remainder:
    wanted = _LEVELS.get(level or "")
    ids = scopes.heads.numbered(count)
    if wanted is not None:
        ids &= scopes.heads.of_level(wanted)
    if rest.body is not None:
        words = _NUMBERED.search(match[0])
        plain = words is not None and wanted is None
        stated = {i for i in rest.body if plain and words and words[0] in scopes.heads.text(i)}
        ids = (ids & rest.body) or frozenset(stated)
    found = replace(rest.blank(*match.span()), numbered=rest.body is None)
    return found.within(ids, found.body) if ids else _uncovered(found, match[0])


def _uncovered(rest: Remainder, scope: str) -> Remainder:
    return replace(rest, uncovered=(*rest.uncovered, scope))


def _relative(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    last, day = _LAST.search(rest.text), scopes.heads.latest(today)
    return rest.blank(*last.span()).within(scopes.heads.on(day)) if last and day else rest


def _half(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """去年下半年: six months; before the other dates, which would take its year."""
    text = absolute(rest.text, today)
    if not (half := _HALF.search(text)):
        return rest
    year = int(half["year"]) if half["year"] else today.year
    months = _HALVES[half["half"]]
    ids = scopes.heads.within(year, months)
    found = replace(rest, text=text).blank(*half.span())
    return found.within(ids) if ids else _uncovered(found, half[0])


def _dates(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    text = absolute(rest.text, today)
    rest = replace(rest, text=text)
    for span, partial in find_dates(text):
        rest = _dated(scopes, rest, span.cut(text), partial)
    return rest


def _dated(scopes: Scopes, rest: Remainder, words: str, asked: Partial) -> Remainder:
    ids = scopes.heads.dated(asked)
    place = rest.text.find(words)
    found = rest.blank(place, place + len(words))
    if not ids:
        return replace(found, dates=(*rest.dates, words))
    whole_year = asked.month is None and asked.year is not None
    return replace(found, years=(*rest.years, words) if whole_year else rest.years).within(ids)


def _every(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    if not (match := _EVERY.search(rest.text)):
        return rest
    count = number(match["n"]) if match["n"] else None
    if count is not None and count < 2:
        return rest
    return replace(rest.blank(*match.span()), every=True)


def _called(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """晶华那场, 关税会议: words of one meeting's title or place before a word for meeting."""
    for match in _CALLED.finditer(rest.text):
        for start in range(match.start("name"), match.end("name") - 1):
            name = rest.text[start : match.end("name")].strip("的在")
            inside = "副" in rest.text[max(0, start - 3) : start]
            ids = frozenset() if inside else scopes.called(name)
            if ids:
                return rest.blank(start, match.end()).within(ids)
        if rest.meetings is None and (ids := _told(scopes, match)):
            rest = rest.blank(match.start("name"), match.end()).within(ids)
            return replace(rest, called=(*rest.called, match["name"]), told=True)
    return _called_in_english(scopes, rest)


def _told(scopes: Scopes, match: re.Match[str]) -> frozenset[str]:
    """天燈節那天: the one meeting whose minutes speak of it."""
    if match["end"] in ("会议", "开会") or match["name"] in scopes.lexicon.generic:
        return frozenset()
    ids = scopes.mentioning(match["name"])
    return ids if len(ids) == 1 else frozenset()


def _called_in_english(scopes: Scopes, rest: Remainder) -> Remainder:
    for match in _CALLED_IN_ENGLISH.finditer(rest.text):
        for name in scopes.lexicon.expansions.get(match["name"], ()):
            if ids := scopes.called(name):
                return rest.blank(*match.span()).within(ids)
    return rest


def _speaker(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    text = rest.text
    for found in scopes.people.find(text):
        name = scopes.people.named(found.cut(text))
        if (
            name is None
            or _CONCLUDES.match(text, found.end)
            or _parts_word(scopes, text, found.end)
        ):
            continue  # 縣長提示 is a part of the minutes, and 縣|長照 is no 縣長
        office = scopes.offices.match(text, found.end)  # 溫若蘭副市長: one person
        rest = rest.blank(found.start, office.end() if office else found.end)
        rest = replace(rest, speakers=tuple(dict.fromkeys((*rest.speakers, name))))
    return rest


def _parts_word(scopes: Scopes, text: str, end: int) -> bool:
    """Tell whether a known word goes on across *end*."""
    return text[end - 1 : end + 1] in scopes.lexicon.vocabulary


def _level(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """副市长层级会议: a level of meeting, which may also be a thing the minutes speak of."""
    if not (match := _LEVEL_MEETING.search(rest.text)):
        return rest
    ids = scopes.heads.of_level(_LEVELS[match["level"]])
    if not ids:
        return replace(rest, absent=match[0])
    return replace(rest.blank(*match.span()), by_level=rest.meetings is None).within(ids)


RULES: tuple[Rule, ...] = (
    _nicknames,
    _bodies,
    _ordinals,
    _relative,
    _half,
    _dates,
    _level,
    _every,
    _called,
    _speaker,
)
