"""Lines without number or label that open a section, by their words and by what comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from knowledge.model import Fact
from knowledge.parser.blocks import Block
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.themes import theme
from knowledge.parser.tree import Node, up
from knowledge.parser.voices import speaks, speaks_alone
from knowledge.regex import regex

_LONGEST = 20  # characters, brackets aside
_OF_ITEMS = (Role.REPORTS, Role.PROPOSALS, Role.MOTIONS)
_ACCOUNT = regex(
    r"\s*本(?:工程|計畫|案|件|次工程|興辦事業)[^,。;]{0,12}(?:係|位於|為配合|為因應|緣於)"
)
_TO_PEOPLE = regex(r"謝|各位|大家|[我請盼]|希望|辛[苦勞]|今天|本席|歡迎|[恭祝]")
_OF_CHAIR = ("主席報告", "主持人報告", "召集人報告")
# Who mostly presides: 會長報告, 里長報告; a 總幹事報告 or 校長報告 is on the work
_OF_HEAD = regex("(?:主委|主任委員|[理董]事長|[會社市縣鄉鎮區里村]長)(?:施政(?:總|工作)?)?報告$")
_GREETS = regex(r"\s*(?:[正副]?(?:主席|議長)、){0,3}(?:各位|大家)[^。!:]{0,20}?(?:好|早|安|辛苦|:)")
_UNNUMBERED = ("label", "free", "part")


def opening(block: Block, top: Node, rest: Sequence[Block]) -> Role | None:
    """Return the section that an unmarked line opens after *top*: 民眾意見及回應, 公所提案.

    Only where sections have no numbers, and only above a list or items that fit its words.
    """
    line = re.sub(r"\([^()]*\)", "", block.text).strip(" :【】")
    marked = block.sign or block.bullet or block.cell or block.name or block.heading
    if marked or block.ends or not 0 < len(line) <= _LONGEST or not rest:
        return None
    role = theme(line)
    fits = _talks(rest[0]) if role is Role.SPEECHES else _holds(role, rest[0], top)
    return role if fits and _may_open(top) else None


def expounds(heading: Block, rest: Sequence[Block]) -> bool:
    """Tell whether 主持人說明 heads a written account of the project, and no address.

    本工程係延續民國110年… is written; whoever speaks to people says so in their words. So are the
    points of 主席報告, unless the first, or two of them, thank or ask somebody.
    """
    heads = heading.text.rstrip(" :")
    first = rest[0] if rest else None
    if first is None or not heads.endswith(_OF_CHAIR):
        return first is not None and heads.endswith("說明") and bool(_ACCOUNT.match(first.text))
    listed = first.sign is not None and first.sign.number == 1 and first.ends
    return listed and not _speaks_to_people(first, rest)


def addresses(heading: Block, rest: Sequence[Block]) -> bool:
    """Tell whether 會長報告 heads what that one says to all: 各位頭家大家好。…"""
    greets = bool(rest) and rest[0].sign is None and _GREETS.match(rest[0].text) is not None
    return greets and _OF_HEAD.search(heading.text.rstrip(" :")) is not None


def _speaks_to_people(first: Block, rest: Sequence[Block]) -> bool:
    """Tell whether the first point of a list, or two of its points, thank or ask somebody."""
    style = first.sign.style if first.sign else None
    points = takewhile(lambda b: b.sign is not None and b.sign.style == style, rest)
    told = [block for block in points if _TO_PEOPLE.search(block.text)]
    return first in told or len(told) > 1


def _talks(first: Block) -> bool:
    """Tell whether a list begins whose first line names who speaks."""
    counted = first.sign is not None and first.sign.number == 1
    line = first.text[first.body :].strip()
    named = first.name is not None and first.name.role is Role.SPEAKER
    return counted and (named or speaks(line) or speaks_alone(line))


def _holds(role: Role | None, first: Block, top: Node) -> bool:
    """Tell whether items begin, or right below the head a list."""
    if role not in _OF_ITEMS:
        return False
    item = first.name is not None and first.name.role is Role.ITEM and first.sign is None
    listed = first.sign is not None and first.sign.number == 1
    return item or (listed and _is_stated(top))


def _is_stated(top: Node) -> bool:
    """Tell whether a line of the head that has its value stands last."""
    within = next((n for n in up(top) if n.role is Role.HEAD), None)
    return within is not None and within.block is not None and bool(within.block.value)


def _may_open(top: Node) -> bool:
    """Tell whether no numbered section and no item without its decision is open."""
    chain = list(up(top))
    if any(n.role in SECTIONS and n.style not in _UNNUMBERED for n in chain):
        return False
    item = next((n for n in chain if n.role is Role.ITEM), None)
    decided = item is None or any(n.role is Role.RESOLUTION for n in item.children)
    attended = top.block is not None and top.block.name is not None
    waits = attended and top.block is not None and not top.block.value and _is_attendance(top)
    return decided and not waits


def _is_attendance(node: Node) -> bool:
    name = node.block.name if node.block else None
    return name is not None and name.fact is Fact.ATTENDANCE
