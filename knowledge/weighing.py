"""How much of a question a word is: a rare name nearly all, an everyday word a little."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.deeds import is_deed
from knowledge.lexicon import Lexicon
from knowledge.weights import TermWeights
from knowledge.words import Words


class Weighing:
    """By ordinary Chinese, by the *lexicon*, and by the *frequency* of words in the minutes."""

    def __init__(
        self,
        lexicon: Lexicon,
        words: Words,
        frequency: Callable[[str], int],
        weights: TermWeights,
    ) -> None:
        self._lexicon = lexicon
        self._words = words
        self._frequency = frequency
        self._weights = weights

    def weight(self, word: str) -> float:
        """Return how much of a question *word* is: its rareness, less where it is everyday.

        What no dictionary knows is no rarer than the rarest synonym that stands: 快點 is 趕快.
        """
        lexicon, weights = self._lexicon, self._weights
        if word in lexicon.slight:
            return min(weights.slight, self._rareness(word))
        if word in lexicon.ordinary or (is_deed(word) and not self._frequency(word)):
            return min(weights.ordinary, self._rareness(word))
        own = self._rareness(word)
        if self._words.is_usual(word):
            return own
        synonyms = filter(self._words.is_usual, lexicon.synonyms.get(word, ()))
        standing = map(self._rareness, filter(self._frequency, synonyms))
        return min(own, max(standing, default=own))

    def _rareness(self, word: str) -> float:
        """A noun unknown to ordinary Chinese weighs 1, an everyday one a third of that."""
        weights = self._weights
        if len(word) == 1:
            return weights.single_noun if self._words.is_noun(word) else weights.single
        if len(word) == 2 and self._words.is_unknown(word) and not self._frequency(word):
            return 1.0 if word[0] in self._lexicon.surnames else weights.junk
        rare = (self._words.rarity(word) - weights.commonest) / (weights.rarest - weights.commonest)
        weight = max(weights.least, min(1.0, rare))
        known = self._words.is_noun(word) or word in self._lexicon.expansions
        return weight if known else weight * weights.other_than_noun
