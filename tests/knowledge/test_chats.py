"""What a chat may refer back to, for how long, and that it does not pile up."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge import chats as module
from knowledge.chats import CONTEXT_LIFE, Chats, question_key
from knowledge.errors import StoreError
from knowledge.schema import connect, transaction

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = connect(tmp_path / "minutes.db")
    yield opened
    opened.close()


@pytest.fixture
def chats(db: Database) -> Chats:
    return Chats(db)


def test_a_kept_question_is_found_by_its_key(chats: Chats) -> None:
    key = chats.keep("月票後來怎麼決定", TODAY)
    assert chats.question(key) == ("月票後來怎麼決定", TODAY, None)
    assert len(key) == 8
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_the_same_question_has_the_same_key_on_the_same_day(chats: Chats) -> None:
    key = chats.keep("去年的決議", TODAY)
    assert chats.keep("去年的決議", TODAY) == key == question_key("去年的決議", TODAY)
    assert chats.keep("去年的決議", TODAY + timedelta(days=90)) != key
    assert chats.question(key) == ("去年的決議", TODAY, None)


def test_a_question_is_kept_with_the_context_it_leans_on(chats: Chats) -> None:
    """That of 「那幾點散會」 is another answer in another conversation."""
    first = chats.keep("那幾點散會", TODAY, {"meeting": "2023-02-11"})
    other = chats.keep("那幾點散會", TODAY, {"meeting": "2024-03-15"})
    assert chats.question(first) == ("那幾點散會", TODAY, {"meeting": "2023-02-11"})
    assert chats.question(other) == ("那幾點散會", TODAY, {"meeting": "2024-03-15"})


@pytest.mark.parametrize("key", ["", "aaaaaaaa", "' or 1=1 --", "\ud800", "a\0"])
def test_an_unknown_key_is_none(chats: Chats, key: str) -> None:
    chats.keep("月票", TODAY)
    assert chats.question(key) is None


@pytest.mark.parametrize(
    "text", ["", "壞\ud83d字", "空\0白", "🚇" * 4096, "'); drop table questions"]
)
def test_any_question_can_be_kept(chats: Chats, text: str) -> None:
    kept = chats.question(chats.keep(text, TODAY))
    assert kept is not None
    assert len(kept[0]) == len(text)


def test_the_oldest_questions_are_forgotten(chats: Chats, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is asked again counts as new."""
    monkeypatch.setattr(module, "MAX_QUESTIONS", 3)
    monkeypatch.setattr(module, "SWEPT", 1)
    keys = {text: chats.keep(text, TODAY) for text in ("一", "二", "三", "一", "四")}
    kept = {text for text, key in keys.items() if chats.question(key)}
    assert kept == {"一", "三", "四"}


def test_what_was_said_last_is_remembered(chats: Chats) -> None:
    chats.remember("7:7", {"meeting": "2023-02-11"}, NOW)
    chats.remember("7:7", {"meeting": "2024-03-15", "words": ["月票"]}, NOW)
    assert chats.context("7:7", NOW) == {"meeting": "2024-03-15", "words": ["月票"]}


def test_one_asker_does_not_see_what_another_said(chats: Chats) -> None:
    chats.remember("-100:7", {"meeting": "2023-02-11"}, NOW)
    assert chats.context("-100:8", NOW) is None


def test_the_context_ends_after_half_an_hour_in_any_time_zone(chats: Chats) -> None:
    taipei = timezone(timedelta(hours=8))
    chats.remember("7:7", {}, NOW)
    assert chats.context("7:7", (NOW + CONTEXT_LIFE).astimezone(taipei)) == {}
    assert chats.context("7:7", NOW + CONTEXT_LIFE + timedelta(seconds=1)) is None


def test_contexts_that_ended_are_not_stored_any_longer(chats: Chats, db: Database) -> None:
    chats.remember("7:7", {}, NOW)
    chats.remember("8:8", {}, NOW + CONTEXT_LIFE + timedelta(seconds=1))
    assert [row["asker"] for row in db.query("select asker from contexts")] == ["8:8"]


def test_inside_a_transaction_it_is_all_or_nothing(chats: Chats, db: Database) -> None:
    with pytest.raises(ZeroDivisionError), transaction(db):
        key = chats.keep("月票", TODAY)
        chats.remember("7:7", {}, NOW)
        raise ZeroDivisionError
    assert chats.question(key) is None
    assert chats.context("7:7", NOW) is None


class TestUnanswered:
    """Questions in vain, for the operator: text, number and time, nothing else."""

    def test_the_same_question_is_counted(self, chats: Chats) -> None:
        chats.miss("月票多少錢", NOW)
        chats.miss(" 月票多少錢 ", NOW + timedelta(hours=1))
        chats.miss("核電", NOW)
        assert [(one.text, one.times) for one in chats.unanswered()] == [
            ("月票多少錢", 2),
            ("核電", 1),
        ]
        assert chats.unanswered()[0].last_at == NOW + timedelta(hours=1)

    def test_what_is_settled_is_forgotten(self, chats: Chats) -> None:
        chats.miss("核電", NOW)
        chats.settle("核電")
        assert chats.unanswered() == []

    def test_the_oldest_beyond_the_limit_are_forgotten(
        self, chats: Chats, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("knowledge.chats.MAX_UNANSWERED", 2)
        for hour, text in enumerate("甲乙丙"):
            chats.miss(text, NOW + timedelta(hours=hour))
        assert {one.text for one in chats.unanswered()} == {"乙", "丙"}


OPERATIONS: dict[str, Callable[[Chats], object]] = {
    "keep": lambda chats: chats.keep("月票", TODAY),
    "question": lambda chats: chats.question("aaaaaaaa"),
    "remember": lambda chats: chats.remember("7:7", {}, NOW),
    "context": lambda chats: chats.context("7:7", NOW),
    "miss": lambda chats: chats.miss("月票", NOW),
    "unanswered": lambda chats: chats.unanswered(),
    "settle": lambda chats: chats.settle("月票"),
    "move_chat": lambda chats: chats.move_chat(-7, -8),
    "forget": lambda chats: chats.forget(7),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_locked_database_is_a_store_error(
    chats: Chats, db: Database, tmp_path: Path, name: str
) -> None:
    db.execute("pragma journal_mode = delete")
    db.execute("pragma busy_timeout = 0")
    other = sqlite3.connect(tmp_path / "minutes.db", isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(StoreError, match=r"minutes\.db: .*another program is using it"):
        OPERATIONS[name](chats)
    other.close()


def test_every_public_method_is_in_the_table() -> None:
    public = {name for name in vars(Chats) if not name.startswith("_")}
    assert public == set(OPERATIONS)
