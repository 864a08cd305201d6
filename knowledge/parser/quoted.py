"""Documents that are read out and quoted whole: 「第2次會議議事錄, its lines, and at last 」.

So is what a block quote of Markdown repeats of an earlier record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

_OPEN, _CLOSE = "「『", "」』"
_RECORD = regex(r"[紀記]錄|議事錄|原文|全文|內容")
_TITLE = 40  # characters of the line that the quotation begins with
_EARLIER = regex(r"[上前歷][一二三四五六七八九十\d]?次.{0,12}(?:[紀記]錄|議事錄|決議|會議)")
_LONGEST = 40  # lines of one quotation


def quoted(rows: Sequence[Line]) -> Iterator[Line]:
    """Yield *rows*; those of a quoted document are marked, so that no label in them counts."""
    until = 0
    marked = any(not row.cited for row in rows)  # else the signs mean nothing
    for i, row in enumerate(rows):
        ahead = rows[i : i + _LONGEST] if i >= until else ()
        until = max(until, i + (_length(ahead) or (marked and _cited(ahead))))
        yield replace(row, quoted=True) if i < until else row


def _cited(rows: Sequence[Line]) -> int:
    """Return how many lines of a block quote, from the first on, repeat an earlier record."""
    if not rows or not rows[0].cited or not _EARLIER.search(rows[0].text):
        return 0
    return len(list(takewhile(lambda row: row.cited, rows)))


def _length(rows: Sequence[Line]) -> int:
    """Return of how many lines the document is that is quoted from the first on; 0 for none."""
    if not rows:
        return 0
    first = rows[0].text.lstrip()
    if first[:1] not in tuple(_OPEN) or len(first) > _TITLE or not _RECORD.search(first):
        return 0
    depth = 0
    for i, row in enumerate(rows):
        depth += sum(c in _OPEN for c in row.text) - sum(c in _CLOSE for c in row.text)
        if depth <= 0:
            return i + 1 if i and row.text.rstrip()[-1:] in tuple(_CLOSE) else 0
    return 0
