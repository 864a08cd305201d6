"""A message as a question: what it asks for, where, and about which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from knowledge.dates import digits, number
from knowledge.lexicon import Lexicon, longest_first
from knowledge.model import Fact
from knowledge.scope import Remainder, Scopes
from knowledge.text import fold
from knowledge.typos import Correction
from knowledge.words import Words

# A question longer than this is a pasted text; its beginning says what it is about.
LONGEST = 300
_GENERIC_WEIGHT = 0.12
_SINGLE_WEIGHT = 0.2
_PART_WEIGHT = 0.7  # of a term that is only a part of the word asked with
_JUNK_WEIGHT = 0.3  # two characters of no dictionary, mostly of two words (组改)
_NUMERAL = "[0-9〇零一二两三四五六七八九十百]+"
_POINT = re.compile(rf"(?:第(?P<n>{_NUMERAL})(?:个)?(?:点|项|条|案|个))")
_COUNT = re.compile(rf"(?<!第)(?P<n>{_NUMERAL})(?:大|个|项|点|种|条)(?!市|县市|城市|[0-9]|多|人)")
_HAN = "\u4e00-\u9fff"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_FACTS = ("adjourned", "time", "place", "chair", "recorder", "attendance", "address", "title")
_WANTED = ("money", "headcount", "percent", "vote", "phone", "day")
_COUNTED = re.compile(rf"(?:{_NUMERAL}|两)(?:大|个|项|点|种|条|位|场|次|件|份)?")
_QUOTED = re.compile(r"[「『\"']([^「」『』\"']{2,20})[」』\"']")
_MEANING = re.compile(r"[\u3400-\u9fff0-9a-z]")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question and the words of the minutes it may stand for."""

    text: str
    weight: float  # how much of the question it is
    expansions: Mapping[str, float]  # other words for it -> how much finding one counts
    generic: bool = False  # stands in every meeting and decides nothing


@dataclass(frozen=True, slots=True)
class Question:
    """What the bot understood of a message."""

    text: str
    folded: str
    terms: tuple[Term, ...]
    scope: Remainder
    intents: frozenset[str]
    facts: tuple[Fact, ...] = ()  # not empty: it asks for facts of a meeting's head
    number: int | None = None  # 第二點
    count: int | None = None  # 六項
    replaced: tuple[Correction, ...] = ()  # mistyped words and what was searched instead
    wanted: str | None = None  # what the excerpt must contain: money, headcount, day …

    @property
    def empty(self) -> bool:
        """Nothing in it that minutes could answer."""
        scope = self.scope.meetings or self.scope.speakers
        return not (self.terms or self.facts or self.number or scope)

    @property
    def bare(self) -> bool:
        """No word in it names a subject."""
        return all(term.generic for term in self.terms)


