"""Lines that have a label only where they stand: who speaks among speeches, a form's fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.parser.blocks import ARROWS, Block
from knowledge.parser.elections import elected
from knowledge.parser.fields import asked, field, field_alone, proposer, reported_by
from knowledge.parser.items import item_of
from knowledge.parser.labels import Label
from knowledge.parser.latin import is_called_in_latin
from knowledge.parser.offices import OFFICE
from knowledge.parser.polled import polled
from knowledge.parser.replying import asks, moves, replies, takes_floor
from knowledge.parser.roles import PARTS, SECTIONS, Role
from knowledge.parser.tree import Node, section_of, up
from knowledge.parser.voices import (
    of_body,
    speaks,
    speaks_alone,
    spoken_by,
    teller,
    voice,
    who_spoke,
)
from knowledge.regex import regex

_NAME_LINE = 30  # characters of a line that only names who speaks
_COLON_LINE = regex(r"[^,。;:!?、]{2,16}:")  # 開發商（允風公司）：
# 和順里 5 鄰（書面意見，由里幹事代讀）： and further people who are no official
_SOMEBODY = regex(r"[^,。;:!?、()]{2,30}(?:\([^()]*\))?[^,。;:!?、()]{0,4}:")
_FROM_PEOPLE = regex(r"建議|反映|陳情|心聲|請求")
_OF_ITEMS = (Role.PROPOSALS, Role.MOTIONS)
_COUNTED = ("第", "提案", "議案", "議題", "案由", "討論案")
_IN_ITEM = (Role.ITEM, Role.SUBJECT, Role.EXPLANATION, Role.ABOUT)
_ANSWERED = (Role.EXPLANATION, Role.SUBJECT, Role.ABOUT)
_STATED = PARTS - {Role.SPEAKER}
_TITLE_LENGTH = 20  # characters
_NOTED = regex(r"[。!?]\s*\([^()]{2,12}\)\s*$")  # …希望調到48元。（席間鼓掌）


def heard(block: Block, top: Node, rest: Sequence[Block]) -> Block:
    """Return *block* with the label of a speaker where it is one among speeches.

    Right after an item an office speaks as well: 水利局：經費不足。 A form has its fields there.
    """
    if block.name is None and (chosen := _chosen(block, top, rest)):
        return replace(block, name=chosen)
    if block.name is None and block.text.startswith(ARROWS) and _may_be_ruled(top):
        return replace(block, name=Label(Role.RESOLUTION, 0, 1, None, True))
    spoken = is_talk(top) or _is_discussed(top, block)
    if block.name is None and block.sign is None and (found := _in_form(block, top, rest)):
        return replace(block, name=found)
    spoken = spoken or (block.sign is None and _in_reports(top) and asks(block.text))
    spoken = spoken or (block.sign is None and _is_answered(block, top))
    spoken = spoken or _stands_alone(block, top, rest)
    found = None if block.name else _turn(block, top, rest, spoken)
    return replace(block, name=found) if found else block


def _turn(block: Block, top: Node, rest: Sequence[Block], spoken: bool) -> Label | None:
    """Return the label of who speaks in *block*; *spoken*: among others, or to an item."""
    if spoken and (told := _told(block, top, rest)):
        return told
    item = is_item(top) or (block.ends and _is_explained(top))
    headed = block.ends and block.sign is None and _is_part_of_item(top)
    if not (spoken or item or headed):
        return None
    colon = voice(block.text, block.body) if not block.sign or _is_discussed(top, block) else None
    if spoken and colon is None and _begins_turn(block, top):
        colon = block.text.index(":")  # 資方回應：兩週內處理。
    who = block.text[:colon].strip() if colon else ""
    office = who_spoke(who) if is_item(top) and _is_moved(top) else who
    of_office = item and (OFFICE.fullmatch(office) is not None or of_body(who))
    if colon and (spoken or of_office or spoken_by(who)):
        return Label(Role.SPEAKER, colon, colon + 1, None, True)
    return None


def _told(block: Block, top: Node, rest: Sequence[Block]) -> Label | None:
    """Return the label of a line that names who speaks without a colon behind, or nothing else."""
    end = len(block.text)
    if _is_one_more(block, top, rest):
        return Label(Role.SPEAKER, end, end)
    if end <= _NAME_LINE and _names_voice(block, rest, is_talk(top)):
        return Label(Role.SPEAKER, end, end, None, False)
    told = teller(block.text, block.body)
    return Label(Role.SPEAKER, told, told, None, False) if told else None


def _chosen(block: Block, top: Node, rest: Sequence[Block]) -> Label | None:
    """Return the label of who is elected, or of what is put to the vote and what came of it."""
    return elected(block.text, top) or polled(block, top, rest)


def hears_people(section: Node) -> bool:
    """Tell whether a section holds what people wish, each below a name: 柒、里民建議事項."""
    heading = section.block.text if section.block else ""
    return section.role is Role.PROPOSALS and _FROM_PEOPLE.search(heading) is not None


def _is_discussed(top: Node, block: Block) -> bool:
    """Tell whether *block* can be one of those who speak to an item that is not decided yet.

    A numbered line is, right below the item; a reply is wherever the item is explained.
    """
    inner = next((n for n in up(top) if is_item(n) or n.role in _STATED), None)
    if inner is None or _in_reports(top) or not any(map(is_item, up(top))):
        return False
    if block.sign is None:
        told = teller(block.text, 0) is not None
        explained = inner.role in _ANSWERED or inner.word.endswith("意見")
        if is_item(inner):
            asked_for = inner.block is not None and inner.block.ends
            return told or (asked_for and replies(block.text))
        return explained and (told or replies(block.text) or takes_floor(block.text))
    said = block.text[block.body :].partition(":")[0].strip()
    if _is_listed_below(block, top, inner):
        return False
    return inner.role is Role.ITEM and not said.endswith(("單位", "機關", "人員", "計畫"))


def _is_listed_below(block: Block, top: Node, item: Node) -> bool:
    """Tell whether a line is a point below a heading within the item: （一）實施者：…"""
    above = list(takewhile(lambda n: n is not item, up(top)))
    heads = any(n.number is not None and n.role is None and not n.children for n in above[:1])
    return heads and block.sign is not None and all(n.style != block.sign.style for n in above)


def _is_part_of_item(top: Node) -> bool:
    """Tell whether a numbered heading within an item stands last, or something below it."""
    heading = next((n for n in up(top) if n.number is not None), None)
    within = heading is not None and heading.parent is not None and is_item(heading.parent)
    return within and heading is not None and not (heading.block and heading.block.ends)


def _is_moved(top: Node) -> bool:
    """Tell whether what stands last asks for a decision: a motion, or an item not talked about."""
    section = next((n.role for n in up(top) if n.role in SECTIONS), None)
    return section is Role.MOTIONS or (section is Role.PROPOSALS and not is_talk(top))


def _is_answered(block: Block, top: Node) -> bool:
    """Tell whether *block* can speak to a motion that nothing counts: 簡委員淑芳提：…"""
    if top.role is not Role.MOTIONS or moves(block.text):
        return False
    waiting = takewhile(lambda n: n.role is not Role.RESOLUTION, reversed(top.children))
    return any(n.block is not None and moves(n.block.text) for n in waiting)


def _stands_alone(block: Block, top: Node, rest: Sequence[Block]) -> bool:
    """Tell whether a person with a title stands alone below what an item says, before a sentence."""
    told = bool(rest) and rest[0].name is None and rest[0].sign is None and rest[0].ends
    stated = top.block is not None and top.block.ends and any(map(is_item, up(top)))
    return told and stated and block.sign is None and speaks(block.text.strip())


def _begins_turn(block: Block, top: Node) -> bool:
    """Tell whether the words before a colon say that somebody speaks, whoever that is."""
    told = replies(block.text) or takes_floor(block.text)
    told = told or is_called_in_latin(block.text.partition(":")[0])
    moved = moves(block.text) and any(n.role is Role.MOTIONS for n in up(top))
    return block.sign is None and (told or moved)


def _may_be_ruled(top: Node) -> bool:
    """Tell whether an arrow tells what came of what stands last, said to an item or not."""
    talked = any(map(is_item, up(top))) and not _in_reports(top)
    return _is_moved(top) or (talked and top.role is Role.SPEAKER)


def is_item(node: Node) -> bool:
    section = node.parent.role if node.parent and node.number is not None else None
    return node.role is Role.ITEM or (node.role is None and section in _OF_ITEMS)


def _in_form(block: Block, top: Node, rest: Sequence[Block]) -> Label | None:
    """Return the label of a line that only a form gives one: a field, or a name above 案由："""
    within = (top.role in _IN_ITEM or is_item(top)) and not is_talk(top)
    if within and (found := field(block.text) or _asked(block.text)):
        return found
    if within and item_of(top).word.startswith(_COUNTED) and (found := proposer(block.text)):
        return found
    if _in_reports(top) and (found := reported_by(block.text)):
        return found
    told = bool(rest) and rest[0].name is None and rest[0].sign is None and rest[0].ends
    if told and (top.role is Role.ITEM or is_item(top)) and (found := field_alone(block.text)):
        return found
    subject = rest[0].name if rest else None
    headed = subject is not None and subject.role is Role.SUBJECT and rest[0].sign is None
    if not headed or len(block.text) > _TITLE_LENGTH or block.ends or top.role is Role.ITEM:
        return None
    end = len(block.text)
    return Label(Role.ITEM, end, end) if section_of(top) else None


def _is_explained(top: Node) -> bool:
    """Tell whether an explanation, no report's, stands last, its label not alone, or its point."""
    stated = top.block is not None and bool(top.block.value or top.children)
    part = top.parent if top.number is not None and top.role is None else top
    explained = part is not None and part.role is Role.EXPLANATION and stated
    return explained and not _in_reports(top)


