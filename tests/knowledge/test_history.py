"""A topic over time: understood however it is asked, one stop a meeting, silence counted."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.model import Form, Kind, Outcome
from knowledge.tracked import History

PILOT, SECOND, TARIFF, THIRD = "2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"


def history(engine: Engine, *turns: str) -> History:
    answer, context = engine.answer(turns[0])
    for turn in turns[1:]:
        answer, context = engine.answer(turn, context)
    assert isinstance(answer, History), f"{turns[-1]} gives {answer.form}"
    return answer


@pytest.mark.parametrize(
    "asked",
    [
        "月票 歷程",
        "歷程 月票",
        "月票的歷程",
        "月票歷程為何",
        "月票後續發展時間軸",
        "請問月票的來龍去脈是什麼",
        "月票這幾年怎麼發展的",
        "月票一路以來怎麼談的",
        "TPASS的演變",
        "月票這兩年有什麼變化",
        "各次會議怎麼談月票",
        "月票历程",
        "history of the monthly pass",
        "monthly pass timeline",
    ],
)
def test_a_history_is_asked_for_in_many_words(engine: Engine, asked: str) -> None:
    answer = history(engine, asked)
    assert answer.form is Form.HISTORY
    assert [stop.meeting_id for stop in answer.stops] == [PILOT]
    assert answer.hits[0].entry.outcome is Outcome.CONTINUED


def test_the_oldest_meeting_comes_first_and_each_says_what_became_of_it(engine: Engine) -> None:
    answer = history(engine, "關稅歷程")
    assert [stop.meeting_id for stop in answer.stops] == [TARIFF, THIRD]
    assert [hit.entry.outcome for hit in answer.hits] == [Outcome.DECLARED, Outcome.REMARKED]
    assert answer.topic == "關稅"


def test_a_meeting_is_told_by_a_sentence_not_by_a_subtitle(engine: Engine) -> None:
    first = history(engine, "關稅歷程").stops[0]
    assert first.hits[0].excerpt.startswith("美國政府近期針對我國特定產品")
    assert first.total == 5


def test_an_item_is_told_by_what_was_decided_of_it(engine: Engine) -> None:
    """The 案由 names 主視覺, the 決議 does not."""
    (stop,) = history(engine, "主視覺歷程").stops
    assert [hit.entry.kind for hit in stop.hits] == [Kind.RESOLUTION]
    assert stop.hits[0].excerpt == "決議：照案通過。"


def test_each_voice_in_a_meeting_has_a_passage(engine: Engine) -> None:
    (stop,) = history(engine, "捷運的來龍去脈").stops
    assert [hit.entry.speaker for hit in stop.hits] == ["侯友宜", "謝國樑"]


def test_meetings_that_are_silent_are_counted(engine: Engine) -> None:
    """What was to be discussed further and never came up again is the news."""
    assert history(engine, "月票歷程").silent == 3
    answer = history(engine, "合作方案歷程")
    assert [(stop.meeting_id, stop.silent) for stop in answer.stops] == [
        (PILOT, 0),
        (SECOND, 0),
        (THIRD, 1),
    ]


def test_a_person_has_a_history_too(engine: Engine) -> None:
    answer = history(engine, "侯友宜的歷程")
    assert answer.topic == "侯友宜"
    assert {hit.entry.speaker for hit in answer.hits} == {"侯友宜"}


@pytest.mark.parametrize(
    ("turns", "topic"),
    [
        pytest.param(("月票後來怎麼決定", "歷程呢"), "月票", id="of-what-was-spoken-of"),
        pytest.param(("月票歷程", "那捷運呢"), "捷運", id="of-another-topic"),
        pytest.param(("四位市長對關稅各說了什麼", "那歷程呢"), "關稅", id="after-voices"),
        pytest.param(("第三次市長會議在哪裡開", "月票的歷程"), "月票", id="over-all-meetings"),
    ],
)
def test_a_conversation_goes_on_over_time(
    engine: Engine, turns: tuple[str, ...], topic: str
) -> None:
    assert history(engine, *turns).topic == topic


def test_after_a_history_a_question_of_its_own_is_answered_as_one(engine: Engine) -> None:
    _, context = engine.answer("月票歷程")
    answer, _ = engine.answer("那第3次市長會議在哪裡開", context)
    assert answer.form is Form.EXCERPT


@pytest.mark.parametrize(
    ("asked", "missing"), [("高雄捷運歷程", ("高雄",)), ("核電廠的來龍去脈", ("核電廠",))]
)
def test_what_stands_nowhere_has_no_history(
    engine: Engine, asked: str, missing: tuple[str, ...]
) -> None:
    answer, _ = engine.answer(asked)
    assert answer.form is Form.NO
    assert answer.missing == missing


def test_a_history_of_nothing_is_no_question(engine: Engine) -> None:
    assert engine.answer("歷程")[0].form is Form.SMALL_TALK
