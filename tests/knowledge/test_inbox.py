"""Updates on the disk: each once, in order, and done without its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.inbox import KEPT, KEPT_NEWEST, Inbox
from knowledge.schema import connect, transaction

NOW = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = connect(tmp_path / "minutes.db")
    yield opened
    opened.close()


@pytest.fixture
def inbox(db: Database) -> Inbox:
    return Inbox(db)


def update(text: str = "月票") -> dict[str, object]:
    return {"message": {"text": text}}


def states(db: Database) -> dict[int, str]:
    return {row["update_id"]: row["state"] for row in db.query("select * from inbox")}


def test_what_was_taken_waits_in_the_order_it_came(inbox: Inbox) -> None:
    assert inbox.take({1002: update("a"), 1003: update("b")}, NOW) == [1002, 1003]
    assert inbox.take({5: update("c")}, NOW) == [5]  # after a quiet week ids begin anywhere
    assert inbox.waiting() == {1002: update("a"), 1003: update("b"), 5: update("c")}


def test_an_update_is_taken_once(inbox: Inbox) -> None:
    inbox.take({1: update()}, NOW)
    assert inbox.take({1: update(), 2: update()}, NOW) == [2]
    inbox.finish([1, 2])
    assert inbox.take({1: update(), 2: update()}, NOW + KEPT / 2) == []


def test_half_a_character_is_kept_as_it_came(inbox: Inbox) -> None:
    inbox.take({1: update("月\ud800票\0")}, NOW)
    assert inbox.waiting() == {1: update("月\ud800票\0")}


def test_nothing_but_the_id_is_kept_of_what_is_done(inbox: Inbox, db: Database) -> None:
    inbox.take({1: update(), 2: update()}, NOW)
    inbox.finish([1])
    assert states(db) == {1: "done", 2: "waiting"}
    assert [row["raw"] is None for row in db.query("select raw from inbox")] == [True, False]


def test_what_was_handled_before_it_could_be_kept_is_done(inbox: Inbox, db: Database) -> None:
    assert inbox.take({1: update(), 2: update()}, NOW, handled=[1]) == [2]
    assert states(db) == {1: "done", 2: "waiting"}


def test_what_cannot_be_handled_is_set_aside_with_the_reason(inbox: Inbox, db: Database) -> None:
    inbox.take({1: update()}, NOW)
    inbox.set_aside(1, "KeyError: \ud800" + "x" * 10_000)
    inbox.finish([1])
    (row,) = db.query("select * from inbox")
    assert row["state"] == "aside"
    assert row["reason"].startswith("KeyError: ?")
    assert len(row["reason"]) <= 500
    assert row["raw"]
    assert inbox.waiting() == {}


def test_what_was_changed_is_told_until_its_update_is_done(inbox: Inbox) -> None:
    inbox.take({1: update()}, NOW)
    inbox.keep_effect((1, 1), "abc")
    inbox.keep_effect((1, 2), {"key": 2})
    assert (inbox.effect((1, 1)), inbox.effect((1, 2))) == ("abc", {"key": 2})
    assert inbox.effect((2, 1)) is None
    inbox.finish([1])
    assert inbox.effect((1, 1)) is None


def test_it_is_part_of_the_transaction_around_it(inbox: Inbox, db: Database) -> None:
    with pytest.raises(ZeroDivisionError), transaction(db):
        inbox.take({1: update()}, NOW)
        raise ZeroDivisionError
    assert inbox.waiting() == {}


def test_old_ids_are_forgotten_but_never_the_newest_or_what_waits(
    inbox: Inbox, db: Database
) -> None:
    many = {number: update() for number in range(1, 2 * KEPT_NEWEST)}
    inbox.take(many, NOW)
    inbox.finish([number for number in many if number != 3])
    inbox.take({9_000: update()}, NOW + KEPT + timedelta(seconds=1))
    kept = states(db)
    assert 1 not in kept
    assert kept[3] == kept[9_000] == "waiting"
    assert len(kept) == KEPT_NEWEST + 1
