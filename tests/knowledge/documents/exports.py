"""Minutes as an office would save them: numbered by the word processor, or wrapped onto pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.knowledge.documents import builders as make

# A typed number, the style of Word that prints it by itself, what stands around it, and the
# same in ODF.
_NUMBERED = (
    (re.compile(r"([壹貳參肆伍陸柒捌玖])、[ ]?"), "ideographLegalTraditional", "", "、", "壹, 貳, 參, ..."),
    (re.compile(r"([一二三四五六七八九])、[ ]?"), "taiwaneseCountingThousand", "", "、", "一, 二, 三, ..."),
    (re.compile(r"[(（]([一二三四五六七八九])[)）][ ]?"), "taiwaneseCountingThousand", "(", ")", "一, 二, 三, ..."),
    (re.compile(r"(\d)\. ?(?!\d)"), "decimal", "", ".", "1"),
)  # fmt: skip
_VALUES = {sign: i for row in ("壹貳參肆伍陸柒捌玖", "一二三四五六七八九", "123456789") for i, sign in enumerate(row, 1)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words without their typed number; `style` says which of _NUMBERED numbers them."""

    words: str
    style: int | None = None
    number: int = 0
    going_on: bool = False  # the number follows the last one of its style


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    last: dict[int, int] = {}
    for words in re.split(r"\n{2,}", text.strip()):
        matches = (form.match(words) for form, *_ in _NUMBERED)
        style, found = next(((i, m) for i, m in enumerate(matches) if m), (None, None))
        if style is None or found is None:
            yield Paragraph(words)
            continue
        number = _VALUES[found[1]]
        yield Paragraph(words[found.end() :], style, number, last.get(style) == number - 1)
        last[style] = number


def docx_of(text: str) -> bytes:
    """Return minutes as a DOCX in which Word numbers every numbered paragraph."""
    lists = "".join(
        make.abstract(i, make.lvl(0, style, f"{before}%1{after}"))
        for i, (_, style, before, after, _) in enumerate(_NUMBERED)
    )
    body, current = "", {}
    for count, paragraph in enumerate(paragraphs_of(text), start=1):
        style = paragraph.style
        if style is not None and not paragraph.going_on:
            current[style] = count
            lists += make.num(count, style, {0: paragraph.number})
        body += make.p(paragraph.words, None if style is None else current[style])
    return make.docx(body, lists)


def odt_of(text: str) -> bytes:
    """Return minutes as an ODT with automatic lists, each continuing the one of its kind."""
    styles = "".join(
        make.odt_style(f"L{i}", (before, form, after))
        for i, (_, _, before, after, form) in enumerate(_NUMBERED)
    )
    body = ""
    for paragraph in paragraphs_of(text):
        lines = "<text:line-break/>".join(map(escape, paragraph.words.split("\n")))
        words = f"<text:p>{lines}</text:p>"
        start = "" if paragraph.going_on else f' text:start-value="{paragraph.number}"'
        item = f"<text:list-item{start}>{words}</text:list-item>"
        body += words if paragraph.style is None else _continued(f"L{paragraph.style}", item)
    return make.odt(body, styles)


def _continued(style: str, item: str) -> str:
    attributes = f'text:style-name="{style}" text:continue-numbering="true"'
    return f"<text:list {attributes}>{item}</text:list>"


def pages_of(text: str, columns: int = 40, rows: int = 36) -> list[str]:
    """Return minutes wrapped by hand onto pages with page numbers, as an export gives them."""
    lines = [
        part[i : i + columns]
        for paragraph in re.split(r"\n{2,}", text.strip())
        for part in paragraph.split("\n")
        for i in range(0, len(part), columns)
    ]
    sheets = [lines[i : i + rows] for i in range(0, len(lines), rows)]
    return ["\n".join([*sheet, f"- {i} -"]) for i, sheet in enumerate(sheets, start=1)]
