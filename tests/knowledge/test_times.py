"""Times in a question, by the clock and by the record."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.rules import read
from knowledge.scope import Remainder
from knowledge.text import fold

PILOT, SECOND, TARIFF, THIRD = "2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"
PLANNING, TOWNSHIP = "2025-05-20", "2025-02-24"
TODAY = date(2025, 12, 1)


def scope(engine: Engine, asked: str, today: date = TODAY) -> Remainder:
    return read(engine.scopes, fold(asked), today)


@pytest.mark.parametrize(
    ("asked", "meeting"),
    [
        pytest.param("上次會議", THIRD, id="the-last"),
        pytest.param("最近一次開會", THIRD, id="the-latest"),
        pytest.param("上上次會議", TARIFF, id="before-the-last"),
        pytest.param("大上次的會議", TARIFF, id="in-other-words"),
        pytest.param("前前一次會議", TARIFF, id="twice-before"),
        pytest.param("上上上次會議", SECOND, id="three-back"),
        pytest.param("上上上上次會議", PILOT, id="four-back"),
        pytest.param("114年的第一場會議", TARIFF, id="the-first-of-a-year"),
        pytest.param("2025年第一次會議", TARIFF, id="not-the-first-of-all"),
        pytest.param("今年第二場會", THIRD, id="the-second-of-this-year"),
        pytest.param("民國114年最後一場會議", THIRD, id="the-last-of-a-year"),
        pytest.param("112年第一次會議", PILOT, id="first-of-all-in-its-year"),
        pytest.param("2024年春天那場會議", SECOND, id="a-season"),
        pytest.param("今年年中的會議", THIRD, id="the-middle-of-a-year"),
        pytest.param("今年上半年的會議", TARIFF, id="half-a-year"),
        pytest.param("113年上半年的會議", SECOND, id="half-a-year-of-the-republic"),
    ],
)
def test_a_time_tells_a_meeting(engine: Engine, asked: str, meeting: str) -> None:
    found = scope(engine, asked)
    assert (found.meetings, found.uncovered) == (frozenset({meeting}), ())


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        pytest.param("上上上上上次會議", "上上上上上次會議", id="more-than-were-held"),
        pytest.param("2024年秋天那場會議", "2024年秋天", id="a-season-without-one"),
        pytest.param("去年下半年的會議", "2024年下半年", id="half-a-year-without-one"),
        pytest.param("113年下半年的會議", "113年下半年", id="of-the-republic-without-one"),
    ],
)
def test_a_time_without_a_meeting_is_named(engine: Engine, asked: str, named: str) -> None:
    found = scope(engine, asked)
    assert found.meetings is None
    assert found.uncovered == (fold(named),)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("上上策是什麼", id="no-meeting-counted"),
        pytest.param("基隆捷運年底通車", id="the-end-of-no-year"),
        pytest.param("夏天的櫻花季", id="a-season-of-no-year"),
        pytest.param("2026年輪到哪個城市", id="a-year-without-meetings"),
        pytest.param("第一點", id="no-year"),
    ],
)
def test_what_is_no_time_of_a_meeting_tells_none(engine: Engine, asked: str) -> None:
    found = scope(engine, asked)
    assert (found.meetings, found.uncovered) == (None, ())


def test_a_season_with_its_year_is_a_scope_only_before_a_meeting(engine: Engine) -> None:
    assert scope(engine, "2024年春天那場").meetings == frozenset({SECOND})
    assert scope(engine, "2024年秋天的旅展").uncovered == ()


def test_the_last_meeting_is_the_last_that_was_held_by_then(engine: Engine) -> None:
    assert scope(engine, "上次會議", date(2024, 6, 1)).meetings == frozenset({SECOND})
    assert scope(engine, "上上次會議", date(2024, 6, 1)).meetings == frozenset({PILOT})
    assert scope(engine, "上上次會議", date(2023, 6, 1)).uncovered


def test_a_day_of_no_meeting_is_kept_as_a_word(engine: Engine) -> None:
    assert scope(engine, "113年2月20日的火災").dates == (fold("113年2月20日"),)
    assert scope(engine, "明年四月的天燈節").dates == ("2026年四月",)


def test_a_year_by_which_meetings_are_chosen_may_be_a_word(engine: Engine) -> None:
    assert scope(engine, "2025年基隆市的會議").years == ("2025年",)
    assert scope(engine, "2025年7月的會議").years == ()


def test_a_body_meets_on_its_own_days(bodies: Engine) -> None:
    assert scope(bodies, "新竹都委會5月20日的會議").meetings == frozenset({PLANNING})
    assert scope(bodies, "碧山鄉公所7月23日的會議").uncovered == (fold("7月23日"),)


def test_a_day_that_the_minutes_of_a_body_speak_of_is_a_word(bodies: Engine) -> None:
    found = scope(bodies, "碧山鄉公所3月29日行駛的專車")
    assert (found.dates, found.uncovered) == (("3月29日",), ())


def test_whose_turn_a_year_is_stands_in_no_minutes_of_that_year(engine: Engine) -> None:
    found = scope(engine, "去年輪到誰主辦")
    assert (found.meetings, found.dates) == (None, ("2024年",))


def test_what_is_reported_back_is_no_meeting_before(engine: Engine) -> None:
    assert scope(engine, "在哪個會議上回報成果").meetings is None


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param("採購會要改到七月嗎", ("七月",), id="moved-to"),
        pytest.param("採購會延至七月的理由", ("七月",), id="put-off-until"),
    ],
)
def test_a_month_that_something_is_moved_to_is_no_meetings(
    engine: Engine, asked: str, words: tuple[str, ...]
) -> None:
    found = scope(engine, asked)
    assert (found.meetings, found.dates) == (None, tuple(map(fold, words)))


def test_a_month_that_a_meeting_was_moved_to_is_its_own(engine: Engine) -> None:
    assert scope(engine, "改到七月那場會議").meetings == frozenset({THIRD})


def test_what_was_heard_last_time_was_heard_at_no_meeting(engine: Engine) -> None:
    assert scope(engine, "上次聽說要漲價").meetings is None
