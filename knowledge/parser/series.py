"""The row of meetings that a meeting belongs to, by its title."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.regex import regex
from knowledge.text import plain

_NUMBER = r"(?:(?:\d\s*){1,5}|[〇○零一二三四五六七八九十百\d]{1,9})"
_ROW = r"(?!\s*(?:通盤|檢討|變更|修正))"  # a second 通盤檢討 counts no meetings
# 第3次, 第10、11次, 689次, 第五次定期會, 第二場 of a hearing, 第3季
_COUNT = (
    rf"第\s*{_NUMBER}(?:、\s*\d+)*\s*(?:[次回]{_ROW}|場(?=\S{{0,12}}會)|[屆任季]|會期|學期)"
    rf"|(?<![\d第]){_NUMBER}次(?=\S{{0,12}}會)"
)
_DAY = r"(?:\d{1,2}|[元一二三四五六七八九十]{1,3})\s*月(?:份|\s*\d{1,2}\s*[日號])?"
_WHEN = (
    r"(?:中華)?(?:民國)?\s*(?<![\d第])(?<!辦理)(?:\d{2,4}|[〇○零一二三四五六七八九十百]{2,5})\s*(?:學年度?|年度?)"
    rf"(?:\s*(?:{_DAY}|[上下]半年度?|[上下]學期))?|[元一二三四五六七八九十\d]{{1,2}}月份|\d{{2,3}}-[12]\s*學期|(?<!\S){_DAY}"
)
_SITTING = r"(?:(?:定期|臨時)大?會(?!議|報))?"  # of a council: its sittings are one row
_TOLD_APART = regex(rf"\s*(?:\(\s*(?:{_COUNT}|{_WHEN})\s*\)|(?:{_COUNT}){_SITTING}|{_WHEN})\s*")
_JOINED = regex(rf"第\s*{_NUMBER}\s*次[^第]*(?:暨|[及與、]第?\s*{_NUMBER}\s*次)")
_QUOTED = regex(r"「[^「」]*」|『[^『』]*』")
_NOTE = regex(r"\s*\([^()]*\)\s*$")
_RECORD = regex(r"(?:議事錄|決議)\s*$")
_PLATFORM = regex(r".*?平[臺台]")
_BODY_IN_QUOTES = regex(
    r"[「『]([^「」『』]*(?:平[臺台]|委員會|聯盟|聯席會|理事會|推動小組|工作小組|專案小組|工作圈|協會|學會))[」』]"
)
# 衛生福利部「114年第2次食材查驗協商會議」: an office holds it, and the quotation marks its whole name
_WHOLE_IN_QUOTES = regex(rf"(?<=\S)「([^「」]*第\s*{_NUMBER}\s*次[^「」]*會議)」$")
_CUT = "\x1f"  # where something was taken out
_BODY = rf"(?:{_CUT}|(?<=[會盟隊司壇圈案])(?<!部會)|(?<=[小動作案]組)|(?<=籌備處)|(?<=[臺台])|(?<=公所)|(?<=會報))"
# What says no more than that one met, and at which level: the meeting of a 委員會 is its own row.
_PLAIN = regex(
    rf"{_BODY}\s*(?:(?:例行|定期|臨時|擴大)*會\s*議|(?:例行|定期|臨時)大?會|(?:(?<=[會社])|(?<=[會社]{_CUT}))(?:會員|社員|會員代表|代表)大會|(?:(?<=籌備處)|(?<=籌備處{_CUT}))籌備會議|(?:(?<=會)|(?<=會{_CUT}))(?:全體)?委員會議"
    rf"|(?:(?<=[會組])|(?<=[會組]{_CUT}))(?:審[查議]|[初複覆]審)會議"
    rf"|(?:(?<=[盟會壇圈])|(?<=[盟會壇圈]{_CUT}))副?(?:首|市|縣|縣市|鄉鎮市)長(?:層級)?會議)\s*$"
)


def series_of(title: str) -> str | None:
    """Return the name of the row of meetings that *title* is one of.

    It is the title without year, term, ordinal and date: 海線客運公司第九屆第六次勞資會議 is of
    海線客運公司勞資會議, 「…工程」第二場公聽會 of 「…工程」公聽會. A word that only says that one
    met (會議; 例行, 定期, 臨時, 擴大會議; 定期會; 委員會議 of a 委員會; 會員大會 of a 協會; 首長會議 of an
    alliance) names no row: 都市計畫委員會第352次會議 is of 都市計畫委員會. All meetings of a 平臺, whatever their
    level or group, are one row, called as it is; so are joint ones that two numbers count
    (第五屆第八次理事會暨第七次監事會聯席會議), called as their body.
    """
    text = title.strip()
    if quoted := _BODY_IN_QUOTES.match(plain(text)):
        return text[quoted.start(1) : quoted.end(1)]
    if whole := _WHOLE_IN_QUOTES.search(plain(text)):
        return series_of(text[whole.start(1) : whole.end(1)])
    level = _RECORD.sub("", _QUOTED.sub(lambda quote: "·" * len(quote[0]), plain(text)))
    if platform := _PLATFORM.match(level):
        level = platform[0]
    elif (joined := _JOINED.search(level)) and joined.start():
        level = level[: joined.start()]
    spans = [found.span() for found in _TOLD_APART.finditer(level)]
    name, level = _without(text[: len(level)], spans), _without(level, spans)
    level = _NOTE.sub("", level)
    if not platform:
        level = _PLAIN.sub("", level)
    return _unquoted(name[: len(level)].replace(_CUT, "").strip()) or None


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return *text* with a mark for what stands at *spans*."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + _CUT + text[end:].removeprefix(_CUT)
    return text


def _unquoted(name: str) -> str:
    """Return *name* without quotation marks around the whole of it, or one left open."""
    whole = name[:1] == "「" and name.find("」") in (-1, len(name) - 1)
    return name.strip("「」 ") if whole or name.count("「") != name.count("」") else name
