"""The many ways in which people put one question, brought to the one that the rules know."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.text import fold

# A question longer than this is a pasted text; its beginning says what it is about.
LONGEST = 300


class Wording:
    """By *usual*: what people say, as expressions without groups -> how it is usually said.

    *polite* is how they ask whether they may ask.
    """

    def __init__(self, usual: Mapping[str, str], polite: str) -> None:
        self._polite = re.compile(polite)
        ways = "|".join(f"(?P<way{place}>{source})" for place, source in enumerate(usual))
        self._ways = re.compile(ways)
        self._usual = {f"way{place}": said for place, said in enumerate(usual.values())}

    def usual(self, text: str) -> str:
        """Return *text* folded, without courtesies around it, its question words the usual ones.

        Only its first LONGEST characters count.
        """
        folded = fold(text[: LONGEST * 4])[:LONGEST]
        if polite := self._polite.match(folded):
            folded = folded[polite.end() :].rstrip("?。 ").removesuffix("吗")
        return self._ways.sub(lambda match: self._usual[str(match.lastgroup)], folded)