class Reader:
    """Makes questions of messages, by the words and the heads of the minutes."""

    def __init__(
        self, lexicon: Lexicon, words: Words, scopes: Scopes, frequency: Callable[[str], int]
    ) -> None:
        self._lexicon = lexicon
        self._words = words
        self._frequency = frequency
        self._scopes = scopes
        self._fillers = longest_first(lexicon.fillers)
        small_talk = longest_first(lexicon.small_talk).pattern
        self._small_talk = re.compile(rf"(?:(?:{small_talk})[^{_HAN}a-z0-9]*)*")
        self._phrases = longest_first(t for t in lexicon.expansions if " " in t)

    def read(self, text: str, today: date) -> Question:
        """Understand *text*, of which the first LONGEST characters count."""
        return self.understand(text, fold(text[: LONGEST * 4])[:LONGEST], today)

    def understand(self, text: str, folded: str, today: date) -> Question:
        """Understand *folded*, which is *text* folded and perhaps corrected."""
        if self._small_talk.fullmatch(folded):
            return Question(text, folded, (), Remainder(folded), frozenset())
        scope = self._scopes.read(folded, today)
        intents = frozenset(n for n, p in self._lexicon.intents.items() if p.search(folded))
        bare = self._fillers.sub(_blank, self._lexicon.intents["filler"].sub(_blank, scope.text))
        bare = digits(bare)
        facts, subject = self._facts(bare)
        if facts and all(self.term(word).generic for word in self._content(subject)):
            return Question(text, folded, (), scope, intents, facts)
        point = _POINT.search(bare)
        bare = _POINT.sub(_blank, bare)
        counts = _COUNT.findall(bare)
        return Question(
            text,
            folded,
            self._terms(bare, scope.dates),
            scope,
            intents,
            number=number(point["n"]) if point else None,
            count=number(counts[-1]) if counts else None,
            wanted=next((name for name in _WANTED if name in intents), None),
        )

    def _terms(self, bare: str, dates: Iterable[str]) -> tuple[Term, ...]:
        words = list(self._content(bare))
        pairs = (p for p in pairwise(words) if not all(self.term(w).generic for w in p))
        phrases = [*_QUOTED.findall(bare), *map("".join, pairs)]
        wanted = [p for p in phrases if p in bare and p not in words and self._frequency(p)]
        terms = dict.fromkeys([*words, *dates, *wanted])
        return tuple(self.term(word) for word in terms)

    def _facts(self, bare: str) -> tuple[tuple[Fact, ...], str]:
        """Return the facts of a head that are asked for, and what remains of *bare*."""
        found = []
        for name in _FACTS:
            pattern = self._lexicon.intents[name]
            if pattern.search(bare):
                bare = pattern.sub(_blank, bare)
                found.append(Fact(name))
        return tuple(found), bare

    def _content(self, bare: str) -> Iterable[str]:
        """Yield the words that are not stopwords; single characters side by side are one."""
        yield from self._phrases.findall(bare)
        loose = ""
        for word in [*self._words.cut(self._phrases.sub(_blank, bare)), " "]:
            if len(word) == 1 and _HAN_RUN.fullmatch(word) and not self._is_stop(word):
                loose += word
                continue
            yield from self._known_parts(loose)
            loose = ""
            if not self._is_stop(word):
                yield word

    def _known_parts(self, loose: str) -> Iterable[str]:
        """Return the longest known term inside *loose* (盯通膨), else all of it."""
        for length in range(len(loose) - 1, 1, -1):
            for start in range(len(loose) - length + 1):
                if loose[start : start + length] in self._lexicon.expansions:
                    return [loose[start : start + length]]
        return [loose] if loose else []

    def _is_stop(self, word: str) -> bool:
        return word in self._lexicon.stopwords or not _MEANING.search(word)

    def term(self, word: str) -> Term:
        """Return folded *word* with its weight and expansions."""
        expansions = self._lexicon.expansions.get(word, {})
        if word in self._lexicon.generic or (
            len(word) < 4 and _COUNTED.fullmatch(word) and not word.isdigit()
        ):
            return Term(word, _GENERIC_WEIGHT, expansions, generic=True)
        if not expansions and len(word) > 2 and not self._frequency(word):
            expansions = self._parts(word)
        return Term(word, self._weight(word), expansions)

    def _parts(self, word: str) -> dict[str, float]:
        """Return the known terms inside a word that stands nowhere: 小组会 speaks of 小组."""
        found = {word[i:j] for i in range(len(word)) for j in range(i + 2, len(word) + 1)}
        known = (self._lexicon.expansions.get(part, {}) for part in found)
        return {term: weight * _PART_WEIGHT for terms in known for term, weight in terms.items()}

    def _weight(self, word: str) -> float:
        """A word unknown to ordinary Chinese weighs 1, an everyday one a third of that."""
        if len(word) == 1:
            return _SINGLE_WEIGHT
        if len(word) == 2 and self._words.is_unknown(word) and not self._frequency(word):
            return 1.0 if word[0] in self._lexicon.surnames else _JUNK_WEIGHT
        weight = max(0.3, min(1.0, (self._words.rarity(word) - 4) / 10))
        return (
            weight if self._words.is_noun(word) or word in self._lexicon.expansions else weight / 2
        )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
