"""What is a label only among elections: 結果：… there says who was elected."""

from __future__ import annotations

import re

from knowledge.parser.labels import Label
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.tree import Node, up

_RESULT = re.compile(r"\s*(?P<word>結\s*果|當選(?:人|名單)?|選出)\s*:\s*(?=\S)")


def elected(text: str, top: Node) -> Label | None:
    """Return the label of who was elected where *text* stands after *top* among elections."""
    found = _RESULT.match(text)
    section = next((n.role for n in up(top) if n.role in SECTIONS), None)
    if found is None or section is not Role.ELECTIONS:
        return None
    word = re.sub(r"\s", "", found["word"])
    return Label(Role.RESOLUTION, found.end("word"), found.end(), None, True, word)
