"""A number tells a quantity only in its own units."""

from __future__ import annotations

import pytest

from knowledge.quantities import is_as_great, is_per_unit, is_quantity, quantity, states
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "of"),
    [
        ("重疊的面積是多少", "面積"),
        ("疊到多少面積", "面積"),
        ("護岸長度幾公尺", "長度"),
        ("岸置中心有幾張床", "床"),
        ("停車場有幾個車位", "車位"),
        ("離住家要多遠，最後怎麼改", "多遠"),
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


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("最多一天湧入幾萬人", "最大單日78萬人次", True),
        ("最多一天湧入幾萬人", "參觀132,508人次", True),
        ("最多一天湧入幾萬人", "每小時疏散4,200人", False),
        ("一年幾億元", "每年約2.4億元", True),
        ("一年幾億元", "每年約960萬元", False),
        ("來了幾個人", "來了12人", True),
    ],
)
def test_a_number_is_as_great_as_it_is_asked_for(asked: str, text: str, told: bool) -> None:
    assert is_as_great(fold(asked), fold(text)) is told


def test_what_is_wide_at_sea_is_told_in_miles() -> None:
    assert states(fold("多寬"), fold("緩衝帶劃0.3浬"))
    assert not states(fold("多寬"), fold("已發生4件纏網"))


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("一百公克賣多少", "每百公克計價18元", True),
        ("每公里漲到多少錢", "每人公里基本運價3.318元", True),
        ("每公里漲到多少錢", "動員費1,100萬元", False),
        ("一度水付多少錢", "每立方公尺4元", True),
        ("總共多少錢", "總經費1,100萬元", True),
    ],
)
def test_what_one_of_a_measure_costs_is_told_by_it(asked: str, text: str, told: bool) -> None:
    assert is_per_unit(fold(asked), fold(text)) is told