def _asked(text: str) -> Label | None:
    """Return the label of a field of any name: 所有權人：許氏宗親會, but not 水利局：經費不足。"""
    found = None if takes_floor(text) else asked(text)
    if found is None or voice(text, 0) is None:
        return found
    said = text.rstrip()[-1:] in tuple("。!?;") or speaks(text[: found.name].strip())
    return None if said else found


def _is_one_more(block: Block, top: Node, rest: Sequence[Block]) -> bool:
    """Tell whether a numbered line is the next in a list of those who spoke, whatever its name."""
    listed = (n for n in up(top) if n.role is Role.SPEAKER and n.number is not None)
    before = next(listed, None)
    if before is None or block.sign is None or before.style != block.sign.style or not rest:
        return False
    follows = block.sign.number == (before.number or 0) + 1 and not (before.block or block).value
    told = rest[0].sign is None and rest[0].name is None and rest[0].ends
    return follows and told and _SOMEBODY.fullmatch(block.text[block.body :].strip()) is not None


def _in_reports(node: Node) -> bool:
    section = next((n for n in up(node) if n.role in SECTIONS), None)
    return section is not None and section.role is Role.REPORTS


def is_talk(node: Node) -> bool:
    return any(n.role in (Role.SPEECHES, Role.SPEAKER) for n in up(node))


def _names_voice(block: Block, rest: Sequence[Block], talk: bool) -> bool:
    """Tell whether a line holds nothing but who says what follows.

    A person with a title does; an office or a name alone only before a sentence or a list.
    """
    line = block.text[block.body :].strip()
    if block.sign is None and speaks(line):
        return True
    following = rest[0] if rest else None
    if following is None or following.name:
        return False
    if _COLON_LINE.fullmatch(line) and following.sign is None and (talk or block.sign is None):
        return True
    if not speaks_alone(line):
        return False
    if following.sign is None:
        return following.ends or _NOTED.search(following.text) is not None
    return following.sign.number == 1 and block.sign != following.sign
