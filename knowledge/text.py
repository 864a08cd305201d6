"""Two texts: the raw one that is quoted, and forms of it that are matched.

`plain` keeps the length, so an offset in it is an offset in the raw text; the parser matches
on it. `fold` is the search form: Simplified, lower case, without white space; `Shadow` maps
every character of it back. Nothing folded is ever shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from opencc import OpenCC

from knowledge.regex import regex

# NFKC mends the Kangxi radicals U+2F00–2FDF but only two of the supplement U+2E80–2EFF;
# these are the Unicode property Equivalent_Unified_Ideograph for those seen in PDF text.
_RADICALS = {
    ord(pair[0]): pair[1]
    for pair in [
        "⺅亻",
        "⺎兀",
        "⺝月",
        "⺜日",
        "⺟母",
        "⺠民",
        "⺩王",
        "⺫目",
        "⺬示",
        "⺼肉",
        "⺾艹",
        "⻁虎",
        "⻂衤",
        "⻃西",
        "⻄西",
        "⻅见",
        "⻆角",
        "⻇角",
        "⻈讠",
        "⻉贝",
        "⻊足",
        "⻋车",
        "⻌辶",
        "⻏阝",
        "⻐钅",
        "⻑長",
        "⻒長",
        "⻓长",
        "⻔门",
        "⻖阝",
        "⻗雨",
        "⻘青",
        "⻙韦",
        "⻚页",
        "⻛风",
        "⻜飞",
        "⻝食",
        "⻞食",
        "⻟飠",
        "⻠饣",
        "⻢马",
        "⻣骨",
        "⻤鬼",
        "⻥鱼",
        "⻦鸟",
        "⻧卤",
        "⻨麦",
        "⻩黄",
        "⻫斉",
        "⻬齐",
        "⻭歯",
        "⻮齿",
        "⻯竜",
        "⻰龙",
        "⻱龜",
        "⻲亀",
        "⻳龟",
    ]
}
# One form for each family of look-alike marks (minutes-formats.md, 9.16).
_MARKS = str.maketrans("‧・･．•∙‐‑‒–—―─－", "······--------")
# Written either way in the same minutes (aliases.md, A 3), as simplifying leaves them.
_VARIANTS = (("记录", "纪录"), ("保姆", "保母"), ("部份", "部分"), ("锺", "钟"))
_CELL_TAGS = regex(r"(?<!\s)\s*(?:</?t[dhr]\b[^<>]*>\s*)+", re.IGNORECASE)
_SPACES = regex(r"\s+")
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


class _Plain(dict[int, str]):
    """The plain form of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _plain_form(chr(code)))


_PLAIN = _Plain()


def _plain_form(character: str) -> str:
    if character in _BREAKS:
        return "\n"
    if character.isspace() or unicodedata.category(character) == "Cf":
        return " "
    folded = unicodedata.normalize("NFKC", character)
    if len(folded) != 1:
        folded = character
    return folded.translate(_RADICALS).translate(_MARKS)


def plain(text: str) -> str:
    """Return *text* with every character replaced by its plain form; the length stays.

    Half-width ASCII and digits, unified ideographs instead of radicals and compatibility
    forms, one space and one line end, one hyphen, one middle dot.
    """
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Shadow:
    """The search form of a text with the place of each of its characters in the raw text."""

    text: str
    places: Sequence[int]

    def find(self, folded: str) -> slice | None:
        """Return where in the raw text the first *folded* stands, None where it does not."""
        start = self.text.find(folded)
        if start < 0 or not folded:
            return None
        return slice(self.places[start], self.places[start + len(folded) - 1] + 1)


@lru_cache(maxsize=200)  # what an answer quotes is looked at for each of its words
def shadow(text: str) -> Shadow:
    """Fold *text*, remembering where each folded character stood."""
    level = plain(text)
    if not _SPACES.search(level):
        return Shadow(fold(text), range(len(text)))
    dropped = {i for m in _SPACES.finditer(level) for i in range(m.start() + _kept(m), m.end())}
    places = tuple(i for i in range(len(level)) if i not in dropped)
    return Shadow(_folded("".join(" " if level[i].isspace() else level[i] for i in places)), places)


@lru_cache(maxsize=500)  # headings and labels come again with every entry below them
def fold(text: str) -> str:
    """Return the search form of *text*: Simplified, lower case, 臺 as 台.

    White space stays only beside Latin words, as one space.
    """
    return _folded(_SPACES.sub(lambda match: " " * _kept(match), plain(text)))


def _kept(spaces: re.Match[str]) -> int:
    """Return 1 where *spaces* part two Latin words, or one and a number; else 0."""
    text, start, end = spaces.string, spaces.start(), spaces.end()
    sides = text[max(0, start - 1) : start], text[end : end + 1]
    alike = all(side.isascii() and side.isalnum() for side in sides)
    return int(alike and any(side.isalpha() for side in sides))


def _folded(packed: str) -> str:
    folded = simplify(_lower(packed))
    for variant, usual in _VARIANTS:
        folded = folded.replace(variant, usual)
    return folded


def _lower(text: str) -> str:
    """Return *text* in lower case; a character that would become two (İ) stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


def simplify(text: str) -> str:
    """Return *text* in Simplified characters; `t2s` keeps lengths (architecture.md)."""
    return str(_simplified().convert(text))


def without_surrogates(text: str) -> str:
    """Return *text* with unpaired surrogates and NUL as U+FFFD: no library here takes them."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)


def without_tags(text: str) -> str:
    """Return *text* with a wide space for the tags that part the cells of a table in markup."""
    return _CELL_TAGS.sub("\u3000", text) if "<t" in text or "<T" in text else text


def beginnings(words: Iterable[str]) -> list[int]:
    """Return where *words*, one behind the other, begin.

    A word of four characters is mostly two of two: 关税 begins one in 美国关税, 有限 and 公司 in
    有限公司; 博物馆 stays whole.
    """
    found: list[int] = []
    place = 0
    for word in words:
        found += range(place, place + max(1, len(word) - 1), 2)
        place += len(word)
    return found
