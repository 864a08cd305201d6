"""Clauses beside a question that say who asks, what for and in what hurry: 主計處打來問, 我怕記錯."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.lexicon import longest_first
from knowledge.regex import regex
from knowledge.terms import Terms

_LIGHT = 0.35  # weight up to which a word names nothing
_CLAUSE = regex(r"[^,。;!~?]+[,。;!~?]*")
_ASKS = regex("[吗呢谁哪几嘛?]|什么|怎|多少|何[时处人]|如何|有没有|有无|是否|是不是|[了过][没不]")


class Chatter:
    """By words for what people do who ask and wait (*does*), and for what may stand *beside* them.

    So may what *terms* weigh little.
    """

    def __init__(self, does: Collection[str], beside: Collection[str], terms: Terms) -> None:
        self._does = longest_first(does)
        self._any = longest_first({*does, *beside})
        self._terms = terms

    def without(self, folded: str) -> str:
        """Return *folded* without clauses that ask nothing and hold nothing but such words."""
        clauses = _CLAUSE.findall(folded) if self._does.search(folded) else []
        kept = [one for one in clauses if _ASKS.search(one) or not self._is_chatter(one)]
        return "".join(kept) if 0 < len(kept) < len(clauses) else folded

    def _is_chatter(self, clause: str) -> bool:
        if not self._does.search(clause):
            return False
        rest = self._any.sub(" ", clause)
        return all(self._is_light(word) for word in self._terms.content(rest))

    def _is_light(self, word: str) -> bool:
        term = self._terms.term(word)
        return term.generic or term.weight <= _LIGHT
