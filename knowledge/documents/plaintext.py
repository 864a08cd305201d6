"""Text files as they reach an office: with or without a mark, in UTF-8 or an older encoding."""

from __future__ import annotations

import codecs
import re

from knowledge.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Strict decoding in this order: UTF-8 refuses nearly all else, GB 18030 nearly nothing. A short
# GB 18030 text may pass for Big5, so a person sees the first lines before they are published.
_UNMARKED = ("utf-8", "cp950", "gb18030")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes, name: str) -> str:
    """Return the text of *data*, line ends and all, without its byte order mark.

    Raises DocumentError, naming the file *name*, where *data* is not text.
    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            break
        return text
    raise DocumentError(f"{name}: not a text file; save the minutes as UTF-8 text and try again")


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    return _UNMARKED
