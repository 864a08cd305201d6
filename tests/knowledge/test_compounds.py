"""Short words for payments are found by what minutes write out."""

from __future__ import annotations

import pytest

from knowledge.compounds import others
from knowledge.text import fold


@pytest.mark.parametrize(
    ("word", "written"),
    [("攤租", ["租金"]), ("月費", ["每月"]), ("時薪", ["每小時"]), ("電費", []), ("會員費", [])],
)
def test_a_payment_is_written_out(word: str, written: list[str]) -> None:
    assert list(others(fold(word))) == [fold(one) for one in written]
