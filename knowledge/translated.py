"""Bodies that a question names in English words: youth affairs committee is 青年事務委員會.

The words right before a word for a body are put into Chinese one by one; what comes out is left
so where a body bears that name, in full or abbreviated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, pairwise, product

from knowledge.english import English
from knowledge.model import Span
from knowledge.regex import regex

_TOKEN = regex("(?!and(?![a-z]))[a-z]+|[\u4e00-\u9fff]+")
_BODIES = frozenset(
    ["committee", "commission", "council", "assembly", "association", "alliance", "board", "hospital", "university", "school", "government", "bureau", "department", "office", "platform", "group", "meeting", "conference", "hearing", "center", "centre"]
)  # fmt: skip
_MOST_WORDS = 5
_MOST_NAMES = 200  # of one run of words, each of which may be several in Chinese
_Piece = tuple[Span, tuple[str, ...]]  # where an English word stands, and the Chinese ones for it


class Translated:
    """*words*: English -> Chinese; *is_body* tells whether a body is called a folded name."""

    def __init__(
        self, english: English, words: Mapping[str, Sequence[str]], is_body: Callable[[str], bool]
    ) -> None:
        self._english = english
        self._words = words
        self._is_body = is_body

    def in_chinese(self, folded: str) -> str:
        """Return *folded* with the bodies that are found in Chinese."""
        pieces = list(self._pieces(folded))
        for end in range(len(pieces) - 1, 0, -1):
            last = pieces[end][0].cut(folded)
            if self._english.plain(last.split()[-1]) not in _BODIES:
                continue
            for start in range(max(0, end + 1 - _MOST_WORDS), end):
                if name := self._body(folded, pieces[start : end + 1]):
                    before, after = pieces[start][0].start, pieces[end][0].end
                    folded = f"{folded[:before]}{name} {folded[after:].lstrip()}"
                    return self.in_chinese(folded)
        return folded

    def _body(self, folded: str, pieces: Sequence[_Piece]) -> str:
        """Return the body that *pieces*, side by side, name in Chinese; "" for none."""
        gaps = pairwise(pieces)
        if any(folded[a.end : b.start].strip(" -,&") not in ("", "and") for (a, _), (b, _) in gaps):
            return ""
        names = islice(product(*(chinese for _, chinese in pieces)), _MOST_NAMES)
        return next(filter(self._is_body, map("".join, map(dict.fromkeys, names))), "")

    def _pieces(self, folded: str) -> Iterator[_Piece]:
        """Yield the words and phrases of *folded* in order, each with its Chinese ones."""
        phrases = {span.start: (span, word) for span, word in self._english.phrases(folded)}
        end = 0
        for match in _TOKEN.finditer(folded):
            if match.start() < end:
                continue
            span, word = phrases.get(match.start(), (Span(*match.span()), ""))
            end = span.end
            plain = word or self._english.plain(match[0])
            own = () if match[0].isascii() else (match[0],)
            yield span, own or tuple(self._words.get(plain, ()))
