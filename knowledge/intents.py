"""What a question asks for: of eighty intents it has one or two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge.patterns import ANY, beginnings, compiled


class Intents(Mapping[str, re.Pattern[str]]):
    """Intent -> the pattern of its *sources*, alternatives of a pattern each.

    Patterns are compiled when they are first needed: of most intents that is never the whole.
    """

    def __init__(self, sources: Mapping[str, Iterable[str]]) -> None:
        self._sources = {name: tuple(alternatives) for name, alternatives in sources.items()}
        # By the character that they may begin with, the alternatives of each intent.
        self._beginning: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        for name, alternatives in self._sources.items():
            for one in alternatives:
                for character in beginnings(one):
                    self._beginning[character].setdefault(name, []).append(one)
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
        for place, character in enumerate(folded):
            for name, pattern in self._at(character if character in self._beginning else ANY):
                if name not in found and pattern.match(folded, place):
                    found.add(name)
        return frozenset(found)

    def prepare(self) -> None:
        """Compile what `of` tries, which takes 0.2 s; else the first questions wait for it."""
        for character in tuple(self._beginning):
            self._at(character)

    def _compiled(self, name: str) -> re.Pattern[str]:
        return compiled("|".join(self._sources[name]))

    def _that_begin(self, character: str) -> Sequence[tuple[str, re.Pattern[str]]]:
        """Return the patterns of what may begin with *character*, with their intents."""
        of_any = self._beginning[ANY] if character != ANY else {}
        sources = [*self._beginning[character].items(), *of_any.items()]
        return [(name, re.compile("|".join(alternatives))) for name, alternatives in sources]
