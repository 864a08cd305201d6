"""The words that say that a meeting is over: 散會（下午5時）, 主席宣布散會, 今天會議到此結束。"""

from __future__ import annotations

import re

from knowledge.regex import regex

ADJOURNED = regex(
    r"\s*(?:【\s*)?(?P<word>(?:(?:主席)?宣\s*[布佈告]\s*|禮\s*成\s*[、,]?\s*)?散\s*會(?:\s*時\s*間)?|會\s*議\s*結\s*束(?:\s*時\s*間)?|結\s*束\s*時\s*間|閉\s*[會幕])(?P<close>\s*】)?\s*(?P<colon>:)?\s*"
    r"(?=[(。\d]|$|[上下中]\s*午|晚|[同翌次隔當]日|十|一|二|三|四|五|六|七|八|九)"
)
# 今天會議到此結束，謝謝大家。
_CLOSED = regex(
    r"\s*(?:今[天日]|本次|以上)?[^。,:;]{0,8}會議?就?到(?:此|這[裡裏邊])(?:結束|為止|告一段落)(?:,[^。,:;]{0,12})?。?\s*"
)
_ADJOURNED_AT = regex(
    r"\s*\(?[^。,()]{2,24}(?:散會|會議結束)\)?(?:,[^。,]{1,20})?。?\s*$"
    r"|\s*\((?:[上下中]午|晚[上間]|傍晚)?\s*[\d一二三四五六七八九十]{1,3}\s*[時點:][^。,()]{0,8}結束\)\s*$"
)


def closes(line: str) -> bool:
    """Tell whether a whole line, without a label, says that the meeting is over, or when it was."""
    told = _ADJOURNED_AT.match(line) and re.search(r"\d|[一二三四五六七八九十]時", line)
    return bool(told) or _CLOSED.fullmatch(line) is not None
