"""Questions in English: how they ask, in Chinese, and the plain forms of their words.

Endings are taken off by rule, alike from the words of a question and from our own; what stands
in our list as it is typed stays what it is: parking is no park.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from knowledge.model import Span
from knowledge.regex import regex

_LATIN = regex("[a-z]{2}")
_TOKEN = regex("[a-z0-9]+")
_GAPS = (" ", "-", "'", "' ")  # fishermen's association, owners' meeting
_VOWEL = regex("[aeiouy]")
_PLURAL = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", ""))
_NO_PLURAL = ("ss", "us", "is")
_DOUBLED = regex(r"([bdgmnprt])\1$")
_APOSTROPHES = str.maketrans("’‘`", "'''")
_CAPITAL = regex(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]+")
_WORD = regex("[A-Za-z]{2,}")
_BEGINS = regex(r"(?:^|[.?!:,;]|[^\x00-\x7f])[\s\"']*$")
_MOST_CAPITALS = 0.6  # of all words: above it, the message is written as a title is


class English:
    """Finds in folded text the *words* of our list: plain English -> Chinese, the usual first."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._words = words

    @cached_property
    def _by_stems(self) -> dict[tuple[str, ...], str]:
        """The words of our list by their stems; most questions are Chinese and need none."""
        longest_first = sorted(self._words, key=len, reverse=True)
        return {_stems(_TOKEN.findall(word)): word for word in longest_first}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._by_stems), default=0)

    def plain(self, word: str) -> str:
        """Return the word of our list that *word* is a form of, *word* itself for none."""
        singular = _singular(word)
        for one in (word, singular):
            if one in self._words:
                return one
        return self._by_stems.get((_stem(word),), word)

    def phrases(self, folded: str) -> Iterator[tuple[Span, str]]:
        """Yield where several words of *folded* are one of our list, and which."""
        tokens = list(_TOKEN.finditer(folded)) if _LATIN.search(folded) else []
        place = 0
        while place < len(tokens):
            length, word = self._phrase(folded, tokens[place : place + self._longest])
            if length:
                yield Span(tokens[place].start(), tokens[place + length - 1].end()), word
            place += max(1, length)

    def without_phrases(self, folded: str) -> str:
        """Return *folded* with blanks where several words of it are one of our list."""
        for span, _ in self.phrases(folded):
            folded = f"{folded[: span.start]}{' ' * (span.end - span.start)}{folded[span.end :]}"
        return folded

    def meant(
        self, word: str, expansions: Mapping[str, Mapping[str, float]], stands: Callable[[str], int]
    ) -> tuple[str, dict[str, float]]:
        """Return the usual Chinese for plain *word*, and all that it may be in the minutes.

        That is what *stands* there of its Chinese words and of their *expansions*.
        """
        found: dict[str, float] = {}
        for chinese in self._words[word]:
            found |= expansions.get(chinese, {})
        found |= {**expansions.get(word, {}), **dict.fromkeys(self._words[word], 1.0)}
        usual = next(filter(stands, self._words[word]), self._words[word][0])
        return usual, {form: counts for form, counts in found.items() if stands(form)}

    def _phrase(self, folded: str, tokens: Sequence[re.Match[str]]) -> tuple[int, str]:
        """Return how many of *tokens*, from the first, are one phrase, and which; 0 for none."""
        whole = 1
        while whole < len(tokens) and _gap(folded, tokens[whole - 1], tokens[whole]) in _GAPS:
            whole += 1
        stems = _stems(token[0] for token in tokens[:whole])
        for length in range(whole, 1, -1):
            if word := self._by_stems.get(stems[:length]):
                return length, word
        return 0, ""

    def knows(self, word: str) -> bool:
        """Tell whether *word* is in our list, in any form."""
        return self.plain(word) in self._words


# What follows a noun: how many electric vehicle charging stations counts no vehicles.
_NOUN_ENDS = (
    "(?= (?:am|are|is|be|was|were|will|would|shall|should|can|could|must|may|has|have|had|do|does|did"
    "|in|at|on|to|of|for|from|by|with|who|that|which|need|got|took|use|used|already|still)(?![a-z])"
    "|[^a-z ]|$)"
)


class Frames:
    """Ways of asking: an expression for the English one -> the Chinese one; whole words only."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources

    @cached_property
    def _frames(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return _compiled(self._sources)

    def in_chinese(self, folded: str) -> str:
        """Return *folded* with its English ways of asking in Chinese."""
        text = folded.translate(_APOSTROPHES)
        for pattern, chinese in self._frames:
            text = pattern.sub(chinese, text)
        return text


def _compiled(sources: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(f"(?<![a-z])(?:{source})(?:(?<![a-z])|(?![a-z]))"), f" {chinese} ")
        for source, chinese in (
            (source.replace("{end}", _NOUN_ENDS), chinese) for source, chinese in sources.items()
        )
    )


def capitalised(text: str) -> frozenset[str]:
    """Return, in lower case, the words of *text* that a capital marks as names.

    Where a sentence begins, and in a message written as a title is, a capital says nothing.
    """
    words = _WORD.findall(text)
    found = [
        match for match in _CAPITAL.finditer(text) if not _BEGINS.search(text[: match.start()])
    ]
    if len(words) > 2 and len(found) > _MOST_CAPITALS * len(words):
        return frozenset()
    return frozenset(match[0].lower() for match in found)


def _gap(folded: str, before: re.Match[str], after: re.Match[str]) -> str:
    return folded[before.end() : after.start()]


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_stem, words))


@lru_cache(maxsize=10_000)
def _stem(word: str) -> str:
    """Return *word* without what marks plurals, the past and -ing, and without a mute e."""
    word = _singular(word)
    if word.endswith("ied"):
        word = f"{word[:-3]}y"
    for ending in ("ed", "ing"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and _VOWEL.search(root):
            word = _DOUBLED.sub(r"\1", root)
            break
    return word.removesuffix("e") if len(word) > 3 else word


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(_NO_PLURAL):
        return word
    for ending, plain in _PLURAL:
        if word.endswith(ending):
            return word.removesuffix(ending) + plain
    return word
