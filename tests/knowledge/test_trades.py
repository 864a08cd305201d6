"""People of a trade have several names."""

from __future__ import annotations

import pytest

from knowledge.text import fold
from knowledge.trades import others


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("養蜂人", "養蜂業者"), ("攤販業者", "攤販"), ("租地的人", "租地人"), ("養豬戶", "養豬農")],
)
def test_one_name_finds_the_others(asked: str, meant: str) -> None:
    assert fold(meant) in others(fold(asked))


@pytest.mark.parametrize("asked", ["月票", "人", "農民"])
def test_what_names_no_trade_has_no_other_name(asked: str) -> None:
    assert list(others(fold(asked))) == []
