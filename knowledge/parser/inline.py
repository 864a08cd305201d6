"""Where a line holds more than one thing: 參、主席:甲 紀錄:乙, 決議:一、…二、…, 壹、…貳、…"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from knowledge.model import Fact
from knowledge.parser.labels import Label, label
from knowledge.parser.marks import Mark, bare, mark
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.running import MARK, NEXT, cases, headings, sections, succeeds
from knowledge.parser.words import HOW_FAR
from knowledge.regex import regex

_BRACKETS = {"(": ")", "「": "」", "『": "』", "《": "》"}
_OPEN, _CLOSE = "「『(《﹁", "」』)》﹂"
_HEAD_LABEL = regex(r"(?<=\s)(?=\S{1,4}\s*\S{0,8}\s*(?:\([^()]*\))?\s*:)")
_SILENT_LABEL = regex(r"(?<=\s\s)(?=\S{1,2}\s*\S{1,4}\s+\S)")
_FRAMED_LABEL = regex(r"(?<=\s)(?=【[^【】]{2,10}】)")
_PART_LABEL = regex(
    r"(?<=[。;)」】])\s*(?=\S{1,2}\s*\S{0,8}\s*:)|(?<=。)\s+(?=(?:主席)?(?:決\s*議|決\s*定|裁\s*示|結\s*論)\s+\S)|(?<=\s)(?=\S{2,8}\s*:)|(?<=紀錄)(?=(?:決議|決定|主席裁示)\s*:)"
)
_NUMBERED = regex(r"[。;)]\s*(?P<sign>\(?[一二三四五六七八九十\d]{1,3}[)、.]\s*)$")  # (二) 案由:…
_OF_ONE_LINE = (Fact.TIME, Fact.PLACE, Fact.CHAIR, Fact.RECORDER)
_PARTS = (Role.RESOLUTION, Role.CONCLUSIONS, Role.EXPLANATION, Role.SUBJECT, Role.ABOUT)
_HEADS = SECTIONS | {Role.ADDRESS}
_LISTING = (Role.RESOLUTION, Role.EXPLANATION)
_WHOLE = regex("(?:意見|研析|分析|建議|回[應覆復])$")
_WITH_PROPOSER = ("連署人", "附署人")  # 提案人：施美娥　連署人：簡麗霞、馬中和
_EARLIER = regex(r"(?:[紀記]錄|事項|案)[^。;:]{0,12}[)\d一二三四五六七八九十]\s*$")
_LAST_TIME = regex(r"(?:\S{1,4}[、.])?(?:前次|上次|歷次)[^。;:]*」")  # 前次「討論三」決議:﹁…﹂
_OLD_DECISION = "原決議"
_SUBJECT = regex(r"\s案\s*由\s*:")
_ABOUT_ONLY = regex(r"(?:\s*[^\s:。]{2,4}:[^:。]{2,24})+")  # 提案單位：農業處


def parts(text: str, above: str = "") -> list[tuple[int, int]]:
    """Return the half-open ranges of *text* that are lines of their own.

    *above* are the lines that *text* seems to go on with.
    """
    text = _outside(text, above)
    found = [(0, len(text))]
    quotes = _OLD_DECISION in above or _is_petition(above or text)
    for rule in (sections, headings, cases, _labels if not quotes else _no_labels):
        found = [piece for a, b in found for piece in _cut(text[a:b], a, rule)]
    goes_on = not mark(text) and NEXT.search(text) is not None
    return list(_listed(text, found, _open_lists(above) if goes_on else []))


def _is_petition(line: str) -> bool:
    """Tell whether *line* begins a petition, told with what is thought of it: 人1　陳情人…"""
    sign = mark(line)
    return sign is not None and sign.style == "人1"


def _outside(text: str, above: str) -> str:
    """Return *text* with dots for what is in a bracket that the lines *above* opened."""
    closed, opened = re.search(f"[{_CLOSE}]", text), re.search(f"[{_OPEN}]", text)
    if closed is None or (opened and opened.start() < closed.start()):
        return text
    is_open = bool(above) and _depths(above + " ")[-1] > 0
    return "." * closed.start() + text[closed.start() :] if is_open else text


def _listed(
    text: str, found: Sequence[tuple[int, int]], signs: list[Mark]
) -> Iterator[tuple[int, int]]:
    """Yield the ranges *found*, cut where a list that is open goes on: 決議:照案通過。二、…"""
    for a, b in found:
        pieces = list(_cut(text[a:b], a, partial(_items, signs)))
        yield from pieces
        signs = _opened(signs, (text[c:d] for c, d in pieces))


def _open_lists(above: str) -> list[Mark]:
    """Return the last marks of the lists that are open after the lines *above*."""
    if not above:
        return []
    return _opened([], (above[a:b] for a, b in parts(above)))


def _opened(signs: list[Mark], pieces: Iterable[str]) -> list[Mark]:
    """Return *signs* after *pieces*: each goes on with a list, or begins one within the last."""
    for sign in filter(None, map(mark, pieces)):
        styles = [earlier.style for earlier in signs]
        outer = styles.index(sign.style) if sign.style in styles else len(styles)
        signs = [*signs[:outer], sign]
    return signs


def _cut(text: str, offset: int, rule: Callable[[str], Iterator[int]]) -> Iterator[tuple[int, int]]:
    depth = _depths(text)
    cuts = {c for c in rule(text) if c < len(text) and not depth[c] and text[:c].strip(" →⇒➔➜")}
    for a, b in pairwise([0, *sorted(cuts), len(text)]):
        yield offset + a, offset + b


def _depths(text: str) -> list[int]:
    """Return for each place how many quotation marks and brackets are open before it."""
    if not any(c in text for c in _OPEN):
        return [0] * len(text)
    depths, depth = [], 0
    for c in text:
        depths.append(depth)
        depth += (c in _OPEN) - (c in _CLOSE and depth > 0)
    return depths


def _labels(text: str) -> Iterator[int]:
    """Yield where a label with a colon begins inside the line."""
    first = _first_label(text)
    if first is Role.HEAD:
        yield from _silent_labels(text)
        yield from _framed_labels(text)
    for found in _HEAD_LABEL.finditer(text) if first and first is not Role.SPEAKER else ():
        sign = mark(text[found.end() : found.end() + MARK])
        inner = label(text, found.end() + (sign.end if sign else 0))
        valued = ":" in text[: found.start()] or _is_silent(text)
        if inner and inner.role is Role.HEAD and inner.colon and valued:
            yield found.end()
    sign = mark(text)
    item = label(text, sign.end if sign else 0)
    if _tells_how_far(text):
        return
    for found in _PART_LABEL.finditer(text, sign.end + 1 if sign else 0):
        inner = label(text, found.end())
        if item and inner and _is_told_with(text, found.end(), item, inner):
            continue
        if inner and (inner.word in HOW_FAR or _is_of_earlier(text, found.end())):
            continue
        if (
            inner
            and inner.role in _PARTS
            and inner.colon
            and _OLD_DECISION not in text[: found.end()]
        ):
            numbered = _NUMBERED.search(text, max(0, found.end() - MARK), found.end())
            yield numbered.start("sign") if numbered else found.end()


def _is_of_earlier(text: str, at: int) -> bool:
    """Tell whether a label is that of earlier minutes: 報告事項三│(二)主席裁示：…應更正為…"""
    sentence = re.split("[。;]", text[:at])[-1]
    corrected = _EARLIER.search(sentence) is not None and "更正" in text[at:]
    return corrected or _LAST_TIME.fullmatch(sentence) is not None


def _tells_how_far(text: str) -> bool:
    """Tell whether a line is a row of old decisions: 案由：… 決議：… 執行情形：…

    Where 決議 does not come before how far it is, it does not come after it either.
    """
    sign = mark(text)
    starts = dict.fromkeys(
        [sign.end if sign else 0, *(f.end() for f in _PART_LABEL.finditer(text))]
    )
    inner = [label(text, start) for start in starts]
    words = [found.word if found.word in HOW_FAR else found.role for found in inner if found]
    told = next((i for i, word in enumerate(words) if isinstance(word, str)), 0)
    subject = Role.SUBJECT in words[:told] and Role.RESOLUTION not in words
    return subject or Role.RESOLUTION in words[:told]


def _no_labels(_text: str) -> Iterator[int]:
    """Yield nothing: after an old decision its execution and what is proposed belong to it."""
    yield from ()


def _is_its_subject(text: str, at: int, item: Label, inner: Label) -> bool:
    """Tell whether an item's number and 案由 stand together: 第一案　提案單位：處　案由：…"""
    if item.role is not Role.ITEM or inner.role not in (Role.SUBJECT, Role.ABOUT):
        return False
    between = text[item.value : at]
    if inner.role is Role.ABOUT and not _SUBJECT.search(text, inner.value):
        return False
    return not between.strip() or _ABOUT_ONLY.fullmatch(between) is not None


