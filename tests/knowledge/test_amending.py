"""What was decided otherwise than it was planned."""

from __future__ import annotations

import pytest

from knowledge.amending import amends
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "resolved", "planned", "otherwise"),
    [
        pytest.param(
            "三個等級各分幾成",
            "第三級50%、第二級32%",
            "拟依第三級及第二級，按50%、35%分配",
            True,
            id="by-class",
        ),
        pytest.param(
            "一公斤收多少", "費率修正為每公斤9元", "擬訂每公斤費率12元", True, id="by-measure"
        ),
        pytest.param(
            "主幹線要花多少",
            "充電費每度加收0.5元",
            "主幹線擬花96萬元，每度6元",
            False,
            id="of-another",
        ),
        pytest.param("一公斤收多少", "照案通過", "擬訂每公斤費率12元", False, id="no-figure"),
        pytest.param("一公斤收多少", "每公斤9元", "現行每公斤費率12元", False, id="no-plan"),
    ],
)
def test_a_resolution_amends_the_figures_that_are_asked_for(
    asked: str, resolved: str, planned: str, otherwise: bool
) -> None:
    assert amends(fold(asked), fold(resolved), fold(planned)) is otherwise
