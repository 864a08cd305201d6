"""A document's lines: what stands on them, without bullets, page numbers and running heads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.model import Span
from knowledge.parser.inline import parts
from knowledge.parser.sheet import Sheet

_BULLET = re.compile(
    r">[ ]?|[-+][ ]+(?=\S)|[-+](?=\(?[一二三四五六七八九十]{1,3}[)、])|#{1,6}[ ]+(?=\S)"
)
_STAR = re.compile(r"\*[ \t]+(?=\S)")
_FURNITURE_LENGTH = 200
_FURNITURE = re.compile(
    r"[~\-_=|\s]*(?:第?\s*\d{1,4}\s*頁?(?:\s*[/,，、]?\s*共?\s*\d{1,4}\s*頁?)?|P\.?\s*\d{1,4})?[~\-_=|\s]*"
    r"|.{0,80}(?:\.{5,}|…{3,}|·{5,})\s*\d*\s*"  # a table of contents
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one that an inline heading begins."""

    span: Span
    text: str  # of the level copy, as long as the span
    bullet: bool = False  # a converter's list mark or heading sign stood before it
    heading: bool = False
    gap: bool = False  # a blank line stands before it
    page: bool = False  # a page ends before it
    inline: bool = False  # it does not begin its line
    indent: int = 0  # columns before it


def lines(page: Sheet) -> list[Line]:
    """Return the lines of *page* that say something, in order."""
    found = list(_without_heads(list(_told_apart(_rows(page)))))
    return [part for line in found for part in _split(page, line)]


def _rows(page: Sheet) -> Iterator[Line]:
    start = 0
    for row in page.level.split("\n"):
        yield _row(page, page.trim(start, start + len(row)), start)
        start += len(row) + 1


def _row(page: Sheet, span: Span, margin: int) -> Line:
    indent = columns(page.raw[margin : span.start])
    start, bullet, heading = span.start, False, False
    while sign := _sign(page, start, span.end):
        bullet = bullet or not sign.startswith(">")
        heading = heading or sign.startswith("#")
        start += len(sign)
    span = page.trim(start, span.end)
    return Line(span, span.cut(page.level), bullet, heading, indent=indent)


def columns(text: str) -> int:
    """Return the width of *text*: an ideograph takes two columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _sign(page: Sheet, start: int, end: int) -> str:
    found = _BULLET.match(page.level, start, end) or _STAR.match(page.raw, start, end)
    return found[0] if found else ""


def _told_apart(rows: Iterable[Line]) -> Iterator[Line]:
    """Drop blank lines and page furniture; what follows remembers them."""
    gap = page = False
    for row in rows:
        if not row.text.strip():
            gap = True
        elif len(row.text) <= _FURNITURE_LENGTH and _FURNITURE.fullmatch(row.text):
            page = True
        else:
            yield replace(row, gap=gap, page=page)
            gap = page = False


def _without_heads(rows: list[Line]) -> Iterator[Line]:
    """Drop running heads: a line seen before that stands next to a page's end."""
    seen: set[str] = set()
    page = False
    for i, row in enumerate(rows):
        following = rows[i + 1] if i + 1 < len(rows) else None
        packed = re.sub(r"[\s\d]", "", row.text)
        at_page_end = row.page or page or (following is not None and following.page)
        if at_page_end and len(packed) >= 5 and packed in seen and packed[-1] not in "。:;!?":
            page = page or row.page
            continue
        seen.add(packed)
        yield replace(row, page=row.page or page)
        page = False


def _split(page: Sheet, line: Line) -> Iterator[Line]:
    first = True
    for start, end in parts(line.text):
        span = page.trim(line.span.start + start, line.span.start + end)
        if span.start < span.end:
            part = replace(line, span=span, text=span.cut(page.level))
            yield part if first else replace(part, bullet=False, gap=False, page=False, inline=True)
            first = False
