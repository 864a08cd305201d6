"""Names in Latin letters: of people who have married here, and of indigenous people."""

from __future__ import annotations

from knowledge.parser.offices import HONORIFICS, TITLE
from knowledge.regex import regex

_HAN = r"[\u3400-\u9fff]"
# 國立臺東大學 Lavakaw Tjakisuvung 副教授, 和順里 2 鄰 Nguyen Thi Hoa（阮氏花）女士
_NAMED = regex(
    rf"(?:[^\s,。:()]{{0,20}}(?:\s+\d+\s*{_HAN}{{1,4}})?\s*)?"
    r"(?P<latin>[A-Z][A-Za-z'’-]+(?:[ .·][A-Z][A-Za-z'’-]*)+)"
    rf"\s*(?:\((?P<han>{_HAN}{{2,5}})\))?\s*(?P<title>(?:{TITLE.pattern}|{'|'.join(HONORIFICS)})?)\s*"
)
_BARE = regex(r"[A-Z][a-z'’]+(?:[ -][A-Z][A-Za-z'’-]+){1,3}")


def is_called_in_latin(phrase: str) -> bool:
    """Tell whether *phrase*, of one who speaks among others, is such a name and nothing else."""
    return _BARE.fullmatch(phrase.strip()) is not None


def latin_name(phrase: str) -> str | None:
    """Return the name of one person who is called in Latin letters, the Chinese one before it.

    A title, or a Chinese name in brackets, proves a person: ISO Standard is none.
    """
    found = _NAMED.fullmatch(phrase.strip())
    if found is None or not (found["title"] or found["han"]):
        return None
    return found["han"] or found["latin"]
