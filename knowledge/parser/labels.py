"""The words that say what a line is: 時間, 主席, 報告事項, 提案一, 說明, 決議, 散會 …

A label counts at the start of a line (after its number) when a colon, a
bracket with a colon, or the end of the line follows; letters may be spaced out (決　議).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Fact
from knowledge.parser.closings import ADJOURNED, closes
from knowledge.parser.numbered import FILED, ITEM, NUMERAL
from knowledge.parser.roles import PARTS, Role
from knowledge.parser.themes import theme
from knowledge.parser.words import ALL_DISPOSED, ANALYSED, HOW_FAR, TWO_OFFICES, WORDS
from knowledge.regex import regex

_ATTENDANCE = regex(
    r"\s*(?P<word>(?:[勞資甲乙官民各]方)?[應實]?[出列缺]\s*席(?![^:]{0,8}(?:意見|發言|建議|提問)\s*:\s*$)[^:,。]{0,24}?|委\s+員)\s*:\s*"
)
# 主計室意見：… on an item; among others who speak it is one of them.
_VIEWED = regex(r"\s*(?P<word>[^\s:。,、()「」]{1,10}?[局處署部院科課室所組]意見)\s*:\s*(?=\S)")
_DISPOSED = regex(
    r"\s*(?P<word>[^\s:。,]{2,24}):\s*(?P<value>\(?(?:無|略|洽悉|備查|准予備查|同意備查|紀錄確定|確定)\)?。?)\s*$"
)
# 應到理事 9 人，實到 8 人 needs no colon.
_COUNTED = regex(
    r"\s*(?P<word>(?:應到|應出席|實到|實際出席)[^\s:,。\d]{0,8}?)\s*[〇○零一二三四五六七八九十百\d]{1,5}\s*[人位名席]"
)
_WHO = regex("[人者]$")
_DECIDED = regex(r"(?:[。;:]|\([^()]*票[^()]*\))\s*$")  # 附帶決議　請交通局研議。
_FACT, _NAMES = 80, 400  # characters of a fact without a colon, and of those who are present
_ANSWERED = regex(r"\(?(?:無|略|洽悉)\)?。?$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line. `name` is its end; the value begins at `value`."""

    role: Role
    name: int
    value: int
    fact: Fact | None = None
    colon: bool = False
    word: str = ""
    person: str | None = None  # who speaks, where the head names that one


_BETWEEN_NAMES = frozenset(("共同主持", "共同主席", "共同主持人"))
_COUNTED_ITEMS = ("案由", "議題", "提案", "案名")
_SIGNED = regex(r"\s*(?P<word>[^\s:。,、]{0,8}(?:簽名|簽章|核章|用印|簽署))\s*:")
_RULED = regex(
    r"\s*(?P<word>[^\s:。,、()「」]{0,6}[長席人任](?:綜合)?(?:裁示|指示|裁\(指\)示|裁定|裁決|提示|結論|總結|結語)(?:事項)?)\s*(?::\s*|$)"
)
_CONCLUDED = regex(
    r"\s*(?P<word>(?:審\s*查|審\s*議|會\s*審|評\s*審|協\s*調|研\s*商|會\s*勘|會\s*商|會\s*談|諮\s*詢|諮\s*議|評\s*估|評\s*選|評\s*鑑|訪\s*視|視\s*察|輔\s*導|審\s*定|[初複覆]\s*審|座\s*談|討\s*論|評\s*議|工作會議|幹事會|小組|委員會|審議會|理事會|監事會|大會|本會)\s*"
    r"(?:決\s*議|議\s*決|結\s*論|決\s*定|裁\s*示))\s*(?::\s*|$|(?<=\s)(?=[^\s:][^:]*。\s*$))"
)
_AND_REPLY = regex(r"\s*[及與暨和]\S{0,8}(?:回[應覆復]|答[覆復]|說明|處理情形)")
# A talk inside an item: 討論：, 委員發言紀要：, 各黨團意見：; with a number it is a section.
_TALK = regex(
    r"\s*(?:[【(]\s*)?(?P<word>討\s*論|(?:(?:各|與會|出席|列席)?[^\s:。,、()「」請提]{0,8}"
    r"(?:委員|幹事|顧問|代表|人員|董事|監事|理事|議員|黨團|會員|單位|機關|局處|縣市?|鄉鎮|[里居村市]民|民眾|鄉親|所有權人|關係人|陳情人|家長|學生|專家|學者)|(?:委員[及與暨和])?(?:與會|在場|出席|列席|出列席)(?:者)?)?(?:發言|討論|(?:陳述)?意見|建議|提問|詢問|質詢)(?:[與及和暨]?(?:發言|討論|意見|建議|提問))?"
    r"(?:紀要|紀錄|記錄|摘要|要點|重點|內容|情形|過程|經過|陳述)?)(?:\s*[】)])?(?:\s*\([^()]{2,20}\))?\s*(?P<colon>:)?\s*$"
    r"|\s*(?P<added>(?:各|與會|出席|列席|相關)[^\s:。,、()請]{1,8}補充(?:說明|意見))\s*:?\s*$"
    r"|\s*(?P<said>討\s*論)\s*:\s*(?=\S)"  # 討論：張主任建議增列左右側。
)
# 【院方報告】 heads a section by what it speaks of.
_FRAMED = regex(r"\s*【\s*(?P<word>[^【】:。,]{2,20}?)\s*】\s*(?:\([^()。,:]{2,16}\)\s*)?$")
_FRAMED_VALUE = regex(r"\s*【\s*(?P<word>[^【】:。,]{2,10}?)\s*】\s*(?=\S)")
_HEADED = (Role.REPORTS, Role.PROPOSALS, Role.MOTIONS, Role.SPEECHES, Role.CONCLUSIONS)
# 處　室　報　告, all its letters apart, and 家長會長致詞 alone on its line head sections.
_SPACED_OUT = regex(
    r"\s*(?P<word>(?:[\u4e00-\u9fff]\s+){3,15}[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,8}致[詞辭](?=\s*:?\s*$))\s*:?\s*$"
)
_NEXT_MEETING = regex(
    r"\s*(?P<word>(?:下次|下一次|第\s*\S{1,4}\s*次)(?:會議|例會|開會))(?:時間|日期)?(?:預定|暫定|預計|擬|將)?(?:訂|定|於|在|為)"
)


