"""What a question asks for: of eighty intents it has one or two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from knowledge.patterns import ANY, beginnings, compiled

_Named: TypeAlias = tuple[str, re.Pattern[str]]  # an intent, and a pattern of its
Sources: TypeAlias = Mapping[str, Sequence[str]]
Beginning: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]
_END = "\n"  # stands behind the last character of a question


class Intents(Mapping[str, re.Pattern[str]]):
    """Intent -> the pattern of its *sources*, alternatives of a pattern each.

    Patterns are compiled when they are first needed: of most intents that is never the whole.
    """

    def __init__(self, sources: Sources, beginning: Beginning | None = None) -> None:
        """*beginning* is `by_beginning` of *sources*, where that was told before."""
        self._sources = sources
        self._beginning = by_beginning(sources) if beginning is None else beginning
        self._two = lru_cache(maxsize=32)(lambda source: beginnings(source, 2))
        self._whole = lru_cache(maxsize=None)(self._compiled)
        self._at = lru_cache(maxsize=len(self._beginning) + 1)(self._that_begin)

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self._whole(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def of(self, folded: str) -> frozenset[str]:
        """Return the intents whose patterns *folded* holds."""
        found = set[str]()
        for place, (character, next_one) in enumerate(pairwise(folded + _END)):
            going_on, others = self._at(character if character in self._beginning else ANY)
            for name, pattern in going_on.get(next_one, others):
                if name not in found and pattern.match(folded, place):
                    found.add(name)
        return frozenset(found)

    def prepare(self) -> None:
        """Compile what `of` tries, which takes 0.2 s; else the first questions wait for it."""
        for character in tuple(self._beginning):
            self._at(character)
        self._two.cache_clear()  # a megabyte that is not needed again

    def _compiled(self, name: str) -> re.Pattern[str]:
        return compiled("|".join(self._sources[name]))

    def _that_begin(
        self, character: str
    ) -> tuple[Mapping[str, Sequence[_Named]], Sequence[_Named]]:
        """Return the patterns of what may begin with *character*, with their intents.

        By the character behind it those that may go on with it; then those for all others.
        """
        of_any = self._beginning.get(ANY, {}) if character != ANY else {}
        own = self._beginning.get(character, {})
        others: list[_Named] = []
        going_on: defaultdict[str, list[_Named]] = defaultdict(list)
        for name, alternatives in (*own.items(), *of_any.items()):
            one = name, re.compile("|".join(alternatives))
            begun = frozenset[str]().union(*map(self._two, alternatives))
            if begun.isdisjoint((character, ANY)):
                for pair in begun:
                    if pair[0] == character:
                        going_on[pair[1]].append(one)
            else:
                others.append(one)
        return {next_one: [*some, *others] for next_one, some in going_on.items()}, others


def by_beginning(sources: Sources) -> Beginning:
    """Return the alternatives of each intent by the character that they may begin with."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, alternatives in sources.items():
        for one in alternatives:
            for character in beginnings(one):
                found.setdefault(character, {}).setdefault(name, []).append(one)
    return found
