"""The facts of a meeting's head: title, series, level, ordinal, times, place, chairs, recorder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from functools import partial
from html import unescape

from knowledge.dates import find_dates, find_times, number
from knowledge.model import Fact, Head, Official
from knowledge.parser import names
from knowledge.parser.abroad import in_chinese
from knowledge.parser.people import officials
from knowledge.parser.series import series_of
from knowledge.parser.titles import title_of
from knowledge.parser.tree import Node
from knowledge.regex import regex
from knowledge.text import plain

_CLOSE_UP = regex(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")  # 下 午 2 時
_OTHERS = regex(r"\s*[\u4e00-\u9fff]{2,4}人\s*:")  # 申請人：孔志偉 below 記錄
_FOR_CHAIR = regex(r"\s*\([^()]*\S代(?:理|理主持|理主席)?\)\s*")
_FIELD = regex(r"\s*[\u4e00-\u9fff]{2,6}\s*:")
_ORDINAL = regex(
    r"第?\s*((?:\d\s*){1,5}|[〇○零一二三四五六七八九十百\d]{1,9})(?:\s*、\s*\d+)*\s*(?:次|場(?=\S{0,12}會))"
)
_SEASON = regex(r"第\s*([一二三四1-4])\s*季")
_LEVELS = ("副市長層級", "市長層級")
_WORKING_GROUP = regex(r"議題小?組|平[臺台].*[^議題]組(?:第|工作|會議)")
_MIDNIGHT = regex(r"\d{4}-\d\d-\d\d\s*00:00")
_RANGE = regex(
    r"(?:至|到|~|-)\s*(?:同日|翌日|隔日|當日)?\s*\S{0,2}\s*[\d〇○零一二三四五六七八九十]"
)


def head(title: str, nodes: Sequence[Node], others: Iterable[str] = ()) -> Head:
    """Return what the labelled lines *nodes* of a head state.

    *others* are lines of the head without a label, asked for a date where no label has one.
    """
    name = title_of(title)
    when = _values(nodes, Fact.TIME)
    start, end = _times(when, _values(nodes, Fact.ADJOURNED))
    return Head(
        name,
        series_of(name),
        _level(name),
        _ordinal(name),
        _date([*when, *map(in_chinese, (plain(title), *others))]),
        start,
        end,
        stated(nodes, Fact.PLACE),
        _chairs(nodes),
        _together(_people(nodes, Fact.RECORDER)),
    )


def value(node: Node) -> str:
    """Return what stands after a label, its further lines included."""
    first = node.block.value if node.block else ""
    name = node.block.name if node.block else None
    presides = name is not None and name.fact is Fact.CHAIR
    further = (line for line in _below(node) if presides or not _acts(line))
    return "\n".join([first, *(line for line in further if not _OTHERS.match(line))])


def raw_value(node: Node) -> str:
    block = node.block
    if block is None:
        return ""
    further = (n.block for n in node.children if n.block)
    lines = [b.raw for b in further if not _FIELD.match(b.text)]
    first = block.raw[block.name.value if block.name else block.body :]
    return "".join([first, *lines])


def _values(nodes: Iterable[Node], fact: Fact) -> list[str]:
    return [in_chinese(_CLOSE_UP.sub("", value(n))) for n in _stating(nodes, fact)]


def _stating(nodes: Iterable[Node], fact: Fact) -> list[Node]:
    return [n for n in nodes if n.block and n.block.name and n.block.name.fact is fact]


def _level(title: str) -> str | None:
    packed = re.sub(r"\s", "", plain(title))
    stated = next((level for level in _LEVELS if level in packed), None)
    return stated or ("議題小組" if _WORKING_GROUP.search(packed) else None)


def _ordinal(title: str) -> int | None:
    # Of joint meetings the first counts; of a session and its sittings, the sitting.
    # One that counts no meetings may count the season: 第3季工作會報.
    first, whole = re.split("[暨及]", plain(title))[0], plain(title)
    found = _ORDINAL.findall(first) or _ORDINAL.findall(whole) or _SEASON.findall(whole)
    return number(found[-1]) if found else None


def _date(texts: Iterable[str]) -> date | None:
    for text in texts:
        for _, found in find_dates(text):
            whole = found.whole()
            if whole is not None:
                return whole
    return None


def _times(when: Sequence[str], adjourned: Sequence[str]) -> tuple[time | None, time | None]:
    texts = [text for text in when if not _MIDNIGHT.search(text)]
    held = [(moment, text) for text in texts for _, moment in find_times(text)]
    ended = [moment for text in adjourned for _, moment in find_times(text)]
    start = held[0][0] if held else None
    if ended:
        return start, ended[-1]
    ranged = len(held) > 1 and _RANGE.search(held[-1][1])
    return start, held[-1][0] if ranged else None


def stated(nodes: Iterable[Node], fact: Fact) -> str | None:
    """Return the first value a label of that *fact* has, as printed."""
    for node in _stating(nodes, fact):
        printed = unescape(raw_value(node).replace("**", "")).strip().rstrip("。;；,，、").strip()
        if printed:
            return printed
    return None


def _people(nodes: Iterable[Node], fact: Fact) -> tuple[Official, ...]:
    people = [
        replace(person, name=_printed(person.name, node))
        for node in _stating(nodes, fact)
        for person in officials(value(node))
    ]
    return tuple(dict.fromkeys(people))


def _chairs(nodes: Sequence[Node]) -> tuple[Official, ...]:
    """Return who presided; below 主席：甲　記錄：乙 may stand （丙代）, which is of the chair."""
    acting = [line for n in _stating(nodes, Fact.RECORDER) for line in _below(n) if _acts(line)]
    chairs = [value(node) for node in _stating(nodes, Fact.CHAIR)]
    if acting and len(chairs) == 1:
        return officials(chairs[0] + acting[0].strip())
    return _people(nodes, Fact.CHAIR)


def _acts(line: str) -> bool:
    return _FOR_CHAIR.fullmatch(line) is not None


def _below(node: Node) -> list[str]:
    """Return the lines below a label."""
    return [n.block.text for n in node.walk() if n is not node and n.block]


def _together(people: Sequence[Official]) -> Official | None:
    """Return several recorders as one, joined by 、 as contract.md has it."""
    if not people:
        return None
    joined = partial(_joined, people)
    return Official(joined("name") or "", joined("org"), joined("title"))


def _joined(people: Sequence[Official], field: str) -> str | None:
    values = dict.fromkeys(v for person in people if (v := getattr(person, field)))
    return "、".join(values) or None


def _printed(name: str, node: Node) -> str:
    """Return *name* with the dot that the lines of *node* have in it: 拉蓋．巴燕."""
    blocks = (n.block for n in node.walk() if n.block)
    printed = (names.as_printed(name, block) for block in blocks)
    return next((found for found in printed if found and found != name), name)
