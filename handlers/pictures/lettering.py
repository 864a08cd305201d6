"""Chinese text on a picture: the font, and lines that fit.

The font comes with the package `noto-cjk-sans-otc`, so that a picture looks the same on every
machine. It has one weight: bold is drawn with an outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from noto_cjk_sans_otc import FONT_PATH
from PIL import ImageDraw, ImageFont

Point: TypeAlias = tuple[float, float]

_TRADITIONAL = 3  # of the faces in the file: Noto Sans CJK TC
_BOLD = 0.022  # of the size, on each side of a stroke
_LEADING = 1.45  # of the size, from line to line
# What stays together: a number with its signs, a word, else one character.
_PIECE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,%+/:-]*[年月日次]?|\s+|.", re.DOTALL)
_BLANKS = re.compile(r"[ \t\r\n]+")
_NEVER_FIRST = frozenset("，。、；：！？」』）》〉…%％·,.;:!?)”’")
_NEVER_LAST = frozenset("「『（《〈(“‘")


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font at *size* pixels; opening it reads only its tables."""
    basic = ImageFont.Layout.BASIC  # the other one is not on every machine
    return ImageFont.truetype(str(FONT_PATH), size, index=_TRADITIONAL, layout_engine=basic)


def width(text: str, size: int) -> float:
    """Return how many pixels *text* takes in one line."""
    return font(size).getlength(text)


def leading(size: int) -> int:
    """Return the pixels from one line to the next."""
    return round(size * _LEADING)


def write(
    draw: ImageDraw.ImageDraw, at: Point, text: str, size: int, ink: str, *, bold: bool = False
) -> None:
    """Write one line whose left end and middle are *at*; an opening mark stands out to the left."""
    stroke = size * _BOLD if bold else 0
    left = at[0] - size / 2 if text[:1] in _NEVER_LAST else at[0]
    draw.text((left, at[1]), text, font=font(size), fill=ink, anchor="lm", stroke_width=stroke)


def lines(text: str, size: int, room: float, most: int) -> list[str]:
    """Return *text* in at most *most* lines of *room* pixels; what is cut ends with …"""
    found = list(_broken(_BLANKS.sub(" ", text), size, room))
    if len(found) <= most:
        return found
    last = found[most - 1]
    while last and width(f"{last}…", size) > room:
        last = last[:-1]
    return [*found[: most - 1], f"{last.rstrip('，、；：。')}…"]


def _broken(text: str, size: int, room: float) -> Iterator[str]:
    """Yield lines; a closing mark hangs on to its line, an opening one goes to the next."""
    line = ""
    for piece in _PIECE.findall(text):
        if line and piece not in _NEVER_FIRST and width(line + piece, size) > room:
            opening = line[-1] if line[-1] in _NEVER_LAST and len(line) > 1 else ""
            yield line.removesuffix(opening).rstrip()
            line = opening + piece.lstrip()
        else:
            line += piece
    if line:
        yield line
