"""The numbers that Word prints before paragraphs: numbering.xml and the styles that point to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from knowledge.documents.elements import attribute, child, children, local, whole
from knowledge.documents.lists import Counts, Level

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEVELS = 9  # ECMA-376, 17.9.6: levels 0 to 8


class Numbering:
    """Counts the numbered paragraphs of one document, which must be asked for in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._nums = {attribute(num, "numId"): num for num in children(numbering, "num")}
        self._abstracts = {
            attribute(one, "abstractNumId"): one for one in children(numbering, "abstractNum")
        }
        self._styles = {attribute(one, "styleId"): one for one in children(styles, "style")}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1"
            ),
            None,
        )
        self._counts: defaultdict[str | None, Counts] = defaultdict(Counts)
        self._begun: set[str] = set()
        self._levels = cache(self._levels_of)

    def mark(self, paragraph: Element) -> str:
        """Return what Word prints before *paragraph*, counting it."""
        num, at = self._place(paragraph)
        if num not in self._nums:
            return ""
        levels = self._levels(num)
        if not 0 <= at < len(levels):
            return ""
        counts = self._counts[self._abstract_id(num)]
        self._begin(num, counts)
        return counts.advance(levels, at)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return the list a paragraph is in, by itself or by its style, and its level."""
        properties = child(paragraph, "pPr")
        style = _value(properties, "pStyle") or self._default
        own = child(properties, "numPr")
        chain = self._chain(style)
        inherited = [(name, child(child(self._styles[name], "pPr"), "numPr")) for name in chain]
        num = next(
            (v for v in (_value(n, "numId") for n in (own, *(n for _, n in inherited))) if v), ""
        )
        level = _value(own, "ilvl")
        if level is None and num:
            level = self._level_of_style(num, chain)
        if level is None:
            level = next((v for _, n in inherited if (v := _value(n, "ilvl"))), "0")
        return num, whole(level, _LEVELS)

    def _chain(self, style: str | None) -> list[str | None]:
        """Return *style* and those it is based on."""
        chain: list[str | None] = []
        while style in self._styles and style not in chain:
            chain.append(style)
            style = _value(self._styles[style], "basedOn")
        return chain

    def _level_of_style(self, num: str, chain: list[str | None]) -> str | None:
        """Return the level that names a style of *chain* as its own."""
        levels = list(children(self._abstract(num), "lvl"))
        return next(
            (
                attribute(level, "ilvl")
                for name in chain
                for level in levels
                if _value(level, "pStyle") == name
            ),
            None,
        )

    def _begin(self, num: str, counts: Counts) -> None:
        """Restart what *num* restarts, the first time it is met."""
        if num in self._begun:
            return
        self._begun.add(num)
        for override in children(self._nums[num], "lvlOverride"):
            at = whole(attribute(override, "ilvl"), _LEVELS)
            if child(override, "startOverride") is not None and at < _LEVELS:
                counts.numbers[at] = None

    def _levels_of(self, num: str) -> list[Level]:
        levels = [Level("", "none")] * _LEVELS
        for node in children(self._abstract(num), "lvl"):
            at = whole(attribute(node, "ilvl"), _LEVELS)
            if at < _LEVELS:
                levels[at] = _level(node)
        for override in children(self._nums[num], "lvlOverride"):
            at = whole(attribute(override, "ilvl"), _LEVELS)
            if at < _LEVELS:
                levels[at] = _overridden(levels[at], override)
        return levels

    def _abstract(self, num: str) -> Element | None:
        return self._abstracts.get(self._abstract_id(num))

    def _abstract_id(self, num: str) -> str | None:
        """Return the id of the definition of *num*, found by its style where it only links."""
        found = _value(self._nums.get(num), "abstractNumId")
        link = _value(self._abstracts.get(found), "numStyleLink")
        linked = (k for k, one in self._abstracts.items() if _value(one, "styleLink") == link)
        return next(linked, found) if link else found


def _value(node: Element | None, name: str) -> str | None:
    return attribute(child(node, name), "val")


def _overridden(level: Level, override: Element) -> Level:
    own = child(override, "lvl")
    level = level if own is None else _level(own)
    return replace(level, start=whole(_value(override, "startOverride"), level.start))


def _level(node: Element) -> Level:
    restart = _value(node, "lvlRestart")
    legal = child(node, "isLgl")
    return Level(
        _value(node, "lvlText") or "",
        _value(node, "numFmt") or "decimal",
        whole(_value(node, "start"), 1),
        None if restart is None else whole(restart, 0),
        tight=_value(node, "suff") == "nothing",
        decimal=legal is not None and attribute(legal, "val") not in ("0", "false"),
    )


def is_contents(block: Element) -> bool:
    """Tell whether the control *block* is a table of contents, which only repeats headings."""
    gallery = child(child(block, "sdtPr"), "docPartObj")
    named = _value(gallery, "docPartGallery") or ""
    return local(block) == "sdt" and named.startswith("Table of Contents")
