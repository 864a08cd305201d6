"""How alike the characters of a question and of an entry are, whatever their words: rapidfuzz's."""

from __future__ import annotations

from functools import lru_cache
from operator import add

from rapidfuzz.fuzz import token_set_ratio

from knowledge.posting import Posting


def alike(words: str, posting: Posting) -> float:
    """Return how alike the characters of *words* and *posting* are, from 0 to 1."""
    return float(token_set_ratio(_pairs(words), _pairs(posting.body))) / 100


@lru_cache(maxsize=300)
def _pairs(text: str) -> str:
    """Return the bigrams of *text* as words, for rapidfuzz."""
    return " ".join(pair for word in text.split(" ") for pair in map(add, word, word[1:]))