def _spaced(word: str) -> str:
    return r"\s*".join(map(re.escape, word))


_LABEL = regex(
    rf"\s*(?:【\s*)?(?P<word>{'|'.join(map(_spaced, sorted(WORDS, key=len, reverse=True)))})"
    rf"(?P<count>\s*(?:第\s*)?{NUMERAL}(?=\s*:))?(?:\s*】)?(?:[及與暨和或、](?!各位|在座)[^\s:()。,]{{1,8}})?(?:,?\s*(?:略[以謂稱]|如[下次])(?=\s*:))?"
    r"(?:\s*(?P<bracket>\([^()]{1,40}\)))?\s*(?:(?P<colon>:)\s*|$|(?<=】)\s*)"
)
_SILENT = regex(  # 時　　間　中華民國101年…: no colon, a wide gap instead
    rf"\s*(?P<word>{'|'.join(_spaced(w) for w in sorted(WORDS, key=len, reverse=True))})(?P<count>{NUMERAL}(?=\s))?(?P<gap>\s+)(?=\S)"
)


def label(text: str, at: int = 0) -> Label | None:
    """Return the label that stands in *text* at offset *at*."""
    rules = (
        _adjourned,
        _next_meeting,
        _all_disposed,
        _filed,
        _item,
        _word,
        _signed,
        _attendance,
        _two_offices,
        _ruled,
        _concluded,
        _viewed,
        _answered,
        _silent,
        _talk,
        _framed,
        _spaced_out,
    )
    return next((found for rule in rules if (found := rule(text, at))), None)


def spans_both(tail: str, after: str) -> bool:
    """Tell whether a label with a colon begins with *tail* and ends in *after*, the next line."""
    found = _LABEL.match(tail + after)
    if found is None or not found["colon"]:
        return False
    word = re.sub(r"\s", "", found["word"])
    role, beyond = WORDS[word][0], found.end("word") - len(tail)
    if role is Role.HEAD:
        return beyond > 0
    return role in PARTS - {Role.ABOUT} and beyond >= 0 and word not in HOW_FAR


def _adjourned(text: str, at: int) -> Label | None:
    found = ADJOURNED.match(text, at)
    if found:
        name = found.end("close" if found["close"] else "word")
        return Label(Role.ADJOURNED, name, found.end(), Fact.ADJOURNED, True)
    if at == 0 and closes(text):
        return Label(Role.ADJOURNED, 0, 0, Fact.ADJOURNED, True)
    return None


def _next_meeting(text: str, at: int) -> Label | None:
    """An unmarked sentence 下次會議訂於…召開。 belongs to no item."""
    announced = None if at else _NEXT_MEETING.match(text)
    return Label(Role.ASIDE, announced.end("word"), 0, None, True) if announced else None


def _all_disposed(text: str, at: int) -> Label | None:
    disposed = None if at else ALL_DISPOSED.fullmatch(text)
    return Label(Role.RESOLUTION, 0, 0, None, True) if disposed else None


def _item(text: str, at: int) -> Label | None:
    found = ITEM.match(text, at)
    if not found:
        return None
    word = re.sub(r"\s", "", found["word"])
    return Label(Role.ITEM, found.end("word"), found.end(), None, bool(found["colon"]), word)


def _filed(text: str, at: int) -> Label | None:
    found = FILED.match(text, at)
    return Label(Role.ITEM, found.end("word"), found.end(), None, True, "編號") if found else None


def _signed(text: str, at: int) -> Label | None:
    return _stated(None if at else _SIGNED.match(text), Role.HEAD, Fact.OTHER)


def _stated(found: re.Match[str] | None, role: Role, fact: Fact | None = None) -> Label | None:
    """Return the label that *found* is, with a colon or what stands for one."""
    word = re.sub(r"\s", "", found["word"]) if found else ""
    return Label(role, found.end("word"), found.end(), fact, True, word) if found else None


