"""Two meetings side by side: 寶山淨水場和木業博物館的會議 names the first by a part of its title."""

from __future__ import annotations

from datetime import date

from knowledge.regex import regex
from knowledge.scope import Remainder, Scopes

_BESIDE = regex("(?P<name>[\u4e00-\u9fff]{3,14})(?P<and>[和跟与及、]|以及) {3,}")
_SHORTEST = 3  # characters


def beside(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """Take in the meeting that stands before another that was found: its words are blanks by now."""
    found = _BESIDE.search(rest.text) if rest.meetings else None
    if found is None:
        return rest
    end = found.start("and")
    for start in range(found.start(), end - _SHORTEST + 1):
        ids = scopes.called(rest.text[start:end])
        if ids and not ids & (rest.meetings or frozenset()):
            return rest.blank(start, found.end("and")).within(ids)
    return rest
