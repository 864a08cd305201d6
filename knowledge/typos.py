"""Words that are not in the minutes into words that are: by sound, never by resemblance alone.

Only what stands nowhere as typed is tried, and a name of a place or a person never becomes
another one (高雄 is not 高齡).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

# The longest run of characters that is compared, and how far it reaches around a strange word.
_LONGEST = 6
_REACH = 3
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
# Pairs that are the same to many who type: retroflex and flat, front and back nasals.
_CONFUSED = ((re.compile("^([zcs])h"), r"\1"), (re.compile("ng$"), "n"))


@dataclass(frozen=True, slots=True)
class Correction:
    """A run of the folded question and the word of the minutes that sounds like it."""

    typed: str
    meant: str


class Typos:
    """Corrections against *vocabulary*, which is read when the first is needed."""

    def __init__(self, vocabulary: Callable[[], Iterable[str]], names: Collection[str]) -> None:
        self._vocabulary = vocabulary
        self._names = names

    def correct(self, folded: str, strange: str) -> Correction | None:
        """Return the longest correction around *strange*, a word of *folded*; None for none."""
        if any(strange.startswith(name) for name in self._names):
            return None
        place = folded.find(strange)
        for window in _windows(folded, place, place + len(strange)):
            alike = self._sounds.get(sound(window), ())
            best = max(alike, key=lambda word: _kept(window, word), default=window)
            if best != window and _kept(window, best):
                return Correction(window, best)
        return None

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        sounds: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._vocabulary():
            if len(word) <= _LONGEST and _HAN.fullmatch(word):
                sounds[sound(word)].append(word)
        return dict(sounds)


def sound(word: str) -> str:
    """Return how *word* sounds, without tones and common confusions."""
    # Its tables take a third of a second to load, and most questions have no typing error.
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(word)
    for pattern, plain in _CONFUSED:
        syllables = [pattern.sub(plain, syllable) for syllable in syllables]
    return " ".join(syllables)


def _windows(text: str, start: int, end: int) -> Iterable[str]:
    """Yield the runs of Chinese characters that hold or touch [start, end), longest first."""
    spans = {
        (left, right)
        for left in range(max(0, start - _REACH), end - 1)
        for right in range(max(start + 1, left + 2), min(len(text), end + _REACH) + 1)
        if right - left <= _LONGEST and _HAN.fullmatch(text[left:right])
    }
    for left, right in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        yield text[left:right]


def _kept(typed: str, meant: str) -> int:
    """Return how many characters stay: with none, it is another word that sounds alike."""
    return sum(one == other for one, other in zip(typed, meant, strict=True))
