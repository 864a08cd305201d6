"""Patterns of many alternatives, tried only where one of them may begin.

At most places of a question stands a character that few of them begin with, and to try each at
every place took a tenth of the time of an answer.
"""

from __future__ import annotations

import re

ANY = ""  # among beginnings: whatever there is
_OPEN = "\0"  # at the end of a beginning: any character, and nothing is known of those after it
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


def beginnings(source: str, length: int = 1) -> frozenset[str]:
    """Return what the pattern *source* may find, each cut off after *length* characters, 1 or 2.

    A shorter one may be followed by any character; so the empty one stands for anything.
    """
    found = _alternatives(_Tokens(source), length)
    return frozenset(one.rstrip(_OPEN) for one in found)


class _Tokens:
    def __init__(self, source: str) -> None:
        self._tokens: list[str] = _TOKEN.findall(source)[::-1]

    @property
    def next(self) -> str:
        return self._tokens[-1] if self._tokens else ")"

    def take(self) -> str:
        return self._tokens.pop()

    def skip(self) -> None:
        """Take what is left of an alternative."""
        depth = 0
        while depth or self.next not in ("|", ")"):
            taken = self.take()
            depth += (taken[0] == "(") - (taken == ")")


def _alternatives(tokens: _Tokens, length: int) -> set[str]:
    """Return the beginnings of what a group may find, up to its end."""
    found, one = set[str](), {""}
    while tokens.next != ")":
        if tokens.next == "|":
            tokens.take()
            found, one = found | one, {""}
            continue
        one = _joined(one, _repeated(tokens, length), length)
        if all(_is_whole(begun, length) for begun in one):
            tokens.skip()
    return found | one


def _joined(one: set[str], part: set[str], length: int) -> set[str]:
    whole = {begun for begun in one if _is_whole(begun, length)}
    return whole | {(begun + more)[:length] for begun in one - whole for more in part}


def _is_whole(begun: str, length: int) -> bool:
    return len(begun) >= length or begun.endswith(_OPEN)


def _repeated(tokens: _Tokens, length: int) -> set[str]:
    found = _one(tokens, length)
    while tokens.next[0] in "?*+{":
        sign = tokens.take()
        if sign != "?":
            found |= _joined(found, found, length)
        if sign.startswith(("?", "*", "{0", "{,")):
            found |= {""}
    return found


def _one(tokens: _Tokens, length: int) -> set[str]:
    token = tokens.take()
    if token[0] == "(":
        found = _alternatives(tokens, length)
        tokens.take()
        return {""} if token in _LOOKS else found
    if token in ("^", "$"):
        return {""}
    if token[0] == "[":
        return _members(token[1:-1])
    if token[0] == "\\" and not token[1].isalnum():
        return {token[1]}
    return {_OPEN} if token[0] in ".\\" else {token}


def _members(characters: str) -> set[str]:
    """Return the characters of a set, as [一两2-6] names them."""
    if characters[0] == "^" or "\\" in characters:
        return {_OPEN}
    found = set(characters)
    for first, last in re.findall("(.)-(.)", characters):
        told = ord(last) - ord(first) < _WIDEST
        found |= set(map(chr, range(ord(first), ord(last) + 1))) if told else {_OPEN}
    return found
