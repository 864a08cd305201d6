"""The words that say what a line is: 時間, 主席, 報告事項, 提案一, 說明, 決議, 散會 …

Labels are data. A label counts at the start of a line (after its number) when a colon, a
bracket with a colon, or the end of the line follows; letters may be spaced out (決　議).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Fact
from knowledge.parser.roles import PARTS, Role
from knowledge.parser.themes import theme

_ABOUT_WORDS = (
    "類別 案別 提案人 提案單位 提案機關 建議人 建議單位 提議人 動議人 附議人 連署人 附署人 報告人 報告單位 承辦 承辦單位 主辦單位 協辦單位"
    " 表決 表決結果 表決情形 投票結果"
)
ABOUT = tuple(_ABOUT_WORDS.split())
HOW_FAR = ("辦理情形", "執行情形", "處理情形")  # of the old decision that a line quotes

_FACTS = {
    Fact.TIME: "時間 會議時間 開會時間 會議日期 開會日期 日期 會議日期及時間 會議日期時間 日期及時間 日期時間 日期/時間 會議日期/時間 日期與時間",
    Fact.PLACE: "地點 會議地點 開會地點 會議場所 地址 會議方式 開會方式",
    Fact.CHAIR: (
        "主席 會議主席 主持人 會議主持人 召集人 共同主持 共同主席 共同主持人 代理主席 會議召集人 主持 主持者"
    ),
    Fact.RECORDER: "紀錄 記錄 紀錄彙整 記錄人 紀錄人 紀錄人員 記錄人員 會議紀錄 會議記錄 紀錄者 記錄者",
    Fact.ATTENDANCE: (
        "出席 列席 請假 缺席 出列席 出(列)席 出席及列席人員 出席(列席)人員 出、列席人員 應邀團體代表 應邀列席人員"
        " 來賓 貴賓 與會貴賓 實際出席 出席者及列席者 會議出席人員 會議列席人員 應出席人數 實到人數 應到人數"
    ),
    Fact.TITLE: "會議名稱 會議主題 會議事由",
    Fact.OTHER: "事由 開會事由 開會目的 會議性質 會議編號 文號 發文日期 發文字號",
}  # fmt: skip
_PRESENT = "出席 列席 出列席 出(列)席 請假 缺席 參加 與會 未出席"
_WHO = (
    "人員 者 單位 單位及人員 單位人員 委員 議員 代表 官員 機關 機關及人員 團體 理事 監事 理監事 理、監事 同仁 貴賓"
    " 主管 名單 人數 住戶 會員 來賓"
)
_SECTION_WORDS = {
    Role.ADDRESS: "主席致詞 主席致辭 主席報告 主持人致詞 主持人致辭 市長致詞 主席開場 主席開場致詞 主席宣布開會",
    Role.REPORTS: (
        "報告事項 報告案 報告案件 業務報告 工作報告 專題報告 專案報告 單位報告 各單位報告 各局處報告"
        " 確認上次會議紀錄 確認前次會議紀錄 上次會議紀錄 前次會議紀錄 宣讀上次會議紀錄 宣讀前次會議紀錄"
        " 上次會議決議事項執行情形 前次會議決議事項執行情形 歷次會議決議事項執行情形 列管事項 追蹤事項"
        " 上次會議決議事項辦理情形 前次會議決議事項辦理情形 業務單位報告 幕僚單位報告 幕僚報告 秘書單位報告 簡報"
    ),
    Role.PROPOSALS: (
        "討論事項 討論議題 討論案 討論案件 討論議案 提案討論 討論提案 審議事項 審議案件 審議案 核定案件"
        " 協商議題 議題協商 協商事項 議案討論 議題討論 提案事項 提案及討論 討論及決議 討論及決議事項 提案"
    ),
    Role.SPEECHES: (
        "綜合討論 意見交換 交換意見 發言紀要 發言摘要 發言紀錄 委員發言 委員發言摘要 各委員建議事項 綜合座談 媒體聯訪"
        " 建議及答覆 建議及答復 建議與答覆 質詢及答覆 質詢及答復 詢問及答覆 詢答 意見及回應 意見與回應"
        " 來賓致詞 來賓致辭 貴賓致詞 貴賓致辭 長官致詞 長官致辭"
        " 與會人員發言 各單位發言 自由發言 出席人員發言 媒體提問 討論摘要 討論過程 討論情形 委員意見 各單位意見"
    ),
    Role.CONCLUSIONS: (
        "主席結論 主持人結論 會議結論 綜合結論 主席總結 主席結論與指示 主席結論及指示 主席指示事項 主席裁示事項"
        " 主席結論或主席指示事項 主席提示 總結 會議結論及裁示"
    ),
    Role.MOTIONS: "臨時動議 臨時提案 臨時動議案件 臨時動議及提案",
    Role.STATEMENT: "聯合聲明 共同聲明",
    Role.ELECTIONS: "選舉事項 選舉 推選事項 選舉案 改選事項 補選事項",
    Role.ASIDE: (
        "下次會議 下次會議時間 下次會議日期 下次開會時間 下次開會日期 下次會議地點 下次會議時間地點 下次會議時間及地點"
        " 下次會議日期及地點 下次開會時間及地點 下次例會 下次例會時間 預定下次會議時間 預定下次會議日期"
    ),
}
_PART_WORDS = {
    Role.SUBJECT: "案由 主旨 議題 提案 報告內容 提案內容 建議事項 建議案由 建議內容",
    Role.ABOUT: _ABOUT_WORDS,
    Role.EXPLANATION: (
        "說明 提案說明 案情說明 說明事項 背景說明 辦法 擬辦 擬辦事項 建議辦法 擬處意見 擬辦意見 處理意見 建議"
        " 初審意見 辦理情形 執行情形 建議辦法 單位回應 單位回復 單位回覆 權責單位回應 權責單位回復 權責單位回覆 權責單位意見 業務單位意見 處理情形 業務單位回應 機關回應 現況 現況說明 研析意見 幕僚意見 業務單位說明 緣由 理由"
    ),
    Role.RESOLUTION: (
        "決議 決定 議決 裁示 主席裁示 主席指示 決議事項 決定事項 裁示事項 指示事項 結論 協商結論 審查結果 審查意見"
        " 附帶決議 附帶決定 市長提示 市長裁示 市長指示 院長提示 副院長提示 副市長裁示 副市長提示 副市長指示 審議結果"
        " 選舉結果 推選結果 改選結果 補選結果 討論結果 召集人裁示 主持人裁示 主持人結論 主席結論 會議結論 主席提示 指示 提示 裁決 決議內容 會議決議"
    ),
}
_ATTENDANCE = re.compile(r"\s*(?P<word>[應實]?[出列缺]\s*席[^:,。]{1,24}?)\s*:\s*")
_DISPOSED = re.compile(
    r"\s*(?P<word>[^\s:。,]{2,24}):\s*(?P<value>\(?(?:無|略|洽悉|備查|准予備查|同意備查|紀錄確定|確定)\)?。?)\s*$"
)
_ANSWERED = re.compile(r"\(?(?:無|略|洽悉)\)?。?$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line. `name` is its end; the value begins at `value`."""

    role: Role
    name: int
    value: int
    fact: Fact | None = None
    colon: bool = False
    word: str = ""


