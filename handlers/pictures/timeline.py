"""A topic over time as a picture: a line down the left, a mark for each meeting.

What became of a topic stands there in words and as a shape; colours only please. The ground is
the picture's own, so that it reads alike in a light and a dark chat.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from handlers.pictures.lettering import leading, lines, width, write
from handlers.pictures.words import Row, Timeline

# A phone shows it about a third as wide, so that 45 pixels read like a message.
_WIDTH = 1080
_MARGIN = 60
_TRUNK = 76  # where the line goes down
_TEXT = 128  # where the words begin
_TITLE, _DATE, _WORDS, _SMALL = 64, 48, 44, 36
_SETTLED, _OPEN, _MARK = "●", "○", 46  # a meeting's mark, and its size
_CLEAR = 26  # above and below a mark, where the line is left out
_GROUND, _INK, _QUIET, _LINE, _MARKED = "#f6f3ec", "#1d2328", "#545c64", "#9aa7b1", "#1c5d7d"
_REMEMBERED = 32  # pictures, each below a quarter of a megabyte


@lru_cache(maxsize=_REMEMBERED)
def draw(timeline: Timeline) -> bytes:
    """Return *timeline* as PNG; the same words are drawn once."""
    height = _Page(ImageDraw.Draw(Image.new("RGB", (1, 1)))).draw(timeline)
    image = Image.new("RGB", (_WIDTH, height), _GROUND)
    _Page(ImageDraw.Draw(image)).draw(timeline)
    file = BytesIO()
    image.quantize(96).save(file, "PNG")
    return file.getvalue()


class _Page:
    """Writes from the top down; `y` is where the next line begins."""

    def __init__(self, canvas: ImageDraw.ImageDraw) -> None:
        self._canvas = canvas
        self.y = _MARGIN

    def draw(self, timeline: Timeline) -> int:
        """Draw everything; return the height that it takes."""
        room = _WIDTH - 2 * _MARGIN
        self._write(timeline.title, _MARGIN, _TITLE, room, 2, bold=True)
        self._write(timeline.subtitle, _MARGIN, _SMALL, room, 3, _QUIET)
        self.y += 34
        for row, following in zip(timeline.rows, (*timeline.rows[1:], None), strict=True):
            if row.gap:
                self._gap(row.gap, more=following is not None)
            else:
                self._meeting(row, timeline.most, on=following is not None and not following.gap)
        self.y += 18
        self._write(timeline.footer, _MARGIN, _SMALL - 4, room, 2, _QUIET)
        return self.y + _MARGIN - 16

    def _meeting(self, row: Row, most: int, *, on: bool) -> None:
        """Write a meeting; the line goes *on* to the next one, or ends where a gap begins."""
        room, centre = _WIDTH - _TEXT - _MARGIN, self.y + leading(_DATE) // 2
        write(self._canvas, (_TEXT, centre), row.roc, _DATE, _INK, bold=True)
        after = _TEXT + width(row.roc, _DATE) + 22
        write(self._canvas, (after, centre + 3), row.western, _SMALL, _QUIET)
        self.y += leading(_DATE)
        self._write(row.meeting, _TEXT, _SMALL, room, 2, _QUIET)
        for place, passage in enumerate(row.passages):
            self.y += 18 if place else 0
            self._label(passage.mark, room)
            self._write(passage.words, _TEXT, _WORDS, room, most)
        self.y += 44
        settled = all(passage.settled for passage in row.passages)
        left = _TRUNK - width(_OPEN, _MARK) / 2
        write(
            self._canvas, (left, centre), _SETTLED if settled else _OPEN, _MARK, _MARKED, bold=True
        )
        end = self.y + leading(_DATE) // 2 - _CLEAR if on else self.y - 44
        self._canvas.line((_TRUNK, centre + _CLEAR, _TRUNK, end), fill=_LINE, width=6)

    def _gap(self, text: str, *, more: bool) -> None:
        """Write what was silent beside a dashed line, down to the next meeting where there is."""
        top, centre = self.y - 30, self.y + leading(_SMALL) // 2
        write(self._canvas, (_TEXT, centre), text, _SMALL, _QUIET)
        self.y += leading(_SMALL) + 44
        end = self.y + leading(_DATE) // 2 - _CLEAR if more else centre + 20
        for start in range(top, end, 26):
            self._canvas.line((_TRUNK, start, _TRUNK, min(start + 13, end)), fill=_LINE, width=6)

    def _label(self, text: str, room: int) -> None:
        """Write what became of it in a frame, as on a stamp; whole, for its end may be a not."""
        shown, step = lines(text, _SMALL, room - 44, 3), leading(_SMALL)
        top, height = self.y + 12, len(shown) * step + 8
        right = _TEXT + max(width(line, _SMALL) for line in shown) + 44
        box = (_TEXT, top, right, top + height)
        self._canvas.rounded_rectangle(box, radius=14, outline=_MARKED, width=3)
        for place, line in enumerate(shown):
            at = (_TEXT + 22, top + 4 + place * step + step / 2)
            write(self._canvas, at, line, _SMALL, _MARKED, bold=True)
        self.y = top + height + 12

    def _write(
        self,
        text: str,
        left: int,
        size: int,
        room: int,
        most: int,
        ink: str = _INK,
        *,
        bold: bool = False,
    ) -> None:
        """Write *text* in at most *most* lines and go on below them."""
        for line in lines(text, size, room, most):
            centre = self.y + leading(size) // 2
            write(self._canvas, (left, centre), line, size, ink, bold=bold)
            self.y += leading(size)
