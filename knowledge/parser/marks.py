"""List marks at the start of a line: 壹、 甲、 一、 (一) 1. (1) ① A. ◆ and bullets.

A style says how a mark looks, never how deep it stands: that is for the outline to infer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.dates import number
from knowledge.regex import regex

_BIG = "壹貳贰參叁叄肆伍陸柒捌玖拾"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CHINESE = "〇○零一二三四五六七八九十百廿"
_ROMANS = {
    sign: number
    for signs in (
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"],
        "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
    )
    for number, sign in enumerate(signs, 1)
}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_PARENTHESIZED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
# Blocks, geometric shapes (no ○, a zero), signs and dingbats, no numerals and arrows among them;
# U+F0xx are the bullets that symbol fonts leave behind in extracted text.
_SYMBOLS = (
    "※·\u2580-\u259f\u25a0-\u25ca\u25cc-\u25ee\u25f0-\u26ff\u2700-\u2775\u2794-\u27bf\u2b1b-\u2b59"
    "\uf06e\uf06c\uf0b7\uf0d8\uf0fc"
)
_SYMBOL = regex(rf"[{_SYMBOLS}]")

# 四、五十箱 and 三、四年 are words, 二、三十二件 is an item of a list.
_ABOUT = "(?:二、三|三、四|四、五|五、六|六、七|七、八|八、九)[十百千萬]?[個人次件箱名位天日月年成倍樓戶隻輛盞元萬]"

# 3.2 人 and 1.5 公里 are counts, 3.2 人工智慧 is a heading.
_COUNTERS = (
    "人(?:次|[^\u4e00-\u9fff]|$)|公[里尺分斤頃噸升克釐畝]|億|萬(?![安華丹里巒])|元(?![宵旦])|%"
)

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (style, regex(r"\s*" + form))
    for style, form in (
        ("壹", rf"(?P<n>[{_BIG}]+)(?:\s*[、:.]|\s+(?=\S))"),
        ("壹", r"(?P<n>[臺台])\s*、"),  # 壹 spoilt by a careless replacement of 台 by 臺
        ("甲", rf"(?P<n>[{_STEMS}])\s*[、:.](?!\s*[{_STEMS}](?:[兩二三、案]|$))"),
        # Its 、 is lost: 甲　報　告　事　項
        ("甲", rf"(?P<n>[{_STEMS}])\s+(?=\S{{2,8}}\s*$|\S(?:\s+\S)+\s*$)"),
        ("一", rf"(?!{_ABOUT})(?P<n>[{_CHINESE}]{{1,5}})\s*[、.:]"),
        # 議程一　專案報告, 第一部分　報告事項: a heading, never a sentence
        ("議程", rf"(?:議程\s*(?P<n>[{_CHINESE}\d]{{1,3}})|第\s*(?P<m>[{_CHINESE}\d]{{1,3}})\s*部[分份])\s*[、:.]?(?=[^。:]{{2,24}}$)"),
        ("壹之", rf"[{_BIG}]{{1,3}}之(?P<n>[{_CHINESE}]{{1,3}})\s*[、:.]"),
        ("一之", rf"[{_CHINESE}]{{1,3}}之(?P<n>[{_CHINESE}]{{1,3}})\s*、"),
        ("(一之)", rf"\(\s*[{_CHINESE}]{{1,3}}之(?P<n>[{_CHINESE}]{{1,3}})\s*\)\s*[、.:]?"),
        # An item of a budget: 3款82項1目20冊32頁[城鄉局]…
        ("目", r"(?:第?\s*\d+\s*款\s*)?(?:第?\s*\d+\s*項\s*)?第?\s*(?P<n>\d+)\s*目(?:\s*\d+\s*[冊頁]){0,2}(?=[^之的])"),
        ("目", r"第\s*\d+\s*款\s*第\s*(?P<n>\d+)\s*項\s+(?=\S)"),
        ("(一)", rf"\(\s*(?P<n>[{_CHINESE}]{{0,5}})\s*\)\s*[、.:]?"),
        ("(一)", rf"(?P<n>[{_BRACKETED}])"),
        ("一)", rf"(?P<n>[{_CHINESE}]{{1,3}})\)\s*[、.:]?"),
        ("【一】", rf"[【〔]\s*(?P<n>[{_CHINESE}]{{1,3}}|\d{{1,2}})\s*[】〕]\s*[、.:]?"),
        ("1.", r"(?P<n>\d{1,3})\s*[、.](?!\d)"),
        ("1.", r"(?P<n>\d{1,2})\.(?=\d{2,4}\s*(?:年|學年))"),
        ("1.", r"(?P<n>\d{1,2})\.(?=\d{1,2}月\d{1,2}日)"),
        # 2、7月份將辦理座談會, but 8、9日 and 1、3、5解除列管 are no marks.
        ("1.", r"(?P<n>\d{1,2})、(?=\d{1,4}\s*[月年學/,.名人]|\d{3,4}[^\d、日至~-])(?!\d{1,2}月間)"),
        # A bare number is a mark where a label or a heading follows, and nothing else.
        ("1 ", r"(?P<n>\d{1,2})\s+(?=[\u4e00-\u9fff]{2,10}\s*(?::|$)|[\u4e00-\u9fff]{2,14}\s*\([^()]*\)\s*:?\s*$|散會[\s(])"),
        ("項次", r"(?:項次|序號)\s*(?P<n>\d{1,3})(?=\s|[、.:])[、.:]?"),
        # A row of old decisions on one line: 案次：1　案由：…　執行情形：…
        ("項次", r"案次\s*:?\s*(?P<n>\d{1,3})[、.:]?(?=\s+\S)"),
        # A petition by the roll it is on: 人1　陳情人自治會：…　專案小組意見：…
        ("人1", r"[人逕陳](?P<n>\d{1,3})\s+(?=[\u4e00-\u9fff])(?![年月日時人位名個件萬])"),
        ("1-1)", r"\d{1,2}-(?P<n>\d{1,2})\)"),
        ("1)", r"(?P<n>\d{1,3})\)"),
        ("1.1.1.1", r"\d{1,2}(?:[.-]\d{1,2}){2}[.-](?P<n>\d{1,2})(?:[.、]|(?=\s))"),
        ("1.1.1", r"\d{1,2}[.-]\d{1,2}[.-](?P<n>\d{1,2})(?:[.、]|(?=\s))"),
        ("1.1", rf"\d{{1,2}}[.-](?P<n>\d{{1,2}})(?:[.、]|(?=\s+(?!{_COUNTERS})\S))"),
        ("1.1之", r"\d{1,2}\.\d{1,2}之(?P<n>\d{1,2})(?=\s)"),
        # (1)、(2)解除列管 counts nothing
        ("(1)", r"\(\s*(?P<n>\d{1,3})\s*\)(?!\s*、\s*\()\s*[、.]?"),
        ("(1)", rf"(?P<n>[{_PARENTHESIZED}])"),
        ("①", rf"(?P<n>[{_CIRCLED}])"),
        ("Ⅰ", r"(?P<n>[IVX]{1,4}|[Ⅰ-Ⅻ])\s*(?:[、:]|\.(?=\s*[^\x00-\x7f]))"),
        ("A-1", r"[A-Z][-.](?P<n>\d{1,2})\s+(?=[\u4e00-\u9fff])"),
        ("A-1", r"[A-Z](?P<n>\d{1,2})\.\s*(?=[\u4e00-\u9fff])"),  # B1. 案號
        ("A", r"(?P<n>[A-Za-z])\s*[.、)](?=\s|[^\x00-\x7f])"),
        ("A", r"(?P<n>[A-Ha-h])\.(?=\d{1,3}[\u4e00-\u9fff])"),  # a.5月份試體合格
        ("Ⅰ", rf"(?P<n>[{_ROMAN}])(?:\s*[.、:]|\s+(?=\S))"),
        ("symbol", rf"(?P<n>[{_SYMBOLS}])"),
    )
)  # fmt: skip


_KEPT = 1000  # a line is looked at several times before it is done with
# 一月, 三局 and 二十人 are words, not numerals before one.
_BARE = regex(
    rf"\s*(?P<n>[{_CHINESE}]{{1,3}})(?=[^\x00-\x7f])(?![{_CHINESE}月日年時分人次個案級樓名件項位成般定同直些切點縣市區大方億萬千百元、]|局處)"
)
# 二　宣讀議事錄: its 、 is lost
_BARE_APART = regex(
    rf"\s*(?P<n>[{_CHINESE}]{{1,3}})\s+(?=[\u4e00-\u9fff「『]{{2}}|\d{{1,4}}\s*[\u4e00-\u9fff])"
)
# 1　停車場案。 but not 3 月 and 2 人
_BARE_FIGURE = regex(
    r"\s*(?P<n>\d{1,2})\s+(?=[\u4e00-\u9fff「『])(?![月日年時分秒人次個件案級樓名項位成般點萬億千百元場歲度])"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark. `printed` is its length without the space after it, `end` with it."""

    style: str
    number: int | None
    printed: int
    end: int