_BETWEEN_NAMES = frozenset(("共同主持", "共同主席", "共同主持人"))
_NUMERAL = r"[一二三四五六七八九十百廿卅〇○零\d]{1,4}"
_ITEM = re.compile(
    rf"\s*(?P<word>(?:【\s*)?(?:(?:臨時|討論|報告|核定|審議|修正)?(?:提案|動議|討論案?|報告案?|案件|議題|議案|案由|案)"
    rf"\s*第?\s*{_NUMERAL}\s*案?|第\s*{_NUMERAL}\s*(?:號\s*)?[議提]?案(?:\s*[、及與至]\s*第\s*{_NUMERAL}\s*案)*|(?:編|案|序)號\s*\d{{1,8}}(?:-\d{{1,4}})?(?!-?\d*\s*[、及與至]\s*\d))(?:\s*】)?)"
    r"\s*(?:\([^()]{1,30}\)\s*)?(?:(?P<colon>:)|(?=\s|$|「)|(?<=】)|[、,.])\s*"
)
_RULED = re.compile(
    r"\s*(?P<word>[^\s:。,、()「」]{0,6}[長席人任](?:綜合)?(?:裁示|指示|提示|結論|總結)(?:事項)?)\s*(?::\s*|$)"
)
# A talk inside an item: 討論：, 委員發言紀要：, 各黨團意見：; with a number it is a section.
_TALK = re.compile(
    r"\s*(?P<word>討\s*論|(?:(?:各|與會|出席|列席)?[^\s:。,、()「」請提]{0,4}"
    r"(?:委員|代表|人員|董事|監事|理事|議員|黨團|會員|單位|[里居村市]民|專家|學者))?(?:發言|討論|意見|建議)"
    r"(?:紀要|紀錄|記錄|摘要|要點|重點|內容|情形|過程|經過)?)\s*(?P<colon>:)?\s*$"
    r"|\s*(?P<said>討\s*論)\s*:\s*(?=\S)"  # 討論：張主任建議增列左右側。
)
# 【院方報告】 heads a section by what it speaks of.
_FRAMED = re.compile(r"\s*【\s*(?P<word>[^【】:。,]{2,20}?)\s*】\s*$")
_HEADED = (Role.REPORTS, Role.PROPOSALS, Role.MOTIONS, Role.SPEECHES, Role.CONCLUSIONS)
_ADJOURNED = re.compile(
    r"\s*(?:【\s*)?(?P<word>(?:(?:主席)?宣\s*[布佈告]\s*|禮\s*成\s*[、,]?\s*)?散\s*會(?:\s*時\s*間)?|會\s*議\s*結\s*束(?:\s*時\s*間)?|閉\s*會)(?P<close>\s*】)?\s*(?P<colon>:)?\s*"
    r"(?=[(。\d]|$|[上下中]\s*午|晚|[同翌次隔當]日|十|一|二|三|四|五|六|七|八|九)"
)
_NEXT_MEETING = re.compile(
    r"\s*(?P<word>(?:下次|下一次|第\s*\S{1,4}\s*次)(?:會議|例會|開會))(?:時間|日期)?(?:預定|暫定|預計|擬|將)?(?:訂|定|於|在|為)"
)
_ADJOURNED_AT = re.compile(r"\s*\(?[^。,()]{2,24}(?:散會|會議結束)\)?。?\s*$")


