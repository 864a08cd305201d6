"""The only jieba: folded text into words, with our own word list.

jieba's dictionary is Simplified, so segment what `text.fold` returns (of 81 of our terms the
default dictionary splits 20 in Traditional, 6 in Simplified: architecture.md).
"""

from __future__ import annotations

import marshal
import math
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any


@contextmanager
def _without(name: str) -> Iterator[None]:
    """Let the import of module *name* fail inside the block."""
    before = sys.modules.get(name)
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]
        if before is not None:
            sys.modules[name] = before


# jieba uses it only to find its own files; it takes a tenth of a second and warns of itself.
with _without("pkg_resources"):
    import jieba

# Words that jieba counted fewer times, and longer ones, are mostly names out of novels: without
# them the dictionary loads in a third of the time (0.06 s instead of 0.2 s).
_RAREST = 5
_LONGEST = 5
# High enough that one of our own words wins over any two of jieba's that it is made of.
_OWN_FREQUENCY = 20_000
_CACHE_NAME = f"words-{jieba.__version__}-{_RAREST}-{_LONGEST}.cache"

_SOURCE = Path(jieba.__file__).with_name("dict.txt")

_Dictionary = tuple[dict[str, int], int]


class Words:
    """A private tokenizer over jieba's dictionary and *own* words (folded form).

    *cache_dir*: where the dictionary is kept in its fast form; written at first use.
    """

    def __init__(self, own: Iterable[str] = (), cache_dir: Path | None = None) -> None:
        self._tokenizer = _tokenizer(*_dictionary(cache_dir))
        words = [word for word in own if len(word) > 1]
        known = self._tokenizer.FREQ
        self._usual = {word: known.get(word, 0) for word in words}
        for word in words:
            self._tokenizer.add_word(word, max(_OWN_FREQUENCY, known.get(word, 0)))

    def cut(self, folded: str) -> list[str]:
        """Return the words of *folded* in order, marks included; joined they are *folded*.

        What no dictionary knows comes out as single characters: guessing at new words made
        组提 and 各是 of a group that 提 something and of 各是什么.
        """
        return list(self._tokenizer.cut(folded, HMM=False))

    def rarity(self, word: str) -> float:
        """How much *word* says in ordinary Chinese: about 3 for 的, 18 for a word unknown."""
        frequency = self._usual.get(word, self._tokenizer.FREQ.get(word, 0))
        return math.log(self._tokenizer.total / (frequency + 1))

    @lru_cache(maxsize=10_000)  # noqa: B019 - lives as long as the program
    def is_noun(self, word: str) -> bool:
        """Tell whether the dictionary has *word* as a noun or a name, or not at all."""
        line = _dictionary_text().find(f"\n{word} ".encode())
        if line < 0:
            return True
        entry = _dictionary_text()[line + 1 : line + 80].split(b"\n", 1)[0]
        return entry.split(b" ")[2].startswith((b"n", b"j"))


def _tokenizer(frequencies: dict[str, int], total: int) -> Any:
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
    return tokenizer


def _dictionary(cache_dir: Path | None) -> _Dictionary:
    cache = cache_dir / _CACHE_NAME if cache_dir else None
    if cache and cache.is_file():
        try:
            # Read at once and unmarshalled from memory: a third of the time of marshal.load.
            loaded: _Dictionary = marshal.loads(cache.read_bytes())  # noqa: S302 - our own file
            return loaded
        except (EOFError, ValueError, TypeError):
            pass  # a torn write: made again below
    made = _from_source()
    if cache:
        _keep(cache, made)
    return made


def _keep(cache: Path, dictionary: _Dictionary) -> None:
    try:
        draft = cache.with_suffix(".draft")
        draft.write_bytes(marshal.dumps(dictionary))
        draft.replace(cache)
    except OSError:
        pass  # a read-only folder costs half a second a start, nothing else


@cache
def _dictionary_text() -> bytes:
    return _SOURCE.read_bytes()


def _from_source() -> _Dictionary:
    frequencies: dict[str, int] = {}
    total = 0
    for line in _SOURCE.read_text(encoding="utf-8").splitlines():
        word, frequency, _ = line.split(" ")
        if int(frequency) < _RAREST or len(word) > _LONGEST:
            continue
        frequencies[word] = int(frequency)
        total += int(frequency)
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    return frequencies, total
