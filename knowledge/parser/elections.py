"""Elections: what is put to the vote, and 結果：…, a label only there, that says who was chosen."""

from __future__ import annotations

import re

from knowledge.parser.labels import Label
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.tree import Node, up
from knowledge.regex import regex

_RESULT = regex(r"\s*(?P<word>結\s*果(?:如下)?|當選(?:人|名單)?|選出)\s*:\s*(?=\S)")


def elected(text: str, top: Node) -> Label | None:
    """Return the label of who was elected where *text* stands after *top* among elections."""
    found = _RESULT.match(text)
    section = next((n.role for n in up(top) if n.role in SECTIONS), None)
    if found is None or section is not Role.ELECTIONS:
        return None
    word = re.sub(r"\s", "", found["word"])
    return Label(Role.RESOLUTION, found.end("word"), found.end(), None, True, word)


def is_put_to_vote(node: Node) -> bool:
    """Tell whether an election is an item with a decision of its own."""
    if node.is_text and node.parent and node.parent.role is Role.ELECTIONS:
        return any(child.role is Role.RESOLUTION for child in node.parent.children)
    section = node.parent.role if node.parent and node.role is None else node.role
    decided = any(c.role is Role.RESOLUTION and c.style == "part" for c in node.children)
    return section is Role.ELECTIONS and node.number is not None and decided