def _spaced(word: str) -> str:
    return r"\s*".join(map(re.escape, word))


def _lexicon() -> dict[str, tuple[Role, Fact | None]]:
    words: dict[str, tuple[Role, Fact | None]] = {}
    for role, row in (_PART_WORDS | _SECTION_WORDS).items():
        for word in row.split():
            words[word] = role, None
    for fact, row in _FACTS.items():
        for word in row.split():
            words[word] = Role.HEAD, fact
    for how in _PRESENT.split():
        for who in _WHO.split():
            words[how + who] = Role.HEAD, Fact.ATTENDANCE
    return words


_WORDS = _lexicon()
_LABEL = re.compile(
    rf"\s*(?:【\s*)?(?P<word>{'|'.join(map(_spaced, sorted(_WORDS, key=len, reverse=True)))})"
    rf"(?:\s*(?:第\s*)?{_NUMERAL}(?=\s*:))?(?:\s*】)?(?:[及與暨和或、][^\s:()。,]{{1,8}})?"
    r"(?:\s*(?P<bracket>\([^()]{1,40}\)))?\s*(?:(?P<colon>:)\s*|$|(?<=】)\s*)"
)
_SILENT = re.compile(  # 時　　間　中華民國101年…: no colon, a wide gap instead
    rf"\s*(?P<word>{'|'.join(_spaced(w) for w in sorted(_WORDS, key=len, reverse=True))})(?P<gap>\s+)(?=\S)"
)


def label(text: str, at: int = 0) -> Label | None:
    """Return the label that stands in *text* at offset *at*."""
    rules = (
        _adjourned,
        _next_meeting,
        _item,
        _word,
        _attendance,
        _ruled,
        _answered,
        _silent,
        _talk,
        _framed,
    )
    return next((found for rule in rules if (found := rule(text, at))), None)


