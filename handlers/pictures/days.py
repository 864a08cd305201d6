"""Questions by day as bars: filled what was answered, hatched what was not.

The two differ in their filling, not in colour alone, and the number stands above each bar. The
ground is the picture's own, so that it reads alike in a light and a dark chat.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from handlers.pictures.dayswords import Bar, Chart
from handlers.pictures.lettering import width, write

_WIDTH, _HEIGHT, _MARGIN = 1080, 860, 60
_TITLE, _SMALL, _TINY = 60, 38, 32  # a phone shows it about a third as wide
_TOP, _FLOOR = 300, 760  # between which the bars stand
_FULL = 0.68  # of the room of a day that its bar takes
_HATCH = 14  # pixels between two lines of a hatching
_LABELLED = 2  # every other day, the last among them: their labels are wider than a bar
_LEAST = 4  # pixels of what is not nothing
_GROUND, _INK, _QUIET, _LINE, _MARKED = "#f6f3ec", "#1d2328", "#545c64", "#9aa7b1", "#1c5d7d"

Box = tuple[float, float, float, float]


def draw(chart: Chart) -> bytes:
    """Return *chart* as PNG."""
    image = Image.new("RGB", (_WIDTH, _HEIGHT), _GROUND)
    canvas = ImageDraw.Draw(image)
    write(canvas, (_MARGIN, 100), chart.title, _TITLE, _INK, bold=True)
    _legend(canvas, chart)
    canvas.line((_MARGIN, _FLOOR, _WIDTH - _MARGIN, _FLOOR), fill=_LINE, width=4)
    room = (_WIDTH - 2 * _MARGIN) / len(chart.bars)
    most = max(1, *(bar.total for bar in chart.bars))
    for place, bar in enumerate(chart.bars):
        _bar(canvas, bar, _MARGIN + place * room, room, (_FLOOR - _TOP) / most)
        if (len(chart.bars) - 1 - place) % _LABELLED == 0:
            middle = _MARGIN + (place + 0.5) * room
            _centred(canvas, middle, _FLOOR + 32, bar.label, _QUIET)
    file = BytesIO()
    image.quantize(32).save(file, "PNG", optimize=True)
    return file.getvalue()


def _legend(canvas: ImageDraw.ImageDraw, chart: Chart) -> None:
    left = float(_MARGIN)
    for fill, words in ((_filled, chart.answered), (_hatched, chart.unanswered)):
        fill(canvas, (left, 170, left + 50, 210))
        write(canvas, (left + 66, 190), words, _SMALL, _INK)
        left += 66 + width(words, _SMALL) + 60


def _bar(canvas: ImageDraw.ImageDraw, bar: Bar, left: float, room: float, scale: float) -> None:
    """Draw a day in its *room*: its bar, *scale* pixels a question, and the total."""
    side = room * (1 - _FULL) / 2
    middle = _FLOOR - bar.answered * scale
    top = middle - bar.unanswered * scale
    if bar.answered:
        _filled(canvas, (left + side, min(middle, _FLOOR - _LEAST), left + room - side, _FLOOR))
    if bar.unanswered:
        _hatched(canvas, (left + side, min(top, middle - _LEAST), left + room - side, middle))
    _centred(canvas, left + room / 2, top - 26, str(bar.total), _INK)


def _centred(canvas: ImageDraw.ImageDraw, x: float, y: float, text: str, ink: str) -> None:
    write(canvas, (x - width(text, _TINY) / 2, y), text, _TINY, ink)


def _filled(canvas: ImageDraw.ImageDraw, box: Box) -> None:
    canvas.rectangle(box, fill=_MARKED)


def _hatched(canvas: ImageDraw.ImageDraw, box: Box) -> None:
    left, top, right, bottom = box
    across, down = right - left, bottom - top
    for start in range(_HATCH, int(across + down), _HATCH):
        # along x + y = start, where that is inside
        begin = (left + min(start, across), top + max(0, start - across))
        end = (left + max(0, start - down), top + min(start, down))
        canvas.line((*begin, *end), fill=_MARKED, width=3)
    canvas.rectangle(box, outline=_MARKED, width=4)
