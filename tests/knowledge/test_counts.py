"""Which number of what a question speaks of."""

from __future__ import annotations

import pytest

from knowledge.counts import counted_things, exact, measured
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "number", "noun"),
    [
        pytest.param("六項策略是什麼", 6, "策略", id="a-number-of-things"),
        pytest.param("四個城市怎麼分", None, "", id="the-cities-are-no-count"),
        pytest.param("呼籲分哪幾個面向", None, "面向", id="what-is-asked-for-without-a-number"),
        pytest.param("呼籲的兩點是什麼", 2, "", id="a-number-of-nothing-named"),
        pytest.param("517大雨全縣淹了幾處", None, "", id="the-day-of-a-rain"),
        pytest.param("月票後來怎麼了", None, "", id="none"),
    ],
)
def test_things_that_are_counted(asked: str, number: int | None, noun: str) -> None:
    assert counted_things(fold(asked)) == (number, noun)


def test_the_measure_that_is_asked_for() -> None:
    assert measured(fold("門檻降到時雨量多少毫米")) == "毫米"
    assert measured(fold("門檻是什麼")) == ""


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        pytest.param("一百多項合作", "項合作", id="about-so-many"),
        pytest.param("要多少人才可以設站", "要多少人可以設站", id="only-then"),
        pytest.param("培育多少人才", "培育多少人才", id="talents"),
        pytest.param("有幾部移動式抽水機", "有移動式抽水機", id="a-measure"),
    ],
)
def test_what_only_counts_is_no_word(asked: str, left: str) -> None:
    assert exact(fold(asked)).replace(" ", "") == fold(left)