def spans_both(tail: str, after: str) -> bool:
    """Tell whether a label with a colon begins with *tail* and ends in *after*, the next line."""
    found = _LABEL.match(tail + after)
    if found is None or not found["colon"]:
        return False
    word = re.sub(r"\s", "", found["word"])
    role, beyond = _WORDS[word][0], found.end("word") - len(tail)
    if role is Role.HEAD:
        return beyond > 0
    return role in PARTS - {Role.ABOUT} and beyond >= 0 and word not in HOW_FAR


def _adjourned(text: str, at: int) -> Label | None:
    found = _ADJOURNED.match(text, at)
    if found:
        name = found.end("close" if found["close"] else "word")
        return Label(Role.ADJOURNED, name, found.end(), Fact.ADJOURNED, True)
    if at == 0 and _ADJOURNED_AT.match(text) and re.search(r"\d|[一二三四五六七八九十]時", text):
        return Label(Role.ADJOURNED, 0, 0, Fact.ADJOURNED, True)
    return None


def _next_meeting(text: str, at: int) -> Label | None:
    """An unmarked sentence 下次會議訂於…召開。 belongs to no item."""
    announced = None if at else _NEXT_MEETING.match(text)
    return Label(Role.ASIDE, announced.end("word"), 0, None, True) if announced else None


def _item(text: str, at: int) -> Label | None:
    found = _ITEM.match(text, at)
    if not found:
        return None
    word = re.sub(r"\s", "", found["word"])
    return Label(Role.ITEM, found.end("word"), found.end(), None, bool(found["colon"]), word)


def _word(text: str, at: int) -> Label | None:
    found = _LABEL.match(text, at)
    if not found:
        return None
    word = re.sub(r"\s", "", found["word"])
    if word in _BETWEEN_NAMES and not found["colon"]:
        return None
    role, fact = _WORDS[word]
    answered = found["bracket"] and _ANSWERED.match(found["bracket"])
    value = found.start("bracket") if answered else found.end()
    return Label(role, min(_name_end(found), value), value, fact, bool(found["colon"]), word)


def _name_end(found: re.Match[str]) -> int:
    if found["bracket"] and not re.match(r"\(報告人|\(報告單位|\(提案", found["bracket"]):
        return found.end("bracket")
    head = found.string[: found.start("bracket") if found["bracket"] else found.end()]
    return len(head.rstrip(" :\n"))


def _attendance(text: str, at: int) -> Label | None:
    found = _ATTENDANCE.match(text, at)
    if not found:
        return None
    return Label(Role.HEAD, found.end("word"), found.end(), Fact.ATTENDANCE, True, found["word"])


def _ruled(text: str, at: int) -> Label | None:
    found = _RULED.match(text, at)
    if not found:
        return None
    return Label(Role.RESOLUTION, found.end("word"), found.end(), None, True, found["word"])


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
    role, fact = _WORDS[word]
    answered = _ANSWERED.match(text, found.end()) is not None
    decided = role in PARTS and text.rstrip()[-1:] in "。;:"  # 附帶決議　請交通局研議。
    spaced = len(found["word"]) > len(word) or len(found["gap"]) > 1 or answered or decided
    if not (spaced or role is Role.HEAD) or (len(text) - at > 80 and role is Role.HEAD):
        return None
    return Label(role, found.end("word"), found.end(), fact, True, word)


def _talk(text: str, at: int) -> Label | None:
    found = None if at else _TALK.match(text)
    if found is None:
        return None
    group = "said" if found["said"] else "word"
    word = re.sub(r"\s", "", found[group])
    colon = group == "said" or found["colon"] is not None
    return Label(Role.SPEECHES, found.end(group), found.end(), None, colon, word)


def _framed(text: str, at: int) -> Label | None:
    found = None if at else _FRAMED.match(text)
    role = theme(found["word"]) if found else None
    if found is None or role not in _HEADED:
        return None
    return Label(role, found.end(), found.end(), None, False, found["word"])


def is_framed(text: str) -> bool:
    """Tell whether a line is nothing but a heading in 【 】."""
    return _FRAMED.match(text) is not None
