"""The mayors side by side: who spoke of a topic, and who did not."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.model import Form, Kind
from knowledge.tracked import Voices


def voices(engine: Engine, *turns: str) -> Voices:
    answer, context = engine.answer(turns[0])
    for turn in turns[1:]:
        answer, context = engine.answer(turn, context)
    assert isinstance(answer, Voices), f"{turns[-1]} gives {answer.form}"
    return answer


def spoke(answer: Voices) -> dict[str, bool]:
    return {side.official.name: bool(side.hits) for side in answer.sides}


@pytest.mark.parametrize(
    "asked",
    [
        "四位市長對捷運各說了什麼",
        "各市長對捷運的看法",
        "市長們怎麼看捷運",
        "四市首長怎麼看捷運",
        "各縣市首長對捷運的立場",
    ],
)
def test_who_said_nothing_of_the_topic_is_there_with_nothing(engine: Engine, asked: str) -> None:
    answer = voices(engine, asked)
    assert answer.form is Form.VOICES
    assert answer.topic == "捷運"
    assert spoke(answer) == {"謝國樑": True, "張善政": False, "侯友宜": True, "蔣萬安": False}


def test_a_speech_that_only_says_mayors_is_not_about_the_topic(engine: Engine) -> None:
    """張善政 speaks of 四位首長, and of no 捷運."""
    answer = voices(engine, "四位市長對捷運各說了什麼")
    assert all("捷運" in hit.excerpt for hit in answer.hits)


def test_what_they_stated_together_stands_beside(engine: Engine) -> None:
    answer = voices(engine, "四位市長對關稅各說了什麼")
    assert spoke(answer)["侯友宜"]
    assert answer.together is not None
    assert answer.together.entry.kind is Kind.STATEMENT
    assert answer.together in answer.hits


def test_where_nobody_spoke_it_is_a_no_and_the_minutes_are_near(engine: Engine) -> None:
    answer = voices(engine, "四位市長對月票怎麼說")
    assert not answer.answered
    assert not any(spoke(answer).values())
    assert answer.minutes is not None
    assert "月票" in answer.minutes.excerpt


def test_what_was_spoken_of_is_asked_of_all(engine: Engine) -> None:
    assert voices(engine, "關稅歷程", "那四位市長各自怎麼說").topic == "關稅"
    assert voices(engine, "四位市長對捷運各說了什麼", "那關稅呢").topic == "關稅"


def test_without_a_topic_all_that_was_said_is_listed(engine: Engine) -> None:
    answer, _ = engine.answer("媒體聯訪時四位市長各說了什麼")
    assert answer.form is Form.LIST


def test_a_topic_of_no_minutes_is_an_ordinary_no(engine: Engine) -> None:
    answer, _ = engine.answer("四位市長對高雄捷運怎麼說")
    assert answer.form is Form.NO
    assert answer.missing == ("高雄",)
