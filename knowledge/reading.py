"""Messages as questions, with what was mistyped or shortened in them put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice

from knowledge.abbreviations import Abbreviations
from knowledge.gate import Gate
from knowledge.question import Question, Reader
from knowledge.typos import Correction, Typos
from knowledge.words import Words

_PAIR = 2  # characters
_MOST_CORRECTIONS = 3  # a question with more strange words than that is not mistyped but foreign


class Reading:
    def __init__(
        self,
        reader: Reader,
        gate: Gate,
        words: Words,
        typos: Typos,
        abbreviations: Abbreviations,
    ) -> None:
        self._reader = reader
        self._gate = gate
        self._words = words
        self._typos = typos
        self._abbreviations = abbreviations

    def read(self, text: str, today: date) -> Question:
        """Understand *text*; words that stand nowhere are tried as short forms and typing errors."""
        question = self._reader.read(text, today)
        words = (w for w in self._gate.strange(question) if not self._words.is_everyday(w))
        for strange in islice(words, _MOST_CORRECTIONS):
            if not self._may_be_mistyped(strange, question):
                continue
            if found := self._correction(question.folded, strange):
                folded = question.folded.replace(found.typed, found.meant, 1)
                corrected = self._reader.understand(text, folded, today)
                question = replace(corrected, replaced=(*question.replaced, found))
        return question

    def _may_be_mistyped(self, strange: str, question: Question) -> bool:
        """A word of the dictionary, 情詩, is taken for another only beside words of the minutes."""
        others = (term.text for term in question.terms if not term.generic)
        known = any(self._reader.terms.stands(one) for one in others if one not in strange)
        asks = known or question.scope.meetings is not None or bool(question.intents)
        return asks or self._words.is_unknown(strange)

    def _correction(self, folded: str, strange: str) -> Correction | None:
        """Return what *strange* is short for, or a typing error of, in the minutes.

        Two characters that everybody knows as a word are short for nothing (定價, of 定義臺灣價值)
        and no error for what is none (除役, of 除依).
        """
        usual = len(strange) == _PAIR and self._words.is_usual(strange)
        if not usual and (full := self._abbreviations.full(strange)):
            return Correction(strange, full)
        found = self._typos.correct(folded, strange, self._reader.terms.solid(folded))
        fragment = usual and found is not None and self._words.is_unknown(found.meant)
        return None if fragment else found
