"""Whose words a question is about: who presided, who spoke, by name, office or body."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from knowledge.model import Span
from knowledge.regex import regex
from knowledge.scope import Remainder, Scopes
from knowledge.text import beginnings, fold

_FEW = 4
_RULES = "(?:[提指裁]示|结论|交代|要求|决定|叫|请)"
_SAYS = regex(
    "说|解释|交代|讲|谈|表示|认为|主张|建议|发言|提到|质疑|抱怨|回应|看法|意见|怎么看|担心"
)
_HOLDS = regex("反对|赞成|支持|希望|要求|强调|不满|担忧|疑虑|理由|为什么|为何")
_OFFICE = "委员|代表|院长|校长|局长|处长|主任|理事长?|监事|议员|里长|村长|乡长|镇长|老师|教授|经理|董事长?|先生|女士"
# 簡立中院長, 簡院長立中
_FULL_NAME = regex(
    f"(?:(?P<surname>[\u4e00-\u9fff])(?:{_OFFICE})(?P<given>[\u4e00-\u9fff]{{2}})"
    f"|(?P<before>[\u4e00-\u9fff]{{3}})(?:副?(?:{_OFFICE}))?)"
)
# 環保局長說罰了多少: an office without a name; who it is, the minutes say before the words.
_OFFICE_SAYS = regex(
    "(?P<surname>[\u4e00-\u9fff]?)(?P<office>副?(?:[县市乡镇区里村局处科所院校署司馆课组部会]长|理事长|董事长|秘书长|总干事|主委|主任委员|主任|总?经理))"
    "(?:[^,。;?]{0,4}|(?:对|就|针对)[^,。;?]{2,24}?)(?:说|讲|谈|表示|认为|主张|建议|承诺|答应|提到|回应|回答|解释|交代|[怎如][么何样]+[回答]|希望|报告)"
)
# 溫理事說租金應該多少: a member by surname
_MEMBER_SAYS = regex(
    "(?<![\u4e00-\u9fff])(?![各该某本两三几副女男全每这那名位新外校内专业学家村里地会员老])"
    "(?P<surname>[\u4e00-\u9fff])(?P<office>理事(?!长)|监事|委员(?!会)|代表(?!会)|议员|董事(?!长)|顾问|教授|老师|里长|村长)"
    "(?:[^,。;?]{0,3})(?:说|讲|表示|认为|觉得|主张|建议|提到|质疑|怎么看)"
)
# 嘉義縣環保局對分攤有什麼不滿: a body, whose people speak for it
_BODY_SPEAKS = regex(
    "(?:请问)?(?P<who>[\u4e00-\u9fff]{3,10}?(?:局|处|署|府|公所|[公协学工]会|联盟|公司|院|校|大学))"
    "(?:对|就|针对|为什么|为何|认为|觉得|主张|质疑|反对|希望|担心)"
)
# 西濱的偵測器，公路局說明年能做幾組: the same behind what it speaks of
_BODY_SAYS = regex(
    "[,。;? ](?P<who>[\u4e00-\u9fff]{2,8}?(?:局|处|署|公所|[公协学工]会|公司))(?:那边|当场|后来|最后)?(?:说|表示|认为|主张|回应|回复|答应|承诺)(?!明(?!年|天))"
)
_WHICH_OFFICE = regex(
    "(?:哪一?[位个]|是)(?P<office>委员|议员|代表|里长|理事|监事|董事|局长|处长|科长|老师|家长|同学)"
)
_ECHOES = regex("(?:呼应|附和|认同|赞同|支持|引用|回应)(?:了|到)?$")  # 誰附和了侯市長
_CONCLUDES = regex("(?:的|在)?(?:主席)?(?:[提指裁]示|结论)")


def speaker(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    text = rest.text
    for found in scopes.people.find(text):
        name = scopes.people.named(found.cut(text))
        if (
            name is None
            or _CONCLUDES.match(text, found.end)
            or _ECHOES.search(text[: found.start])
            or _parts_word(scopes, text, found.end)
            or _is_anothers(scopes, text, found)
        ):
            continue  # 縣長提示 is a part of the minutes, and 縣|長照 is no 縣長
        office = scopes.offices.match(text, found.end)  # 溫若蘭副市長: one person
        rest = rest.blank(found.start, office.end() if office else found.end)
        rest = replace(rest, speakers=tuple(dict.fromkeys((*rest.speakers, name))))
    return rest


def other_speaker(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """簡立中院長談月費時怎麼說: somebody who spoke and presided nowhere."""
    says = _SAYS.search(rest.text)
    if rest.speakers or not (says or _HOLDS.search(rest.text)):
        return rest
    places = beginnings(scopes.cut(rest.text))
    for match in filter(None, (_FULL_NAME.match(rest.text, place) for place in places)):
        called = match["before"] or match["surname"] + match["given"]
        if name := scopes.speaker(called):
            return replace(rest, voice=name)
        if says and _is_person(scopes, called) and scopes.frequency(called):
            return replace(rest, voice=called)  # who reported, or is named with an office
    body = _BODY_SPEAKS.match(rest.text) or _BODY_SAYS.search(rest.text)
    if body:
        return replace(rest, office=body["who"])
    return _office_speaks(scopes, rest) if says else rest


def _office_speaks(scopes: Scopes, rest: Remainder) -> Remainder:
    """Take in the office of whoever speaks, and the surname where it is given."""
    if asked := _WHICH_OFFICE.search(rest.text):
        return replace(rest, office=asked["office"])
    if member := _MEMBER_SAYS.search(rest.text):
        return replace(rest, office=member["surname"] + member["office"])
    if office := _OFFICE_SAYS.search(rest.text):
        surname = office["surname"] if office["surname"] in scopes.lexicon.surnames else ""
        return replace(rest, office=surname + office["office"])
    return rest


def _is_person(scopes: Scopes, called: str) -> bool:
    """Tell whether three characters are a name that no dictionary has: 劉和然."""
    meant = not set(called[1:]) & set("的了在是有副")
    return called[0] in scopes.lexicon.surnames and scopes.is_unknown(called) and meant


def chair(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """劉區長指示了什麼: who presided at the meeting that is named, and ruled."""
    for meeting_id in sorted(rest.meetings or ())[:_FEW]:
        for chair in scopes.heads[meeting_id].chairs:
            if not chair.title:
                continue
            name, title = fold(chair.name), fold(chair.title)
            if title not in rest.text and name not in rest.text:
                continue
            city = scopes.heads.text(meeting_id)[:2]  # 宜蘭縣長, of 宜蘭縣政府縣務會議
            called = rf"(?:{name[:1]}{title}(?:{name[1:]})?|{name}(?:{title})?|(?<![\u4e00-\u9fff])(?:{city})?{title})"
            if found := re.search(rf"{called}(?=.{{0,16}}{_RULES})", rest.text):
                return rest.blank(*found.span())
    return rest


def _is_anothers(scopes: Scopes, text: str, found: Span) -> bool:
    """Tell whether a given name is somebody else's: 葉國樑 spoke, and is not 謝國樑."""
    surname = text[found.start - 1 : found.start]
    return surname in scopes.lexicon.surnames and bool(
        scopes.speaker(text[found.start - 1 : found.end])
    )


def _parts_word(scopes: Scopes, text: str, end: int) -> bool:
    """Tell whether a known word goes on across *end*."""
    return text[end - 1 : end + 1] in scopes.lexicon.vocabulary
