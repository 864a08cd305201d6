"""Which nodes report though neither their label nor their section says so."""

from __future__ import annotations

from itertools import islice

from knowledge.model import Kind
from knowledge.parser.blocks import Block
from knowledge.parser.grid import ROW
from knowledge.parser.replying import replies
from knowledge.parser.roles import RULINGS, SECTIONS, Role
from knowledge.parser.tree import Node, up
from knowledge.parser.voices import is_chair
from knowledge.parser.words import HOW_FAR, TOLD_BESIDE
from knowledge.regex import regex

_TURNS = 100  # nobody reports in more, and each asks for all
# What a decision that is followed up was proposed with.
_OF_PROPOSALS = ("說明", "案由說明", "提案說明", "理由", "辦法", "擬辦", "建議辦法")
_REPORTS = regex(r"報告(?:略[以謂稱])?\s*$")  # 處長范國棟報告略以：…


def is_report(node: Node, kind: Kind | None, item: Kind | None) -> bool:
    """Tell whether *node* reports, in a section of that *kind* whose items are of kind *item*."""
    if node.role is Role.SPEAKER:
        return _reports_to_all(node)
    if kind is None and _is_row_of_section(node):
        return True
    unknown = kind is None and node.number is not None
    if unknown and (_is_one_more_report(node) or _is_ruled_on(node)):
        return True
    told = _tells_how_far(node) or node.word in TOLD_BESIDE
    return _is_followed_up(node) or (told and item is Kind.REPORT and not _is_field(node))


def _is_field(node: Node) -> bool:
    """Tell whether how far an item is stands in a form, beside 預算執行：… and 遭遇困難：…"""
    beside = node.parent.children if node.parent else []
    words = {n.word for n in beside if n.role is Role.EXPLANATION}
    return not words <= {*HOW_FAR, *TOLD_BESIDE, *_OF_PROPOSALS}


def _is_row_of_section(node: Node) -> bool:
    """Tell whether a numbered section of no known kind holds nothing but a table: 7、輪灌期程."""
    section = node.parent
    if node.style != ROW or section is None or section.role is not None or section.number is None:
        return False
    alone = section.parent is not None and section.parent.parent is None
    return alone and all(n.style == ROW for n in section.children)


def _reports_to_all(node: Node) -> bool:
    """Tell whether one of the numbered reports is given by a person: 1) 白經理：報修37件。"""
    section = next((n for n in up(node.parent) if n.role in SECTIONS or n.number is None), None)
    reports = node.block is not None and _REPORTS.search(voice_of(node.block)) is not None
    if reports:  # 王處長士聖報告：… on one of the reports
        section = next((n for n in up(node.parent) if n.role in SECTIONS), None)
    if section is None or section.role is not Role.REPORTS:
        return False
    return reports or node.number is not None or _reports_alone(node)


def _reports_alone(node: Node) -> bool:
    """Tell whether nobody else speaks below a heading among reports: what that one says reports."""
    heading = node.parent.block if node.parent else None
    if heading is None or heading.ends or ":" in heading.text or node.parent is None:
        return False
    if len(node.parent.children) > _TURNS:
        return False
    if any(n.style and n.role is None for n in node.parent.children):
        return False  # what is reported is listed, and this says something to it
    voices = {voice_of(n.block) for n in node.parent.children if n.role is Role.SPEAKER and n.block}
    return len(voices) == 1 and not any(is_chair(who) or replies(who + ":") for who in voices)


def voice_of(block: Block) -> str:
    """Return the words of a turn that say whose it is."""
    return block.text[block.body : block.name.name if block.name else None]


def _is_one_more_report(node: Node) -> bool:
    """Tell whether a section of no known kind holds reports: a.工安人員侯建中報告：…"""
    section = node.parent
    unknown = section is not None and section.role is None and section.number is not None
    beside = section.children if section and unknown else []
    earlier = beside[: beside.index(node)] if node in beside and node.role is None else []
    return any(n.role is Role.REPORTS and n.style == node.style for n in earlier)


def _is_ruled_on(node: Node) -> bool:
    """Tell whether points of a section of no known kind end in a ruling on what they report."""
    section = node.parent
    if section is None or section.role is not None or section.number is None or node.role:
        return False
    told = all(n.block is not None and n.block.ends for n in section.children if n.number)
    return told and any(n.role in RULINGS for n in section.walk())


def _is_followed_up(node: Node) -> bool:
    """Tell whether a decision is an earlier one, of which is told next how far it was done."""
    if node.role is not Role.RESOLUTION or node.parent is None:
        return False
    if any(map(_tells_how_far, node.children)):
        return True  # 一、裁示事項：…, and how far it is below it
    beside = node.parent.children
    later = islice(beside, beside.index(node) + 1, None)
    after = next((n for n in later if n.role is not Role.ABOUT), None)
    return after is not None and _tells_how_far(after)


def _tells_how_far(node: Node) -> bool:
    name = node.block.name if node.block else None
    return name is not None and name.word in HOW_FAR