@lru_cache(maxsize=_KEPT)
def mark(text: str) -> Mark | None:
    """Return the list mark *text* begins with."""
    for style, form in _FORMS:
        found = form.match(text)
        if found:
            sign = found["n"] or found["m"] if style == "議程" else found["n"]
            style = sign if style == "symbol" else style
            end = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
            return Mark(style, _number(style, sign), len(found[0].rstrip()), end)
    return None


def is_symbol(style: str) -> bool:
    """Tell whether a style is a sign that counts nothing: ◆, ■, ▍."""
    return _SYMBOL.fullmatch(style) is not None


def bare(text: str) -> Mark | None:
    """Return the numeral *text* begins with though no sign parts the two: 一報告…紀錄。"""
    if figure := _BARE_FIGURE.match(text):
        return Mark("1 ", number(figure["n"]), figure.end("n"), figure.end())
    found = _BARE_APART.match(text) or _BARE.match(text)
    return Mark("一", number(found["n"]), found.end(), found.end()) if found else None


def _number(style: str, sign: str) -> int | None:
    if sign in ("臺", "台"):
        return 1
    if style == "目":
        return None  # counts within what stands before it
    if style == "Ⅰ":
        return _ROMANS.get(sign.upper())
    if style == "A":
        return ord(sign.upper()) - ord("A") + 1
    for row in (_STEMS, _ROMAN, _CIRCLED, _BRACKETED, _PARENTHESIZED):
        if sign and sign in row:
            return row.index(sign) + 1
    return number(sign)
