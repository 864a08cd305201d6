"""A number tells a quantity only in its own units."""

from __future__ import annotations

import pytest

from knowledge.quantities import is_quantity, quantity, states
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "of"),
    [
        ("重疊的面積是多少", "面積"),
        ("疊到多少面積", "面積"),
        ("護岸長度幾公尺", "長度"),
        ("岸置中心有幾張床", "床"),
        ("停車場有幾個車位", "車位"),
        ("床位不足怎麼辦", ""),
        ("面積怎麼量", ""),
    ],
)
def test_what_is_measured_is_what_the_number_is_asked_of(asked: str, of: str) -> None:
    assert quantity(fold(asked)) == fold(of)


@pytest.mark.parametrize(
    ("of", "text", "told"),
    [
        ("面積", "重疊約十四公頃", True),
        ("面積", "私有地148筆", False),
        ("長度", "寬2.5公尺", True),
        ("長度", "面積1.92公頃", False),
        ("床", "現有床位144床", True),
        ("床位", "登記外籍船員1,870人", False),
        ("數值", "耐震容量比僅零點四七", True),
        ("數值", "經費8600萬元", False),
    ],
)
def test_only_its_own_units_tell_it(of: str, text: str, told: bool) -> None:
    assert states(fold(of), fold(text)) is told


def test_no_other_word_is_a_quantity() -> None:
    assert is_quantity(fold("面積"))
    assert not is_quantity(fold("月票"))
