"""The text of a document's pages becomes one text, or an error that says why it is none."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from knowledge.documents.limits import MAX_PAGES, capped
from knowledge.errors import DocumentError, Fault
from knowledge.regex import regex

_LETTERS_A_PAGE = 10  # fewer are a stamp or a page number on a picture
_LEGIBLE = 0.95  # share of characters that mean something (reliability.md, 5.1)
_HEAD_PAGES = 3  # a line at the edge of this many pages is a running head
_TITLE = 8  # characters: a shorter line above the title is no second one
_TITLE_LINES = 3  # that a title takes at most
_ENDS = ("。", "；")  # of a sentence, which no running head is
_PAGE_NUMBER = regex(r"^\W*\d+|\d+(?=\W*$)|\d+(?=\s*(?:[頁页/]|of\b))")
_PAGE_WORDS = regex(r"第?[頁页]\W*(?:共[頁页])?$")
# What PDFium gives for a hyphen at a line's end, and other control characters but \t \n.
_CONTROL = regex(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_LINE_END = regex(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LOST = 2  # characters: longer lines are never left out
_CID = regex(r"\(cid:\d+\)")  # a glyph without a character


def refuse_too_many(pages: int) -> None:
    """Raise DocumentError where there are more *pages* than are read."""
    if pages > MAX_PAGES:
        raise DocumentError(f"more than {MAX_PAGES} pages; split the document", Fault.TOO_LARGE)


def joined(pages: Iterable[str]) -> str:
    """Return the text of *pages*, a page going on where the one before it ended.

    Running heads without a page number beside them are left out after the first; the parser
    knows the others. Raises DocumentError where the text is missing, garbled or too long.
    """
    sheets = [_lines(page) for page in capped(pages)]
    text = "\n".join(line for lines in _without_heads(sheets) for line in lines)
    _refuse_illegible(text, len(sheets))
    return text


def completed(page: str, other: str) -> str:
    """Return the text *page* with the lines of a few characters that only *other* has of it."""
    lines, others = page.splitlines(), other.splitlines()
    steps = SequenceMatcher(
        None, list(map(_packed, lines)), list(map(_packed, others)), autojunk=False
    ).get_opcodes()
    found: list[str] = []
    for step, start, end, first, last in steps:
        found += lines[start:end]
        lost = [line for line in others[first:last] if 0 < len(_packed(line)) <= _LOST]
        found += lost if step == "insert" else []
    return "\n".join(found)


def _packed(line: str) -> str:
    return "".join(line.split())


def _lines(page: str) -> list[str]:
    cleaned = _CONTROL.sub("", _LINE_END.sub("\n", page))
    return [line.rstrip() for line in cleaned.strip("\n").split("\n")]


def _refuse_illegible(text: str, pages: int) -> None:
    packed = "".join(text.split())
    if len(packed) < _LETTERS_A_PAGE * pages:
        message = "it has no text layer (pictures of pages); use the document it was made from"
        raise DocumentError(message, Fault.NO_TEXT_LAYER)
    legible = sum(map(_means_something, _CID.sub("\ufffd", packed)))
    if legible < _LEGIBLE * len(packed) or _CID.search(packed):
        message = "its text layer is garbled; use the document it was made from"
        raise DocumentError(message, Fault.GARBLED)


def _means_something(character: str) -> bool:
    return character != "\ufffd" and unicodedata.category(character) not in ("Cn", "Co", "Cs", "Cc")


def _without_heads(sheets: Sequence[list[str]]) -> Iterable[list[str]]:
    edges = Counter(line for lines in sheets for line in {_edge(lines, 0), _edge(lines, -1)})
    heads = {line for line, times in edges.items() if times >= _HEAD_PAGES and _is_head(line)}
    title = _title(sheets)
    seen: set[str] = set()
    for number, lines in enumerate(sheets):
        if (number and _begins(title, lines)) or _begins(_below(lines), lines):
            del lines[0]
        for at in (0, -1):
            if _edge(lines, at) in heads & seen:
                del lines[at]
        yield lines
        seen.update((_edge(lines, 0), _edge(lines, -1)))


def _title(sheets: Sequence[list[str]]) -> str:
    """Return the words the document begins with, less a running head that only says the same."""
    return _packed("".join(sheets[0][: _TITLE_LINES + 1])) if sheets else ""


def _below(lines: Sequence[str]) -> str:
    return _packed("".join(lines[1 : _TITLE_LINES + 1]))


def _begins(title: str, lines: Sequence[str]) -> bool:
    """Tell whether the first of *lines* says the same as *title* does, or as it begins."""
    head = _PAGE_WORDS.sub("", _edge(lines, 0))
    return len(head) >= _TITLE and _is_head(head) and title.startswith(head)


def _is_head(line: str) -> bool:
    return len(line) > 1 and not line.endswith(_ENDS)


def _edge(lines: Sequence[str], at: int) -> str:
    """Return the first or last of *lines* without the digits in it that count pages."""
    return _packed(_PAGE_NUMBER.sub("", lines[at])) if lines else ""
