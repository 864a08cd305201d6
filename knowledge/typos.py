"""Words that are not in the minutes into words that are: by sound, by shape, by a lost character.

Only what stands nowhere as typed is tried, and a name of a place or a person never becomes
another one (高雄 is not 高齡). Words are found by keys: the index holds the keys of its words,
so a correction costs by the length of the question, not by the size of the vocabulary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from sys import intern

from knowledge.caches import kept
from knowledge.regex import regex

# The longest run of characters that is compared, and how far it reaches around a strange word.
_LONGEST = 6
_COUNTS = regex("[0-9一二三四五六七八九十两]")
_REACH = 4
_FIRST, _LAST = 0x4E00, 0x9FFF
_CACHE_NAME = "syllables-4.cache"
_HAN = regex(r"[\u4e00-\u9fff]{2,}")
# 設幾站 asks, and is no 設計; 住一 of 住一晚 counts, and is no 逐一; 的師 of 師傅 is no word;
# 想買 is no 先買.
_ASKS = regex("[几哪谁啥吗呢]|怎[么样]|什么|如何|[一两]$|^[的了想]")
_PAIR = 2  # characters of most words
_NAME = 3  # characters of a full name; those that begin like one are only heard, never mended
# Pairs that are the same to many who type: retroflex and flat, front and back nasals, n and l.
_CONFUSED = (
    (regex("^([zcs])h"), r"\1"),
    (regex("ng$"), "n"),
    (regex("^l(?=[ai])"), "n"),
    (regex("^f(?=[aeu])"), "h"),
)


@dataclass(frozen=True, slots=True)
class Correction:
    """A run of the folded question and the word of the minutes that was meant."""

    typed: str
    meant: str


class Alike:
    """The keys that two words share when one may be a typing error for the other.

    *shapes*: a folded character -> the one that stands for all that look like it.
    *cache_dir*: where the syllables are kept, for their tables take half a second to load.
    """

    def __init__(self, shapes: Mapping[str, str], cache_dir: Path | None = None) -> None:
        self._shapes = str.maketrans(dict(shapes))
        self._cache = cache_dir / _CACHE_NAME if cache_dir else None
        self.keys = lru_cache(maxsize=50_000)(self._keys)

    def _keys(self, word: str) -> tuple[str, ...]:
        """Return the keys under which *word* of the minutes is found; none for a long one."""
        if len(word) > _LONGEST or not _HAN.fullmatch(word):
            return ()
        # What has no character that looks like another is mistyped by shape for nothing.
        shapes = (self.shape(word),) if any(ord(c) in self._shapes for c in word) else ()
        return (self.sound(word), *shapes, *_shortened(word))

    def tries(self, typed: str, *, name: bool) -> Iterator[str]:
        """Yield the keys to look up for *typed*, the surest first; a *name* is only heard."""
        yield self.sound(typed)
        if not name:
            yield self.shape(typed)
            yield f"-{typed}"
            yield from (self.sound(one) for one in _undoubled(typed))

    def sound(self, word: str) -> str:
        """Return how *word* sounds, without tones and common confusions."""
        return self.key(self.said(word))

    def key(self, syllables: Iterable[str]) -> str:
        """Return the key of words that sound as *syllables* of Hanyu Pinyin without tones."""
        return "~" + "'".join(map(_confused, syllables))

    def all_syllables(self) -> frozenset[str]:
        """Return every syllable that a Chinese character has."""
        return frozenset(self._syllables.values())

    def sounds_same(self, word: str, other: str) -> bool:
        """Tell whether two words sound the same but for their tones, without any confusion."""
        return self.said(word) == self.said(other)

    def said(self, word: str) -> list[str]:
        """Return the syllables of *word*, without tones; a character that has none stays."""
        return [self._syllables.get(character, character) for character in word]

    @cached_property
    def _syllables(self) -> dict[str, str]:
        return kept(self._cache, _syllables)

    def shape(self, word: str) -> str:
        return "#" + word.translate(self._shapes)


class Typos:
    """Corrections by the keys of the minutes' words (*lookup*) and of our own *terms*.

    *names* are places, *surnames* the characters that a full name begins with; *is_unknown* tells
    what no dictionary has.
    """

    def __init__(
        self,
        alike: Alike,
        lookup: Callable[[str], Iterable[str]],
        terms: Collection[str],
        names: Collection[str],
        surnames: Collection[str],
        is_unknown: Callable[[str], bool],
    ) -> None:
        self._alike = alike
        self._lookup = lookup
        self._terms = terms
        self._names = names
        self._surnames = surnames
        self._is_unknown = is_unknown

    def correct(self, folded: str, strange: str, solid: Sequence[range]) -> Correction | None:
        """Return the longest correction around *strange*, a word of *folded*; None for none.

        *solid* are the places of words that stand in the minutes: none of them is torn.
        """
        if any(strange.startswith(name) for name in self._names) or _ASKS.search(strange):
            return None
        place = folded.find(strange)
        found: list[Correction] = []
        for left, right in _windows(folded, place, place + len(strange)):
            if found and right - left < len(found[0].typed):
                break
            typed = folded[left:right]
            asks = _ASKS.search(typed)
            if not (asks or _tears(left, right, solid)) and (meant := self._meant(typed)):
                found.append(Correction(typed, meant))
        return max(found, key=self._sureness, default=None)

    def _sureness(self, one: Correction) -> bool:
        return self._alike.sounds_same(one.typed, one.meant)

    def _meant(self, typed: str) -> str | None:
        name = len(typed) == _NAME and typed[0] in self._surnames
        for key in self._alike.tries(typed, name=name):
            own = self._own.get(key, ())
            standing = {*self._lookup(key)}
            found = {*standing, *own}
            if len(typed) == _PAIR and not self._is_unknown(typed):
                found = {word for word in found if word in own or not self._is_unknown(word)}
            best = max(
                sorted(found),
                key=lambda word: (_kept(typed, word), word in standing),
                default=typed,
            )
            if best != typed and _kept(typed, best) and not _counts_anew(typed, best):
                return best
        return None

    @cached_property
    def _own(self) -> dict[str, list[str]]:
        own: defaultdict[str, list[str]] = defaultdict(list)
        for term in self._terms:
            for key in self._alike.keys(term):
                own[key].append(term)
        return dict(own)


def _syllables() -> dict[str, str]:
    """Return how each Chinese character sounds when it stands alone."""
    # Its tables take a third of a second to load, and most questions have no typing error.
    from pypinyin import lazy_pinyin

    # Interned, each of the four hundred syllables is kept and loaded once.
    return {c: intern(lazy_pinyin(c)[0]) for c in map(chr, range(_FIRST, _LAST + 1))}


@lru_cache(maxsize=2_000)
def _confused(syllable: str) -> str:
    for pattern, plain in _CONFUSED:
        syllable = pattern.sub(plain, syllable)
    return syllable


def _shortened(word: str) -> tuple[str, ...]:
    """Return *word* without one of its characters: what remains when that was not typed."""
    if len(word) <= _NAME:
        return ()
    return tuple(f"-{word[:i]}{word[i + 1 :]}" for i in range(len(word)))


def _undoubled(typed: str) -> Iterator[str]:
    """Yield *typed* without one of two equal characters side by side."""
    for i in range(len(typed) - 1):
        if typed[i] == typed[i + 1] and len(typed) > 2:
            yield typed[:i] + typed[i + 1 :]


def _windows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of Chinese characters that hold or touch [start, end), longest first."""
    spans = {
        (left, right)
        for left in range(max(0, start - _REACH), end - 1)
        for right in range(max(start + 1, left + 2), min(len(text), end + _REACH) + 1)
        if right - left <= _LONGEST and _HAN.fullmatch(text[left:right])
    }
    return sorted(spans, key=lambda span: (span[0] - span[1], span))


def _tears(left: int, right: int, solid: Sequence[range]) -> bool:
    """Tell whether the run begins or ends inside a word that stands in the minutes."""
    return any(word.start < edge < word.stop for word in solid for edge in (left, right))


def _kept(typed: str, meant: str) -> int:
    """Return how many characters stay: with none, it is another word that sounds alike."""
    if len(typed) == len(meant):
        return sum(one == other for one, other in zip(typed, meant, strict=True))
    return sum(character in meant for character in set(typed))


def _counts_anew(typed: str, meant: str) -> bool:
    """Tell whether a correction would bring a number in: 上班 is no 三班."""
    return bool(_COUNTS.match(meant)) and not _COUNTS.match(typed)
