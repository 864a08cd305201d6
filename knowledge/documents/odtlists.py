"""The numbers that an ODT prints before list items and headings, from its list styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from knowledge.documents.elements import attribute, local, whole
from knowledge.documents.lists import DEPTH, Counts, Level
from knowledge.regex import regex

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# style:num-format begins with the first number, here with its name in Office Open XML.
_STYLES = {
    "1": "decimal",
    "１": "decimalFullWidth",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "taiwaneseCountingThousand",
    "壹": "ideographLegalTraditional",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
}
_PLACEHOLDER = regex(r"%([1-9])%")


class ListStyles:
    """What the list styles of a document say, and where each of its lists stands."""

    def __init__(self, roots: Iterable[Element]) -> None:
        nodes = [node for root in roots for node in root.iter()]
        self._levels = {
            attribute(node, "name"): _levels(node) for node in nodes if local(node) == "list-style"
        }
        outlines = [_levels(node) for node in nodes if local(node) == "outline-style"]
        self._outline = outlines[0] if outlines else [Level("", "none")] * DEPTH
        self._headings = Counts()
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str | None, Counts] = {}

    def counts(self, node: Element, style: str | None) -> Counts:
        """Return where the list *node* begins: anew, or where one before it ended."""
        before = self._by_id.get(attribute(node, "continue-list") or "")
        if before:
            counts = before
        elif attribute(node, "continue-numbering") == "true" and style in self._by_style:
            counts = self._by_style[style]
        else:
            counts = Counts()
        self._by_style[style] = counts
        if name := attribute(node, "id"):
            self._by_id[name] = counts
        return counts

    def item(self, style: str | None, counts: Counts, depth: int) -> str:
        """Return the mark of the next item of a list, *depth* levels below its outermost."""
        levels = self._levels.get(style)
        return counts.advance(levels, depth) if levels and depth < DEPTH else ""

    def heading(self, node: Element) -> str:
        """Return the mark of the heading *node*."""
        at = whole(attribute(node, "outline-level"), 1) - 1
        if attribute(node, "is-list-header") == "true" or not 0 <= at < DEPTH:
            return ""
        return self._headings.advance(self._outline, at)


def _levels(style: Element) -> list[Level]:
    levels = [Level("", "none")] * DEPTH
    for at, level in _given(style):
        if 0 <= at < DEPTH:
            levels[at] = level
    return levels


def _given(style: Element) -> Iterator[tuple[int, Level]]:
    for node in style:
        number = whole(attribute(node, "level"), 0)
        if local(node) == "list-level-style-bullet":
            yield number - 1, Level(attribute(node, "bullet-char") or "•", "bullet")
        elif local(node) in ("list-level-style-number", "outline-level-style"):
            yield number - 1, _numbered(node, number)


def _numbered(node: Element, number: int) -> Level:
    first = (attribute(node, "num-format") or "")[:1]
    style = _STYLES.get(first, "decimal") if first else "none"
    return Level(_pattern(node, number, style), style, whole(attribute(node, "start-value"), 1))


def _pattern(node: Element, number: int, style: str) -> str:
    """Return the pattern of a level: LibreOffice states it, others give what stands around."""
    stated = attribute(node, "num-list-format")
    if stated is not None:
        return _PLACEHOLDER.sub(r"%\1", stated)
    shown = min(number, whole(attribute(node, "display-levels"), 1)) if style != "none" else 0
    numbers = ".".join(f"%{level}" for level in range(number - shown + 1, number + 1))
    return f"{attribute(node, 'num-prefix') or ''}{numbers}{attribute(node, 'num-suffix') or ''}"