def _is_told_with(text: str, at: int, item: Label, inner: Label) -> bool:
    """Tell whether a label belongs to the first one of its line, and begins nothing.

    So do 案由 behind an item's number, all that is said of an item behind the first thing said of
    it (第一號　類別：財政　提案者：公所), and who supports it behind who proposes it.
    """
    told = text[item.value : at]
    more = item.role is Role.ITEM and inner.role is Role.ABOUT and bool(told.strip())
    if more and _ABOUT_ONLY.fullmatch(told):
        return True
    with_proposer = item.role is Role.ABOUT and inner.word in _WITH_PROPOSER
    return with_proposer or _is_its_subject(text, at, item, inner)


def _silent_labels(text: str) -> Iterator[int]:
    """Yield where 紀　錄　胡若梅 begins after a wide gap."""
    for found in _SILENT_LABEL.finditer(text):
        inner = label(text, found.end())
        if inner and inner.fact in _OF_ONE_LINE and inner.value < len(text):
            yield found.end()


def _framed_labels(text: str) -> Iterator[int]:
    """Yield where 【紀錄】里幹事　佘淑娟 begins after a gap."""
    for found in _FRAMED_LABEL.finditer(text):
        inner = label(text, found.end())
        if inner and inner.role is Role.HEAD:
            yield found.end()


