"""Where a block stands in the tree, inferred from what is open before it.

Levels are a stack. A list mark belongs to the innermost open list it continues; one that
continues none opens a new list under what stands last. Numerals mean nothing by themselves.
"""

from __future__ import annotations

import re

from knowledge.model import Fact
from knowledge.parser.blocks import Block
from knowledge.parser.converted import heading_above
from knowledge.parser.grid import parent_of_cell
from knowledge.parser.hearing import is_item
from knowledge.parser.items import item_of, parent_of_part
from knowledge.parser.labels import is_framed
from knowledge.parser.names import SOMEBODY
from knowledge.parser.roles import PARTS, RULINGS, SECTIONS, Role
from knowledge.parser.tree import Node, announced, part_word, section_of, up
from knowledge.parser.words import OF_ALL_POINTS, SIGNED_BEHIND, SIGNED_BY

_TOP = frozenset(("壹", "壹之", "甲"))  # styles that never stand inside a line of the head
_BETWEEN = {
    "壹之": "壹",
    "一之": "一",
    "(一之)": "(一)",
    "1.1之": "1.1",
}  # the style of the list a mark was inserted in
_OF_PEOPLE = frozenset((Fact.ATTENDANCE, Fact.CHAIR, Fact.RECORDER))
_GROUP_HEADING = 14  # characters


def parent_of(node: Node, top: Node, root: Node) -> Node:
    """Return what *node* stands under; *top* is what stands last before it."""
    if within := parent_of_cell(node, top):
        return within
    if node.is_text:
        return _parent_of_text(node, top)
    if node.style == "label" or node.role is Role.ADJOURNED:
        return root
    if node.style == "part":
        return parent_of_part(node, top, root)
    if node.style == "free":
        return _parent_of_heading(node, top)
    if node.style == "單位":
        return _beside(node, top) or item_of(top)
    top = _out_of_head(node, top)
    if node.style == "案":
        if amended := _amended_by(node, top):
            return amended
        if _heads_items(top):
            return top
        return next((n for n in up(top) if _holds_items(n)), None) or _beside(node, top) or root
    parent = _parent_of_mark(node, _out_of_ceremony(node, top))
    inside = node.role is Role.MOTIONS and any(n.role is Role.RESOLUTION for n in up(parent))
    return root if inside else parent  # a converter's list ran on over the next section


def _amended_by(node: Node, top: Node) -> Node | None:
    """Return the item that 【修正動議一】 is to amend: the one that is not decided yet."""
    item = next((n for n in up(top) if is_item(n) and "動議" not in n.word), None)
    if "修正動議" not in node.word or item is None:
        return None
    decided = any(child.role is Role.RESOLUTION for child in item.children)
    return None if decided else item


def _holds_items(node: Node) -> bool:
    """Tell whether *node* is a section, not 確認上次會議紀錄, which is one matter."""
    grouped = node.role is None and any(c.role is Role.ITEM for c in node.children)
    section = node.role in SECTIONS and node.style != "part"
    return grouped or (section and not node.word.endswith("紀錄"))


def _heads_items(top: Node) -> bool:
    """Tell whether 第一號 comes right after a heading that groups items: 一、縣政府提案."""
    if top.role is not None or top.number is None or top.children or top.block is None:
        return False
    line = top.block.text[top.block.body :].strip()
    return len(line) <= _GROUP_HEADING and not top.block.ends and top.block.name is None


def point_above(node: Node, top: Node, root: Node) -> Node:
    """Return what *node* of a statement stands under: a closing paragraph under no point."""
    text = node.block.text if node.is_text and node.block else ""
    if SIGNED_BY.match(text) or OF_ALL_POINTS.match(text):
        return root
    closed = top.style and top.block is not None and top.block.ends
    if node.is_text and closed and node.block is not None and _closes(node.block):
        return top.parent or root
    return parent_of(node, top, root)


def _closes(block: Block) -> bool:
    """Tell whether a line below a point of a statement is a sentence, or says who signs."""
    return block.ends or SIGNED_BEHIND.fullmatch(block.text) is not None


