"""Ordinals in a question: 第2次市長層級會議, 第1387次和第1388次, the third meeting."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from knowledge.dates import NUMERAL, number
from knowledge.regex import regex
from knowledge.scope import LEVELS, Remainder, Scopes

_ORDINAL = regex(
    rf"第(?P<n>{NUMERAL})(?:次|届|回|场)(?:的)?(?:基北北桃)?(?:合作)?(?:交流)?(?:平台)?(?:的)?"
    r"(?P<level>副?(?:市长|首长)|议题小组)?(?:层级)?(?:的)?(?P<meeting>会议|开会|会)?"
)
# 那1388次呢; 都委會350次會議, behind the blank that the body's name has left
_BARE = regex("(^那么?|^换|^那个|  )(?=[0-9]{1,4}次(?:会|委员|$|[^,。;?]{0,3}[?呢]))")
_ENGLISH_ORDINAL = regex(
    r"(?:the )?(?P<n>first|second|third|fourth|fifth|sixth|[0-9]+(?:st|nd|rd|th)) "
    r"(?P<level>(?:deputy|vice)[ -]mayors?|mayors?)?'?s?'?[ -]?(?:level ?)?(?P<meeting>meeting)"
)
_ENGLISH_NUMBERS = {
    word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)
}
_ANOTHER = regex(" *[跟和与及、]第")
_OTHER_MEETING = regex(" *[跟和与及、](?:[^,。;?第]{1,10}?(?:会议|那[场次])|  )")
_NUMBERED = regex(f"第{NUMERAL}[次届回场]")
# 第一次到基隆開會嗎 counts what somebody does; 第三次到底決定了什麼 counts meetings.
_DOES = regex(
    "(?:提|说|讲|谈)到|出现|(?:到(?![底了场齐]|几)|来(?![了的的]|几|多少)|去(?![了]|哪)|造访|拜访|踏)[\u4e00-\u9fff ]"
)
# 第二場的結論 stands in its own minutes alone; how it was carried out stands in the next ones.
_ITS_OWN = regex("[ 的]*(?:结论|决议|决定|裁示|纪录|谁|怎么(?:说|决)|通过)")
_TRACKS = regex("列管|[办执]理?行?情形|追踪|管考|完成了?[几多]|落实|做到哪")
_HAN_CHARACTER = regex("[\u4e00-\u9fff]")


def ordinals(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    if _BARE.search(rest.text):
        rest = replace(rest, text=_BARE.sub(r"\1第", rest.text))
    found = _ORDINAL.finditer(rest.text)
    meant = [m for m in found if _means_meeting(scopes, m, rest.text, named=rest.body is not None)]
    level = next((m["level"] for m in reversed(meant) if m["level"]), None)
    for match in meant:
        shared = None if match["meeting"] else level  # 第2次跟第3次市長層級會議
        rest = _ordinal(scopes, rest, match, number(match["n"]), match["level"] or shared)
    for match in _NUMBERED.finditer(rest.text) if rest.body else ():
        if any(match[0] in scopes.heads.text(i) for i in rest.meetings or ()):
            rest = rest.blank(*match.span())  # 第十二屆, of 第十二屆第五次
    for match in _ENGLISH_ORDINAL.finditer(rest.text):
        digits = re.match("[0-9]+", match["n"])
        count = int(digits[0]) if digits else _ENGLISH_NUMBERS[match["n"]]
        english = {"d": "副市长", "v": "副市长", "m": "市长"}.get((match["level"] or " ")[0])
        rest = _ordinal(scopes, rest, match, count, english)
    return rest


def _means_meeting(
    scopes: Scopes, ordinal: re.Match[str], text: str, *, named: bool = False
) -> bool:
    """第二次 counts meetings where no other noun follows: 第二次採購會 counts something else.

    Beside the blank that a body's name has left (*named*) it counts the meetings of that body.
    """
    if ordinal["meeting"] or ordinal["level"]:
        return True
    blank = " "
    around = text[ordinal.start() - 1 : ordinal.start()], text[ordinal.end() : ordinal.end() + 1]
    if named and (blank in around or _ANOTHER.match(text, ordinal.end())):
        return True
    before = text[: ordinal.start()].rstrip()
    if before and _HAN_CHARACTER.match(before[-1]) and not before.endswith(scopes.light_words):
        return False
    after = text[ordinal.end() :].lstrip(" 的,、:")
    if _DOES.match(after):
        return False
    if _ANOTHER.match(text, ordinal.end()):  # 第二次跟第三次各在哪裡: as the next of them
        following = _ORDINAL.search(text, ordinal.end())
        also = following is not None and _means_meeting(scopes, following, text)
        return "会" in after or named or also
    if _OTHER_MEETING.match(text, ordinal.end()):
        return True
    blanked = 2 * blank + after  # as it stands where the ordinal is taken out
    facts = scopes.lexicon.fact_words
    asks = any(scopes.lexicon.intents[fact].match(blanked, 2) for fact in facts)
    return not after or asks or bool(scopes.light.match(after))


def _ordinal(
    scopes: Scopes, rest: Remainder, match: re.Match[str], count: int | None, level: str | None
) -> Remainder:
    wanted = LEVELS.get(level or "")
    ids = scopes.heads.numbered(count)
    if wanted is not None:
        ids &= scopes.heads.of_level(wanted)
    words = _NUMBERED.search(match[0])
    if rest.body is not None:
        plain = words is not None and wanted is None
        stated = {i for i in rest.body if plain and words and words[0] in scopes.heads.text(i)}
        same = scopes.heads.numbered(count) & rest.body
        without_level = frozenset(i for i in same if scopes.heads[i].level is None)
        series = scopes.of_same_series(tuple(rest.meetings or ()))  # 晶華那場跟第三次
        ids = (ids & rest.body) or without_level or frozenset(stated) or (ids & series)
    found = replace(rest.blank(*match.span()), numbered=rest.body is None)
    if ids:
        return found.within(ids, found.body)
    a_meeting = match["meeting"] or rest.text[match.end() : match.end() + 1] == " "
    when = any(scopes.lexicon.intents[name].search(rest.text) for name in ("time", "place"))
    tracks = _TRACKS.search(rest.text)
    its_own = not tracks and _ITS_OWN.match(rest.text, match.end())
    if rest.body and words and not its_own and (when or tracks or not a_meeting):
        # 第一場公聽會是哪天, of which the minutes of the second speak
        spoken = (words[0], f"第{count}{words[0][-1]}", f"首{words[0][-1]}" if count == 1 else "")
        said = next((w for w in spoken if w and scopes.mentioning(w) & rest.body), None)
        if said:
            return replace(found, dates=(*found.dates, said))
    return found.lacking(match[0].rstrip("的 "))
