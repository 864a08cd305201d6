"""Texts that run on: where sections, their first items and the next ones begin within a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.dates import number
from knowledge.parser.labels import label
from knowledge.parser.marks import Mark, mark
from knowledge.parser.roles import RULINGS, SECTIONS, Role
from knowledge.parser.words import WORDS
from knowledge.regex import regex

MARK = 12  # characters, the first two of a label among them


def _spaced(word: str) -> str:
    return r"\s*".join(map(re.escape, word))


_CASE = regex(r"(?:(?<=事項)|(?<=[。」]))\s*(?=第\s*[一二三四五六七八九十\d]{1,3}\s*案\s*[「:])")
# 柒、議題討論:議題一:…。議題二:…
_COUNTED = regex(
    r"(?P<word>案由|議題|提案|議案|討論案|報告案|動議|第(?=[^:]{1,4}案))"
    r"\s*(?P<number>[一二三四五六七八九十\d]{1,3})\s*案?\s*:"
)
_NAMES = [word for word, (role, _) in WORDS.items() if role in SECTIONS | RULINGS]
_HEADING = rf"\s*(?:{'|'.join(map(_spaced, sorted(_NAMES, key=len, reverse=True)))})\s*"
_HEADED = regex(rf"{_HEADING}:?\s*(?={_COUNTED.pattern})")
# 貳、報告事項一、…二、…: no colon behind the heading, but items that count on.
_LISTED = regex(rf"{_HEADING}(?=[一1]\s*[、.]|\(\s*[一1]\s*\))")
_BIG = regex(r"(?=[壹貳參叁肆伍陸柒捌玖拾]+\s*[、:]|[甲乙丙丁戊己庚辛]\s*、)")
NEXT = regex(r"(?<=[。;;)])\s*(?=\S{1,4}\s*[、.)])|(?<=。)\s*(?=[(㈠-㈩⑴-⒇①-⑳])")


def sections(text: str) -> Iterator[int]:
    """Yield where 貳、 follows 壹、 and so on within one line."""
    before: Mark | None = None
    second = text.rfind("貳、")
    for found in _BIG.finditer(text):
        this = mark(text[found.start() : found.start() + 12])
        if this is None or text[found.start() - 1 : found.start()] in tuple(
            "壹貳參叁肆伍陸柒捌玖拾"
        ):
            continue
        follows = this.style != "甲" and before is not None and succeeds(this, before)
        first = this.style != "甲" and this.number == 1 and found.start() <= second
        if follows or first or _labelled(text, found.start(), this):
            yield found.start()
        before = this


def headings(text: str) -> Iterator[int]:
    """Yield where the first item begins behind a heading that has no colon."""
    for end in _headed(text, _LISTED):
        inner = mark(text[end : end + MARK])
        stated = label(text, end + inner.end) if inner else None
        named = stated is not None and stated.colon and stated.role in (Role.ITEM, Role.SUBJECT)
        if inner and (named or _counts_on(text, end + inner.end, inner)):
            yield end


def _headed(text: str, form: re.Pattern[str]) -> Iterator[int]:
    """Yield where headings of that *form* end, at the beginning or behind a full stop."""
    for start in (0, *(place.end() for place in NEXT.finditer(text))):
        sign = mark(text[start : start + MARK])
        found = form.match(text, start + sign.end) if sign else None
        if found:
            yield found.end()


def _counts_on(text: str, at: int, sign: Mark) -> bool:
    """Tell whether the list that *sign* begins goes on behind a full stop: no 討論事項一、二 does."""
    places = (mark(text[p.end() : p.end() + MARK]) for p in NEXT.finditer(text, at + 1))
    return any(succeeds(following, sign) for following in places if following)


def cases(text: str) -> Iterator[int]:
    """Yield where 第一案「…」 and the next one begin after the heading or a decision."""
    cases = [found.end() for found in _CASE.finditer(text)]
    sign = mark(text)
    heading = label(text[: cases[0]], sign.end) if cases and sign else None
    if heading is not None and heading.role in SECTIONS:
        yield from cases
    yield from _counted(text)


def _counted(text: str) -> Iterator[int]:
    """Yield where 議題一: comes right behind the heading, and where 議題二: comes after it."""
    opened = {0, *_headed(text, _HEADED)} if ":" in text else set()
    last: dict[str, int] = {}
    for found in _COUNTED.finditer(text):
        word, this = found["word"], number(found["number"])
        above = text[max(0, found.start() - MARK) : found.start()].rstrip()
        first = not above or found.start() in opened
        if this and (first or (above[-1] in "。」)" and last.get(word) == this - 1)):
            last[word] = this
            yield found.start()


def _labelled(text: str, start: int, sign: Mark) -> bool:
    """Tell whether a label with a colon follows a mark inside a line: … 貳、地點：…"""
    found = label(text, start + sign.end)
    before = text[start - 1 : start]
    named = (found is not None and found.colon) or _LISTED.match(text, start + sign.end)
    named = named or _HEADED.match(text, start + sign.end)
    return (before.isspace() or before == "。") and bool(named)


def succeeds(following: Mark, sign: Mark) -> bool:
    return (
        following.style == sign.style
        and sign.number is not None
        and following.number == sign.number + 1
    )
