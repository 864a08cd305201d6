"""Documents that wait for an admin: for a day, across restarts, and never too many."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge import drafts as module
from knowledge.drafts import DRAFT_LIFE, Draft, Drafts
from knowledge.errors import StoreError
from knowledge.schema import connect, transaction

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADMIN, CHAT = 2**52, -(2**52)  # as long as Telegram's numbers may become


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = connect(tmp_path / "minutes.db")
    yield opened
    opened.close()


@pytest.fixture
def drafts(db: Database) -> Drafts:
    return Drafts(db)


def put(drafts: Drafts, data: bytes = b"minutes", now: datetime = NOW) -> Draft:
    return drafts.put("會議紀錄.txt", data, ADMIN, CHAT, now)


def test_a_draft_comes_back_as_it_was_put(drafts: Drafts) -> None:
    draft = put(drafts, bytes(range(256)))
    assert drafts.get(draft.key, NOW) == draft
    assert draft == Draft(
        draft.key, "會議紀錄.txt", bytes(range(256)), None, ADMIN, CHAT, added_at=NOW
    )
    assert len(draft.key) == 10
    assert set(draft.key) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_it_survives_a_restart(drafts: Drafts, db: Database, tmp_path: Path) -> None:
    draft = put(drafts)
    db.close()
    again = connect(tmp_path / "minutes.db")
    assert Drafts(again).get(draft.key, NOW) == draft
    again.close()


def test_it_ends_after_a_day_in_any_time_zone(drafts: Drafts) -> None:
    key = put(drafts).key
    taipei = timezone(timedelta(hours=8))
    assert drafts.get(key, (NOW + DRAFT_LIFE).astimezone(taipei))
    assert drafts.get(key, NOW + DRAFT_LIFE + timedelta(seconds=1)) is None


@pytest.mark.parametrize("how", ["expire", "put"])
def test_what_ended_is_not_stored_any_longer(drafts: Drafts, db: Database, how: str) -> None:
    put(drafts, b"old")
    later = NOW + DRAFT_LIFE + timedelta(seconds=1)
    if how == "put":
        put(drafts, b"new", later)
    drafts.expire(later)
    kept = [bytes(row["data"]) for row in db.query("select data from drafts")]
    assert kept == ([b"new"] if how == "put" else [])


def test_what_was_published_or_cancelled_is_gone(drafts: Drafts) -> None:
    draft, other = put(drafts), put(drafts, b"other")
    drafts.drop(draft.key)
    drafts.drop(draft.key)
    assert drafts.get(draft.key, NOW) is None
    assert drafts.get(other.key, NOW) == other


def test_an_update_handled_twice_leaves_one_draft(drafts: Drafts, db: Database) -> None:
    assert put(drafts).key == put(drafts, now=NOW + timedelta(minutes=1)).key
    assert db.table("drafts").count == 1


def test_the_encoding_that_an_admin_chose_is_kept(drafts: Drafts) -> None:
    draft = put(drafts)
    drafts.choose(draft.key, "gb18030")
    assert drafts.get(draft.key, NOW) == replace(draft, encoding="gb18030")


def test_another_admin_or_chat_has_a_draft_of_its_own(drafts: Drafts) -> None:
    keys = {
        drafts.put("a.txt", b"minutes", admin, chat, NOW).key
        for admin, chat in ((1, 1), (1, 2), (2, 1))
    }
    assert len(keys) == 3


@pytest.mark.parametrize("key", ["", "aaaaaaaaaa", "' or 1=1 --", "\ud800", "a\0"])
def test_an_unknown_key_is_none(drafts: Drafts, key: str) -> None:
    put(drafts)
    assert drafts.get(key, NOW) is None


@pytest.mark.parametrize("name", ["", "../../etc/passwd.txt", "壞\ud83d字.txt", "空\0白.txt"])
def test_any_name_can_be_kept(drafts: Drafts, name: str) -> None:
    key = drafts.put(name, b"minutes", ADMIN, CHAT, NOW).key
    assert drafts.get(key, NOW) is not None


def test_the_oldest_beyond_the_number_are_forgotten(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_DRAFTS", 2)
    kept = [put(drafts, bytes([n]), NOW + timedelta(seconds=n)) for n in range(4)]
    assert [drafts.get(one.key, NOW) for one in kept] == [None, None, *kept[2:]]


def test_the_oldest_beyond_the_space_are_forgotten(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_TOTAL_BYTES", 10)
    kept = [put(drafts, bytes([n]) * 5) for n in range(3)]  # in the same second
    assert [drafts.get(one.key, NOW) for one in kept] == [None, *kept[1:]]


def test_a_document_that_is_too_large_is_refused(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 3)
    with pytest.raises(StoreError, match=r"會議紀錄\.txt: larger than .*split"):
        put(drafts, b"four")


def test_inside_a_transaction_it_is_all_or_nothing(drafts: Drafts, db: Database) -> None:
    with pytest.raises(ZeroDivisionError), transaction(db):
        key = put(drafts).key
        raise ZeroDivisionError
    assert drafts.get(key, NOW) is None


OPERATIONS: dict[str, Callable[[Drafts], object]] = {
    "put": put,
    "get": lambda drafts: drafts.get("aaaaaaaaaa", NOW),
    "choose": lambda drafts: drafts.choose("aaaaaaaaaa", "cp950"),
    "drop": lambda drafts: drafts.drop("aaaaaaaaaa"),
    "expire": lambda drafts: drafts.expire(NOW),
    "forget": lambda drafts: drafts.forget(7),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_locked_database_is_a_store_error(
    drafts: Drafts, db: Database, tmp_path: Path, name: str
) -> None:
    db.execute("pragma journal_mode = delete")
    db.execute("pragma busy_timeout = 0")
    other = sqlite3.connect(tmp_path / "minutes.db", isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(StoreError, match=r"minutes\.db: .*another program is using it"):
        OPERATIONS[name](drafts)
    other.close()


def test_every_public_method_is_in_the_table() -> None:
    public = {name for name in vars(Drafts) if not name.startswith("_")}
    assert public == set(OPERATIONS)