def _parent_of_text(node: Node, top: Node) -> Node:
    """A paragraph belongs to what stands last, but not a sentence to a line of the head."""
    decided = next((n for n in up(top) if n.role is Role.RESOLUTION), None)
    if node.block and node.block.ends:
        top = _stated_about(top)
    if node.ahead and not node.ahead.startswith("附帶") and decided and _is_stated(decided):
        return section_of(decided) or top
    if top.role is not Role.HEAD or top.block is None or node.block is None:
        return top
    open_value = not top.block.value or (top.block.name and top.block.name.fact is Fact.ATTENDANCE)
    if open_value or not node.block.ends:
        return top
    return top.parent or top


def _is_stated(decision: Node) -> bool:
    return bool(decision.children) or (decision.block is not None and bool(decision.block.value))


def _parent_of_heading(node: Node, top: Node) -> Node:
    top = _out_of_decision(_out_of_head(node, top))
    if node.block and is_framed(node.block.text):
        framed = next((n for n in up(top) if n.block and is_framed(n.block.text)), None)
        if framed is not None:
            return top if framed is top and not top.children else framed.parent or top
    numbered = next((n for n in up(top) if n.style == "free"), None)
    if numbered is None:
        numbered = next((n for n in up(top) if n.number is not None and n.role is None), None)
    return numbered.parent if numbered and numbered.parent else top


def _out_of_decision(top: Node) -> Node:
    """Leave a decision of one line on reports: a heading below it heads further ones."""
    stated = top.role is Role.RESOLUTION and top.block is not None and top.block.ends
    section = section_of(top)
    reported = section is not None and section.role is Role.REPORTS
    return top.parent if stated and reported and top.parent is not None else top


def _out_of_head(node: Node, top: Node) -> Node:
    """Leave a line of the head, unless the mark counts the people present or what was said."""
    heading = next((n for n in up(top) if n.role is Role.HEAD), None)
    if (
        heading is not None
        and heading.parent is not None
        and node.role in (*SECTIONS, Role.ADDRESS)
    ):
        return heading.parent
    while top.role in (Role.HEAD, Role.ADDRESS, Role.ADJOURNED) and top.parent is not None:
        if _lists(top) and not _opens_section(node) and not _continues(node, top):
            break
        top = top.parent
    return top


def _out_of_ceremony(node: Node, top: Node) -> Node:
    """Leave 壹、頒獎, which stands before the business, where 甲、報告事項 opens that."""
    ceremony = next((n for n in up(top) if n.role is Role.ASIDE and n.number is not None), None)
    if node.style not in _TOP or ceremony is None or ceremony.style == node.style:
        return top
    return ceremony.parent or top


def _lists(node: Node) -> bool:
    """Tell whether a line of the head can have a list of its own."""
    if node.block is None or node.block.name is None:
        return False
    if node.role in (Role.ADDRESS, Role.ADJOURNED):
        return not node.block.value
    return node.block.name.fact in _OF_PEOPLE and not node.block.value


def _opens_section(node: Node) -> bool:
    block = node.block
    return (
        node.role not in (None, Role.SPEAKER)
        or node.style in _TOP
        or (block is not None and announced(block) is not None)
    )


def _continues(node: Node, top: Node) -> bool:
    return top.style == node.style or any(_precedes(n, node) for n in up(top))


def _precedes(parent: Node, node: Node) -> bool:
    last = parent.last(node.style)
    return last is not None and last.number is not None and node.number == last.number + 1


def _parent_of_mark(node: Node, top: Node) -> Node:
    if heading := heading_above(node, top):
        return heading
    if _heads_at_once(top):
        return top
    if inserted := _inserted_in(node, top):
        return inserted
    top = _stated_about(top)
    if node.number is None and node.role is Role.SPEAKER and (turn := _turn(top)):
        return turn.parent or top
    if node.number is None:
        if node.role is Role.SPEAKER and top.word.endswith("意見") and _is_label_alone(top):
            return top.parent or top  # 審查意見：, then ◎蘇委員育平：… and others
        return top if _is_label_alone(top) else _beside(node, top) or top
    fitting = [n for n in up(top) if _precedes(n, node)]
    if fitting:
        return max(reversed(fitting), key=lambda n: _likeness(n, node))
    if node.number == 1:
        return _parent_of_first(node, top)
    return _beside(node, top) or top


