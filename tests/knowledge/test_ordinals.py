"""Which meetings an ordinal counts, and where it counts something else."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.rules import read
from knowledge.scope import Remainder
from knowledge.text import fold

TODAY = date(2025, 12, 1)
SECOND, THIRD = "2024-03-15", "2025-07-23"
PLANNING, DISTRICT = "2025-05-20", "2024-07-09"


def scope(engine: Engine, asked: str) -> Remainder:
    return read(engine.scopes, fold(asked), TODAY)


@pytest.mark.parametrize(
    ("asked", "meetings"),
    [
        pytest.param("第三次會議", {THIRD}, id="a-meeting"),
        pytest.param("第三場", {THIRD}, id="nothing-else-follows"),
        pytest.param("第三次幾點散會", {THIRD}, id="a-fact-of-a-head-follows"),
        pytest.param("第2次基北北桃合作交流平臺市長層級會議", {SECOND}, id="the-series-between"),
        pytest.param("第2次首長層級會議", {SECOND}, id="a-level"),
        pytest.param("第2次跟第3次市長層級會議", {SECOND, THIRD}, id="the-level-of-the-last"),
        pytest.param("the second mayors' meeting", {SECOND}, id="in-english"),
        pytest.param("the 3rd meeting", {THIRD}, id="in-english-with-digits"),
        pytest.param("第三次採購會", None, id="of-something-else"),
        pytest.param("汐東線第三次招標", None, id="behind-a-subject"),
        pytest.param("第三組", None, id="no-meeting"),
    ],
)
def test_an_ordinal_counts_meetings(engine: Engine, asked: str, meetings: set[str] | None) -> None:
    assert scope(engine, asked).meetings == (frozenset(meetings) if meetings else None)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        pytest.param("第9次市長會議", "第9次市長會議", id="number"),
        pytest.param("第2次副市長層級會議", "第2次副市長層級會議", id="level"),
        pytest.param("第2次副首長層級會議", "第2次副首長層級會議", id="level-called-otherwise"),
        pytest.param("the fifth mayors' meeting", "the fifth mayors' meeting", id="english"),
    ],
)
def test_an_ordinal_of_no_meeting_is_named(engine: Engine, asked: str, named: str) -> None:
    found = scope(engine, asked)
    assert found.meetings is None
    assert found.uncovered == (fold(named),)


def test_only_an_ordinal_of_no_body_may_be_narrowed_by_the_conversation(bodies: Engine) -> None:
    assert scope(bodies, "第3次會議").numbered
    assert not scope(bodies, "新竹都委會第352次會議").numbered


@pytest.mark.parametrize(
    ("asked", "meetings"),
    [
        pytest.param("新竹都委會第352次", {PLANNING}, id="behind-the-name"),
        pytest.param("第352次新竹都委會", {PLANNING}, id="before-the-name"),
        pytest.param("白沙區公所第七次區務會議", {DISTRICT}, id="inside-the-name"),
    ],
)
def test_beside_the_name_of_a_body_its_meetings_are_counted(
    bodies: Engine, asked: str, meetings: set[str]
) -> None:
    found = scope(bodies, asked)
    assert (found.meetings, found.uncovered) == (frozenset(meetings), ())


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        pytest.param("新竹都委會第353次", "第353次", id="behind-the-name"),
        pytest.param("白沙區公所第十次區務會議", "第十次", id="inside-the-name"),
        pytest.param("第352次和第353次新竹都委會", "第353次", id="one-of-two"),
    ],
)
def test_a_body_has_not_met_so_often(bodies: Engine, asked: str, named: str) -> None:
    assert scope(bodies, asked).uncovered == (fold(named),)


def test_the_same_ordinal_of_another_body_is_not_meant(bodies: Engine) -> None:
    assert scope(bodies, "第352次市長層級會議").meetings is None
    assert scope(bodies, "高雄都委會第352次").meetings is None
