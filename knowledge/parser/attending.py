"""Lines of a head that only their names tell: 勞方代表：莊祐寧、游美君 lists who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.model import Fact
from knowledge.parser.blocks import Block
from knowledge.parser.labels import Label
from knowledge.parser.present import people_in
from knowledge.parser.roles import Role
from knowledge.parser.themes import theme
from knowledge.parser.tree import Node, up
from knowledge.regex import regex

_FACT = 60  # characters
_LABELLED = regex(r"\s*(?P<word>[^\s:。,、()]{2,10})\s*:\s*(?=\S)")


def attending(block: Block, top: Node) -> Block:
    """Return a line of the head with the label that it is where it lists two people or more.

    Below 出席人員 alone on its line, which *top* is or stands under, it belongs to that one.
    """
    if any(_awaits_names(node) for node in up(top)):
        return block
    found = _LABELLED.match(block.text, block.body) if block.name is None else None
    if found is None or block.ends or block.cell:
        return block
    name = Label(Role.HEAD, found.end("word"), found.end(), Fact.ATTENDANCE, True, found["word"])
    listed = replace(block, name=name)
    people = sum(1 for _ in people_in(listed))
    parts = len(re.split("[、,]", re.sub(r"\([^()]*\)", "", listed.value)))
    return listed if people > 1 and 2 * people > parts else block


def unknown_fact(block: Block, top: Node, rest: Sequence[Block]) -> Block:
    """Return a counted or bulleted line of the head with a label, whatever word that is.

    Another line of the head that is counted as it is follows or comes before it: 四、紀錄：…,
    五、承辦窗口：林科員.
    """
    if block.name or block.cell or block.ends or not (block.sign or block.bullet):
        return block
    found = _LABELLED.match(block.text, block.body)
    before = [n.block for n in up(top) if n.block and n.role is Role.HEAD]
    if found is None or theme(found["word"]) or len(block.text) > _FACT:
        return block
    if not any(_is_of_head(other, block) for other in (*before, *rest)):
        return block
    label = Label(Role.HEAD, found.end("word"), found.end(), Fact.OTHER, True, found["word"])
    return replace(block, name=label)


def _is_of_head(after: Block, block: Block) -> bool:
    style, own = (b.sign.style if b.sign else "" for b in (after, block))
    stated = after.name is not None and after.name.role is Role.HEAD
    return stated and style == own and after.bullet == block.bullet


def _awaits_names(node: Node) -> bool:
    name = node.block.name if node.block else None
    attended = name is not None and name.fact is Fact.ATTENDANCE
    return attended and node.block is not None and not node.block.value
