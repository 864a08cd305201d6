"""The words that say that somebody asks or replies, or that what was said stands below."""

from __future__ import annotations

from knowledge.regex import regex

_REPLY = regex(r"[^:,。]{2,20}(?:回應|回[覆復]|答[覆復]|回答|說明|表示|指出|補充)\s*:")
_REPLIED = regex(
    r"\((?P<who>[^(),。:;]{2,12}?)(?:(?:補充)?(?:說明|答[覆復]|回應|回[覆復]|回答|答)"
    r"|(?:請假|公[出假差]|缺席|未出席|另有要公)?[,、]?[以提]?書面(?:表示|說明|陳述|意見|發言)(?:意見)?)\)"
)
_ASKS = regex(r"[^:,。]{2,20}(?:提問|發問|詢問|質詢)\s*:\s*\S")
_TAKES_FLOOR = regex(r"(?!第|[^:]*(?:摘要|[紀記]錄))[^:,。;]{2,20}發言\s*:\s*\S")
# 簡委員淑芳提：二樓女廁門鎖壞了 is moved, and what is said next without such a word speaks to it.
_MOVES = regex(r"[^:,。;]{2,20}(?:提案|提議|動議|建議|提)\s*:\s*\S")
_HEADS_REPLY = regex(r"[^\s:,。]{0,8}(?:回應|回[覆復]|答[覆復])(?:內容|說明|情形)?")
# Below who speaks: his own words, and not somebody called 陳述.
_WHAT_WAS_SAID = regex(
    r"\s*(?:陳\s*述|陳情|書面|發言|口頭)?(?:意見|內容|建議|要旨|陳述)(?:內容|摘要)?\s*"
)


def replies(line: str) -> bool:
    """Tell whether whoever *line* names before its colon replies: 總務處回應：…"""
    return _REPLY.match(line) is not None


def takes_floor(line: str) -> bool:
    """Tell whether *line* begins with who speaks, and the word that says so: 簡美鳳發言：…"""
    return _TAKES_FLOOR.match(line) is not None


def moves(line: str) -> bool:
    """Tell whether whoever *line* names before its colon moves something: 簡委員淑芳提：…"""
    return _MOVES.match(line) is not None


def replier(line: str) -> str | None:
    """Return who replies in brackets within what somebody asked: （潘局長說明）每季巡查一次。"""
    found = _REPLIED.match(line)
    return found["who"] if found else None


def asks(line: str) -> bool:
    """Tell whether whoever *line* names before its colon asks: 警察局提問：…"""
    return _ASKS.match(line) is not None


def heads_reply(phrase: str) -> bool:
    """Tell whether *phrase* heads what is answered to whoever was named before: 《回應》."""
    return _HEADS_REPLY.fullmatch(phrase.strip("《》〈〉[]() ")) is not None


def says_what(phrase: str) -> bool:
    """Tell whether *phrase* heads the words of whoever was named before: 陳述意見."""
    return _WHAT_WAS_SAID.fullmatch(phrase) is not None
