"""Cards, buttons and the one place where words become HTML; knows no Telegram library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape

# Telegram counts what remains after the markup is parsed; in UTF-16 units both readings of the
# limit hold (reliability.md, 1.3).
MOST_UNITS = 4096
MOST_CAPTION = 1024
_NUMBERS_IN_A_ROW = 5
_ROW_WIDTH = 20  # Chinese characters, on a phone 360 pixels wide
_TAG = re.compile(r"</?[a-z]+(?: [^<>]*)?>")
_QUOTE = re.compile(r"<blockquote>(.*?)</blockquote>", re.DOTALL)
_UNSHOWABLE = re.compile(r"[\x00\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_SENTENCE_END = re.compile(r"[。！？；\n]")


@dataclass(frozen=True, slots=True)
class Button:
    """A label and one thing that it does.

    `data` is callback data: ASCII or a meeting's id, ≤ 64 bytes, valid after a restart. `url` is
    opened. `copy` goes to the clipboard: 1 to 256 characters.
    """

    text: str
    data: str = ""
    url: str = ""
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One message: HTML as Telegram takes it, and rows of buttons."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


def showable(text: str) -> str:
    """Return *text* without what Telegram refuses or turns around."""
    return _UNSHOWABLE.sub("\ufffd", text)


def safe(text: str) -> str:
    """Return *text* as HTML that shows it."""
    return escape(showable(text), quote=False)


def bold(text: str) -> str:
    return f"<b>{safe(text)}</b>"


def quote(text: str) -> str:
    return f"<blockquote>{safe(text)}</blockquote>"


def quiet(text: str) -> str:
    return f"<i>{safe(text)}</i>"


def linked(text: str, url: str) -> str:
    return f'<a href="{escape(url)}">{safe(text)}</a>'


def units(text: str) -> int:
    """Return the length of *text* in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shown(html: str) -> str:
    """Return *html* as it is read: tags away, entities resolved."""
    return unescape(_TAG.sub("", html))


def cut(text: str, longest: int) -> str:
    """Return *text*, or its whole sentences within *longest* characters, else its beginning."""
    if len(text) <= longest:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, longest)]
    return text[: ends[-1]].rstrip() if ends else text[: longest - 1] + "…"


def plain_text(card: Card) -> str:
    """Return *card* as a terminal shows it: lines of a quotation begin with "> "."""
    return shown(_QUOTE.sub(_quoted_lines, card.html))


def _quoted_lines(match: re.Match[str]) -> str:
    return "\n".join(f"&gt; {line}" for line in match[1].split("\n"))


def packed(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Return rows of as many *buttons* as a phone shows with their whole labels."""
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        row = (*rows[-1], button) if rows else (button,)
        if rows and len(row) <= _NUMBERS_IN_A_ROW and _width(row) <= _ROW_WIDTH:
            rows[-1] = row
        else:
            rows.append((button,))
    return rows


def _width(row: Sequence[Button]) -> int:
    """Return how wide the labels are together, in Chinese characters; all are as the widest."""
    return len(row) * max(len(button.text) + 1 for button in row)


def rows_of(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    starts = range(0, len(buttons), _NUMBERS_IN_A_ROW)
    return [tuple(buttons[start : start + _NUMBERS_IN_A_ROW]) for start in starts]
