"""Some measures count the same things, and others never do."""

from __future__ import annotations

import pytest

from knowledge.measures import counting
from knowledge.text import fold


@pytest.mark.parametrize(
    ("measure", "text", "told"),
    [
        ("間", "計有5所", True),
        ("本", "每只裝書40冊", True),
        ("冊", "可借10本", True),
        ("次", "共發生擦撞事故9件", True),
        ("件", "故障停機共29次", True),
        ("次", "列管9件", False),
        ("件", "召開會議3次", False),
        ("尾", "山羊以三隻為限", False),
        ("本", "每箱25公斤", False),
    ],
)
def test_a_number_in_a_measure_tells_how_many(measure: str, text: str, told: bool) -> None:
    assert bool(counting(fold(measure)).search(fold(text))) is told
