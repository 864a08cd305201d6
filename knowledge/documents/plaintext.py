"""Text files as they reach an office: with or without a mark, in UTF-8 or an older encoding."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from knowledge.errors import DocumentError, Fault
from knowledge.regex import regex

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-8 refuses nearly all else, GB 18030 nearly nothing, and a short text in it may pass for
# Big5. Of several readings the one with the most of these marks counts, for in a wrong one they
# are something else; a person is told of the others before the text is published.
_OLDER = ("cp950", "big5hkscs", "gb18030")
_PUNCTUATION = "，。、：；（）"
_CONTROL = regex(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, and the encodings in which they would be another text."""

    text: str
    encoding: str
    alternatives: tuple[str, ...] = ()


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the text of *data*, line ends and all, without its byte order mark.

    *encoding* says which it is, where somebody knows. Raises DocumentError, naming the file
    *name*, where *data* is not text, and LookupError for an encoding that Python has not.
    """
    found = _readings(data, (encoding,) if encoding else _candidates(data))
    if not found:
        raise DocumentError(
            f"{name}: not a text file{f' in {encoding}' if encoding else ''}; "
            "save the minutes as UTF-8 text and try again",
            Fault.NOT_TEXT,
        )
    chosen = max(found, key=lambda encoding: sum(map(found[encoding].count, _PUNCTUATION)))
    text = found[chosen]
    others = tuple(other for other, reading in found.items() if reading != text)
    return Decoded(text, chosen, others)


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    return ("utf-8",) if _text(data, "utf-8") is not None else _OLDER


def _readings(data: bytes, encodings: tuple[str, ...]) -> dict[str, str]:
    texts = ((encoding, _text(data, encoding)) for encoding in encodings)
    return {encoding: text for encoding, text in texts if text is not None}


def _text(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return None
    return None if _CONTROL.search(text) else text