def _first_label(text: str) -> Role | None:
    sign = mark(text) or bare(text)  # 三　主持人：黃區長志偉　記錄：蔡佳玲
    found = label(text, sign.end if sign else 0)
    return found.role if found and (found.role is Role.HEAD or found.fact is Fact.TIME) else None


def _is_silent(text: str) -> bool:
    """Tell whether the line's first label has its value after a gap: 主　席　周市長柏翰　紀錄：…"""
    sign = mark(text)
    found = label(text, sign.end if sign else 0)
    return found is not None and ":" not in text[found.name : found.value]


def _items(signs: Sequence[Mark], text: str) -> Iterator[int]:
    """Yield where the next item of a list that is open, or the first after a label, begins.

    *signs* are the last marks of the lists that are open before *text*.
    """
    sign = mark(text)
    found = label(text, sign.end if sign else 0)
    if found and found.role is Role.EXPLANATION and _WHOLE.search(found.word):
        return  # what somebody thinks of it is one entry, however it counts
    signs = _opened(list(signs), [text])
    if found and found.colon and (found.role in _LISTING or (sign and found.role in _HEADS)):
        inner = mark(text[found.value : found.value + 12])
        if inner and inner.number == 1:
            yield found.value
            signs = _opened(signs, [text[found.value :]])
    for place in NEXT.finditer(text):
        following = mark(text[place.end() : place.end() + 12])
        if following and any(succeeds(following, sign) for sign in signs):
            yield place.end()
            signs = _opened(signs, [text[place.end() :]])


def closes_bracket(before: str, text: str) -> bool:
    """Tell whether *text* closes a bracket that *before* left open."""
    stack = [c for c in before if c in _BRACKETS or c in _BRACKETS.values()]
    still_open: list[str] = []
    for c in stack:
        if c in _BRACKETS:
            still_open.append(_BRACKETS[c])
        elif still_open and still_open[-1] == c:
            still_open.pop()
    if not still_open:
        return False
    closer = text.find(still_open[-1])
    openers = [text.find(c) for c in _BRACKETS if c in text]
    return 0 <= closer <= 40 and all(closer < at for at in openers)
