"""Times of day are found in whichever way minutes write them."""

from __future__ import annotations

import pytest

from knowledge.clock import without_times
from knowledge.term import best
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        pytest.param("可以延到半夜十二點嗎", "開放至24時", id="midnight"),
        pytest.param("晚上八點以後", "20時後", id="evening"),
        pytest.param("晚上八點以後", "晚間8時後", id="evening-as-spoken"),
        pytest.param("下午5點半關門", "17:30關門", id="half-past"),
        pytest.param("早上七點開門", "上午七時開門", id="morning-in-numerals"),
        pytest.param("半夜三點", "3時", id="small-hours"),
    ],
)
def test_a_time_of_day_stands_there_as_minutes_write_it(asked: str, written: str) -> None:
    _, (hour,) = without_times(fold(asked))
    assert best(hour, fold(written)) == 1.0


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        pytest.param("半夜三點", "15時", id="small-hours"),
        pytest.param("早上七點", "19時", id="morning"),
    ],
)
def test_another_time_of_day_is_none(asked: str, written: str) -> None:
    _, (hour,) = without_times(fold(asked))
    assert best(hour, fold(written)) == 0.0


def test_no_clock_counts_points() -> None:
    rest, hours = without_times(fold("晚上十點以後病房"))
    assert rest.strip() == fold("以後病房") and len(hours) == 1
    assert without_times(fold("主席裁示十點")) == (fold("主席裁示十點"), ())


def test_a_quarter_is_found_either_way() -> None:
    _, (quarter,) = without_times(fold("今年第四季的維護"))
    assert best(quarter, fold("2025年第4季泊位維護時程")) and best(quarter, fold("第四季"))
    assert not best(quarter, fold("第3季"))
