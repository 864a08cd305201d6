"""Short forms that the minutes write out: 海科館 is 海洋科技博物館, 台糖 is 台灣糖業."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from knowledge.regex import regex
from knowledge.text import beginnings

_HAN = regex("(?!.*[一二三四五六七八九十两几各])[\u4e00-\u9fff]{2,4}")  # 三市 counts
_LOOKED_AT = 30  # entries that hold most of its characters
_SHORTEST = 3  # a full form is longer
_STRETCHED = 3  # characters of a word that may have another inside
_BODIES = "系所院会局处馆"
_GAP = 3  # characters of the full form between two of the short one


class Abbreviations:
    """Full forms of words that stand nowhere, by the entries that hold their characters.

    *holding* finds the texts of a few entries that hold all of some characters, *cut* parts text into words;
    *names* are places, which are no short forms.
    """

    def __init__(
        self,
        holding: Callable[[Iterable[str], int], Iterable[str]],
        cut: Callable[[str], Sequence[str]],
        names: Collection[str],
    ) -> None:
        self._holding = holding
        self._cut = cut
        self._names = names

    def full(self, word: str) -> str | None:
        """Return what folded *word* is short for: the shortest run that keeps its characters.

        Each of them begins a word there, or ends one behind another of them.
        """
        if not _HAN.fullmatch(word) or any(word.startswith(name) for name in self._names):
            return None
        texts = self._holding(set(word), _LOOKED_AT)
        found = [run for text in texts for run in self._runs(word, text)]
        found = found or [run for text in texts for run in self._stretched(word, text)]
        return min(found, key=lambda run: (len(run), run), default=None)

    def _stretched(self, word: str, text: str) -> Iterable[str]:
        """Yield what has the same beginning and end with a word between: 攤位使用費 for 攤位費."""
        if len(word) != _STRETCHED:
            return
        gap = _GAP if word[2] in _BODIES else _GAP - 1  # 機械工程學系 for 機械系
        for match in re.finditer(f"{word[:2]}[\u4e00-\u9fff]{{1,{gap}}}{word[2]}", text):
            line = text[match.start() : match.end() + 4]
            edges = _places(self._cut(line), ends=True)
            run = match[0]
            if len(run) - 1 in edges and 0 in edges:
                yield run

    def _runs(self, word: str, text: str) -> Iterable[str]:
        for match in _pattern(word).finditer(text):
            start = match.start()
            line = text[max(0, start - 4) : match.end() + 4]
            edges = _places(self._cut(line), ends=len(word) > 2)
            places = [match.start(group) - max(0, start - 4) for group in range(1, len(word) + 1)]
            if edges.issuperset(places):
                run = line[places[0] : _word_end(self._cut(line), places[-1])]
                yield from [run] if len(run) >= 2 * len(word) - 1 and len(run) > _SHORTEST else []


@lru_cache(maxsize=500)
def _pattern(word: str) -> re.Pattern[str]:
    gap = rf"\w{{1,{_GAP}}}?"  # of any script: a range of characters takes a millisecond to compile
    return re.compile(gap.join(f"({character})" for character in word))


def _places(words: Sequence[str], *, ends: bool) -> set[int]:
    """Return where words begin, with *ends* also where their last characters stand."""
    last = (place - 1 for place in accumulate(map(len, words)))
    return {*beginnings(words), *(last if ends else ())}


def _word_end(words: Sequence[str], place: int) -> int:
    return next((end for end in accumulate(map(len, words)) if end > place), 0)
