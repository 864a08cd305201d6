"""What was promised for a later meeting and is in no later minutes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.engine import Engine
from knowledge.model import Form
from knowledge.tracked import Pending
from tests.knowledge.conftest import NOW, TODAY

DEPUTIES = """\
基北北桃合作交流平臺第 {number} 次副市長層級會議紀錄
壹、時間：{day}下午 2 時 0 分
貳、地點：臺北市政府 12 樓會議室
參、主席：臺北市政府 李四川副市長
肆、提案討論
提案一：{subject}，提請討論。
決議：洽悉。
"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Engine]:
    engine = Engine(tmp_path, lambda: TODAY, lambda: NOW)
    yield engine
    engine.close()


def pending(engine: Engine, asked: str = "還有哪些沒有追蹤") -> Pending:
    answer, _ = engine.answer(asked)
    assert isinstance(answer, Pending), f"{asked} gives {answer.form}"
    return answer


def publish(engine: Engine, folder: Path, number: int, day: str, subject: str) -> None:
    file = folder / f"deputies-{number}.txt"
    file.write_text(DEPUTIES.format(number=number, day=day, subject=subject), encoding="utf-8")
    engine.publish(file)


@pytest.mark.parametrize(
    "asked",
    [
        "還有哪些沒有追蹤",
        "下次會議要提報什麼還沒報",
        "還有什麼沒報",
        "哪些決議尚未回報",
        "有哪些事項還沒有下文",
        "待提報事項有哪些",
        "待追蹤",
        "有什麼承諾還沒兌現",
        "what is not yet reported",
    ],
)
def test_it_is_asked_for_in_many_words(engine: Engine, asked: str) -> None:
    answer = pending(engine, asked)
    assert answer.form is Form.PENDING
    assert [one.hit.excerpt[:2] for one in answer.promises] == ["一、", "二、"]
    assert {one.hit.entry.follow_up for one in answer.promises} == {
        "於下次副市長層級會議提出階段性成果報告"
    }


def test_a_promise_says_which_meeting_it_waits_for(engine: Engine) -> None:
    first, _ = pending(engine).promises
    assert (first.level, first.held) == ("副市長層級", 0)


def test_only_those_about_a_topic_are_told_where_one_is_named(engine: Engine) -> None:
    (one,) = pending(engine, "災防組還有什麼沒提報").promises
    assert "災防組" in one.hit.excerpt


def test_it_asks_about_all_minutes_whatever_was_spoken_of(engine: Engine) -> None:
    _, context = engine.answer("四位市長對關稅各說了什麼")
    answer, _ = engine.answer("還有哪些沒有追蹤", context)
    assert isinstance(answer, Pending)


@pytest.mark.parametrize("asked", ["有沒有報告", "下次會議什麼時候", "還沒做完的合作方案有哪些"])
def test_other_questions_are_answered_as_they_are(engine: Engine, asked: str) -> None:
    assert engine.answer(asked)[0].form is not Form.PENDING


def test_a_promise_ends_with_the_minutes_that_speak_of_it(own: Engine, tmp_path: Path) -> None:
    assert len(pending(own).promises) == 2
    publish(own, tmp_path, 3, "113 年 9 月 3 日", "災防組橫向聯繫通報機制及現有 SOP 盤點成果")
    (left,) = pending(own).promises
    assert "氣候變遷" in left.hit.excerpt
    assert left.held == 1


def test_minutes_of_another_level_or_an_earlier_day_keep_no_promise(
    own: Engine, tmp_path: Path
) -> None:
    publish(own, tmp_path, 2, "113 年 1 月 3 日", "災防組橫向聯繫通報機制及現有 SOP 盤點成果")
    assert [one.held for one in pending(own).promises] == [0, 0]
