"""A document as the parser sees it: the raw text, and a copy of the same length to match on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Span
from knowledge.regex import regex
from knowledge.text import plain

# Numbers that NFKC would turn into bare digits, losing that they were list marks.
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨ⅠⅤⅩ")
_FRAMES = str.maketrans("〔〕〖〗", "【】【】")
# Signs that look like a colon, and 貳 as some print it.
_ALIKE = str.maketrans("︰∶꞉ː貮", "::::貳")
# （決議）照案通過。 and 「決議」：照案通過。 frame a part's label, too.
_PART_WORD = r"(?:主 *席 *)?(?:裁 *示|決 *議|決 *定|結 *論)|附帶決議|審查意見|說 *明|辦 *法|擬 *辦|案 *由|主 *旨|提案(?:單位|人)"
_IN_BRACKETS = regex(rf"(?m)^( *)(?:\(({_PART_WORD})\)|[「『]({_PART_WORD})[」』](?= *:))")
# 《報告事項》 at a line's start is framed as 【報告事項】 is.
# So are a part's label in square or pointed brackets: [決議]照案通過。
_TITLED = regex(
    r"(?m)^([^\S\n]*)(?:[《〈](?=[^《》〈〉\n]{2,10}[》〉])|[\[<](?=[\u4e00-\u9fff](?: *[\u4e00-\u9fff]){1,7}[\]>](?!\()))([^《》〈〉\[\]<>\n]+)[》〉\]>]"
)
# 主席／簡區長敏智, 地點 - 市府: a slash, or a dash between spaces, stands for the colon.
_SLASHED = regex(
    r"(?m)^[^\S\n]*[^\s／:：]{0,4}(?:時間|日期|地點|主席|主持人?|[紀記]錄|[出列]席|人員|單位|名稱)(?:(／)(?![^\s：:]{1,6}[：:])|[ \u3000]+([-－–—])(?=[ \u3000]))"
)
# 決議、通過。 begins a part of an item as 決議：通過。 does.
_PART = regex(
    r"(?m)^[^\S\n]*(?:說\s*明|辦\s*法|擬\s*辦|決\s*議|決\s*定|裁\s*示)(、)(?!說明|辦法|決議|討論|意見)(?=[^\n]*。\s*$)"
)
# ＝報告事項＝ between dashes or signs of equality is framed, too.
_RULED_OFF = regex(
    r"(?m)^( *)([=—─~－-]{1,3}) ?(?=[\u4e00-\u9fff])([^\n=—─~\d-]{1,9}[\u4e00-\u9fff]) ?\2( *)$"
)
_RULES = regex(r"[┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝─━═│┃║]")  # a table drawn with lines
# A table that a converter left as markup: a row a line, its cells with a gap between them.
_ROW_TAG = regex(
    r"</?(?:table|thead|tbody|tr|caption|h[1-6]|div|ul|ol|li|body|html)\b[^<>]*>", re.IGNORECASE
)
_CELL_TAG = regex(r"</?(?:t[dh]|colgroup|col|hr|p|span|b|strong)\b[^<>]*>", re.IGNORECASE)
_MARKED_UP = regex(r"<(?:t[abdrh]|/h[1-6]>|/li>|/div>)", re.IGNORECASE)
_BREAK = regex(r"<br ?/?>\n?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`raw` is quoted, `level` is matched: plain, without marks of emphasis, as long as raw."""

    raw: str
    level: str

    def trim(self, start: int, end: int) -> Span:
        """Return the range without white space and table bars at its ends."""
        while start < end and self.level[start] in " \n" and self.raw[start] != "*":
            start += 1
        while start < end and self.level[end - 1] in " \n" and self.raw[end - 1] != "*":
            end -= 1
        return Span(start, end)


def sheet(raw: str) -> Sheet:
    level = (
        plain(raw.translate(_ALIKE)).translate(_FRAMES).replace("*", " ").replace("|", " ")
    )  # emphasis, and the bars of a table
    level = _IN_BRACKETS.sub(lambda f: f"{f[1]}【{f[2] or f[3]}】", level)
    for found in _PART.finditer(raw):
        level = level[: found.start(1)] + ":" + level[found.end(1) :]
    for found in _SLASHED.finditer(raw):
        sign = found.start(1) if found[1] else found.start(2)
        level = level[:sign] + ":" + level[sign + 1 :]
    level = _TITLED.sub(r"\1【\2】", _RULES.sub(" ", _RULED_OFF.sub(_framed, level)))
    level = "".join(r if r in _CIRCLED else p for r, p in zip(raw, level, strict=True))
    level = _BREAK.sub(_line_end, level)
    if _MARKED_UP.search(level):
        level = _CELL_TAG.sub(lambda tag: " " * len(tag[0]), _ROW_TAG.sub(_line_end, level))
    return Sheet(raw, level)


def _framed(line: re.Match[str]) -> str:
    """Return a line in 【 】 that rules stood before and behind, as long as it was."""
    inside = line[0].strip().strip("=—─~－-").strip()
    start = line[0].index(inside)
    return " " * (start - 1) + "【" + inside + "】" + " " * (len(line[0]) - start - len(inside) - 1)


def _line_end(tag: re.Match[str]) -> str:
    return " " * (len(tag[0]) - 1) + "\n"
