"""A document's lines: what stands on them, without bullets, page numbers and running heads."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from knowledge.model import Span
from knowledge.parser.cells import Cell
from knowledge.parser.furniture import TITLE_LINES, is_footer, is_furniture, is_trail
from knowledge.parser.headline import head_cuts
from knowledge.parser.inline import parts
from knowledge.parser.labels import label, spans_both
from knowledge.parser.marks import mark
from knowledge.parser.markup import marked_up
from knowledge.parser.numerals import counted, run_on
from knowledge.parser.quoted import quoted
from knowledge.parser.sheet import Sheet
from knowledge.parser.tables import tabled
from knowledge.regex import regex

# Behind a sign of any shape these are an item's parts as they are without it: ○決議：, →說明：
_PART = (
    r"(?:(?:[主副市縣鄉鎮區院]\S{0,3}[席長])?(?:裁示|決議|決定|結論|指示|提示)(?:事項)?|說[ ]*明|辦[ ]*法|擬[ ]*辦|案[ ]*由|決[ ]+議|決[ ]+定"
    r"|(?:大會|委員會|審查|審議|附帶)(?:決議|意見|結果)|提案(?:單位|人|機關)|建議|討論)"
)
_BULLET = regex(
    rf">[ ]?|[◆◇■□●○〇•▲▶►★➤⊙⦿◉→⇒➔➜–—‧-][ ]*(?={_PART}[ ]*:)|"
    # ○王委員大明：… but ○○處 and ○先生 are whose names are left out, and ○ a zero.
    r"[○〇](?=[^\W\d○〇零一二三四五六七八九十百年月日號樓]{3,14}(?:\([^()\n]{1,20}\))?:)(?!.(?:先生|女士|小姐|君))|"
    r"[●•○][ ]+(?=\S[^\n]{12,}[。;]$|(?![^。,;:!?()]+\([^()]+\)$)\S[^\n]{24,})|[\U0001F300-\U0001FAFF✍✅✏☎⏰]\ufe0f?\s*(?=\S)|[-+·][ ]+(?=\S)|[\uf06c\uf06e\uf0b7\uf0d8\uf0fc]\s*(?=\S)|[-+](?=\(?[一二三四五六七八九十]{1,3}[)、])|#{1,6}[ ]+(?=\S)"
)
_STAR = regex(r"\*[ \t]+(?=\S)")
_EVEN = 0.95  # share of lines, the first has no gap before it
_BARS = "|｜│┃║"
_BARRED = regex(f"[{_BARS}]")
_KEPT = 10_000  # lines: where they end is asked again when they are joined
_PARAGRAPH = 400  # characters
_TAIL = regex(r"(?:(?<=[。;)」】])|(?<=\s))[^\s。;)」】]{1,4}$")
_LEAST_TITLE = 8  # characters


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
    width: int = 0  # columns, as printed
    cell: bool = False  # it is a row of a table
    bare: bool = False  # it begins with a numeral that has lost its sign
    table: Cell | None = None
    quoted: bool = False  # it stands in a document that is quoted whole
    cited: bool = False  # a block quote's sign stood before it
    torn: bool = False  # it is the beginning of a label that the next line ends


def lines(page: Sheet) -> list[Line]:
    """Return the lines of *page* that say something, in order."""
    rows = tabled(page, list(marked_up(page, list(_rows(page)))))
    found = list(_without_heads(list(_told_apart(rows))))
    found = list(quoted(_evenly_spaced(found)))
    found = list(run_on(page, found))
    numbered = counted(found)
    found = [replace(line, bare=i in numbered) for i, line in enumerate(found)]
    return list(_all_parts(page, found))


def _evenly_spaced(rows: list[Line]) -> list[Line]:
    """Return *rows* without their gaps where a gap stands between all: it means nothing."""
    even = sum(row.gap or row.page for row in rows) >= _EVEN * len(rows)
    return [replace(row, gap=False) for row in rows] if even else rows


def _all_parts(page: Sheet, rows: Sequence[Line]) -> Iterator[Line]:
    """Yield the parts of all *rows*; each knows what it may go on with."""
    above = ""
    for row, after in pairwise([*rows, None]):
        if row is None:
            continue
        above = "" if row.gap or row.page or mark(row.text) else above[-_PARAGRAPH:]
        yield from _split(page, row, after, above)
        above += row.text


def _rows(page: Sheet) -> Iterator[Line]:
    start = 0
    for row in page.level.split("\n"):
        yield _row(page, page.trim(start, start + len(row)), start)
        start += len(row) + 1


def _row(page: Sheet, span: Span, margin: int) -> Line:
    indent = columns(page.raw[margin : span.start])
    start, bullet, heading, cited = span.start, False, False, False
    while sign := _sign(page, start, span.end):
        bullet = bullet or not sign.startswith(">")
        heading = heading or sign.startswith("#")
        cited = cited or sign.startswith(">")
        start += len(sign)
    span = page.trim(start, span.end)
    barred = page.raw[margin : span.start].strip()[-1:] in tuple(_BARS)
    cell = barred or len(_BARRED.findall(page.raw, span.start, span.end)) > 1
    width = columns(span.cut(page.raw))
    text = span.cut(page.level)
    return Line(span, text, bullet, heading, indent=indent, width=width, cell=cell, cited=cited)


@lru_cache(maxsize=_KEPT)
def columns(text: str) -> int:
    """Return the width of *text*: an ideograph takes two columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _sign(page: Sheet, start: int, end: int) -> str:
    found = _BULLET.match(page.level, start, end) or _STAR.match(page.raw, start, end)
    if not found:
        return ""
    emphasis = page.raw.find("*", start + 1, found.end())  # - **會議時間**：
    return found[0][: emphasis - start] if emphasis > 0 else found[0]


