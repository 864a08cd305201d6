"""Meetings by a code of their title: CE03標 of a metro, 的協調會."""

from __future__ import annotations

from datetime import date

from knowledge.regex import regex
from knowledge.scope import Remainder, Scopes

_CODE = regex("(?<![a-z0-9])[a-z]{1,4}-?[0-9]{1,4}(?![a-z0-9])[标案区段]?")


def coded(scopes: Scopes, rest: Remainder, today: date) -> Remainder:
    """Narrow to the meetings that bear a code in their title, which must tell them apart."""
    for match in _CODE.finditer(rest.text):
        ids = scopes.heads.holding(match[0])
        ids = ids & rest.meetings if rest.meetings else ids
        if ids and len(ids) < len(scopes.heads) and scopes.mentioning(match[0]) <= ids:
            rest = rest.blank(*match.span()).within(ids)
    return rest
