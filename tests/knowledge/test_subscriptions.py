"""Who follows what: kept once, found by its terms, and gone when it is ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.errors import TooManyError
from knowledge.followed import Pace, Subject, SubjectKind, Subscription
from knowledge.schema import connect, transaction
from knowledge.subscriptions import MOST, Subscriptions

CHAT, GROUP = 2**52, -(2**52)  # as long as Telegram's numbers may become
TOPIC = 7
WORDS = Subject(SubjectKind.WORDS, "月票")
TERMS = {"月票": 0.7, "财源": 0.3}
NEW = Subscription("", CHAT, None, WORDS, Pace.AT_ONCE, False, "zh", date(2025, 12, 1))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = connect(tmp_path / "minutes.db")
    yield opened
    opened.close()


@pytest.fixture
def kept(db: Database) -> Subscriptions:
    return Subscriptions(db)


def words(text: str) -> Subject:
    return Subject(SubjectKind.WORDS, text)


def wanting(kept: Subscriptions, term: str = "月票") -> list[float]:
    return [share for _, share in kept.wanting([term, "別的"]).get(term, [])]


def test_it_comes_back_as_it_was_put(kept: Subscriptions) -> None:
    one = kept.put(NEW, TERMS)
    assert one == replace(NEW, key=one.key)
    assert kept.one(CHAT, one.key) == one
    assert kept.here(CHAT, None) == [one]
    assert len(one.key) == 8
    assert set(one.key) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_it_is_found_by_any_of_its_terms_and_tells_how_much_each_is(kept: Subscriptions) -> None:
    kept.put(NEW, TERMS)
    assert wanting(kept) == [0.7]
    assert wanting(kept, "财源") == [0.3]
    assert wanting(kept, "票") == []


def test_the_same_subject_again_changes_the_pace_and_stays_one(kept: Subscriptions) -> None:
    first = kept.put(NEW, TERMS)
    kept.pause(CHAT, [first.key], 3)
    again = kept.put(replace(NEW, pace=Pace.WEEKLY), {"月票": 1.0})
    assert again == replace(first, pace=Pace.WEEKLY)
    assert kept.all(CHAT) == [again]
    assert wanting(kept) == [1.0]


def test_chats_and_topics_follow_apart(kept: Subscriptions) -> None:
    general = kept.put(replace(NEW, chat=GROUP), TERMS)
    topic = kept.put(replace(NEW, chat=GROUP, thread=TOPIC), TERMS)
    assert kept.here(GROUP, None) == [general]
    assert kept.here(GROUP, TOPIC) == [topic]
    assert kept.all(GROUP) == [general, topic]
    assert kept.one(CHAT, topic.key) is None


def test_what_is_paused_hears_nothing_and_remembers_since_when(kept: Subscriptions) -> None:
    one = kept.put(NEW, TERMS)
    kept.pause(CHAT, [one.key], 3)
    kept.pause(CHAT, [one.key], 9)
    assert kept.here(CHAT, None) == [replace(one, paused_at=3)]
    assert wanting(kept) == []
    kept.resume(CHAT, [one.key])
    assert kept.here(CHAT, None) == [one]
    assert wanting(kept) == [0.7]


def test_what_was_ended_is_forgotten_with_its_terms(kept: Subscriptions, db: Database) -> None:
    one, other = kept.put(NEW, TERMS), kept.put(replace(NEW, subject=words("捷運")), {"捷运": 1.0})
    kept.end(CHAT, [one.key])
    assert kept.all(CHAT) == [other]
    assert [row["term"] for row in db.query("select term from subscription_terms")] == ["捷运"]


def test_nobody_ends_or_pauses_what_another_chat_follows(kept: Subscriptions) -> None:
    one = kept.put(NEW, TERMS)
    kept.end(GROUP, [one.key])
    kept.pause(GROUP, [one.key], 1)
    kept.set_pace(GROUP, one.key, Pace.WEEKLY, anytime=True)
    assert kept.all(CHAT) == [one]


def test_a_chat_that_cannot_be_reached_hears_nothing_until_it_is_back(kept: Subscriptions) -> None:
    one = kept.put(NEW, TERMS)
    paused = kept.put(replace(NEW, subject=words("捷運")), {"捷运": 1.0})
    kept.pause(CHAT, [paused.key], 3)
    kept.end_chat(CHAT, "bot was blocked by the user")
    assert kept.all(CHAT) == []
    assert wanting(kept) == []
    assert kept.counts() == {"active": 0, "paused": 0, "ended": 2, "chats": 1}
    assert kept.revive(CHAT) == 2
    assert kept.all(CHAT) == [one, replace(paused, paused_at=3)]
    assert kept.revive(CHAT) == 0


def test_a_group_that_moves_keeps_what_it_follows(kept: Subscriptions) -> None:
    one = kept.put(replace(NEW, chat=-5), TERMS)
    kept.put(replace(NEW, chat=-5, subject=words("捷運")), {"捷运": 1.0})
    there = kept.put(replace(NEW, chat=GROUP, subject=words("捷運")), {"捷运": 1.0})
    kept.move_chat(-5, GROUP)
    assert kept.all(-5) == []
    assert kept.all(GROUP) == [replace(one, chat=GROUP), there]


def test_a_unit_is_part_of_the_transaction_around_it(kept: Subscriptions, db: Database) -> None:
    with pytest.raises(KeyError), transaction(db):
        kept.put(NEW, TERMS)
        raise KeyError
    assert kept.all(CHAT) == []


def test_a_chat_follows_so_much_and_no_more(kept: Subscriptions) -> None:
    for number in range(MOST):
        kept.put(replace(NEW, subject=words(str(number))), {})
    with pytest.raises(TooManyError, match=str(MOST)):
        kept.put(NEW, TERMS)
    kept.put(replace(NEW, subject=words("0"), pace=Pace.DAILY), {})
    kept.put(replace(NEW, chat=GROUP), TERMS)


def test_people_may_type_anything(kept: Subscriptions) -> None:
    one = kept.put(replace(NEW, subject=words("a\ud800\x00'b")), {"a'b\"": 1.0})
    assert kept.here(CHAT, None) == [one]
    assert kept.one(CHAT, "\ud800") is None
    assert wanting(kept, "a'b\"") == [1.0]


def test_publishing_tries_only_those_that_share_a_term(kept: Subscriptions, db: Database) -> None:
    """However many others there are: SQLite looks the terms up, it reads no table."""
    plan = db.query(
        "explain query plan select term, number, share from subscription_terms"
        " join subscriptions using (number) where term in (select value from json_each(?))"
        " and paused_at is null and ended is null",
        ["[]"],
    )
    steps = [row["detail"] for row in plan]
    assert any(step.startswith("SEARCH subscription_terms USING PRIMARY KEY") for step in steps)
    assert not any(step.startswith("SCAN subscription") for step in steps)
