"""Questions in, answers out, over one data directory of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.aliases import add
from knowledge.checking import check
from knowledge.engine import Engine
from knowledge.errors import KnowledgeError, MeetingNotFound
from knowledge.model import Form, Kind, Refusal

TODAY = date(2025, 12, 1)
NOW = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)
SHIPPED = ["2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"]
MINUTES = """\
基北北桃合作交流平臺第 4 次市長層級會議紀錄
壹、時間：115 年 3 月 5 日（星期四）下午 2 時 0 分
貳、地點：桃園市政府 12 樓會議室
參、主席：桃園市政府 張善政市長
肆、提案討論
提案一：公共自行車跨市租還，提請討論。
決議：照案通過。
伍、散會（下午 3 時 0 分）
"""


def with_tables(folder: Path, of: Path) -> Path:
    """Return *folder*, made with the tables that another directory keeps: they take a second."""
    folder.mkdir(exist_ok=True)
    for file in of.glob("*.cache"):
        shutil.copy(file, folder)
    return folder


def opened(data_dir: Path, *, read_only: bool = False) -> Engine:
    return Engine(data_dir, lambda: TODAY, lambda: NOW, read_only=read_only)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_tables(tmp_path_factory.mktemp("data"), tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def own(data_dir: Path) -> Iterator[Engine]:
    engine = opened(data_dir)
    yield engine
    engine.close()


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    file = tmp_path / "minutes.txt"
    file.write_text(MINUTES, "utf-8")
    return file


def test_a_new_directory_holds_the_minutes_that_ship(own: Engine) -> None:
    assert [meeting.id for meeting in own.store.meetings()] == SHIPPED
    coverage = own.coverage()
    assert (coverage.meetings, coverage.first, coverage.last) == (
        4,
        date(2023, 2, 11),
        date(2025, 7, 23),
    )
    assert check(own) == []
    assert not own.behind()


def test_a_question_of_an_asker_is_remembered(own: Engine) -> None:
    own.ask("第2次市長層級會議是哪一天", "remembered")
    assert "下午 2 時 48 分" in own.ask("那幾點散會", "remembered").hits[0].excerpt


def test_what_one_asks_is_not_remembered_for_another(own: Engine) -> None:
    own.ask("第2次市長層級會議是哪一天", "one")
    assert len(own.ask("那幾點散會", "another").hits) == 4


def test_a_no_does_not_change_the_subject(own: Engine) -> None:
    own.ask("第2次市長層級會議是哪一天", "no")
    own.ask("高雄捷運有什麼結論", "no")
    assert "下午 2 時 48 分" in own.ask("那幾點散會", "no").hits[0].excerpt


def test_a_question_without_an_asker_leans_on_nothing(own: Engine) -> None:
    own.ask("第2次市長層級會議是哪一天", None)
    assert len(own.ask("那幾點散會", None).hits) == 4


def test_a_question_is_answered_again_by_its_key(own: Engine) -> None:
    own.ask("第2次市長層級會議是哪一天", "again")
    answer = own.ask("那幾點散會", "again")
    assert own.recall(answer.key) == answer
    assert own.recall("unknown") is None


def test_questions_that_were_not_answered_are_kept_without_small_talk(own: Engine) -> None:
    for text in ("月票後來怎麼決定", "謝謝", "臺中捷運的進度"):
        own.ask(text, "kept")
    kept = str(own.chats.unanswered())
    assert "臺中捷運的進度" in kept
    assert "月票後來怎麼決定" not in kept
    assert "謝謝" not in kept


def test_only_words_that_stand_nowhere_are_corrected(own: Engine) -> None:
    assert own.answer("月飄的財源誰出")[0].replaced == (("月飄", "月票"),)
    assert own.answer("月票的財源誰出")[0].replaced == ()


def test_an_everyday_word_is_meant_as_it_is_typed(own: Engine) -> None:
    assert own.answer("同一個人做了哪些事")[0].replaced == ()


def test_a_question_full_of_strange_words_is_foreign(own: Engine) -> None:
    answer, _ = own.answer("龘靐齉爩 淼焱垚 犇骉羴 鱻麤毳 月飄")
    assert len(answer.replaced) <= 3
    assert not answer.answered


def test_a_lone_surrogate_does_no_harm(own: Engine) -> None:
    assert own.answer("月票\ud800後來怎麼決定")[0].answered


def test_a_hit_is_found_by_its_entry(own: Engine) -> None:
    hit = own.answer("月票後來怎麼決定")[0].hits[0]
    found = own.quotes.hit(hit.entry.id)
    assert found is not None
    assert (found.entry, found.meeting_id) == (hit.entry, hit.meeting_id)
    assert own.quotes.hit("unknown") is None


def test_the_context_of_an_entry_is_its_item(own: Engine) -> None:
    hit = own.answer("月票後來怎麼決定")[0].hits[0]
    context = own.quotes.context(hit.entry.id)
    kinds = list(dict.fromkeys(one.entry.kind for one in context))
    assert kinds == [Kind.PROPOSAL, Kind.EXPLANATION, Kind.RESOLUTION]
    assert hit.entry in [one.entry for one in context]
    assert own.quotes.context("unknown") == ()


def test_the_context_of_a_fact_is_the_head(own: Engine) -> None:
    hit = own.answer("關稅會議在哪裡開")[0].hits[0]
    assert {one.entry.kind for one in own.quotes.context(hit.entry.id)} == {Kind.HEADER}


def test_the_siblings_of_an_entry_stand_under_its_heading(own: Engine) -> None:
    hit = own.answer("產業面向第二點是什麼")[0].hits[0]
    assert [one.excerpt[:2] for one in own.quotes.siblings(hit.entry.id)] == ["1.", "2."]
    assert own.quotes.siblings("unknown") == ()


def test_an_alias_is_known_to_the_next_program(own: Engine, data_dir: Path, tmp_path: Path) -> None:
    with_tables(tmp_path, data_dir)
    add(tmp_path, "通勤神票", "生活圈月票")
    engine = opened(tmp_path)
    assert engine.answer("通勤神票的財源")[0].answered
    engine.close()


def test_what_is_published_is_answered_and_what_is_retracted_is_not(
    own: Engine, data_dir: Path, tmp_path: Path, minutes: Path
) -> None:
    engine = opened(with_tables(tmp_path / "data", data_dir))
    asked = "公共自行車跨市租還有過嗎"
    assert not engine.answer(asked)[0].answered
    engine.publish(minutes)
    answer = engine.answer(asked)[0]
    assert [answer.hits[0].excerpt, answer.hits[0].meeting_id] == ["決議：照案通過。", "2026-03-05"]
    assert engine.coverage().meetings == 5
    assert engine.retract("2026-03-05").id == "2026-03-05"
    assert not engine.answer(asked)[0].answered
    with pytest.raises(MeetingNotFound):
        engine.retract("2026-03-05")
    assert check(engine) == []
    engine.close()


def test_a_reader_writes_nothing(data_dir: Path, own: Engine) -> None:
    reader = opened(data_dir, read_only=True)
    missed = own.chats.unanswered()
    answer = reader.ask("花蓮捷運的進度", "reader")
    assert answer.refusal is Refusal.NOT_IN_MINUTES
    assert answer.form is Form.NO
    assert answer.key == ""
    assert own.chats.unanswered() == missed
    reader.close()


def test_a_reader_needs_a_store(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError):
        opened(tmp_path / "none", read_only=True)
