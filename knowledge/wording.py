"""The many ways in which people put one question, brought to the one that the rules know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from knowledge.patterns import compiled
from knowledge.regex import regex
from knowledge.text import fold

# A question longer than this is a pasted text; its beginning says what it is about.
LONGEST = 300
# 提案二三個組: an item, and how many of it
_RUN_TOGETHER = regex("(?<=[提议]案[一二三四五六七八九])(?=[一二三四五六七八九两][个项大]组?)")


class Wording:
    """By the *ways* of lexicon/wording.toml: courtesies at either end, and what is usual."""

    def __init__(self, ways: Mapping[str, Any]) -> None:
        self._polite = re.compile(ways["polite"])
        self._begin = re.compile(f"(?:{_any(ways['begin'])})+(?=.)")
        self._end = compiled(f"(?<=.)(?:{_any(ways['end'])})+[。.~ ]*$")
        usual: Mapping[str, str] = ways["usual"]
        self._ways = compiled(_any(f"(?P<way{n}>{way})" for n, way in enumerate(usual)))
        self._usual = {f"way{n}": said for n, said in enumerate(usual.values())}

    def usual(self, text: str) -> str:
        """Return *text* folded, without courtesies around it, its question words the usual ones.

        Only its first LONGEST characters count.
        """
        folded = fold(text[: LONGEST * 4])[:LONGEST]
        if begin := self._begin.match(folded):
            folded = folded[begin.end() :]
        if polite := self._polite.match(folded):
            folded = folded[polite.end() :].rstrip("?。 ").removesuffix("吗")
        folded = self._end.sub("", folded)
        folded = _RUN_TOGETHER.sub(",", folded) if "案" in folded else folded
        return self._ways.sub(lambda match: self._usual[str(match.lastgroup)], folded)


def _any(ways: Iterable[str]) -> str:
    return "|".join(ways)
