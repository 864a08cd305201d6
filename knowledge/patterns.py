"""Patterns of many alternatives, tried only where one of them may begin.

At most places of a question stands a character that few of them begin with, and to try each at
every place took a tenth of the time of an answer.
"""

from __future__ import annotations

import re

ANY = ""  # in a set of characters: whatever there is
_TOKEN = re.compile(r"\\.|\[[^]]+\]|\(\?(?:<?[=!]|:|P<\w+>)|\{[^}]*\}|.", re.DOTALL)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")  # around a place, without a character of their own
_WIDEST = 100  # characters of a range that are told one by one
# The engine itself looks only for their beginnings where all alternatives begin with characters.
_PLAIN = re.compile(r"\w(?![?*{])[^|()]*(?:\|\w(?![?*{])[^|()]*)*")


def compiled(source: str) -> re.Pattern[str]:
    """Compile *source*; what the pattern finds stays the same."""
    first = beginnings(source)
    if ANY in first or _PLAIN.fullmatch(source):
        return re.compile(source)
    return re.compile(f"(?=[{''.join(map(re.escape, sorted(first)))}])(?:{source})")


def beginnings(source: str) -> frozenset[str]:
    """Return the characters that what the pattern *source* finds may begin with.

    An empty string among them stands for any character, or for none.
    """
    found, empty = _alternatives(_Tokens(source))
    return frozenset(found | {ANY} if empty else found)


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
    if token[0] == "\\" and not token[1].isalnum():
        return {token[1]}, False
    return ({ANY} if token[0] in ".\\" else {token}), False


def _members(characters: str) -> set[str]:
    """Return the characters of a set, as [一两2-6] names them."""
    if characters[0] == "^" or "\\" in characters:
        return {ANY}
    found = set(characters)
    for first, last in re.findall("(.)-(.)", characters):
        told = ord(last) - ord(first) < _WIDEST
        found |= set(map(chr, range(ord(first), ord(last) + 1))) if told else {ANY}
    return found
