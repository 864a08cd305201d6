"""What is told of each: 每校 and 各里, of 每個學校 and 各個鄰里."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.term import Term

_EACH = regex(
    "(?P<each>每一?|各)(?:个|所|间|家|户|位|名|台|辆|栋|支|队|条|座)?的?(?P<noun>[\u4e00-\u9fff]{2,4})"
)
_COUNTS = 0.8  # of the word itself


def shortened(bare: str, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return *terms* with the short form of what *bare* asks of each: 每校, of 每個學校."""
    found = [(m["each"][0], m["noun"]) for m in _EACH.finditer(bare)]
    return tuple(_with_short(term, found) for term in terms) if found else tuple(terms)


def _with_short(term: Term, found: Sequence[tuple[str, str]]) -> Term:
    """Return *term* with 每 or 各 before its last character, where it is told of each."""
    each = next((each for each, noun in found if noun.startswith(term.text)), "")
    if not each or len(term.text) < 2 or term.generic:
        return term
    shorts = ((each + end, _COUNTS) for end in (term.text[-1], term.text[0]))
    return replace(term, forms=(*term.forms, *shorts))
