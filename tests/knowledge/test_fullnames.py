"""Who is asked about and is nobody in the minutes is said to be missing by his full name."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.model import Refusal


@pytest.mark.parametrize(
    "name", ["陳其邁", "柯文哲", "鍾小平", "陳光復", "劉和東", "張之洞", "蔡其昌", "盧秀燕"]
)
def test_a_name_that_segmentation_tears_is_whole(engine: Engine, name: str) -> None:
    answer, _ = engine.answer(f"{name}怎麼說關稅")
    assert (answer.refusal, answer.missing) == (Refusal.NOT_IN_MINUTES, (name,))


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("月票的錢各市怎麼分攤", id="money-is-a-surname-too"),
        pytest.param("高關稅對企業有什麼影響", id="high"),
        pytest.param("侯友宜怎麼說捷運", id="who-is-on-record"),
        pytest.param("林曉玲是哪個單位的", id="who-took-the-minutes"),
    ],
)
def test_what_only_begins_like_a_name_is_none(engine: Engine, asked: str) -> None:
    assert engine.answer(asked)[0].answered