def _word(text: str, at: int) -> Label | None:
    found = _LABEL.match(text, at)
    if not found:
        return None
    word = re.sub(r"\s", "", found["word"])
    if word in _BETWEEN_NAMES and not found["colon"]:
        return None
    role, fact = WORDS[word]
    if word.endswith("意見") and _AND_REPLY.match(text, found.end("word")):
        role = Role.SPEECHES  # 審查意見及回復: what was said, nothing is decided there
    if word in _COUNTED_ITEMS and found["count"]:
        role = Role.ITEM  # 案　由　一：
    answered = found["bracket"] and _ANSWERED.match(found["bracket"])
    value = found.start("bracket") if answered else found.end()
    return Label(role, min(_name_end(found), value), value, fact, bool(found["colon"]), word)


def _name_end(found: re.Match[str]) -> int:
    if found["bracket"] and not re.match(r"\(報告人|\(報告單位|\(提案", found["bracket"]):
        return found.end("bracket")
    head = found.string[: found.start("bracket") if found["bracket"] else found.end()]
    return len(head.rstrip(" :\n"))


def _attendance(text: str, at: int) -> Label | None:
    counted = _COUNTED.match(text, at)
    if counted:
        end = counted.end("word")
        return Label(Role.HEAD, end, end, Fact.ATTENDANCE, True, counted["word"])
    return _stated(_ATTENDANCE.match(text, at), Role.HEAD, Fact.ATTENDANCE)


def _two_offices(text: str, at: int) -> Label | None:
    found = TWO_OFFICES.match(text, at)
    role, fact = WORDS[re.sub(r"\s", "", found["fact"])] if found else (Role.HEAD, None)
    return _stated(found, role, fact)


def _ruled(text: str, at: int) -> Label | None:
    found = _RULED.match(text, at)
    last = found is not None and found["word"].endswith(("結論", "總結", "結語"))  # as 主席結論 is
    return _stated(found, Role.CONCLUSIONS if last else Role.RESOLUTION)


def _concluded(text: str, at: int) -> Label | None:
    return _stated(_CONCLUDED.match(text, at), Role.RESOLUTION)


def _viewed(text: str, at: int) -> Label | None:
    found = None if at else _VIEWED.match(text) or ANALYSED.match(text)
    return _stated(found, Role.EXPLANATION)


def _answered(text: str, at: int) -> Label | None:
    """A line that is nothing but a matter and its disposition needs no known word."""
    found = _DISPOSED.match(text, at)
    role = theme(found["word"]) if found else None
    if found is None or role is None:
        return None
    return Label(role, found.end("word"), found.start("value"), None, True, found["word"])


def _silent(text: str, at: int) -> Label | None:
    found = _SILENT.match(text, at)
    if not found:
        return None
    word = re.sub(r"\s", "", found["word"])
    role, fact = WORDS[word]
    if found["count"] and role is not Role.RESOLUTION:
        return None  # 決議一　道路配置通過。
    answered = _ANSWERED.match(text, found.end()) is not None
    decided = role in PARTS and _DECIDED.search(text) is not None
    decided = decided or (role is Role.ABOUT and _WHO.search(word) is not None)  # 連署人　江美鳳
    spaced = len(found["word"]) > len(word) or len(found["gap"]) > 1 or answered or decided
    too_long = role is Role.HEAD and len(text) - at > (_NAMES if fact is Fact.ATTENDANCE else _FACT)
    if too_long or not (spaced or role in (Role.HEAD, Role.ADDRESS)):
        return None
    return Label(role, found.start("gap"), found.end(), fact, True, word)


def _talk(text: str, at: int) -> Label | None:
    found = None if at else _TALK.match(text)
    if found is None:
        return None
    group = next(name for name in ("said", "added", "word") if found[name])
    word = re.sub(r"\s", "", found[group])
    colon = group == "said" or found["colon"] is not None
    return Label(Role.SPEECHES, found.end(group), found.end(), None, colon, word)


def _framed(text: str, at: int) -> Label | None:
    found = None if at else _FRAMED.match(text)
    role = theme(found["word"]) if found else None
    if found is not None and role in _HEADED:
        return Label(role, found.end(), found.end(), None, False, found["word"])
    return None if at else _framed_with_value(text)


def _framed_with_value(text: str) -> Label | None:
    """【頒獎】偵查隊佟隊長等六人。 is a section told on one line."""
    found = _FRAMED_VALUE.match(text)
    role = theme(found["word"]) if found else None
    if found is None or role not in (*_HEADED, Role.ASIDE):
        return None
    return Label(role, found.end("word") + 1, found.end(), None, True, found["word"])


def _spaced_out(text: str, at: int) -> Label | None:
    found = None if at else _SPACED_OUT.match(text)
    role = theme(found["word"]) if found else None
    if found is None or role not in (*_HEADED, Role.ADDRESS):
        return None
    return Label(
        role, found.end("word"), found.end(), None, False, re.sub(r"\s", "", found["word"])
    )


def is_framed(text: str) -> bool:
    """Tell whether a line is nothing but a heading in 【 】."""
    return _FRAMED.match(text) is not None
