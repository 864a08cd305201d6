"""Which words of the minutes are offered to an operator for a word that stands nowhere."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.kindred import MOST
from knowledge.text import fold


@pytest.mark.parametrize(
    ("question", "asked", "minutes"),
    [
        # a word that shares a character with one that the lexicon knows by another name
        pytest.param("通勤卡多少錢", "通勤卡", "生活圈月票", id="shared-characters"),
        pytest.param("敬老卡怎麼用", "敬老卡", "有為老化", id="another-name"),
        # both sides as they are written, never as they are folded
        pytest.param("轻轨什么时候盖好", "轻轨", "軌道建設", id="simplified-question"),
    ],
)
def test_the_word_that_was_meant_is_among_those_offered(
    engine: Engine, question: str, asked: str, minutes: str
) -> None:
    assert (asked, minutes) in engine.kindred(question)


@pytest.mark.parametrize(
    "question", ["通勤卡多少錢", "颱風假怎麼放", "月票後來怎麼決定", "停車費", "？", ""]
)
def test_every_offer_is_two_words_of_which_the_second_stands_in_the_minutes(
    engine: Engine, question: str
) -> None:
    pairs = engine.kindred(question)
    assert len(pairs) <= MOST
    assert len(set(pairs)) == len(pairs)
    for asked, minutes in pairs:
        assert fold(asked) != fold(minutes)
        assert asked in question
        assert engine.index.frequency(fold(minutes))
