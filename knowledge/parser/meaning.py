"""What a label means where it stands: 主席 in the head and in a discussion, 提案 of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Fact
from knowledge.parser.blocks import Block
from knowledge.parser.hearing import is_talk
from knowledge.parser.items import is_budgeted, is_told_of_petition, is_undecided, settles
from knowledge.parser.labels import Label
from knowledge.parser.offices import OFFICE
from knowledge.parser.openings import opening
from knowledge.parser.people import is_name, officials
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.tree import Node, section_of, up
from knowledge.parser.voices import SAID, speaks
from knowledge.regex import regex

_REPLIES = regex("意見$|(?:單位|機關)說明$|回應|回[覆復]|答[覆復]")
_TRACKED = ("列管事項", "追蹤事項")
_NAME_LENGTH = 12
_PROPOSER = 16


def role_of(
    block: Block, in_head: bool, chaired: bool, top: Node, rest: Sequence[Block]
) -> Role | None:
    """Return what the block's label says it is, as far as that can be where it stands.

    *chaired*: the head has named a chair, so 主席：現在開會。 is what that one said, and
    召集人 among those present one of them.
    """
    name = block.name
    if name is None:
        return Role.ITEM if is_budgeted(block, rest) else opening(block, top, rest)
    if name.role is not Role.HEAD:
        return _role_here(block, name, top, rest)
    spoken = name.fact is Fact.CHAIR and name.colon and not block.sign
    if in_head:
        said = block.value or (rest[0].text if rest and rest[0].sign is None else "")
        sentence = re.search(r"[。?!]", said) is not None
        listed = chaired and name.fact is Fact.CHAIR and is_attendance(top)
        if listed and (block.value or not sentence):
            return None
        return Role.SPEAKER if spoken and chaired and sentence else name.role
    if name.fact is Fact.OTHER:
        return name.role
    alone = not block.value and is_talk(top)
    return Role.SPEAKER if spoken and (alone or _says_something(block)) else None


def _role_here(block: Block, name: Label, top: Node, rest: Sequence[Block]) -> Role | None:
    """Return what a label outside the head means after *top*."""
    if name.word == "討論" and not is_undecided(top, reported=name.colon):
        spoken = section_of(top) is not None and bool(rest) and is_turn(rest[0])
        return name.role if spoken else Role.PROPOSALS
    among_others = is_talk(top) or _views(rest)
    if name.role is Role.EXPLANATION and _REPLIES.search(name.word) and among_others:
        return Role.SPEAKER  # 業務單位回應 among what others say
    if name.word == "報告案" and _is_one_report(block, top):
        return Role.ITEM
    if name.word == "提案" and name.colon and block.value:
        return _role_of_proposal(block, top) or name.role
    if is_told_of_petition(name, top, rest):
        return Role.EXPLANATION
    if name.role is Role.SPEAKER:
        said = SAID.fullmatch(block.text) is not None and _is_concluded(top)
        return Role.SPEECHES if said else name.role
    return _role_of_part(block, name, top, rest)


def _role_of_proposal(block: Block, top: Node) -> Role | None:
    """Return what 提案：工會 is, and 4-1 提案：校慶經費 among others of a section."""
    if _is_proposer(block.value):
        return Role.ABOUT
    section = next((n for n in up(top) if n.role in SECTIONS and n.number is not None), None)
    counted = block.sign is not None and section is not None and section.style != block.sign.style
    return Role.ITEM if counted else None


def _is_one_report(block: Block, top: Node) -> bool:
    """Tell whether 報告案：暑假營運狀況 is one among the reports of a numbered section."""
    within = next((n for n in up(top) if n.role in SECTIONS and n.number is not None), None)
    unmarked = block.sign is None and not block.heading and bool(block.value)
    return unmarked and within is not None and within.role is Role.REPORTS


def _role_of_part(block: Block, name: Label, top: Node, rest: Sequence[Block]) -> Role | None:
    """Return what a label of an item, or of a section, means after *top*."""
    if name.role is Role.EXPLANATION and name.word == "內容" and _is_moved(top):
        return Role.SUBJECT
    if name.role is Role.ABOUT and name.word.endswith("結果"):
        return _role_of_vote(block, name, top, rest)
    if name.role is Role.REPORTS and name.word in _TRACKED and name.colon and block.value:
        return Role.SUBJECT
    if name.word.endswith("單位說明") and section_of(top) is None:
        return Role.REPORTS  # 【業務單位說明】 above all that is discussed
    if name.role is Role.ASIDE and is_sentence(block):
        return name.role if any(n.role is Role.RESOLUTION for n in up(top)) else None
    heads = name.role is Role.SUBJECT and block.sign and not (name.colon or block.value)
    if heads and block.sign and _counts_sections(block.sign.style, top):
        return Role.PROPOSALS  # 肆、建議事項
    return name.role


def _role_of_vote(block: Block, name: Label, top: Node, rest: Sequence[Block]) -> Role | None:
    """Return what the result of a vote is for its item: its decision, or how that came about."""
    if block.value and settles(block.value, top, rest):
        return None if _is_alone(top) else Role.RESOLUTION
    counted = block.sign is not None and _counts_sections(block.sign.style, top)
    return Role.RESOLUTION if counted and not block.value else name.role  # 九、部落表決結果


def _views(rest: Sequence[Block]) -> bool:
    """Tell whether a person's view comes next, named as an office's is: 池課長俊佑意見：…"""
    if not rest or rest[0].name is None or rest[0].name.role is not Role.SPEAKER:
        return False
    return rest[0].text[: rest[0].name.name].rstrip().endswith("意見")


def _is_concluded(top: Node) -> bool:
    """Tell whether the meeting's conclusions stand before 發言摘要："""
    section = section_of(top)
    return section is not None and section.role is Role.CONCLUSIONS


def _is_alone(top: Node) -> bool:
    """Tell whether 決議 stands last, alone on its line, so that what follows is its words."""
    stated = top.children or (top.block is not None and top.block.value)
    return top.role is Role.RESOLUTION and not stated


def _is_proposer(value: str) -> bool:
    """Tell whether the words after 提案 name who proposes, and not what."""
    if len(value) > _PROPOSER or re.search(r"[案。]", value):
        return False
    named = any(person.title for person in officials(value)) or is_name(value.strip())
    return named or OFFICE.fullmatch(value) is not None


def _is_moved(top: Node) -> bool:
    """Tell whether a motion is told by 內容 alone, without 案由."""
    section = next((n for n in up(top) if n.role in SECTIONS), None)
    told = any(n.role is Role.SUBJECT for n in up(top))
    return section is not None and section.role is Role.MOTIONS and not told


def _counts_sections(style: str, top: Node) -> bool:
    sections = [n for n in up(top) if n.role in SECTIONS]
    return not sections or any(n.style == style for n in sections)


def is_turn(block: Block) -> bool:
    """Tell whether *block* begins with who speaks."""
    spoken = block.name is not None and block.name.role is Role.SPEAKER
    return spoken or speaks(block.text[block.body :].strip())


def is_sentence(block: Block) -> bool:
    """Tell whether a label is the beginning of the sentence that it stands for."""
    return block.name is not None and not block.name.word


def is_attendance(node: Node) -> bool:
    return (
        node.role is Role.HEAD and node.block is not None and fact_of(node.block) is Fact.ATTENDANCE
    )


def fact_of(block: Block) -> Fact | None:
    return block.name.fact if block.name else None


def _says_something(block: Block) -> bool:
    """Tell a chair's words from a chair's name."""
    return len(block.value) > _NAME_LENGTH or re.search(r"[。?!]", block.value) is not None
