"""Blocks become a tree, in the order of the document: each with its role and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.model import Fact
from knowledge.parser.attending import attending, unknown_fact
from knowledge.parser.blocks import Block
from knowledge.parser.grid import below_table, cell_node
from knowledge.parser.hearing import heard, hears_people, is_item, is_talk
from knowledge.parser.items import awaits_decision, item_of
from knowledge.parser.labels import Label, is_framed
from knowledge.parser.marks import is_symbol
from knowledge.parser.meaning import fact_of, is_attendance, is_sentence, is_turn, role_of
from knowledge.parser.openings import addresses, expounds
from knowledge.parser.people import is_name, officials
from knowledge.parser.placement import parent_of, point_above
from knowledge.parser.present import Present, known
from knowledge.parser.roles import PARTS, SECTIONS, Role
from knowledge.parser.tree import Node, announced, part_word, section_of, up
from knowledge.parser.units import heads_the_next, reports
from knowledge.parser.voices import speaks, speaks_alone, spoken_by, voice
from knowledge.regex import regex

_READER = regex(r"[人員者]\s*:\s*$")  # 朗讀人員： above what is read out
_FREE_HEADING = 20  # characters
_COLON_HEADING = 10
_LOOKAHEAD = 8  # blocks
_DEEPEST = 24  # levels; no minutes have as many, so what does is not minutes
# Talks about more than the item before them.
_SESSION_WORDS = (
    "綜合討論 綜合座談 意見交換 交換意見 媒體聯訪 媒體提問 自由發言 建議及答覆 質詢及答覆 詢答"
)
# What an unmarked heading may announce; of anything else it is too weak a sign.
_ANNOUNCED = (Role.REPORTS, Role.PROPOSALS, Role.MOTIONS)
# 各局處補充說明 after a decision is on no item any more.
_ADDED = ("補充說明", "補充意見")
# 四、委員發言摘要
_TALK = regex(
    "(?:討論|意見|意旨|發言|提問|詢答|質詢)(?:摘要|[紀記][要錄]|要點|重點|內容|情形|過程|陳述)?$"
)
# 各單位意見摘要 is of offices as well as of persons.
_OF_ALL = regex(
    "(?:各|與會|出席|列席|相關|出列席)[^及與和暨]{0,6}(?:單位|機關|局處|縣市|部會|鄉鎮|代表)"
)
_REPORTED = regex(r"^[^:。,]{3,20}報告(?:略[以謂稱])?\s*:")
_SESSIONS = frozenset(_SESSION_WORDS.split())
# Words that open a section even inside another one; others are there an item's name.
_MAJOR = regex(r"事項$|提案|臨時|動議|討論|結論")


def outline(blocks: Sequence[Block], labelled: bool = True, spoken: bool = False) -> Node:
    """Return the root of the tree the blocks of one meeting, or one attachment, form.

    Not *labelled*: words like 決議 at a line's start mean nothing there. *spoken*: it tells what
    people said.
    """
    root = top = Node()
    in_head, chaired = True, False
    present = Present()
    for i, plain_block in enumerate(blocks):
        rest = blocks[i + 1 : i + 1 + _LOOKAHEAD]
        block = plain_block
        if labelled and in_head:
            block = unknown_fact(attending(block, top), top, rest)
        if labelled and not block.quoted:
            block = present.named(heard(known(block, top, present.names), top, rest))
        told = labelled and not block.quoted
        role = role_of(block, in_head, chaired, top, rest) if told else None
        if spoken and (said := _speaker_alone(block, following=rest[:1])):
            block, role = replace(block, name=said), Role.SPEAKER
        if in_head and role is Role.SUBJECT and rest and rest[0].name:
            role = Role.HEAD if rest[0].name.role is Role.HEAD else role  # 案由 of the meeting
        if block.cell is None:
            top = below_table(top)
        node = cell_node(block, top, labelled) or _node(block, role, top, rest)
        parent = parent_of(node, top, root) if labelled else point_above(node, top, root)
        line = block.text[block.body :]
        replied = present.replying(line)
        node.said_by = present.addressing(line) if replied is None else replied
        node.parent = parent = root if parent.depth > _DEEPEST else parent
        parent.children.append(node)
        if labelled and (block.sign or node.style in ("free", "#")):
            node.role = _role_below(node, parent)
            node.block = _as_it_reads(block, node.role)
        node.role = _role_as_told(node, block, rest)
        chaired = chaired or (role is Role.HEAD and fact_of(block) is Fact.CHAIR)
        in_head = in_head and node.role in (None, Role.HEAD, Role.ADDRESS)
        if in_head and node.role is not Role.ADDRESS:
            present.add(block)
        if not (role is Role.ASIDE and is_sentence(block)):  # the item before may go on
            top = node if node.style else parent
    return root


def _speaker_alone(block: Block, following: Sequence[Block]) -> Label | None:
    """Return the label of a line of an attachment that is only who says what follows.

    養蜂協會 游理事長金水：, 主席：, or an office without a colon above a sentence.
    """
    name, end = block.name, len(block.text)
    if name is not None:
        said = name.role is Role.SPEAKER or name.fact is Fact.CHAIR
        return replace(name, role=Role.SPEAKER) if said and not block.value else None
    told = any(after.sign is None and after.ends for after in following)
    alone = block.sign is None and told and not block.ends and speaks_alone(block.text)
    return Label(Role.SPEAKER, end, end) if alone else None


def _node(block: Block, role: Role | None, top: Node, rest: Sequence[Block]) -> Node:
    following = rest[0] if rest else None
    if block.quoted:
        return Node(block)
    if following is not None and following.quoted and _READER.search(block.text):
        return Node(block, "單位")
    dotted = block.sign is not None and block.sign.number is None  # ◎決定：准予備查。
    dotted = dotted and not _is_one_more_section(block, top)
    if block.sign and not (dotted and role is Role.RESOLUTION):
        return Node(block, block.sign.style, role, ahead=_ahead(block.sign.style, rest))
    if role is not None:
        return Node(block, _style(role, block, top), role)
    if block.heading and not block.ends and following is not None:
        return Node(block, "#")
    if reports(block, top, following):
        return Node(block, "單位")
    heads = _is_free_heading(block, following) or heads_the_next(block, top, following)
    heads = heads and not _is_value(block, top)
    if block.bullet and not heads:
        return Node(block, "-")
    return Node(block, "free" if heads else "", ahead=_ahead("", rest[:1]))


def _is_one_more_section(block: Block, top: Node) -> bool:
    """Tell whether ■ 主持人裁示 heads what is below it as ■ 居民提問 did before."""
    style = block.sign.style if block.sign else ""
    before = (n.last(style) for n in up(top))
    return not block.value and any(n is not None and n.role in SECTIONS for n in before)


def _is_value(block: Block, top: Node) -> bool:
    """Tell whether a line of the head has its label above: as its first value, or one more name."""
    if top.role is not Role.HEAD or top.block is None or is_framed(block.text):
        return False
    if is_attendance(top) or not (top.block.value or top.children):
        return True
    return fact_of(top.block) in (Fact.CHAIR, Fact.RECORDER) and _is_one_more(block)


def _is_one_more(block: Block) -> bool:
    """Tell whether a line below a person's name is another's: with a title, or set in."""
    people = officials(block.text) if block.indent else ()
    named = len(people) == 1 and people[0].org is not None and is_name(people[0].name)
    return named or speaks(block.text.strip())


def _style(role: Role, block: Block, top: Node) -> str:
    """Return the style of a label without a number: of an item, of its part, of a section."""
    word, section = block.name.word if block.name else "", section_of(top)
    if word in _SESSIONS and not awaits_decision(top):
        section = next((n for n in up(top) if n.role in SECTIONS), None)
    marked = section is not None and (
        section.style not in ("label", "part") or _is_framed_around(section, block)
    )
    if role is Role.SPEECHES and word.endswith(_ADDED) and _is_decided(top):
        return "label"
    if role in PARTS or role is Role.CONCLUSIONS or (role is Role.SPEECHES and marked):
        return "part"
    return "案" if role is Role.ITEM else "label"


def _is_framed_around(section: Node, block: Block) -> bool:
    """Tell whether *section* is a heading in 【 】, so that 出席者意見： without them heads none."""
    framed = section.block is not None and is_framed(section.block.text)
    return framed and not is_framed(block.text)


def _is_decided(top: Node) -> bool:
    return any(child.role is Role.RESOLUTION for child in item_of(top).children)


def _role_as_told(node: Node, block: Block, rest: Sequence[Block]) -> Role | None:
    """Return the role of a heading now that it is known how what stands below it begins."""
    if block.sign and node.style == block.sign.style and rest and _opens_talk(block, rest[0]):
        return Role.SPEECHES
    if node.role is Role.ADDRESS and expounds(block, rest):
        return Role.REPORTS
    return Role.ADDRESS if node.role is Role.REPORTS and addresses(block, rest) else node.role


def _opens_talk(block: Block, following: Block) -> bool:
    """Tell whether who speaks comes right after 討論 or 委員意見, so no items do."""
    heading = re.sub(r"\s", "", block.text[block.body :]).strip("【】:")
    if _REPORTED.search(following.text):
        return False
    named = is_turn(following) or _is_said_by(following, _OF_ALL.match(heading) is not None)
    return _TALK.search(heading) is not None and named


def _is_said_by(block: Block, by_offices: bool) -> bool:
    """Tell whether a line begins with a name, whatever stands in brackets behind it, or an office."""
    colon = voice(block.text, block.body) if block.ends else None
    if colon is None:
        return False
    return by_offices or spoken_by(block.text[block.body : colon]) is not None


def _role_below(node: Node, parent: Node) -> Role | None:
    """Return the role of a marked line now that its place is known."""
    block, section = node.block, section_of(parent)
    if node.role is Role.SPEAKER and block and not block.value and _hears_nobody(parent):
        return announced(block)
    if block is None or section is None:
        role = node.role or (announced(block) if block else None)
        unsaid = (*_ANNOUNCED, Role.ASIDE)
        if node.role is None and parent.role is Role.RESOLUTION and role in unsaid:
            return None  # 決議：2. 送檢測報告
        if block and role is Role.EXPLANATION and _is_of_office(block):
            return Role.REPORTS
        return role if node.style != "free" or role in _ANNOUNCED else node.role
    word = block.name.word if block.name else ""
    if node.role is Role.ITEM and any(n.role is Role.RESOLUTION for n in up(parent)):
        return None  # 決議：(一)編號114-01、114-03同意備查。
    if node.role is Role.ABOUT and node.number is not None and parent.role is Role.RESOLUTION:
        return None  # 決議：… （三）表決情形：同意十一票。
    grouped = section.role is Role.SPEECHES and is_symbol(node.style) and not node.ahead
    if node.role is Role.ITEM and grouped:
        return None  # ◆ 議題A：狩獵報備方式 groups what is said
    return None if node.role in SECTIONS and not _MAJOR.search(word) else node.role


def _hears_nobody(parent: Node) -> bool:
    """Tell whether a name alone below *parent* is none of somebody who speaks there."""
    if is_talk(parent) or parent.role is Role.ITEM or is_item(parent) or hears_people(parent):
        return False
    return all(beside.role is not Role.SPEAKER for beside in parent.children[:-1])


def _as_it_reads(block: Block, role: Role | None) -> Block:
    """Return *block* without the label of a section where the words are an item's name."""
    name = block.name
    named = name is not None and name.role in SECTIONS and not name.colon
    return replace(block, name=None) if named and role is None else block


def _is_of_office(block: Block) -> bool:
    """Tell whether a section is what an office explains: 陸、業務單位說明, no part of an item."""
    return block.name is not None and block.name.word.endswith("單位說明")


def _ahead(style: str, rest: Sequence[Block]) -> str:
    for block in rest:
        role = block.name.role if block.name else None
        ruled = role is Role.CONCLUSIONS and block.sign is None
        if block.name and (ruled or role in PARTS) and role is not Role.SPEAKER:
            return part_word(block.name)
        if role in SECTIONS or (block.sign and block.sign.style == style):
            break
    return ""


def _is_free_heading(block: Block, following: Block | None) -> bool:
    """Tell whether an unmarked short line heads the list that begins right after it."""
    longest = _COLON_HEADING if block.text.rstrip().endswith(":") else _FREE_HEADING
    if is_framed(block.text):
        return following is not None
    short = len(block.text) <= longest and not block.ends
    return short and following is not None and bool(following.sign and following.sign.number == 1)
