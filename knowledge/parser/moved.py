"""Of which kind a person's words are who puts something forward, rules or replies."""

from __future__ import annotations

from itertools import takewhile

from knowledge.model import Kind
from knowledge.parser.blocks import Block
from knowledge.parser.offices import OFFICE
from knowledge.parser.people import is_name
from knowledge.parser.replying import moves, replies
from knowledge.parser.reported import voice_of
from knowledge.parser.roles import RULINGS, Role
from knowledge.parser.tree import Node
from knowledge.parser.voices import heads_body, is_chair, of_body, speaks
from knowledge.regex import regex

_TAKES_SIDES = regex(r"(?:同意|贊成|附議|支持|反對|不同意|不贊成)(?=[,。;]|$)")
_MOVES_TO_AMEND = regex(r"提出?(?:修正|臨時|再修正)動議\s*$")  # 連老師提修正動議　改為一週。
_BEHIND = regex(r"\s*\([^()]*\)$")  # 動議一：建請增開包船。（望安嶼鄉公所）


def kind_of_words(node: Node, kind: Kind | None) -> Kind | None:
    """Return what the words of a person are who only puts forward or rules; else None.

    *kind* is that of the section they stand in.
    """
    above = node.parent.role if node.parent else None
    if node.block is not None and _MOVES_TO_AMEND.search(voice_of(node.block)):
        return Kind.MOTION
    if above in RULINGS:
        return kind  # 主席裁示, then 倪縣長慧心（代表）：, then what is ruled
    if kind is Kind.MOTION:
        moved = node.parent is not None and _is_moved(node, node.parent)
        replied = node.block is not None and (_answers(node.block) or _comes_after(node))
        replied = replied or _speaks_to_motion(node)
        return Kind.SPEECH if moved or replied else Kind.MOTION
    stated = node.number is not None and node.block is not None and bool(node.block.value)
    decided = stated and any(n.role is Role.RESOLUTION for n in node.children)
    # 3.1 史代表明達：希望補助健康檢查。 is what is decided on
    return Kind.PROPOSAL if kind is Kind.PROPOSAL and decided else None


def _is_moved(node: Node, item: Node) -> bool:
    """Tell whether *item* says what is moved, so that *node* speaks to it."""
    said = item.children[: item.children.index(node)] if node in item.children else []
    above = item.parent.role if item.parent else None
    counted = item.role is None and item.number is not None and above is Role.MOTIONS
    stated = [item.block, *(n.block for n in said if n.is_text)]
    told = (item.role is Role.ITEM or counted) and any(map(_is_sentence, stated))
    explained = any(n.role is Role.EXPLANATION for n in said)
    return told or explained or any(n.role is Role.SUBJECT for n in item.children)


def _speaks_to_motion(node: Node) -> bool:
    """Tell whether somebody says something to what another moved right before: …代表提議：…"""
    if node.parent is None or node.block is None or node not in node.parent.children:
        return False
    before = node.parent.children[: node.parent.children.index(node)]
    open_ones = takewhile(lambda n: n.role is not Role.RESOLUTION, reversed(before))
    moved = any(n.block is not None and moves(n.block.text) for n in open_ones)
    return moved and not moves(node.block.text)


def _is_sentence(block: Block | None) -> bool:
    """Tell whether words are a whole sentence, or what is moved below a number and a colon.

    Who moves it may stand behind in brackets; 動議一：魯代表明道 only names that one.
    """
    if block is None or not block.value:
        return False
    line = _BEHIND.sub("", block.value)
    headed = block.name is not None and block.name.role is Role.ITEM and block.name.colon
    moved = headed and ":" not in line and not _names_mover(line)
    return block.ends or line[-1:] in tuple("。!?;") or moved


def _names_mover(line: str) -> bool:
    return speaks(line) or is_name(line) or OFFICE.fullmatch(line) is not None


def _comes_after(node: Node) -> bool:
    """Tell whether a motion was made before: 校長 replies to it, or anybody on its own line."""
    section = node.parent
    if section is None or section.block is None or node.block is None:
        return False
    told = section.children[0] is not node and heads_body(voice_of(node.block))
    return told or (section.role is Role.MOTIONS and section.block.ends)  # 臨時動議：建議裝冷氣。


def _answers(block: Block) -> bool:
    """Tell whether a line is the chair's or somebody else's reply to a motion."""
    who = voice_of(block)
    sides = _TAKES_SIDES.match(block.value) is not None
    return sides or replies(block.text) or is_chair(who.partition(":")[0]) or of_body(who)
