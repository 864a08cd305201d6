"""Numerals that have lost the sign behind them: 一報告紀錄。, on a line of its own or within one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.parser.labels import label
from knowledge.parser.marks import Mark, bare, mark
from knowledge.parser.roles import SECTIONS
from knowledge.parser.sheet import Sheet
from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_HEADING = 20  # characters
_INSIDE = regex(r"(?<=[。;])\s+(?=[一二三四五六七八九十])")
_SECOND = 2
_AHEAD = 8  # characters that tell a numeral from a word


def counted(rows: Sequence[Line]) -> set[int]:
    """Return which rows begin with bare numerals that count from one: alone they are words."""
    found = set(_first_below_headings(rows))
    runs: list[list[int]] = []  # a list within a list leaves the outer one open
    for i, row in enumerate(rows):
        sign = _numeral(row.text) or _figure(row.text)
        if sign is None or (i and not row.gap and _goes_on(rows[i - 1], row, sign)):
            continue
        goes_on = [k for k, run in enumerate(runs) if len(run) + 1 == sign.number]
        if sign.number == 1:
            runs.append([i])
        elif goes_on:  # a numeral that continues no list is a word
            del runs[goes_on[-1] + 1 :]
            runs[-1].append(i)
            found.update(runs[-1])
    return found


def _first_below_headings(rows: Sequence[Line]) -> Iterator[int]:
    """Yield which rows lost their sign right below a heading, where 二、 is the next numeral.

    貳、報告事項, then 一報告紀錄。, 主席裁示:紀錄確定。 and 二、執行情形。
    """
    first: int | None = None
    for i, row in enumerate(rows):
        sign = mark(row.text)
        if sign is not None and sign.style == "一":
            if first is not None and sign.number == _SECOND:
                yield first
            first = None
        elif i and (lost := _numeral(row.text)) and lost.style == "一" and lost.number == 1:
            first = i if _heads(rows[i - 1]) else first


def _heads(above: Line) -> bool:
    """Tell whether a line is a number and the name of a section: 貳、報告事項"""
    sign = mark(above.text)
    found = label(above.text, sign.end) if sign else None
    return found is not None and found.role in SECTIONS and not above.text[found.value :].strip()


def run_on(page: Sheet, rows: Sequence[Line]) -> Iterator[Line]:
    """Yield *rows*, cut where an item with a bare numeral begins after a full stop and a gap.

    一報告紀錄。 主席裁示:確定。 二水庫水情:… — only the number after the one before begins an item.
    """
    following = 0
    for row in rows:
        following = _after(_numeral(row.text), following)
        start = 0
        for gap in () if row.table or row.quoted else _INSIDE.finditer(row.text):
            sign = _numeral(row.text[gap.end() : gap.end() + _AHEAD])
            if sign is not None and sign.number == following > 1:
                yield _piece(page, row, start, gap.start())
                start, following = gap.end(), following + 1
        yield _piece(page, row, start, len(row.text)) if start else row


def _after(sign: Mark | None, following: int) -> int:
    """Return which numeral would come next after a row that begins with *sign*."""
    if sign is None:
        return following
    return sign.number + 1 if sign.number in (1, following) else following


def _piece(page: Sheet, row: Line, start: int, end: int) -> Line:
    span = page.trim(row.span.start + start, row.span.start + end)
    first = start == 0
    return replace(
        row,
        span=span,
        text=span.cut(page.level),
        gap=row.gap and first,
        page=row.page and first,
        bullet=row.bullet and first,
    )


def _numeral(text: str) -> Mark | None:
    return None if mark(text) else bare(text)


def _figure(text: str) -> Mark | None:
    """Return the number before a section's name, which lost no sign: 6　協商議題"""
    sign = mark(text)
    return sign if sign is not None and sign.style == "1 " else None


def _goes_on(above: Line, row: Line, sign: Mark) -> bool:
    """Tell whether a sentence goes on in *row*; after a title 一　時間：… does not."""
    before = _numeral(above.text)
    if before and sign.style == before.style == "1 " and sign.number == (before.number or 0) + 1:
        return False  # 4　學生宿舍　121萬度, then 5　動物醫院　96萬度
    found = label(row.text, sign.end)
    return _is_unfinished(above) and not (found is not None and found.colon)


def _is_unfinished(row: Line) -> bool:
    """Tell whether a sentence goes on after *row*; a short one is a heading."""
    return len(row.text) > _HEADING and row.text[-1:] not in "。!?;:…」』)》】"