def _inserted_in(node: Node, top: Node) -> Node | None:
    """Return what 二之一、 stands under as 二、 does where that has a list of its own."""
    between = _BETWEEN.get(node.style)
    if between is not None and top.style == between == "壹":
        return top.parent
    if between is None or top.style == between:
        return None
    return next((n for n in up(top) if n.last(between) or n.last(node.style)), None)


def _heads_at_once(top: Node) -> bool:
    """Tell whether an unmarked heading stands last: whatever its number, what follows is below."""
    if top.style not in ("free", "單位") or top.children or top.block is None:
        return False
    line = SOMEBODY.sub("", top.block.text).rstrip(" :")
    return not (top.block.ends or ":" in line)


def _turn(top: Node) -> Node | None:
    """Return the turn without a mark, 主席：請發言。, that is over when ■ marks the next one."""
    return next((n for n in up(top) if n.role is Role.SPEAKER and n.style == "part"), None)


def _is_label_alone(top: Node) -> bool:
    """Tell whether 主席裁示： stands last with nothing behind it, so that what is listed is its."""
    block = top.block
    if top.role not in (Role.EXPLANATION, Role.RESOLUTION, Role.CONCLUSIONS) or block is None:
        return False
    return top.style == "part" and not (block.value or top.children)


def _stated_about(top: Node) -> Node:
    """Return the item where only who reports it stands last: the list below is the item's."""
    stated = top.role is Role.ABOUT and top.block is not None and bool(top.block.value)
    return top.parent if stated and top.parent is not None and top.style == "part" else top


def _likeness(parent: Node, node: Node) -> tuple[bool, ...]:
    """Return how well *node* continues the list in *parent*: role, indent, print, what comes next.

    Where 決議 comes next and the item has its 決議 already, the list in it is over.
    """
    last = parent.last(node.style)
    if last is None or last.block is None or node.block is None:
        return (False,)
    indent, own = last.block.indent, node.block.indent
    aligned = indent is not None and own is not None and abs(indent - own) <= 1
    inside = parent.role in PARTS or parent.role is Role.CONCLUSIONS
    repeated = any(node.ahead in _words(n) for n in up(parent)) if node.ahead else False
    once = parent.role not in RULINGS or not repeated  # no point of a decision has one of its own
    alike = _printed(last.block) == _printed(node.block)
    return _class(last.role) == _class(node.role), aligned, once, inside != repeated, alike


def _printed(block: Block) -> tuple[str, bool]:
    """Return how a marked line is set: 1. is not 1、, and a name with a colon no sentence."""
    return re.sub(r"[\w\s]", "", block.text[: block.body]), block.ends


def _words(node: Node) -> list[str]:
    """Return the labels of the parts directly under *node*."""
    parts = (c for c in node.children if c.role in PARTS or c.role is Role.CONCLUSIONS)
    names = (c.block.name for c in parts if c.block and c.block.name)
    return [part_word(name) for name in names]


def _class(role: Role | None) -> str:
    if role in (Role.HEAD, Role.ADDRESS, Role.ADJOURNED) or role in SECTIONS:
        return "section"
    if role in PARTS:
        return "part"
    return "item" if role is Role.ITEM else ""


def _parent_of_first(node: Node, top: Node) -> Node:
    """A list that begins again where one of its style is open stands beside it, not in it."""
    if top.style != node.style or top.block is None or top.block.text.rstrip().endswith(":"):
        return top
    if top.role is not None and not top.block.ends:
        return top
    return top.parent or top


def _beside(node: Node, top: Node) -> Node | None:
    """Return the innermost open list of the node's style, ▲ 決議 in it or not."""
    signs = (n for n in up(top) if any(node.style in (c.style, c.sign) for c in n.children))
    return next(signs, None)
