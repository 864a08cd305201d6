"""第一期, 第二階段: what is told of one of them is told of no other."""

from __future__ import annotations

import pytest

from knowledge.phases import of_phase
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "body", "left"),
    [
        pytest.param("第二期花多少", "第一期一千萬元；第二期二月開工", "第二期二月開工", id="its-own"),
        pytest.param("第一期花多少", "第一期一千萬元；第二期二月開工", "第一期一千萬元；", id="the-one-before"),
        pytest.param("第二期花多少", "本案共一千萬元", "本案共一千萬元", id="no-phase-is-told"),
        pytest.param("花多少", "第一期一千萬元", "第一期一千萬元", id="none-is-asked-for"),
        pytest.param("第二期花多少", "第三季共一千萬元", "第三季共一千萬元", id="another-measure"),
        pytest.param("第2期花多少", "總計：第一期一千萬元", "總計：", id="another-one-alone"),
        pytest.param("第2期花多少", "第二期一千萬元", "第二期一千萬元", id="figures-and-numerals"),
    ],
)  # fmt: skip
def test_a_fact_is_told_of_the_phase_it_stands_with(asked: str, body: str, left: str) -> None:
    assert of_phase(fold(asked), fold(body)) == fold(left)
