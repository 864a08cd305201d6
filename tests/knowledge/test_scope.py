"""Which meetings, and whose words, a question is about."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.rules import read
from knowledge.text import fold

PILOT, SECOND, TARIFF, THIRD = "2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"
TODAY = date(2025, 12, 1)


@pytest.mark.parametrize(
    ("asked", "meetings"),
    [
        pytest.param("第2次市長層級會議在哪裡", {SECOND}, id="ordinal"),
        pytest.param("第三次市長會議", {THIRD}, id="ordinal-in-chinese"),
        pytest.param("第２次市長會議", {SECOND}, id="full-width"),
        pytest.param("第二次跟第三次市長會議", {SECOND, THIRD}, id="two-ordinals"),
        pytest.param("the third mayors' meeting", {THIRD}, id="english-ordinal"),
        pytest.param("去年的會議", {SECOND}, id="last-year-by-the-clock"),
        pytest.param("前年那場", {PILOT}, id="the-year-before"),
        pytest.param("今年四月的會", {TARIFF}, id="relative-year-and-month"),
        pytest.param("今年上半年", {TARIFF}, id="half-year"),
        pytest.param("上次會議", {THIRD}, id="last-meeting"),
        pytest.param("114年4月9日", {TARIFF}, id="roc-date"),
        pytest.param("2024/3/15的會議", {SECOND}, id="western-date"),
        pytest.param("一一二年二月十一日那場", {PILOT}, id="chinese-numerals"),
        pytest.param("4/9的會", {TARIFF}, id="month-and-day"),
        pytest.param("July 2025 meeting", {THIRD}, id="english-month"),
        pytest.param("1140723的會議", {THIRD}, id="compact"),
        pytest.param("先導會議", {PILOT}, id="nickname"),
        pytest.param("晶華那場", {SECOND}, id="by-its-place"),
        pytest.param("關稅會議", {TARIFF}, id="by-its-title"),
        pytest.param("tariff meeting", {TARIFF}, id="by-its-title-in-english"),
        pytest.param("月票後來怎麼決定", None, id="none"),
    ],
)
def test_the_meetings_of_a_question(engine: Engine, asked: str, meetings: set[str] | None) -> None:
    scope = read(engine.scopes, fold(asked), TODAY)
    assert scope.meetings == (frozenset(meetings) if meetings else None)


@pytest.mark.parametrize(
    ("asked", "speaker"),
    [
        pytest.param("侯友宜說了什麼", "侯友宜", id="name"),
        pytest.param("侯市長怎麼說", "侯友宜", id="surname-and-title"),
        pytest.param("新北市長說了什麼", "侯友宜", id="office"),
        pytest.param("侯侯說了什麼", "侯友宜", id="nickname"),
        pytest.param("柯文哲說了什麼", None, id="nobody-here"),
    ],
)
def test_the_speaker_of_a_question(engine: Engine, asked: str, speaker: str | None) -> None:
    assert read(engine.scopes, fold(asked), TODAY).speaker == speaker


@pytest.mark.parametrize("asked", ["第4次市長會議是什麼時候", "去年下半年的會議"])
def test_a_scope_that_no_minutes_cover_is_named(engine: Engine, asked: str) -> None:
    assert read(engine.scopes, fold(asked), TODAY).uncovered


@pytest.mark.parametrize(
    ("asked", "office"),
    [
        pytest.param("新北市環保局對垃圾分攤有什麼不滿", "新北市環保局", id="a-body"),
        pytest.param("王主任對再添一台吊車的建議怎麼回覆", "王主任", id="an-answer"),
        pytest.param("環保局長說罰了多少", "局長", id="an-office"),
        pytest.param("環保局的預算", "", id="nobody-speaks"),
    ],
)
def test_whoever_speaks_is_known_by_office_or_body(engine: Engine, asked: str, office: str) -> None:
    assert read(engine.scopes, fold(asked), TODAY).office == fold(office)
