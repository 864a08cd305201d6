"""Folded text into words, with jieba's dictionary and our own word list.

jieba's dictionary is Simplified, so segment what `text.fold` returns (of 81 of our terms the
default dictionary splits 20 in Traditional, 6 in Simplified: architecture.md).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from knowledge.caches import kept
from knowledge.dictionary import UNKNOWN, Dictionary, Facts, Packed, pack
from knowledge.regex import regex

# Words that jieba counted fewer times, and longer ones, are mostly names out of novels.
_RAREST = 5
_LONGEST = 5
_RARE = 20  # times that jieba counted a word that hardly anybody says
_NOUNS = ("n", "j", "vn")  # jieba's marks of nouns, names, abbreviations, verbal nouns
# Its marks of adverbs, conjunctions, prepositions, pronouns, numerals, measures, particles …
_FUNCTION = ("d", "c", "p", "r", "m", "q", "u", "y", "e", "o", "f", "ad")
# High enough that one of our own words wins over any two of jieba's that it is made of.
_OWN_FREQUENCY = 20_000
_EVERYDAY = 9.9  # rarity: 同一 (9.8) is meant as it is typed, 决意 (11.8) may be a 决议
_JOINING = frozenset("的与及或并且在是了不将被从对等各该其也都就再又还")  # in no name
_RUNS = regex(r"[a-z]+|[0-9]+|[\u4e00-\u9fd5]+|[\s\S]")  # Chinese as far as jieba has it
_CACHE_NAME = f"words-{_RAREST}-{_LONGEST}-v7.cache"

# 三方 is marked as a numeral like 三個, but it is a thing.
_COUNTS = regex(
    "[零一二三四五六七八九十百千万亿两几多半数整第好若干各每同]+[个位项点次件种条年月日号天名家间场份张倍成元块度份些下回遍]*"
)
_COMMON = ("n", "vn", "an", "ng")  # of nouns that are no names

# Kinds of words: anything but nouns; those that only join, count or grade others; common nouns.
_IS_OTHER, _IS_FUNCTION, _IS_COMMON = 1, 2, 4


class Words:
    """A private tokenizer over jieba's dictionary and *own* words (folded form).

    *cache_dir*: where the dictionary is kept in its fast form; written at first use.
    """

    def __init__(self, own: Iterable[str] = (), cache_dir: Path | None = None) -> None:
        file = cache_dir / _CACHE_NAME if cache_dir else None
        # Without our own words, which would make all others rarer.
        self._total, packed = kept(file, _from_source)
        self._dictionary = Dictionary(packed)
        self._facts = self._dictionary.facts
        # One question is cut several times, with ever more of it understood.
        self._lately = lru_cache(maxsize=200)(self._cut)
        self._own: dict[str, int] = {}  # our words, and how often they would have been counted
        # The same by their first two characters, with the logarithm of that.
        self._beginning: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        self.learn(own)

    def learn(self, own: Iterable[str]) -> None:
        """Keep *own* words whole from now on; those that were known before stay so."""
        for word in own:
            if len(word) > 1 and word not in self._own:
                count = self._own[word] = max(_OWN_FREQUENCY, self._usual(word))
                self._beginning[word[:2]].append((word, math.log(count)))
        self._certain = math.log(self._total + sum(self._own.values()))
        self._lately.cache_clear()

    def cut(self, folded: str) -> Sequence[str]:
        """Return the words of *folded* in order, marks included; joined they are *folded*.

        What no dictionary knows comes out as single characters: guessing at new words made
        组提 and 各是 of a group that 提 something and of 各是什么.
        """
        return self._lately(folded)

    def cut_apart(self, word: str) -> Sequence[str]:
        """Return the fewest words that *word*, one of our own, is made of."""
        halves = ((word[:place], word[place:]) for place in range(1, len(word)))
        return min(((*self.cut(a), *self.cut(b)) for a, b in halves), key=len)

    def _cut(self, folded: str) -> tuple[str, ...]:
        """As jieba does it; Latin words and numbers stay whole."""
        words: list[str] = []
        for run in _RUNS.findall(folded):
            if len(run) == 1 or run.isascii():
                words.append(run)
            else:
                words += self._dictionary.likeliest(run, self._beginning, self._certain)
        return tuple(words)

    def vocabulary(self, folded: str) -> set[str]:
        """Return the words of *folded* and of long ones, and what single characters may be: 淡蘭.

        A character that joins words is no part of a name: 由四市與 holds none.
        """
        found, loose = set(), ""
        for word in [*self.cut(folded), " "]:
            single = len(word) == 1 and "\u4e00" <= word <= "\u9fff"
            if single and word not in _JOINING:
                loose += word
                continue
            found |= {*_runs_of(loose)} if single else {*self._parts(word), *_runs_of(loose)}
            loose = ""
        return found

    def _parts(self, word: str) -> Iterable[str]:
        """Return *word*, and what a long one of our own is made of: 階段性 of 階段性成果報告."""
        return (word, *self.cut_apart(word)) if len(word) > 3 and word in self._own else (word,)

    def _usual(self, word: str) -> int:
        """Return how often *word* was counted in ordinary Chinese."""
        return self._facts(word)[0]

    def rarity(self, word: str) -> float:
        """How much *word* says in ordinary Chinese: about 3 for 的, 18 for a word unknown."""
        return math.log(self._total / (self._usual(word) + 1))

    def is_everyday(self, word: str) -> bool:
        """Tell whether *word* is so common in ordinary Chinese that it is hardly mistyped."""
        return self.rarity(word) < _EVERYDAY

    def is_usual(self, word: str) -> bool:
        """Tell whether ordinary Chinese has *word*, so that its rarity says something."""
        return self._facts(word)[0] > 0

    def is_rare(self, word: str) -> bool:
        """Tell whether *word* is in a dictionary, though ordinary Chinese hardly has it: 柯文."""
        return 0 < self._facts(word)[0] <= _RARE

    def is_unknown(self, word: str) -> bool:
        """Tell whether *word* is in no dictionary."""
        count, kinds = self._facts(word)
        return not count and not kinds & _IS_OTHER and word not in self._own

    def is_noun(self, word: str) -> bool:
        """Tell whether *word* is a noun or a name, or in no dictionary at all."""
        return not self._facts(word)[1] & _IS_OTHER

    def is_name(self, word: str) -> bool:
        """Tell whether *word* is the name of something, or in no dictionary at all."""
        return not self._facts(word)[1] & (_IS_OTHER | _IS_COMMON)

    def is_function(self, word: str) -> bool:
        """Tell whether *word* only joins, counts or grades others: 到底, 往往, 各自."""
        return bool(self._facts(word)[1] & _IS_FUNCTION)


def _runs_of(loose: str) -> Iterator[str]:
    for length in (2, 3):
        for start in range(len(loose) - length + 1):
            yield loose[start : start + length]


def _from_source() -> tuple[int, Packed]:
    words: dict[str, Facts] = {}
    total = 0
    for line in _source().read_text(encoding="utf-8").splitlines():
        word, counted, mark = line.split(" ")
        if len(word) > _LONGEST:
            continue
        count = int(counted) if int(counted) >= _RAREST else 0
        total += count
        before, kinds = words.get(word, UNKNOWN)
        kinds |= _kinds(word, mark)
        if count or kinds:
            words[word] = count or before, kinds
    return total, pack(words)


def _kinds(word: str, mark: str) -> int:
    if mark.startswith(_NOUNS) or len(word) == 1:
        return _IS_COMMON if mark in _COMMON else 0
    joins = mark.startswith(_FUNCTION) and (mark != "m" or _COUNTS.fullmatch(word))
    return _IS_OTHER | _IS_FUNCTION if joins else _IS_OTHER


def _source() -> Path:
    """Return jieba's dictionary. Of jieba itself nothing is loaded: it would take 8 MB."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba")
    return Path(found.origin).with_name("dict.txt")
