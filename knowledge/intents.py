"""What a question asks for: of eighty intents it has one or two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from knowledge.patterns import ANY, beginnings, compiled


class Intents(Mapping[str, re.Pattern[str]]):
    """Intent -> the pattern of its *sources*, alternatives of a pattern each."""

    def __init__(self, sources: Mapping[str, Iterable[str]]) -> None:
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._beginning: defaultdict[str, set[str]] = defaultdict(set)  # character -> intents
        for name, alternatives in sources.items():
            source = "|".join(alternatives)
            self._patterns[name] = compiled(source)
            for character in beginnings(source):
                self._beginning[character].add(name)

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self._patterns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._patterns)

    def __len__(self) -> int:
        return len(self._patterns)

    def of(self, folded: str) -> frozenset[str]:
        """Return the intents whose patterns *folded* holds."""
        stand = {ANY, *folded} & self._beginning.keys()
        may = set[str]().union(*(self._beginning[character] for character in stand))
        return frozenset(n for n, p in self._patterns.items() if n in may and p.search(folded))
