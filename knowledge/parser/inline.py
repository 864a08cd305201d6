"""Where a line holds more than one thing: 參、主席:甲 紀錄:乙, 決議:一、…二、…, 壹、…貳、…"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from knowledge.model import Fact
from knowledge.parser.labels import Role, label
from knowledge.parser.marks import Mark, mark

_OPEN, _CLOSE = "「『(《﹁", "」』)》﹂"
_HEAD_LABEL = re.compile(r"(?<=\s)(?=\S{1,2}\s*\S{0,8}\s*(?:\([^()]*\))?\s*:)")
_PART_LABEL = re.compile(r"(?<=[。;)」】])\s*(?=\S{1,2}\s*\S{0,8}\s*:)|(?<=\s)(?=\S{2,8}\s*:)")
_PARTS = (Role.RESOLUTION, Role.EXPLANATION, Role.SUBJECT, Role.ABOUT)
_BIG = re.compile(r"(?=[壹貳參叁肆伍陸柒捌玖拾]+\s*[、:])")
_NEXT = re.compile(r"(?<=[。;;)])\s*(?=\S{1,4}\s*[、.)])|(?<=。)\s*(?=[(㈠-㈩⑴-⒇①-⑳])")


def parts(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of *text* that are lines of their own."""
    found = [(0, len(text))]
    for rule in (_sections, _labels, _items):
        found = [piece for a, b in found for piece in _cut(text[a:b], a, rule)]
    return found


def _cut(text: str, offset: int, rule: Callable[[str], Iterator[int]]) -> Iterator[tuple[int, int]]:
    depth = _depths(text)
    cuts = {c for c in rule(text) if c < len(text) and not depth[c] and text[:c].strip()}
    for a, b in pairwise([0, *sorted(cuts), len(text)]):
        yield offset + a, offset + b


def _depths(text: str) -> list[int]:
    """Return for each place how many quotation marks and brackets are open before it."""
    depths, depth = [], 0
    for c in text:
        depths.append(depth)
        depth += (c in _OPEN) - (c in _CLOSE and depth > 0)
    return depths


def _sections(text: str) -> Iterator[int]:
    """Yield where 貳、 follows 壹、 and so on within one line."""
    before: Mark | None = None
    for found in _BIG.finditer(text):
        this = mark(text[found.start() : found.start() + 12])
        if this is None or text[found.start() - 1 : found.start()] in tuple(
            "壹貳參叁肆伍陸柒捌玖拾"
        ):
            continue
        follows = before and before.number and this.number == before.number + 1
        first = this.number == 1 and "貳、" in text[found.start() :]
        if follows or first or _labelled(text, found.start(), this):
            yield found.start()
        before = this


def _labelled(text: str, start: int, sign: Mark) -> bool:
    """Tell whether a label with a colon follows a mark inside a line: … 貳、地點：…"""
    found = label(text, start + sign.end)
    return text[start - 1 : start].isspace() and found is not None and found.colon


def _labels(text: str) -> Iterator[int]:
    """Yield where a label with a colon begins inside the line."""
    first = _first_label(text)
    for found in _HEAD_LABEL.finditer(text) if first and first is not Role.SPEAKER else ():
        inner = label(text, found.end())
        if inner and inner.role is Role.HEAD and inner.colon and ":" in text[: found.start()]:
            yield found.end()
    sign = mark(text)
    for found in _PART_LABEL.finditer(text, sign.end + 1 if sign else 0):
        inner = label(text, found.end())
        if inner and inner.role in _PARTS and inner.colon and "原決議" not in text[: found.end()]:
            yield found.end()


def _first_label(text: str) -> Role | None:
    sign = mark(text)
    found = label(text, sign.end if sign else 0)
    return found.role if found and (found.role is Role.HEAD or found.fact is Fact.TIME) else None


def _items(text: str) -> Iterator[int]:
    """Yield where the next item of the line's own list, or the first after its label, begins."""
    sign = mark(text)
    found = label(text, sign.end if sign else 0)
    if found and found.colon and found.role in (Role.RESOLUTION, Role.EXPLANATION):
        inner = mark(text[found.value : found.value + 12])
        if inner and inner.number == 1:
            yield found.value
            sign = inner
    for place in _NEXT.finditer(text):
        following = mark(text[place.end() : place.end() + 12])
        if sign and following and _succeeds(following, sign):
            yield place.end()
            sign = following


def _succeeds(following: Mark, sign: Mark) -> bool:
    return (
        following.style == sign.style
        and sign.number is not None
        and following.number == sign.number + 1
    )
