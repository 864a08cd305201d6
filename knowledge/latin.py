"""Latin letters in a question: how English asks, names, and bodies, as the minutes write them.

What remains in English are its words, which `terms` takes one by one.
"""

from __future__ import annotations

from collections.abc import Callable

from knowledge.english import English, Frames
from knowledge.lexicon import Lexicon
from knowledge.regex import regex
from knowledge.romanized import Minutes, Romanized
from knowledge.translated import Translated
from knowledge.typos import Alike

_GROUP = "组"
# the Han River drainage (旱溪排水): the Chinese says what the English before it does
_BEFORE = "the|an?|of|for|at|in|on|by|to|from|about|and|did|does|do|was|were|is|are|over"
_GLOSSED = regex(
    rf"(?<![a-z])(?P<before>{_BEFORE}) (?:(?!(?:{_BEFORE}) )[a-z0-9'.-]+ ){{0,5}}?[a-z0-9'.-]+ ?"
    "[(](?P<meant>[^()]*[\u4e00-\u9fff][^()]*)[)]"
)
_LATIN = regex("[a-z]{2}")
# who is 桃園副市長: an office that is held by whoever is asked for
_WHO_HOLDS = regex("who (?:is|was) (?:the )?(?P<office>[\u4e00-\u9fff]{3,10}长)(?![\u4e00-\u9fff])")


class Latin:
    """By the *lexicon* and the *minutes*; *is_body* tells whether a body is called a name."""

    def __init__(
        self, lexicon: Lexicon, alike: Alike, minutes: Minutes, is_body: Callable[[str], bool]
    ) -> None:
        english = English(lexicon.english)
        self._frames = Frames(lexicon.asking)
        self._names = Romanized(lexicon, english, alike, minutes)
        self._groups = lexicon.known
        self._is_body = is_body
        self._bodies = Translated(english, lexicon.english, self._names_body)

    def _names_body(self, name: str) -> bool:
        return (name in self._groups and name.endswith(_GROUP)) or self._is_body(name)

    def in_chinese(self, folded: str, text: str) -> str:
        """Return *folded*, which is *text* folded, with all of that in Chinese."""
        if not _LATIN.search(folded):
            return folded
        plain = _GLOSSED.sub(r"\g<before> \g<meant> ", folded) if "(" in folded else folded
        asked = self._frames.in_chinese(plain)
        named = self._names.in_chinese(asked, text)
        named = _WHO_HOLDS.sub(r"\g<office>是谁", named) if "who" in named else named
        return self._bodies.in_chinese(named)
