"""Where the votes are asked for: 住戶投票結果如何 names no subject, and the minutes say 同意118人."""

from __future__ import annotations

from dataclasses import replace

from knowledge.regex import regex
from knowledge.term import Term

_WORDS = frozenset(("投票", "表决", "票数", "比数", "票决", "举手", "投票结果", "表决结果"))
_VOTERS = regex(
    "(?P<who>住户|[居里村]民|族人|委员|代表|议员|会员|[理监董]事|股东|大家|区分所有权人)们?(?:的|怎么|如何)?(?:投票|表决)"
)
_WEIGHT = 0.12  # of what decides nothing


def without_voters(folded: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return *terms* of *folded*, which asks for votes; who votes, and that they do, says little."""
    votes = _VOTERS.search(folded)
    light = {t for t in terms if t.text in _WORDS or (votes and t.text == votes["who"])}
    if all(t.generic or t in light for t in terms):
        return terms
    return tuple(replace(t, weight=_WEIGHT, generic=True) if t in light else t for t in terms)
