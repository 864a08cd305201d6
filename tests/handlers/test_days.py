"""The chart of /stats: what was answered and what was not differ in their filling."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from handlers.pictures.days import draw
from handlers.pictures.dayswords import Bar, Chart

FLOOR = 760  # where the bars stand


def picture(*bars: Bar) -> Image.Image:
    chart = Chart("近 14 天的提問", "有答案", "沒有答案", bars)
    return Image.open(BytesIO(draw(chart))).convert("L")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> float:
    """The share of dark pixels in a part of a picture."""
    part = image.crop(box).tobytes()
    return sum(value < 140 for value in part) / len(part)


def test_it_is_as_wide_as_a_phone_shows_on_a_ground_of_its_own() -> None:
    image = picture(Bar("12/1", 3, 1))
    assert image.width == 1080
    assert image.getpixel((0, 0)) > 220  # type: ignore[operator]


def test_filled_is_answered_and_hatched_is_not() -> None:
    image = picture(Bar("11/30", 10, 0), Bar("12/1", 0, 10))
    answered, unanswered = (200, 400, 400, 700), (700, 400, 880, 700)
    assert ink(image, answered) == 1.0
    assert 0.1 < ink(image, unanswered) < 0.5


def test_bars_are_as_high_as_their_numbers() -> None:
    image = picture(Bar("11/29", 10, 0), Bar("11/30", 5, 0))
    columns = [image.crop((x, 300, x + 1, FLOOR)).tobytes() for x in (200, 680)]
    high, half = (sum(value < 140 for value in column) for column in columns)
    assert high == pytest.approx(2 * half, abs=4)


@pytest.mark.parametrize("number", [1, 14, 30])
def test_days_without_questions_are_empty_and_not_left_out(number: int) -> None:
    image = picture(*[Bar("12/1", 0, 0)] * number)
    assert ink(image, (60, 300, 1020, 700)) == 0
    assert ink(image, (60, 700, 1020, 755)) > 0  # a nought for each


@pytest.mark.parametrize("bar", [Bar("12/1", 1, 0), Bar("12/1", 0, 1), Bar("12/1", 100_000, 1)])
def test_a_single_question_is_seen_beside_thousands(bar: Bar) -> None:
    image = picture(Bar("11/30", 100_000, 0), bar)
    assert ink(image, (700, 200, 880, FLOOR - 2)) > 0
