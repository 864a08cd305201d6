"""Which item 說明 and 決議 are part of, and when a ruling is on a section or the whole meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from knowledge.parser.blocks import Block
from knowledge.parser.labels import Label
from knowledge.parser.roles import PARTS, RULINGS, SECTIONS, Role
from knowledge.parser.tree import Node, section_of, up
from knowledge.parser.words import ALL_DISPOSED, HOW_FAR
from knowledge.regex import regex

_WISHES = ("建議事項", "建議內容")
_COUNTED = regex(r"[一二三四五六七八九十\d]\s*$")
_RECORD = regex("[紀記]錄$")  # 確認上次會議紀錄 has its own decision
_FOR_ALL = ("主席裁示", "協商結論")
_RULED = regex("(?:通過|照列|保留|刪除|減列|增列)[^,;。]*。?$")  # …，原列3,176萬元，照案通過。
_SETTLED = regex(
    "(?:通過|同意|可決|否決|成立)[。)]?$|[票人][,;](?:本案|全案)?(?:照案|修正)?(?:通過|可決|否決)"
)  # what a vote came to
_ON_ALL = regex(
    "(?:以上|前開|上述)(?:各|所有|[一二三四五六七八九十]{1,2}|[0-9]{1,2} ?)[項]?(?:提案|建議|議|報告)?案"
)
_NOTHING = regex(r"\(?(?:無|略)[^。]{0,8}\)?。?")  # 臨時動議：無, so 結論 is the meeting's
# A chair's last word on the meeting, where the item before has its own decision already.
_LAST_WORD = regex(r"提示|(?<!協商)結論|指示")
_REPORTS = 100  # that are noted together, at most


def parent_of_part(node: Node, top: Node, root: Node) -> Node:
    """Return what 說明, 決議, a speaker or the chair's ruling stands under, after *top*."""
    item = item_of(top)
    if node.role is Role.SPEAKER and (top.role is Role.ADDRESS or _gives_ruling(node, top)):
        return top
    if node.role is Role.SPEAKER and (dotted := _turn_behind_dot(top) or _turn_in_talk(top)):
        return dotted.parent or root
    if node.role not in RULINGS:
        return item
    if twin := _twin(node, top):
        return twin.parent or root
    section = section_of(item)
    if section and node.block and _is_on_all(node.block):
        return item.parent if item.role is Role.ITEM and item.parent else section
    closed = (
        item.role in SECTIONS and item.block is not None and _NOTHING.fullmatch(item.block.value)
    )
    decided = closed or _is_decided(item)
    if section and section.role is Role.SPEECHES:
        return _of_talk(node, section) or root
    last = node.role is Role.CONCLUSIONS or _LAST_WORD.search(node.word)
    if _closes_meeting(node, item):
        return root
    if decided and last:
        return item if _goes_on(node, item) else root
    apart = node.block is not None and node.block.indent is not None
    return section if section and apart and _decides_all(section, item) else item


def _is_on_all(block: Block) -> bool:
    """Tell whether a ruling says that it is on all the items above it: 以上各案請回復里長。"""
    return ALL_DISPOSED.fullmatch(block.text) is not None or _ON_ALL.match(block.value) is not None


def _of_talk(node: Node, talk: Node) -> Node | None:
    """Return what a ruling after a talk is on: the item or report that holds it, else nothing.

    主席裁示 answers what a numbered section brought up.
    """
    outer = section_of(talk.parent) if talk.parent else None
    if outer is not None:
        return outer if outer.role is Role.ITEM or talk.number is None else talk
    return talk if talk.number is not None and node.word.endswith("裁示") else None


def _is_decided(item: Node) -> bool:
    """Tell whether an item has its decision, not only an earlier one that was followed up.

    Motions that nothing counts each wait for their own: whoever spoke last moved one more.
    """
    moved = item.children[-1].role is Role.SPEAKER if item.children else False
    if item.role is Role.MOTIONS and moved:
        return False
    for child in _since_last_point(item):
        if child.role is Role.RESOLUTION or child.word in HOW_FAR:
            return child.role is Role.RESOLUTION
    return False


def _since_last_point(item: Node) -> Iterator[Node]:
    """Yield what stands in an item after its last point, backwards.

    Where (一), its decision and then (二) stand in the item, the one on (二) is still to come.
    """
    return takewhile(lambda n: n.number is None or n.role is not None, reversed(item.children))


def _closes_meeting(node: Node, item: Node) -> bool:
    """Tell whether 主席裁示, alone on its line, comes once after items that 會議結論 decided.

    協商結論 does so after items that 決議 decided.
    """
    if node.block is None or node.block.name is None or node.block.value or item.parent is None:
        return False
    items = [n for n in item.parent.children if n.role is Role.ITEM or n.number is not None]
    decided = {c.word for n in items for c in n.children if c.role in RULINGS}
    once = len(items) > 1 and node.word in _FOR_ALL and node.word not in decided
    return once and any(c.role in RULINGS for c in _since_last_point(item))


def _gives_ruling(node: Node, top: Node) -> bool:
    """Tell whether a person alone on a line below 主席裁示 says whose ruling the list is."""
    named = node.block is not None and not node.block.value
    heads = top.block is not None and not top.block.value and not top.children
    return named and heads and top.role in RULINGS


