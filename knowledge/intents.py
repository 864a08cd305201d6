"""What a question asks for, by patterns that are tried only where one of them may begin.

Of the eighty intents a question has one or two, and at most of its places stands a character that
few of them begin with: to look for each at every place took a tenth of the time of an answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

_TOKEN = re.compile(r"\\.|\[[^]]+\]|\(\?(?:<?[=!]|:)|\{[^}]*\}|.", re.DOTALL)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")  # around a place, without a character of their own
_ANY = ""  # in a set of characters: whatever there is
_WIDEST = 100  # characters of a range that are told one by one


class Intents(Mapping[str, re.Pattern[str]]):
    """Intent -> the pattern of its *sources*, alternatives of a pattern each."""

    def __init__(self, sources: Mapping[str, Iterable[str]]) -> None:
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._beginning: defaultdict[str, set[str]] = defaultdict(set)  # character -> intents
        for name, alternatives in sources.items():
            source = "|".join(alternatives)
            first = beginnings(source)
            self._patterns[name] = _compiled(source, first)
            for character in first:
                self._beginning[character].add(name)

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self._patterns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._patterns)

    def __len__(self) -> int:
        return len(self._patterns)

    def of(self, folded: str) -> frozenset[str]:
        """Return the intents whose patterns *folded* holds."""
        stand = {_ANY, *folded} & self._beginning.keys()
        may = set[str]().union(*(self._beginning[character] for character in stand))
        return frozenset(n for n, p in self._patterns.items() if n in may and p.search(folded))


def _compiled(source: str, first: frozenset[str]) -> re.Pattern[str]:
    if _ANY in first:
        return re.compile(source)
    return re.compile(f"(?=[{''.join(map(re.escape, sorted(first)))}])(?:{source})")


def beginnings(source: str) -> frozenset[str]:
    """Return the characters that what the pattern *source* finds may begin with.

    An empty string among them stands for any character, or for none.
    """
    found, empty = _alternatives(_Tokens(source))
    return frozenset(found | {_ANY} if empty else found)


class _Tokens:
    def __init__(self, source: str) -> None:
        self._tokens: list[str] = _TOKEN.findall(source)[::-1]

    @property
    def next(self) -> str:
        return self._tokens[-1] if self._tokens else ")"

    def take(self) -> str:
        return self._tokens.pop()


def _alternatives(tokens: _Tokens) -> tuple[set[str], bool]:
    """Return with what a group may begin, up to its end, and whether it may be empty."""
    found, empty, begins = set[str](), False, True
    while tokens.next != ")":
        if tokens.next == "|":
            tokens.take()
            empty, begins = empty or begins, True
            continue
        part, optional = _repeated(tokens)
        found |= part if begins else set()
        begins = begins and optional
    return found, empty or begins


def _repeated(tokens: _Tokens) -> tuple[set[str], bool]:
    found, empty = _one(tokens)
    while tokens.next[0] in "?*+{":
        empty |= tokens.take().startswith(("?", "*", "{0", "{,"))
    return found, empty


def _one(tokens: _Tokens) -> tuple[set[str], bool]:
    token = tokens.take()
    if token[0] == "(":
        found, empty = _alternatives(tokens)
        tokens.take()
        return (set(), True) if token in _LOOKS else (found, empty)
    if token in ("^", "$"):
        return set(), True
    if token[0] == "[":
        return _members(token[1:-1]), False
    return ({_ANY} if token[0] in ".\\" else {token}), False


def _members(characters: str) -> set[str]:
    """Return the characters of a set, as [一两2-6] names them."""
    if characters[0] == "^" or "\\" in characters:
        return {_ANY}
    found = set(characters)
    for first, last in re.findall("(.)-(.)", characters):
        told = ord(last) - ord(first) < _WIDEST
        found |= set(map(chr, range(ord(first), ord(last) + 1))) if told else {_ANY}
    return found
