"""What a form asks about an item: 開發單位：, 計畫概要：, 變更內容：, each with its value."""

from __future__ import annotations

from knowledge.parser.labels import Label
from knowledge.parser.offices import OFFICE
from knowledge.parser.roles import Role
from knowledge.parser.words import ABOUT
from knowledge.regex import regex

# A form's own words are many, their last ones few.
_ENDS = (
    "單位 機關 申請人 開發人 申請者 概要 概述 摘要 內容 位置 地點 範圍 面積 規模 依據 來源 金額 預算 經費 期程 理由 緣由 事項 方案 單位意見 機關意見 局處意見 課室意見"
    " 緣起 目的 事由 項目 編號 歷程"
)
_FIELD = regex(
    rf"\s*(?P<word>(?![^\s:]*[應及與]?[出列]席)[^\s:。,、()「」【】;?!]{{0,8}}?(?:{'|'.join(_ENDS.split())}))"
    r"\s*:\s*(?=\S)"
)
_ALONE = regex(
    r"\s*(?P<word>[\u4e00-\u9fff]{1,6}(?:概要|概述|摘要|內容|緣由|理由|緣起|依據|資料|說明|簡述|背景|現況))\s*:?\s*"
)

_REPORTED_BY = regex(r"\s*(?P<word>[^\s:。,、()]{2,12}報告)\s*\([^()]{2,30}\)\s*:?\s*$")


def reported_by(text: str) -> Label | None:
    """Return the label of a report among others that names who reports: 監事會報告(宮監事振旺)："""
    found = _REPORTED_BY.match(text)
    return (
        Label(Role.REPORTS, found.end("word"), found.end(), word=found["word"]) if found else None
    )


_PROPOSER = regex(rf"\s*(?P<word>{'|'.join(ABOUT)})\s+(?P<whose>\S.{{0,30}})")


def proposer(text: str) -> Label | None:
    """Return the label of an office whose name a gap parts from it: 提案單位　人事處."""
    found = _PROPOSER.fullmatch(text)
    if found is None or not OFFICE.fullmatch(found["whose"].strip()):
        return None
    return Label(Role.ABOUT, found.end("word"), found.start("whose"), word=found["word"])


_ASKED = regex(r"\s*(?P<word>[\u4e00-\u9fff]{2,8})\s*:\s*(?=\S)")


def asked(text: str) -> Label | None:
    """Return the label of any short word and its value: one more field below others."""
    found = _ASKED.match(text)
    if found is None:
        return None
    return Label(
        Role.EXPLANATION, found.end("word"), found.end(), None, colon=True, word=found["word"]
    )


def field_alone(text: str) -> Label | None:
    """Return the label of a field that stands alone on its line: 案情概要, 基本資料："""
    found = _ALONE.fullmatch(text)
    if found is None:
        return None
    end, colon = found.end("word"), ":" in text
    return Label(Role.EXPLANATION, end, len(text), None, colon, word=found["word"])


def field(text: str) -> Label | None:
    """Return the label of a field that *text* begins with; it counts as one only in an item."""
    found = _FIELD.match(text)
    if found is None or len(found["word"]) < 3:
        return None
    return Label(
        Role.EXPLANATION, found.end("word"), found.end(), None, colon=True, word=found["word"]
    )
