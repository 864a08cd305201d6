"""Lines that name a report and say who gives it: 水情整合進度（報告單位：水利處）."""

from __future__ import annotations

import re

from knowledge.parser import names
from knowledge.parser.blocks import Block
from knowledge.parser.offices import OFFICE
from knowledge.parser.roles import RULINGS, SECTIONS, Role
from knowledge.parser.tree import Node
from knowledge.parser.voices import speaks
from knowledge.regex import regex

_REPORTS = regex(
    r"(?:業務|工作|進度|書面|口頭)?報告$|(?:補充)?說明$|\([^()]{0,6}報告\)$"
)  # 5.1 監造單位報告
# 二、推廣組宋組長雅文報告：, but 伍、業務報告（報告人：劉副市長和然）： is the report's name
_GIVEN = regex(r"報告(?:\((?!報告|簡報)[^()]*\))?:\s*$")
_WHOSE = regex(r"[^()。,:;]{2,20}\((?P<office>[^()]{2,12})\)")
_REPORTING = regex("(?:列席)?報告$")  # 管理站（魏主任國棟報告）：
HEAD_OF = regex(r"\s*\(([^()]+)\)\s*:?\s*$")  # 民政課（詹課長于萱）
TITLE = 20  # characters
BARE_HEADING = 12  # characters: 交通類： says no more than its place in a path


def is_title(node: Node) -> bool:
    """Tell whether a line names its item and who reports it: 水情整合進度（報告單位：水利處）"""
    block = node.block
    if block is None or node.role in SECTIONS or not block.text.rstrip(" :").endswith(")"):
        return False
    return _without_reporter(block)[1] and not introduces(node, block)


def introduces(node: Node, block: Block) -> bool:
    """Tell whether a line with a colon is the label of the one paragraph below it.

    一、災防組（報告人：蔡副局長明哲）：, and then all that was reported.
    """
    if node.number is None or not block.text.rstrip().endswith("):"):
        return False
    below = [child for child in node.children if child.role not in (*RULINGS, Role.SPEAKER)]
    single = len(below) == 1 and below[0].is_text and below[0] is node.children[0]
    return single and _without_reporter(block)[1]


def _is_reporter(node: Node, block: Block) -> bool:
    """Tell whether a line names nobody but the office that reports what stands below."""
    name, reported = _without_reporter(block)
    name = _REPORTS.sub("", name)
    told = names.group(block) == name or name.endswith(("廠商", "業者"))
    office = told or OFFICE.fullmatch(name) is not None
    listed = reported or any(child.style not in ("", "part") for child in node.children)
    told_below = any(child.block is not None and child.block.ends for child in node.children)
    listed = listed or (node.number is not None and told_below)  # (1)民政課, then its sentences
    longest = TITLE if reported else BARE_HEADING
    return bool(node.children) and listed and office and len(name) <= longest


def _is_above_bullets(node: Node, block: Block) -> bool:
    """Tell whether a numbered line names what bullets below report: 3.2 抗生素管理（藥劑部）."""
    first = node.children[0] if node.children else None
    told = first is not None and first.block is not None and first.block.bullet
    plain = first is not None and first.role is None and node.role is None
    return told and plain and node.number is not None and block.name is None and _names_whose(block)


def heads_report(node: Node, block: Block) -> bool:
    """Tell whether a line only says who reports what stands below it, or on what."""
    if introduces(node, block):
        return False
    who = _is_reporter(node, block) or _is_above_bullets(node, block) or _is_whose(node, block)
    only = node.number is not None and bool(node.children) and _is_given_by(block)
    return who or only or _is_printed_as_heading(node, block)


def _is_given_by(block: Block) -> bool:
    """Tell whether a line is nothing but who reports what stands below, and a colon."""
    line = block.text[block.body :].rstrip()
    return _GIVEN.search(line) is not None or (line.endswith(":") and speaks(line[:-1].strip()))


def _is_whose(node: Node, block: Block) -> bool:
    """Tell whether a line names a matter and who reports its points: 甲、勞工動態（喻心怡經理）.

    One with a decision of its own is an item.
    """
    points = [c for c in node.children if c.number is not None and c.role is None]
    told = all(c.block is not None and c.block.ends for c in points)
    name, reported = _without_reporter(block)
    named = reported and node.number is not None and block.name is None
    named = named and not any(c.role in RULINGS for c in node.children)
    return named and told and len(points) > 1 and len(name) <= TITLE


def _is_printed_as_heading(node: Node, block: Block) -> bool:
    """Tell whether a report's name is marked up as a heading above what is reported, so is none."""
    named = block.heading and node.role is None and node.number is not None
    below = [c for c in node.children if c.role not in RULINGS]
    ruled = len(below) < len(node.children)  # a list with its ruling is an item's
    plain = (None, Role.SPEAKER)
    told = bool(below) and all(c.role in plain and c.block and c.block.ends for c in below)
    named = named and not (ruled and any(c.number is not None for c in below))
    return named and told and is_bare(_without_reporter(block)[0])


def _names_whose(block: Block) -> bool:
    """Tell whether the words after a mark are a name and, in brackets, the office it is of."""
    named = _WHOSE.fullmatch(block.text[block.body :].strip())
    return named is not None and OFFICE.fullmatch(named["office"]) is not None


def _without_reporter(block: Block) -> tuple[str, bool]:
    """Return a line's words without mark and reporter, and whether one is named."""
    words = block.text[block.body :]
    name = names.SOMEBODY.sub("", words)
    head = HEAD_OF.search(words)
    if head and any(speaks(_REPORTING.sub("", who)) for who in re.split("[、,]", head[1])):
        name = words[: head.start()]
    return name.strip(" :"), name != words


def is_bare(text: str) -> bool:
    """Tell whether the words after a mark are no more than a name."""
    return len(text.rstrip(":")) <= BARE_HEADING and text[-1:] not in tuple("。!?;…」』)")
