"""A number of a question is found however the minutes write it."""

from __future__ import annotations

import pytest

from knowledge.spelled import others, ungrouped
from knowledge.text import fold


@pytest.mark.parametrize(
    ("figures", "written"),
    [
        ("1000", "1,000"),
        ("6000", "6千"),
        ("20000", "兩萬"),
        ("150000", "15萬"),
        ("78000", "7萬8千"),
        ("412600", "41萬2,600"),
        ("611", "6月11日"),
        ("0611", "6月11日"),
        ("921", "0921"),
    ],
)
def test_a_number_is_written_in_many_ways(figures: str, written: str) -> None:
    assert fold(written) in others(figures)


@pytest.mark.parametrize("figures", ["12", "176", "640", "2,5", "00123", "1234567890"])
def test_what_is_no_day_and_no_large_number_is_written_as_it_is(figures: str) -> None:
    assert others(figures) == ()


def test_figures_are_read_without_the_commas_that_group_them() -> None:
    assert ungrouped("每秒1,000立方公尺,自8月1日") == "每秒1000立方公尺,自8月1日"
    assert ungrouped("一、1,20名") == "一、1,20名"
