"""Which lines of a ceremony, an election or the next meeting are one entry with their heading."""

from __future__ import annotations

from knowledge.parser.roles import Role
from knowledge.parser.tree import Node
from knowledge.regex import regex

_HEADING = regex(r"(?:[^:。]*下次[^:。]*|其[他它](?:事項)?)\s*:?\s*$")


def is_told_at_once(node: Node, listed: bool) -> bool:
    """Tell whether a numbered ceremony or election and the lines below are one entry."""
    numbered = node.number is not None and not (node.block and node.block.heading)
    named = node.block is not None and not node.block.ends and not node.block.value
    if node.role is Role.ELECTIONS and named and len(node.children) > 1:
        return False  # each line of the result stands for itself
    if node.role is Role.ASIDE and _heads_sentences(node):
        return False
    told = all(c.is_text and c.block and c.block.ends for c in node.children)
    bare = node.block is not None and not node.block.ends and ":" not in node.block.text
    if node.role is Role.ASIDE and bare and told and len(node.children) > 1:
        return False  # 甲、頒獎, and whom they honour, a paragraph each
    return node.role in (Role.ELECTIONS, Role.ASIDE) and numbered and not listed


def _heads_sentences(node: Node) -> bool:
    """Tell whether sentences below 十、下次會議 or 其他事項 say what there is to say of it."""
    told = all(c.is_text and c.block is not None and c.block.ends for c in node.children)
    named = node.block is not None and _HEADING.match(node.block.text[node.block.body :])
    return bool(node.children) and told and bool(named)
