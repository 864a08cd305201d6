"""What those present are asked to vote on, and what came of it: 案：… and 結果：…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from knowledge.parser.blocks import Block
from knowledge.parser.items import is_decided_later, item_of
from knowledge.parser.labels import Label
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.tree import Node, up
from knowledge.regex import regex

_CASE = regex(r"\s*(?P<word>(?:表決|徵詢)?(?:議?案|事項|議題))\s*:\s*(?=\S)")
_CAME_OF_IT = regex(r"\s*(?P<word>(?:現場|徵詢|處理)?結果)\s*:\s*(?=\S)")
_OF_ITEMS = (Role.PROPOSALS, Role.MOTIONS)


def polled(block: Block, top: Node, rest: Sequence[Block]) -> Label | None:
    """Return the label of what is put to the vote, or of what came of it, in a section of items.

    結果 decides an item that no other word does; in a report it is a finding.
    """
    section = next((n.role for n in up(top) if n.role in SECTIONS), None)
    if block.name is not None or block.sign is not None or section not in _OF_ITEMS:
        return None
    item = item_of(top)
    decided = any(child.role is Role.RESOLUTION for child in item.children)
    if found := _CASE.match(block.text):
        named = item.role is Role.ITEM and not (decided or (item.block and item.block.value))
        return _label(found, Role.SUBJECT if named else Role.ITEM)
    found = _CAME_OF_IT.match(block.text)
    own = list(takewhile(_is_of_same, rest))
    waits = item.role is Role.ITEM and not decided and not is_decided_later(own)
    return _label(found, Role.RESOLUTION) if found and waits else None


def _is_of_same(block: Block) -> bool:
    """Tell whether a line below can still be of the same item: no next one, no heading."""
    return _CASE.match(block.text) is None and (block.sign is None or block.name is None)


def _label(found: re.Match[str], role: Role) -> Label:
    return Label(role, found.end("word"), found.end(), None, colon=True, word=found["word"])
