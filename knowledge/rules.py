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

from knowledge import speaking, times
from knowledge.codes import coded
from knowledge.dates import NUMERAL, number
from knowledge.ordinals import ordinals
from knowledge.paired import beside
from knowledge.regex import regex
from knowledge.scope import LEVELS, Remainder, Scopes

_EVERY = regex(
    rf"(?P<n>{NUMERAL})(?:场|次)(?:的)?(?:会议|会)|^[那这]?(?P<m>{NUMERAL})场(?=[各分都呢])|(?:每一?|各|历|历届|所有|全部)(?:的)?(?:场|次)(?:的)?(?:会议|会)?|所有(?:的)?会议|(?:目前|到目前)为止开过的会议"
)
_AT_MEETING = regex("[上里中](?!次|一次|回|面|长|民)")
_PLACE_BEFORE = regex(
    "[\u4e00-\u9fff]{1,4}(?:[县市乡镇溪河江湖]|(?<![社园校地市辖灾])区|国小|国中|高中|大学|医院|公司)$"
)
_NAMED = regex("(?![我你他她咱本该这那此全各同每某哪隔贵今昨明去])[\u4e00-\u9fff]{2,3}")
_CALLED_IN_ENGLISH = regex(r"(?<![a-z-])(?P<name>[a-z]+) (?:meeting|session|conference)")
_ON_IN_ENGLISH = regex(
    r"(?:meeting|session|conference|talks?|meet|met|gather(?:ed)?|convened?) (?:on|about|over|regarding|to discuss) (?:the )?(?:(?:us|u\.s\.|american|trump(?:'s)?) )?(?P<name>[a-z]+?)s?(?![a-z])"
)
# 在哪裡開會談關稅: what they met for
_MET_FOR = regex(
    "(?:开会|碰面|见面|聚会)(?:一起)?(?:谈|讨论|商量|商讨|研商|因应)(?:美国|川普)?的?(?P<name>[\u4e00-\u9fff]{2})"
)
# 新北那次火災 is what happened there, and no meeting
_EVENT = (
    "大?火[灾警]?|地震|台风|风灾|水灾|淹水|车祸|事故|意外|爆炸|气爆|停电|灾害|疫情|选举|罢工|土石流"
)
_CALLED = regex(
    rf"(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?:的)?(?P<end>[那当][一两二三]?[场次回天](?!的?(?:{_EVENT}))|这一?[场次]|会议|开会|开完会|那一?个会|会(?=上(?![次一周月星礼个市海])|中(?![心央国午山正])|里(?![长民办]))|(?<=的)会(?=[是在从几什何哪有谁由,上后最到]|开完|结束)|会(?=开[到了完多在]|几点|散会))"
)
_HELD = regex("(?<=..)(?:召?[开办]|[做作]东|主办|承办|举[行办])的?$")  # 因應關稅開的那次會
# 七月在基隆講了什麼: where whoever spoke was, beside when
_SPOKE_IN = regex(
    "[在到去于](?P<place>[\u4e00-\u9fff]{2,3}?)[市县]?(?:那边|那里)?(?=[讲说谈提]|受访|联访|发言|表示|怎么[讲说]|有没有[讲说提谈])"
)
_TO_PRESS = regex("(?:接受)?(?:媒体|记者)?的?(?:受访|联访|采访|访问)")
_LEVEL_MEETING = regex(r"(?P<level>副?(?:市长|首长))(?:层级)?(?:的)?会议")
_OF_YEAR = regex(r".*年(?:度|里|内)?(?:的|开的?)?第[^年]*$")  # 第一次會議 of a year that is named
_NAME = regex(  # 本所 is whoever writes
    "(?!本|.*[第届年月日次的之与及一二三四五六七八九十])(?!.和.|..和|和)[\u4e00-\u9fff]{2,4}"
)
_ITS_OFFICE = regex("公所|政府")
_GLOSS = regex("[a-z]{2,6}(?![a-z])")
_POINTS = regex(f"(?:[这那哪每各几]|{NUMERAL})[个项件]$")
_POINTS_OR_DEPUTY = regex(f"副|{_POINTS.pattern}")  # 那個議題會議最後怎麼…
_LONGEST_NAME = 4  # characters
_SCHOOL_YEAR = regex(rf"{NUMERAL}学年度?|第{NUMERAL}学期")
Rule: TypeAlias = Callable[[Scopes, Remainder, date], Remainder]