def _goes_on(node: Node, item: Node) -> bool:
    """Tell whether an item's decision has a second label of the same word: 結論：…, 結論：…"""
    before = item.children[-1].block if item.children else None
    if before is None or before.name is None or node.block is None or node.block.name is None:
        return False
    alike = before.name.word == node.block.name.word and before.bullet == node.block.bullet
    return alike and bool(before.value and node.block.value)


def _turn_behind_dot(top: Node) -> Node | None:
    """Return the turn ■羅偉倫 that is over when somebody else speaks."""
    turns = (n for n in up(top) if n.role is Role.SPEAKER)
    return next((n for n in turns if n.style not in ("part", "") and n.number is None), None)


def _turn_in_talk(top: Node) -> Node | None:
    """Return the numbered turn in a talk within an item, to which 營建組回覆：… replies."""
    turns = (n for n in up(top) if n.role is Role.SPEAKER and n.number is not None)
    turn = next(turns, None)
    talk = turn.parent if turn else None
    return turn if talk and talk.role is Role.SPEECHES and talk.style == "part" else None


def _twin(node: Node, top: Node) -> Node | None:
    """Return 結論一 where *node* is 結論二."""
    words = _numbered(node)
    return next((n for n in up(top) if n.style == "part" and words and _numbered(n) == words), None)


def _numbered(node: Node) -> str | None:
    """Return the word of a label that has a number of its own: 結論 of 結論一."""
    if node.block is None or node.block.name is None:
        return None
    printed = node.block.text[node.block.body : node.block.name.name]
    return node.block.name.word if _COUNTED.search(printed) else None


def _decides_all(section: Node, item: Node) -> bool:
    """Tell whether a decision after *item* is the first one after several reports."""
    if section.role is not Role.REPORTS or item is section:
        return False
    if any(child.role is Role.SPEAKER for child in item.children):
        return False  # what was said to the item is decided on
    if item.block and _RECORD.search(item.block.text.rstrip("。 ")):
        return False
    earlier = section.children[: section.children.index(item)][-_REPORTS:]
    return bool(earlier) and not any(c.role in PARTS for e in earlier for c in e.children)


def item_of(top: Node) -> Node:
    """Return the item that 說明 or 決議 after *top* is part of."""
    chain = list(up(top))
    for inner, node in zip([None, *chain], chain, strict=False):
        if node.role is Role.ITEM:
            return node
        if node.role in SECTIONS and node.style != "part":
            numbered = inner is not None and inner.style not in ("", "part", "label")
            return inner if inner is not None and numbered else node
    part = next((n for n in chain if n.role in PARTS and n.style == "part"), None)
    if part is not None and part.parent is not None:
        return part.parent
    in_head = any(n.role in (Role.HEAD, Role.ADDRESS) for n in chain)
    return chain[-1] if in_head else top


def awaits_decision(top: Node) -> bool:
    """Tell whether what stands last is part of an item that is explained, not yet decided."""
    item = item_of(top)
    roles = {child.role for child in item.children}
    return Role.EXPLANATION in roles and Role.RESOLUTION not in roles


def is_undecided(top: Node, reported: bool) -> bool:
    """Tell whether what stands last is in an item without a decision, or so *reported*."""
    item, section = item_of(top), section_of(top)
    if section is None or item.role in SECTIONS:
        return False
    decided = any(child.role is Role.RESOLUTION for child in item.children)
    return not decided and (reported or section.role is not Role.REPORTS)


def is_told_of_petition(name: Label, top: Node, rest: Sequence[Block]) -> bool:
    """Tell whether a label of an item in other minutes is a part of the petition here.

    建議事項 is what the petition asks for, 專案小組意見 no decision where 大會決議 follows.
    """
    if name.role is Role.SUBJECT:
        return name.colon and name.word in _WISHES and _is_petition(top)
    return name.word.endswith("小組意見") and is_decided_later(rest)


def is_ruled(block: Block) -> bool:
    """Tell whether a line of a budget ends in what was decided on it: …，照案通過。"""
    return _RULED.search(block.text) is not None


def is_budgeted(block: Block, rest: Sequence[Block]) -> bool:
    """Tell whether 1款12項1目 is what 審查意見 below it decides on, and no decision itself."""
    if block.sign is None or block.sign.style != "目" or is_ruled(block):
        return False
    until = next((i for i, b in enumerate(rest) if b.sign and b.sign.style == "目"), len(rest))
    return any(b.name is not None and b.name.role is Role.RESOLUTION for b in rest[:until])


def settles(value: str, top: Node, rest: Sequence[Block]) -> bool:
    """Tell whether the result of a vote is all that an item has for a decision.

    表決結果：同意三十一票，未過半數，本案不同意。 is one, unless 決議 says it once more.
    """
    decided = any(c.role is Role.RESOLUTION and c is not top for c in item_of(top).children)
    return _SETTLED.search(value) is not None and not decided and not is_decided_later(rest)


def _is_petition(top: Node) -> bool:
    """Tell whether an item says already whose it is, or why, so that 建議事項 is what it asks."""
    item = item_of(top)
    stated = item.role is Role.ITEM and item.block is not None and bool(item.block.value)
    told = any(c.word.startswith("陳情") for c in item.children if c.role is Role.EXPLANATION)
    return stated or told


def is_decided_later(rest: Sequence[Block]) -> bool:
    """Tell whether another decision on the same item comes after what a working group thinks."""
    names = [block.name for block in rest if block.name]
    until = next((i for i, name in enumerate(names) if name.role is Role.ITEM), len(names))
    return any(name.role is Role.RESOLUTION for name in names[:until])
