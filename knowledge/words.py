"""The only jieba: folded text into words, with our own word list.

jieba's dictionary is Simplified, so segment what `text.fold` returns (of 81 of our terms the
default dictionary splits 20 in Traditional, 6 in Simplified: architecture.md).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.caches import kept
from knowledge.sparing import without

# jieba uses it only to find its own files; it takes a tenth of a second and warns of itself.
with without("pkg_resources"):
    import jieba

# Words that jieba counted fewer times, and longer ones, are mostly names out of novels: without
# them the dictionary loads in a third of the time (0.06 s instead of 0.2 s).
_RAREST = 5
_LONGEST = 5
_NOUNS = ("n", "j", "vn")  # jieba's marks of nouns, names, abbreviations, verbal nouns
# Its marks of adverbs, conjunctions, prepositions, pronouns, numerals, measures, particles …
_FUNCTION = ("d", "c", "p", "r", "m", "q", "u", "y", "e", "o", "f", "ad")
# High enough that one of our own words wins over any two of jieba's that it is made of.
_OWN_FREQUENCY = 20_000
_EVERYDAY = 9.9  # rarity: 同一 (9.8) is meant as it is typed, 决意 (11.8) may be a 决议
_RUNS = re.compile(r"[a-z]+|[0-9]+|[\x00-\x7f]|[^\x00-\x7f]+")
_CACHE_NAME = f"words-{jieba.__version__}-{_RAREST}-{_LONGEST}-v5.cache"

_SOURCE = Path(jieba.__file__).with_name("dict.txt")

# 三方 is marked as a numeral like 三個, but it is a thing.
_COUNTS = re.compile(
    "[零一二三四五六七八九十百千万亿两几多半数整第好若干各每同]+[个位项点次件种条年月日号天名家间场份张倍成元块度份些下回遍]*"
)
_COMMON = ("n", "vn", "an", "ng")  # of nouns that are no names

# Frequencies, their sum, and three kinds of words: anything but nouns; those that only join,
# count or grade others; common nouns.
_Dictionary = tuple[dict[str, int], int, frozenset[str], frozenset[str], frozenset[str]]


class Words:
    """A private tokenizer over jieba's dictionary and *own* words (folded form).

    *cache_dir*: where the dictionary is kept in its fast form; written at first use.
    """

    def __init__(self, own: Iterable[str] = (), cache_dir: Path | None = None) -> None:
        frequencies, total, *kinds = kept(
            cache_dir / _CACHE_NAME if cache_dir else None, _from_source
        )
        self._others, self._function, self._common = kinds
        self._tokenizer = _tokenizer(frequencies, total)
        self._total = total  # without our own words, which would make all others rarer
        # One question is cut several times, with ever more of it understood.
        self._lately = lru_cache(maxsize=1_000)(self._cut)
        self._usual: dict[str, int] = {}
        self.learn(own)

    def learn(self, own: Iterable[str]) -> None:
        """Keep *own* words whole from now on; those that were known before stay so."""
        known = self._tokenizer.FREQ
        for word in own:
            if len(word) > 1 and word not in self._usual:
                self._usual[word] = known.get(word, 0)
                self._tokenizer.add_word(word, max(_OWN_FREQUENCY, known.get(word, 0)))
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
        return tuple(word for run in _RUNS.findall(folded) for word in self._cut_run(run))

    def vocabulary(self, folded: str) -> set[str]:
        """Return the words of *folded*, and what single characters side by side may be: 淡蘭."""
        found, loose = set(), ""
        for word in [*self.cut(folded), " "]:
            if len(word) == 1 and "\u4e00" <= word <= "\u9fff":
                loose += word
                continue
            found |= {word, *_runs_of(loose)}
            loose = ""
        return found

    def _cut_run(self, run: str) -> Iterable[str]:
        """Latin words and numbers stay whole: the dictionary has 'on' and would find it in any."""
        return [run] if run.isascii() else self._tokenizer.cut(run, HMM=False)

    def rarity(self, word: str) -> float:
        """How much *word* says in ordinary Chinese: about 3 for 的, 18 for a word unknown."""
        frequency = self._usual.get(word, self._tokenizer.FREQ.get(word, 0))
        return math.log(self._total / (frequency + 1))

    def is_everyday(self, word: str) -> bool:
        """Tell whether *word* is so common in ordinary Chinese that it is hardly mistyped."""
        return self.rarity(word) < _EVERYDAY

    def is_usual(self, word: str) -> bool:
        """Tell whether ordinary Chinese has *word*, so that its rarity says something."""
        return bool(self._usual.get(word, self._tokenizer.FREQ.get(word, 0)))

    def is_unknown(self, word: str) -> bool:
        """Tell whether *word* is in no dictionary."""
        return not self._tokenizer.FREQ.get(word, 0) and word not in self._others

    def is_noun(self, word: str) -> bool:
        """Tell whether *word* is a noun or a name, or in no dictionary at all."""
        return word not in self._others

    def is_name(self, word: str) -> bool:
        """Tell whether *word* is the name of something, or in no dictionary at all."""
        return self.is_noun(word) and word not in self._common

    def is_function(self, word: str) -> bool:
        """Tell whether *word* only joins, counts or grades others: 到底, 往往, 各自."""
        return word in self._function


def _runs_of(loose: str) -> Iterator[str]:
    for length in (2, 3, 4):
        for start in range(len(loose) - length + 1):
            yield loose[start : start + length]


def _tokenizer(frequencies: dict[str, int], total: int) -> Any:
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
    return tokenizer


def _from_source() -> _Dictionary:
    frequencies: dict[str, int] = {}
    others: set[str] = set()
    function: set[str] = set()
    common: set[str] = set()
    total = 0
    for line in _SOURCE.read_text(encoding="utf-8").splitlines():
        word, frequency, kind = line.split(" ")
        if len(word) > _LONGEST:
            continue
        if not kind.startswith(_NOUNS) and len(word) > 1:
            others.add(word)
            if kind.startswith(_FUNCTION) and (kind != "m" or _COUNTS.fullmatch(word)):
                function.add(word)
        elif kind in _COMMON:
            common.add(word)
        if int(frequency) < _RAREST:
            continue
        frequencies[word] = int(frequency)
        total += int(frequency)
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    return frequencies, total, frozenset(others), frozenset(function), frozenset(common)