def _told_apart(rows: Iterable[Line]) -> Iterator[Line]:
    """Drop blank lines and page furniture; what follows remembers them."""
    gap = page = False
    told = 0
    for row in rows:
        if not row.text.strip():
            gap = True
        elif row.table is None and (is_furniture(row.text) or _frames_page(row, told)):
            page = True
        else:
            yield replace(row, gap=gap, page=page)
            gap = page = False
            told += 1


def _frames_page(row: Line, told: int) -> bool:
    """Tell whether a line after *told* others is what a page has above its title, or at its foot."""
    return is_footer(row.text) if told >= TITLE_LINES else is_trail(row.text)


def _without_heads(rows: list[Line]) -> Iterator[Line]:
    """Drop running heads: what stands next to the end of several pages, the title aside.

    So is what the title begins with, where it stands alone again and again.
    """
    rows = list(_without_titles(rows))
    ends = Counter(_packed(row) for i, row in enumerate(rows) if _is_at_page_end(rows, i))
    repeated = {head for head, times in ends.items() if times > 1}
    seen: set[str] = set()
    page = False
    for i, row in enumerate(rows):
        packed = _packed(row)
        known = packed in seen or (packed in repeated and i >= TITLE_LINES)
        if (page or _is_at_page_end(rows, i)) and known and _can_run(row) and not row.table:
            page = page or row.page
            continue
        seen.add(packed)
        yield replace(row, page=row.page or page)
        page = False


def _without_titles(rows: list[Line]) -> Iterator[Line]:
    titles = {_unspaced(row) for row in rows[:TITLE_LINES]}
    again = [
        i
        for i, row in enumerate(rows[TITLE_LINES:-1], TITLE_LINES)
        if row.gap and rows[i + 1].gap and _begins_title(row, titles) and not _heads(rows[i + 1])
    ]
    left_out = set(again) if len(again) > 1 else set()
    for i, row in enumerate(rows):
        if i not in left_out:
            yield replace(row, page=row.page or i - 1 in left_out)


def _begins_title(row: Line, titles: Iterable[str]) -> bool:
    text = _unspaced(row)
    long = len(text) >= _LEAST_TITLE and not row.table and _can_run(row)
    return long and any(title.startswith(text) for title in titles)


def _heads(row: Line) -> bool:
    """Tell whether *row* states a fact of a head, so that a title stands above it."""
    found = label(row.text)
    return found is not None and found.fact is not None


def _unspaced(row: Line) -> str:
    return re.sub(r"\s", "", row.text)


def _is_at_page_end(rows: list[Line], i: int) -> bool:
    return rows[i].page or (i + 1 < len(rows) and rows[i + 1].page)


def _packed(row: Line) -> str:
    return re.sub(r"[\s\d]", "", row.text)


def _can_run(row: Line) -> bool:
    """Tell whether a line can be a running head: no sentence's end, no item, no label's value."""
    packed, found = _packed(row), label(row.text)
    said = mark(row.text) is not None or (found is not None and found.colon)
    return len(packed) >= 5 and packed[-1] not in "。:;!?" and not said


def _split(page: Sheet, line: Line, after: Line | None, above: str) -> Iterator[Line]:
    if line.table or line.quoted:
        yield line
        return
    torn = _torn(line, after)
    cuts = head_cuts(line.text[:torn], line.span.cut(page.raw))
    ends = list(pairwise([0, *cuts, torn])) if cuts else parts(line.text[:torn], above)
    ends = [*ends, (torn, len(line.text))]
    first, at, indent = True, 0, line.indent
    for start, end in ends:
        span = page.trim(line.span.start + start, line.span.start + end)
        if span.start < span.end:
            begins = span.start - line.span.start
            indent, at = indent + columns(line.text[at:begins]), begins
            text, width = span.cut(page.level), columns(span.cut(page.raw))
            part = replace(line, span=span, text=text, width=width, torn=start == torn)
            yield part if first else _inside(part, indent)
            first = False


def _inside(part: Line, indent: int) -> Line:
    """Return *part* of a line as one that does not begin it, with *indent* columns before it."""
    return replace(
        part,
        indent=indent,
        bullet=False,
        gap=False,
        page=False,
        inline=True,
        bare=False,
    )


def _torn(line: Line, after: Line | None) -> int:
    """Return where a label begins that only *after* ends: … 公鑒。主席, then 裁示：洽悉。"""
    tail = _TAIL.search(line.text)
    if tail is None or after is None or after.gap:
        return len(line.text)
    inside = line.text.count("(") > line.text.count(")")
    return tail.start() if not inside and spans_both(tail[0], after.text) else len(line.text)
