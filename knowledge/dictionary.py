"""A dictionary of words in a tenth of the memory that a dict takes: 3 MB for jieba's 270,000.

It is a tree whose nodes are numbered level by level, so that the children of one stand side by
side: node n ends with the character labels[n], its children are labels[first[n]:first[n + 1]].
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

Facts = tuple[int, int]  # how often a word was counted, and the sum of the kinds that it is of
Packed = tuple[int, str, bytes, bytes, bytes, bytes]  # of built-in types, to be kept
Own = Mapping[str, Sequence[tuple[str, float]]]

UNKNOWN: Facts = (0, 0)
_NO_WORD = -1.0  # in place of a logarithm, which is 0 or more
_REMEMBERED = 4_000  # words: those that are asked with come again and again
# C types of the numbers of nodes, of the places among the facts, of counts and of kinds.
_NODES, _CODES, _COUNTS, _KINDS = "I", "H", "I", "B"


class Dictionary:
    """What `pack` has made of words; words that begin alike are found without trying each."""

    def __init__(self, packed: Packed) -> None:
        roots, self._labels, first, codes, counts, kinds = packed
        self._first, self._codes = array(_NODES, first), array(_CODES, codes)
        self._counts, self._kinds = array(_COUNTS, counts), array(_KINDS, kinds)
        self._logs = array("d", (math.log(count) if count else _NO_WORD for count in self._counts))
        self._roots = {self._labels[node]: node for node in range(roots)}
        self.facts = lru_cache(maxsize=_REMEMBERED)(self._looked_up)

    def _looked_up(self, word: str) -> Facts:
        """Return what is known of *word*, UNKNOWN where it is not one."""
        first = self._first
        node = self._roots.get(word[:1], -1)
        for character in word[1:]:
            if node < 0:
                break
            node = self._labels.find(character, first[node], first[node + 1])
        if node < 0:
            return UNKNOWN
        code = self._codes[node]
        return self._counts[code], self._kinds[code]

    def likeliest(self, run: str, own: Own, certain: float) -> Iterator[str]:
        """Yield the words of *run*, in order, whose frequencies have the greatest product.

        Of equal ones the longer first; words that were never counted are left out. *own* are
        further words, by their first two characters, each with the logarithm of its frequency;
        *certain* is that of all words together.
        """
        # All in one, for a question is 25 places: with a call for each it took half as long again.
        labels, first, codes, logs = self._labels, self._first, self._codes, self._logs
        last = len(run)
        # By places: how likely what begins there is, and where its first word ends.
        best = [(0.0, last)] * (last + 1)
        for start in reversed(range(last)):
            found = []
            node, end = self._roots.get(run[start], -1), start + 1
            while node >= 0:
                if (log := logs[codes[node]]) != _NO_WORD:
                    found.append((log - certain + best[end][0], end))
                if end == last:
                    break
                node = labels.find(run[end], first[node], first[node + 1])
                end += 1
            for word, log in own.get(run[start : start + 2], ()):
                if run.startswith(word, start):
                    end = start + len(word)
                    found.append((log - certain + best[end][0], end))
            best[start] = max(found) if found else (best[start + 1][0] - certain, start + 1)
        return _followed(best, run)


def _followed(best: Sequence[tuple[float, int]], run: str) -> Iterator[str]:
    """Yield the words of *run*, each of which ends where *best* says for the place it begins at."""
    start = 0
    while start < len(run):
        end = best[start][1]
        yield run[start:end]
        start = end


def pack(words: Mapping[str, Facts]) -> Packed:
    """Return *words* as `Dictionary` takes them; none is empty."""
    ordered = sorted(words)
    facts = {UNKNOWN: 0}
    labels: list[str] = []
    begun: list[tuple[int, int, int]] = []  # by nodes: first and last word with it, and its depth
    first, codes = array(_NODES), array(_CODES)

    def grow(start: int, end: int, depth: int) -> None:
        place = start
        for label, alike in groupby(ordered[start:end], key=lambda word: word[depth]):
            labels.append(label)
            begun.append((place, place := place + sum(1 for _ in alike), depth + 1))

    grow(0, len(ordered), 0)
    roots = len(labels)
    for start, end, depth in begun:  # which grows meanwhile
        first.append(len(labels))
        whole = len(ordered[start]) == depth
        codes.append(facts.setdefault(words[ordered[start]], len(facts)) if whole else 0)
        grow(start + whole, end, depth)
    first.append(len(labels))
    counts, kinds = zip(*facts, strict=True)
    return (
        roots,
        "".join(labels),
        first.tobytes(),
        codes.tobytes(),
        array(_COUNTS, counts).tobytes(),
        array(_KINDS, kinds).tobytes(),
    )
