"""What a meeting is called: its title line without the word for its record, and what stands around."""

from __future__ import annotations

from knowledge.regex import regex
from knowledge.text import plain

_RECORD = regex(
    r"\s*(?:(?:(?<=會)|(?<=會議))發\s*言\s*(?:[紀記]\s*錄|摘\s*要|紀\s*要)|[紀記]\s*錄(?:摘要|節錄)?|紀\s*要|(?:(?<=會議)|(?<=會議 )|(?<=[事表員]會))議\s*事\s*錄)\s*$"
)
_IN_FRAME = regex(r"[【《]([^【】《》]+會議?)[】》](?:會議)?")  # 【…小組會議】會議紀錄
_FRAMED = regex(r"[【《][^【】《》]+(?:[紀記]錄|紀要|議事錄)[】》]")
_BEFORE_TITLE = regex(
    r"^(?:【(?:本次)?會議摘要】|【?會\s*議\s*[紀記]\s*錄】?\s*[:：]?|(?:公聽會|說明會|座談會|會議)發言[紀記]錄(?:[(（][^()（）]*[)）])?(?=\s*「))\s*(?=\S.{6})"
)
# 雲林縣政府　會議紀錄, and on the next line which one
_IN_LETTERHEAD = regex(r"(?<=\S)\s+會\s*議\s*[紀記]\s*錄(?=\S.*會議?$)")
# 溝通平臺會議紀要（第 9 次）
_COUNTED_BEHIND = regex(
    r"\s*(?:[紀記]\s*錄|紀\s*要|議\s*事\s*錄)\s*(?P<count>\(\s*第[^()]{1,12}[次場回]\s*\))$"
)
_NOTE = (
    r"\((?:草案|核定本?|核定版|定稿|初稿|稿|公告版|[\d./年月日\s]+)\)"
    r"|(?:\(?中華)?(?:民國|西元)?[\d/.\-年月日\s]{6,}"
)
# Whatever stands in brackets behind 紀錄 is of the copy: 修正版, 密件, 節錄.
_OF_COPY = r"[(【〔][^()【】〔〕]*[)】〕]|[-—─]\s*\S{1,5}[版稿本]|[vV]\.?\d[\d.]*|第\s*\d+\s*頁.*"
_AFTER_TITLE = regex(rf"\s*(?:{_NOTE}|(?<=[錄要])\s*(?:{_OF_COPY}))\s*$")
# 公聽會會議紀錄 is the record of a 公聽會, but 委員會會議紀錄 that of a 委員會會議.
_SECOND_WORD = regex(
    r"(?:(?<=會議)|(?<=會議[」』])|(?<=[聽談明調商習訪]會)|(?<=大會)|(?<=院會)|(?<=定期會)|(?<=臨時會)|(?<!\s\S\s)(?<![次場]\s)(?<=\s))\s*會\s*議$"
)


def title_of(printed: str) -> str:
    """Return what a meeting is called whose title is *printed* so: …會議紀錄（修正版） is …會議."""
    text = printed.replace("**", "").strip().strip("*# ")
    text = text[1:-1] if _FRAMED.fullmatch(plain(text)) else text
    text = _BEFORE_TITLE.sub("", text)
    if behind := _COUNTED_BEHIND.search(plain(text)):
        text = text[: behind.start()] + text[behind.start("count") :]
    if head := _IN_LETTERHEAD.search(plain(text)):
        text = text[: head.start()] + text[head.end() :]
    without = _AFTER_TITLE.sub("", plain(text))
    record = _RECORD.search(without)
    if record:
        without = without[: record.start()]
        second = _SECOND_WORD.search(without)
        without = without[: second.start()] if second else without
    framed = _IN_FRAME.fullmatch(text[: len(without)].strip())
    return framed[1] if framed else text[: len(without)].strip()
