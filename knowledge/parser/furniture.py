"""What belongs to a page and not to the minutes on it: its number, its foot, where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.parser.marks import mark
from knowledge.regex import regex

TITLE_LINES = 3  # a document's own title is no running head
_LONGEST = 200  # characters
_FURNITURE = regex(
    r"[~\-_=|\s]*(?:第?\s*\d{1,4}\s*頁?(?:\s*[/,，、]?\s*共?\s*\d{1,4}\s*頁?)?|P\.?\s*\d{1,4})?[~\-_=|\s]*"
    r"|.{0,80}(?:\.{5,}|…{3,}|·{5,})\s*\d*\s*"  # a table of contents
)
_PAGE = r"(?:第\s*\d{1,4}\s*頁(?:\s*[/,，、]?\s*共?\s*\d{1,4}\s*頁)?|[Pp](?:age|\.)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?)"
_NAME = r"[^,。:;?!]{2,60}(?:會議|[大全期時]會|會報|委員會|[紀記]\s*錄|議事錄)"
# …勞資會議紀錄　P. 1, 第 2 頁　…工作會報
_FOOTER = regex(rf"{_NAME}[\s|-]+\(?{_PAGE}\)?|{_PAGE}[\s|-]+{_NAME}")
# 首頁 ＞ 人事公告 ＞ 勞資會議 above a title says where the page stands.
_TRAIL = regex(r"\s*(?:首頁|[^>»›/]{2,24}(?=\s[>»›]\s?[^>»›]+[>»›]))(?:\s?[>»›/]\s?[^>»›/]{2,24})+")
_SITE = regex(r"[\s:]*(?:跳到(?:主要|中央)?內容(?:區塊?)?|網站導覽|回首頁)[\s:|]*")
# A number alone may be a cell of a table.
_NUMBERED = regex(rf"\s*(?:[~\-_=]+\s*\d{{1,4}}\s*[~\-_=]+|{_PAGE})\s*")


def is_furniture(text: str) -> bool:
    """Tell whether a line is a page's number, a rule, or a line of a table of contents."""
    return len(text) <= _LONGEST and _FURNITURE.fullmatch(text) is not None


def is_footer(text: str) -> bool:
    """Tell whether a line is a meeting's name and a page's number, and no item's words."""
    bare = len(text) <= _LONGEST and mark(text) is None
    return bare and _FOOTER.fullmatch(text.strip()) is not None


def is_trail(text: str) -> bool:
    """Tell whether a line says where on a site the page stands, or leads about in it."""
    return (_TRAIL.fullmatch(text) or _SITE.fullmatch(text)) is not None


def page_breaks(texts: Sequence[str]) -> set[int]:
    """Return which lines end a page within a table: its number, and the title said again."""
    told = [i for i, text in enumerate(texts) if text.strip()]
    titles = {texts[i].strip() for i in told[:TITLE_LINES]}
    found: set[int] = set()
    for at, i in enumerate(told):
        if _NUMBERED.fullmatch(texts[i]):
            beside = [told[b] for b in (at - 1, at + 1) if TITLE_LINES <= b < len(told)]
            found |= {i, *(b for b in beside if texts[b].strip() in titles)}
        elif is_footer(texts[i]) and at >= TITLE_LINES:
            found.add(i)
    return found
