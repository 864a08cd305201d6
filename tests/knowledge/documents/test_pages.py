"""The pages of a PDF become one text; both libraries read them alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.documents import pdffallback, pdfium
from knowledge.documents.limits import MAX_CHARACTERS
from knowledge.documents.pages import joined
from knowledge.errors import DocumentError, Fault
from tests.knowledge.documents import pdfs

BOTH = pytest.mark.parametrize("text", [pdfium.text, pdffallback.text])
WORDS = "決議：照案通過，請各單位依會議結論辦理。"


@BOTH
def test_lines_and_pages_follow_each_other(text: Callable[[bytes], str]) -> None:
    first, second = "壹、 時間：112年2月11日", "貳、 地點：新北市立平溪國民中學"
    assert text(pdfs.pdf([f"{first}\n{WORDS}", second])) == f"{first}\n{WORDS}\n{second}"


@BOTH
def test_a_page_whose_font_says_nothing_is_garbled(text: Callable[[bytes], str]) -> None:
    with pytest.raises(DocumentError) as caught:
        text(pdfs.pdf([WORDS], legible=False))
    assert caught.value.fault is Fault.GARBLED


def test_a_running_head_is_read_once() -> None:
    pages = [f"第三次會議紀錄\n{n}、{WORDS}\n市政府  第 {n} 頁" for n in range(1, 5)]
    lines = joined(pages).split("\n")
    assert lines.count("第三次會議紀錄") == 1
    assert [line for line in lines if "市政府" in line] == ["市政府  第 1 頁"]
    assert sum(WORDS in line for line in lines) == 4


def test_a_running_head_that_says_the_title_above_it_is_left_out() -> None:
    title = "雲林縣市區公車票價審議小組114年第2次委員會議紀錄"
    pages = [f"{title}  第 {n} 頁，共 2 頁\n{{}}時間：{WORDS}" for n in (1, 2)]
    text = joined([pages[0].format(title[:14] + "\n" + title[14:] + "\n"), pages[1].format("")])
    assert text == f"{title[:14]}\n{title[14:]}\n時間：{WORDS}\n時間：{WORDS}"


def test_the_title_at_the_top_of_later_pages_is_a_running_head() -> None:
    title = "雲林縣公車票價審議小組會議紀錄"
    assert joined([f"{title}\n{WORDS}", f"{title}\n甲", f"{title}\n乙"]).count(title) == 1


def test_titles_of_several_meetings_are_no_running_heads() -> None:
    pages = [f"雲林縣公車票價審議小組第 {n} 次會議紀錄\n{WORDS}" for n in range(1, 5)]
    assert joined(pages).count("會議紀錄") == 4


def test_a_sentence_at_the_end_of_several_pages_is_read_each_time() -> None:
    assert joined([f"{n}、案由\n{WORDS}" for n in "甲乙丙丁"]).count(WORDS) == 4


def test_a_line_on_two_pages_is_no_running_head() -> None:
    assert joined([f"{WORDS}\n甲", f"{WORDS}\n乙"]).count(WORDS) == 2


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        pytest.param("", Fault.NO_TEXT_LAYER, id="pictures"),
        pytest.param("- 1 -", Fault.NO_TEXT_LAYER, id="pictures with page numbers"),
        pytest.param("\ufffd" * 30, Fault.GARBLED, id="unknown characters"),
        pytest.param("\ue123" * 30, Fault.GARBLED, id="private characters"),
        pytest.param(WORDS + "(cid:17)(cid:4)", Fault.GARBLED, id="glyphs"),
        pytest.param("字" * (MAX_CHARACTERS + 1), Fault.TOO_LARGE, id="too long"),
    ],
)
def test_pages_without_a_text_are_refused(page: str, fault: Fault) -> None:
    with pytest.raises(DocumentError) as caught:
        joined([page])
    assert caught.value.fault is fault


def test_a_few_signs_of_a_symbol_font_do_no_harm() -> None:
    assert joined(["\uf06e " + WORDS * 3]) == "\uf06e " + WORDS * 3


def test_control_characters_and_odd_line_ends_go() -> None:
    assert joined([f"{WORDS}\r\n甲\x02乙\ufffe\u2028丙  \n"]) == f"{WORDS}\n甲乙\n丙"
