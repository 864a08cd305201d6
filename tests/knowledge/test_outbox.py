"""A notice is put once, sent once, and never forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.outbox import KEPT, Outbox, Progress, State
from knowledge.schema import connect, transaction

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
BODY = {"language": "zh", "meetings": []}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = connect(tmp_path / "minutes.db")
    yield opened
    opened.close()


@pytest.fixture
def outbox(db: Database) -> Outbox:
    return Outbox(db)


def put(outbox: Outbox, *chats: int, publication: str = "one", due: datetime = NOW) -> None:
    for chat in chats:
        outbox.put(publication, chat, None, BODY, due)


def taken(outbox: Outbox, now: datetime = NOW) -> list[int]:
    found = []
    while notice := outbox.take(now):
        found.append(notice.chat)
    return found


def test_a_notice_comes_back_as_it_was_put(outbox: Outbox) -> None:
    outbox.put("one", -5, 7, BODY, NOW)
    notice = outbox.take(NOW)
    assert notice is not None
    assert (notice.publication, notice.chat, notice.thread) == ("one", -5, 7)
    assert (notice.body, notice.due_at, notice.first_due_at) == (BODY, NOW, NOW)
    assert notice.attempts == 1


def test_a_chat_is_told_once_of_a_publication(outbox: Outbox) -> None:
    put(outbox, 1, 1)
    put(outbox, 1, publication="two")
    assert taken(outbox) == [1, 1]


def test_what_was_put_in_a_transaction_that_fails_was_never_put(
    outbox: Outbox, db: Database
) -> None:
    with pytest.raises(ZeroDivisionError), transaction(db):
        put(outbox, 1)
        raise ZeroDivisionError
    assert taken(outbox) == []


def test_what_is_due_first_goes_first_and_nothing_early(outbox: Outbox) -> None:
    put(outbox, 1, due=LATER)
    put(outbox, 2, 3)
    assert taken(outbox) == [2, 3]
    assert outbox.next_due() == LATER
    assert taken(outbox, LATER) == [1]
    assert outbox.next_due() is None


def test_what_a_killed_process_was_sending_is_sent_again(outbox: Outbox) -> None:
    put(outbox, 1)
    outbox.take(NOW)
    assert outbox.take(NOW) is None
    outbox.recover()
    again = outbox.take(NOW)
    assert again is not None
    assert again.attempts == 2


def test_a_postponed_notice_waits_with_its_reason(outbox: Outbox, db: Database) -> None:
    put(outbox, 1)
    notice = outbox.take(NOW)
    assert notice is not None
    outbox.postpone(notice.number, LATER, "TimedOut")
    assert outbox.take(NOW) is None
    again = outbox.take(LATER)
    assert again is not None
    assert (again.attempts, again.first_due_at) == (2, NOW)
    assert next(db["outbox"].rows)["reason"] == "TimedOut"


def test_being_told_to_wait_is_no_attempt(outbox: Outbox) -> None:
    put(outbox, 1)
    notice = outbox.take(NOW)
    assert notice is not None
    outbox.postpone(notice.number, NOW, "RetryAfter", tried=False)
    again = outbox.take(NOW)
    assert again is not None
    assert again.attempts == 1


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(days=1)])
def test_what_was_due_stays_due_when_the_clock_is_set_back(outbox: Outbox, jump: timedelta) -> None:
    outbox.put("one", 1, None, BODY, NOW, at_once=True)
    put(outbox, 2, due=LATER)
    assert taken(outbox, NOW - jump) == [1]


def test_being_told_to_wait_is_no_matter_of_the_clock(outbox: Outbox) -> None:
    outbox.put("one", 1, None, BODY, NOW, at_once=True)
    notice = outbox.take(NOW)
    assert notice is not None
    outbox.postpone(notice.number, NOW, "RetryAfter", tried=False)
    assert taken(outbox, NOW - timedelta(days=1)) == [1]


def test_a_retry_that_waits_longer_than_any_retry_was_postponed_by_a_wrong_clock(
    outbox: Outbox,
) -> None:
    put(outbox, 1)
    notice = outbox.take(NOW)
    assert notice is not None
    outbox.postpone(notice.number, LATER, "NetworkError")
    assert taken(outbox, NOW) == []
    assert taken(outbox, NOW - timedelta(days=1)) == [1]


def test_of_a_chat_that_is_gone_nothing_waits(outbox: Outbox) -> None:
    put(outbox, 1, 2)
    put(outbox, 1, publication="two", due=LATER)
    outbox.end_chat(1, "Forbidden", NOW)
    assert taken(outbox, LATER) == [2]
    assert outbox.counts() == {"blocked": 2, "sending": 1}


def test_a_moved_chat_gets_what_waited_once(outbox: Outbox) -> None:
    put(outbox, -1)
    put(outbox, -1, -100, publication="two")
    outbox.move_chat(-1, -100)
    assert taken(outbox) == [-100, -100]


def test_progress_counts_by_how_they_ended(outbox: Outbox) -> None:
    put(outbox, 1, 2, 3)
    for state in (State.SENT, State.FAILED):
        notice = outbox.take(NOW)
        assert notice is not None
        outbox.settle(notice.number, state, NOW)
    assert outbox.progress("one") == Progress(3, 1, {State.SENT: 1, State.FAILED: 1})


def test_what_ended_long_ago_is_forgotten(outbox: Outbox) -> None:
    put(outbox, 1, 2)
    for now in (NOW, NOW + KEPT + timedelta(days=1)):
        notice = outbox.take(now)
        assert notice is not None
        outbox.settle(notice.number, State.SENT, now)
    assert outbox.counts() == {"sent": 1}


def test_whoever_sends_is_woken(outbox: Outbox) -> None:
    woken: list[bool] = []
    outbox.wake = lambda: woken.append(True)
    put(outbox, 1)
    assert woken == [True]
