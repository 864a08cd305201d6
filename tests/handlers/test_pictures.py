"""Pictures: the right size for a phone, every word on them, nothing loaded before it is used."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from handlers.pictures.lettering import font, lines, width
from handlers.pictures.timeline import draw
from handlers.pictures.words import Passage, Row, Timeline

SIZE, ROOM = 44, 892
CLOSING = "，。、；：！？」』）"


def row(words: str = "生活圈月票之財源及分擔比例有待向中央溝通。", *, settled: bool = False) -> Row:
    passage = Passage("未定案，持續討論", words, settled)
    return Row("112年2月11日", "2023-02-11", "合作交流平臺會議", (passage,))


def picture(*rows: Row) -> Image.Image:
    words = Timeline("「月票」歷程", "4 次會議，1 次提到", rows, "節錄")
    return Image.open(BytesIO(draw(words)))


def test_a_picture_is_a_png_as_wide_as_a_phone_shows() -> None:
    image = picture(row(), row())
    assert (image.format, image.width) == ("PNG", 1080)
    assert image.height < 2 * image.width


def test_four_meetings_stay_within_what_telegram_takes() -> None:
    image = picture(*(row("財源" * 60) for _ in range(4)))
    assert image.width + image.height < 10_000
    assert image.height < 20 * image.width


def test_the_ground_is_the_pictures_own() -> None:
    """It must read alike in a light and in a dark chat."""
    image = picture(row()).convert("RGBA")
    assert image.getpixel((0, 0))[3] == 255  # type: ignore[index]
    assert min(image.getpixel((0, 0))[:3]) > 220  # type: ignore[index]


def test_a_settled_meeting_and_an_open_one_differ_in_shape() -> None:
    settled, still_open = (
        picture(row(settled=one)).convert("L").crop((50, 240, 102, 310)) for one in (True, False)
    )
    assert darkness(settled) > 2 * darkness(still_open)


def darkness(image: Image.Image) -> int:
    return sum(1 for value in image.tobytes() if value < 140)


def test_the_same_words_are_drawn_once() -> None:
    words = Timeline("標題", "", (row(),), "")
    assert draw(words) is draw(words)


def test_the_font_draws_traditional_chinese() -> None:
    assert font(SIZE).getname()[0] == "Noto Sans CJK TC"


def test_a_line_never_begins_with_a_closing_mark() -> None:
    found = lines("基隆捷運、汐東線、未來的民汐線，或三鶯線延伸八德、迴龍。" * 3, SIZE, ROOM, 9)
    assert len(found) > 3
    assert not [one for one in found if one[0] in CLOSING]


@pytest.mark.parametrize("word", ["2023-02-11", "32%", "114年", "Telegram"])
def test_numbers_and_words_are_not_broken(word: str) -> None:
    for before in range(12, 22):
        assert any(word in one for one in lines("字" * before + word, SIZE, ROOM, 9))


def test_what_does_not_fit_ends_with_dots() -> None:
    assert lines("財源" * 50, SIZE, ROOM, 2)[-1].endswith("…")


@given(st.text(max_size=200))
def test_no_line_is_wider_than_its_room_and_a_mark(text: str) -> None:
    for one in lines(text, SIZE, ROOM, 9):
        longest = max((width(word, SIZE) for word in one.split()), default=0)
        assert width(one, SIZE) <= max(ROOM, longest) + 2 * SIZE or one[-1] in CLOSING


def test_nothing_is_loaded_before_a_picture_is_drawn() -> None:
    """--help and the start must not wait for it."""
    program = "import sys, bot.app, handlers.routes; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