def read(scopes: Scopes, folded: str, today: date) -> Remainder:
    """Apply all rules to the *folded* question; *today* says what 去年 and 上次 mean."""
    remainder = Remainder(folded)
    for rule in RULES:
        remainder = rule(scopes, remainder, today)
    return remainder


def _nicknames(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    for nickname in scopes.lexicon.nicknames:
        found = nickname.pattern.search(rest.text)
        if found and not _OF_YEAR.match(rest.text[: found.end()]):
            ids = scopes.heads.on(nickname.date) & scopes.heads.of_series(nickname.series)
            counts = found[0].startswith(("第", "首"))  # 某審議會第1次會議 is another's first
            another = counts and rest.body is not None and not ids & rest.body
            if ids and not another:
                for again in nickname.pattern.finditer(rest.text):
                    rest = rest.blank(*again.span())
                rest = rest.within(ids)
    return rest


def _bodies(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """北濱科大, 新竹都委會: the meetings of a body, by any abbreviation of its name."""
    for called in scopes.names.find(rest.text):
        if len(called.meetings) == len(scopes.heads):
            continue  # names them all, and so tells none apart
        words = "".join(rest.text[place] for place in called.places)
        points = _POINTS.search(rest.text[: called.places[0]])
        if points and not any(scopes.heads.text(i).startswith(words[:3]) for i in called.meetings):
            continue  # 那個議題會議最後怎麼…, but 那個南嶼縣道安會報
        if other := _of_another_place(scopes, rest.text[: called.places[0]], called.meetings):
            return rest.lacking(other + words)
        for place in called.places:
            rest = rest.blank(place, place + 1)
        if words[-1] in "乡镇市区县" and (
            office := _ITS_OFFICE.match(rest.text, called.places[-1] + 1)
        ):
            rest = rest.blank(*office.span())  # 鹿野鄉|公所, whose meeting bears another name
        if called.firm and _AT_MEETING.match(rest.text, called.places[-1] + 1):
            rest = rest.blank(called.places[-1] + 1, called.places[-1] + 2)  # 公聽會上|林里長
        gloss = _GLOSS.match(rest.text, called.places[-1] + 1)
        if gloss and not scopes.frequency(gloss[0]):
            rest = rest.blank(*gloss.span())  # 附醫IRB
        soft = () if called.firm else (words,)
        rest = rest.within(called.meetings)
        body = called.meetings | (rest.body or frozenset())
        rest = replace(rest, body=body, called=(*rest.called, *soft))
    return _school_year(scopes, rest)


def _of_another_place(scopes: Scopes, before: str, meetings: frozenset[str]) -> str:
    """Return the place right before a body's name that is not in it: 濁水溪 of 濁水溪流域委員會."""
    found = _PLACE_BEFORE.search(before)
    word = _place_at_end(scopes, found[0]) if found else ""
    ours = not word or any(word in scopes.heads.text(one) for one in meetings)
    return "" if ours or len(word) < 2 else word


def _place_at_end(scopes: Scopes, words: str) -> str:
    """Return the place that *words* end with; 池上鄉 is two words, of which no minutes speak."""
    *before, last = scopes.cut(words)
    if len(last) > 1 or not before:
        return last
    name = before[-1] if len(before[-1]) > 1 else "".join(before[-2:])
    return name + last if _NAMED.fullmatch(name) and not scopes.frequency(name + last) else last


def _titled(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """蘭灣, 彭園: a name of no dictionary that only one body's titles, or places, and minutes hold."""
    spelled = (w for w in scopes.heads.spelled(rest.text, _LONGEST_NAME) if _NAME.fullmatch(w))
    names = {word for word in spelled if scopes.is_unknown(word)}
    found = names & scopes.vocabulary(rest.text) if names else ()
    for word in sorted(found, key=lambda word: (-len(word), word)):
        place = rest.text.find(word)
        ids = scopes.heads.holding(word) if place >= 0 else frozenset()
        if word in scopes.lexicon.known or not ids or len(ids) == len(scopes.heads):
            continue
        if scopes.mentioning(word) <= ids and not _calls_somebody(scopes, rest.text, place):
            rest = rest.blank(place, place + len(word)).within(ids)
            rest = replace(rest, body=ids | (rest.body or frozenset()), called=(*rest.called, word))
    return rest


def _calls_somebody(scopes: Scopes, text: str, place: int) -> bool:
    """Tell whether the name at *place* is only part of what somebody is called: 中坪縣長."""
    return any(called.start == place for called in scopes.people.find(text))


def _school_year(scopes: Scopes, rest: Remainder) -> Remainder:
    """114學年度第1學期: as the titles of a school's meetings have it."""
    for match in _SCHOOL_YEAR.finditer(rest.text):
        if rest.body is None:
            break
        plain = match[0].removesuffix("度")
        ids = frozenset(i for i in rest.body if plain in scopes.heads.text(i))
        rest = rest.blank(*match.span())
        rest = replace(rest.within(ids), body=ids) if ids else rest.lacking(match[0])
    return rest


def _every(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    if not (match := _EVERY.search(rest.text)):
        return rest
    counted = match["n"] or match["m"]
    count = number(counted) if counted else None
    if count is not None and count < 2:
        return rest
    return replace(rest.blank(*match.span()), every=True)


def _called(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """晶华那场, 关税会议: words of one meeting's title or place before a word for meeting."""
    for match in _CALLED.finditer(rest.text):
        for start in range(match.start("name"), match.end("name") - 1):
            name = _HELD.sub("", rest.text[start : match.end("name")].strip("的在"))
            inside = bool(_POINTS_OR_DEPUTY.search(rest.text[max(0, start - 3) : start]))
            ids = frozenset() if inside else scopes.called(name)
            if ids:
                return rest.blank(start, match.end()).within(ids)
        if rest.meetings is None and (told := _told(scopes, match)):
            name, ids = told
            rest = rest.blank(match.end("name") - len(name), match.end()).within(ids)
            return replace(rest, called=(*rest.called, name), told=True)
    if (met := _MET_FOR.search(rest.text)) and (ids := scopes.called(met["name"])):
        return rest.blank(*met.span()).within(ids)
    return _called_in_english(scopes, rest)


def _told(scopes: Scopes, match: re.Match[str]) -> tuple[str, frozenset[str]] | None:
    """天燈節那天, 研商循環杯那場: a name and the one meeting whose minutes speak of it."""
    if match["end"] in ("会议", "开会"):
        return None
    words = scopes.cut(match["name"]) if match["end"][0] == "那" else (match["name"],)
    for name in ("".join(words[start:]) for start in range(len(words))):
        means = len(name) > 1 and name not in scopes.lexicon.generic
        means = means and not scopes.people.named(name)  # 張市長那天怎麼說
        ids = scopes.mentioning(name) if means else frozenset()
        if len(ids) == 1:
            return name, ids
    return None


def _called_in_english(scopes: Scopes, rest: Remainder) -> Remainder:
    named = (*_CALLED_IN_ENGLISH.finditer(rest.text), *_ON_IN_ENGLISH.finditer(rest.text))
    for match in named:
        for name in scopes.lexicon.expansions.get(match["name"], ()):
            if ids := scopes.called(name):
                return rest.blank(*match.span()).within(ids)
    return rest


def _spoke_in(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """七月在基隆講了什麼: the place of the meetings that are named anyway, and no subject.

    Where none is named it is the one that was held there: 在基隆受訪說了什麼.
    """
    match = _SPOKE_IN.search(rest.text) if rest.meetings != frozenset() else None
    if match is None or match["place"] not in scopes.lexicon.places:
        return rest
    if rest.meetings is None:
        ids = scopes.called(match["place"]) if _TO_PRESS.match(rest.text, match.end()) else ()
        return rest.blank(*match.span()).within(frozenset(ids)) if len(ids) == 1 else rest
    there = all(match["place"] in scopes.heads.text(one) for one in rest.meetings)
    return rest.blank(*match.span()) if there else rest


def _level(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """副市长层级会议: a level of meeting, which may also be a thing the minutes speak of."""
    if not (match := _LEVEL_MEETING.search(rest.text)):
        return rest
    ids = scopes.heads.of_level(LEVELS[match["level"]])
    if rest.body is not None:  # whose titles may have the same words: 三縣合作平臺首長會議
        titled = frozenset(i for i in rest.body if match[0] in scopes.heads.text(i))
        ids = (ids & rest.body) | titled
    if not ids:
        return replace(rest, absent=match[0])
    if rest.meetings and not ids & rest.meetings:
        return rest.blank(*match.span())  # 8月28日的首長會議 is what was held that day
    return replace(rest.blank(*match.span()), by_level=rest.meetings is None).within(ids)


RULES: tuple[Rule, ...] = (
    _bodies,
    _nicknames,
    _titled,
    times.of_year,
    ordinals,
    times.relative,
    times.half,
    times.by_clock,
    times.dates,
    _level,
    _every,
    _called,
    _spoke_in,
    beside,
    coded,
    speaking.chair,
    speaking.speaker,
    speaking.other_speaker,
)
