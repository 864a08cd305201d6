"""Notices on their way out: written in the transaction of their cause, sent by the program.

waiting → sending → sent, or back to waiting, or given up: void (nothing left to say), blocked
(the chat cannot be reached), uncertain (it may have arrived, and was sent twice), failed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from knowledge.rows import Row, instant, instant_from, to_json
from knowledge.schema import Tables, unit

# Who followed something a month ago has seen its notice or never will.
KEPT = timedelta(days=30)
# The longest that is waited between two attempts: a notice that waits longer for its next one was
# postponed by a clock that has been set back since.
LONGEST_WAIT = timedelta(minutes=15)
_SETTLING = "settling a notice"


class State(StrEnum):
    """How a notice ended."""

    SENT = "sent"
    UNCERTAIN = "uncertain"
    VOID = "void"
    BLOCKED = "blocked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice for a chat, or a topic of it; times are UTC."""

    number: int
    publication: str
    chat: int
    thread: int | None
    body: Mapping[str, Any]
    due_at: datetime
    first_due_at: datetime
    attempts: int = 1  # this one counted


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the notices of one publication are."""

    total: int
    waiting: int
    ended: Mapping[State, int]


class Outbox(Tables):
    """The notices that wait to be sent, and what became of those that did."""

    wake: Callable[[], object] | None = None  # called, on the worker's thread, when one is put

    def put(
        self,
        publication: str,
        chat: int,
        thread: int | None,
        body: Mapping[str, Any],
        due_at: datetime,
        *,
        at_once: bool = False,
    ) -> None:
        """Add a notice inside the caller's transaction.

        One that is due *at_once* stays so, whatever the clock is set to. A second one for the
        same publication, chat and thread is ignored.
        """
        self._write(
            "adding a notice",
            "insert into outbox (publication, chat, thread, body, due_at, first_due_at, at_once)"
            " values (?, ?, ?, ?, ?, ?, ?)"
            " on conflict do nothing",
            *(publication, chat, thread, to_json(body), *(2 * [instant(due_at)]), at_once),
        )
        if self.wake:
            self.wake()

    def recover(self) -> None:
        """Let what a killed process was sending wait again: it may not have arrived."""
        self._write(_SETTLING, "update outbox set state = 'waiting' where state = 'sending'")

    def take(self, now: datetime) -> Notice | None:
        """Return the notice that is due longest, now `sending`; None where none is due."""
        with unit(self._db):
            rows = (
                self._rows(_AT_ONCE)
                or self._rows(_DUE, instant(now))
                or self._rows(_OVERDUE, instant(now + LONGEST_WAIT))
            )
            if not rows:
                return None
            self._write(
                "taking a notice",
                "update outbox set state = 'sending', attempts = attempts + 1 where number = ?",
                rows[0]["number"],
            )
        return _notice(rows[0])

    def next_due(self) -> datetime | None:
        """Return when the next notice is due, None where none waits."""
        rows = self._rows("select min(due_at) as at from outbox where state = 'waiting'")
        return instant_from(rows[0]["at"]) if rows[0]["at"] else None

    def postpone(self, number: int, due_at: datetime, reason: str, *, tried: bool = True) -> None:
        """Let a notice wait until *due_at*, or its turn where it was not *tried*.

        It was not where Telegram only said to wait.
        """
        self._write(
            _SETTLING,
            "update outbox set state = 'waiting', due_at = ?, reason = ?, at_once = ?,"
            " attempts = attempts - ? where number = ?",
            *(instant(due_at), reason, not tried, 0 if tried else 1, number),
        )

    def settle(self, number: int, state: State, now: datetime, reason: str | None = None) -> None:
        """End a notice; what ended longer than KEPT ago is forgotten."""
        self._write(
            _SETTLING,
            "update outbox set state = ?, reason = ?, settled_at = ? where number = ?",
            *(state.value, reason, instant(now), number),
        )
        self._write(_SETTLING, "delete from outbox where settled_at < ?", instant(now - KEPT))

    def end_chat(self, chat: int, reason: str, now: datetime) -> None:
        """Give up all that waits for *chat*, which cannot be reached."""
        self._write(
            _SETTLING,
            "update outbox set state = 'blocked', reason = ?, settled_at = ?"
            " where chat = ? and state in ('waiting', 'sending')",
            *(reason, instant(now), chat),
        )

    def move_chat(self, old: int, new: int) -> None:
        """Send to *new* what waits for *old*; what *new* is told already is not told twice."""
        with unit(self._db):
            self._write(
                _SETTLING,
                "update or ignore outbox set chat = ? where chat = ?"
                " and state in ('waiting', 'sending')",
                *(new, old),
            )
            self._write(
                _SETTLING,
                "delete from outbox where chat = ? and state in ('waiting', 'sending')",
                old,
            )

    def leave_topic(self, chat: int, thread: int) -> None:
        """Send to *chat* itself what waits for a topic of it; what it is told already, once."""
        place = (chat, thread)
        with unit(self._db):
            self._write(
                _SETTLING,
                "update or ignore outbox set thread = null where chat = ? and thread = ?"
                " and state in ('waiting', 'sending')",
                *place,
            )
            self._write(
                _SETTLING,
                "delete from outbox where chat = ? and thread = ?"
                " and state in ('waiting', 'sending')",
                *place,
            )

    def progress(self, publication: str) -> Progress:
        """Return how far the notices of *publication* are."""
        rows = self._rows(
            "select state, count(*) as n from outbox where publication = ? group by state",
            publication,
        )
        counts = {row["state"]: int(row["n"]) for row in rows}
        waiting = counts.pop("waiting", 0) + counts.pop("sending", 0)
        ended = {State(state): number for state, number in counts.items()}
        return Progress(waiting + sum(ended.values()), waiting, ended)

    def last_sent(self) -> datetime | None:
        """Return when the last notice was sent, None where none is remembered."""
        rows = self._rows("select max(settled_at) as at from outbox where state = 'sent'")
        return instant_from(rows[0]["at"]) if rows[0]["at"] else None

    def forget(self, chat: int) -> None:
        """Forget all notices for *chat*, whatever became of them."""
        self._write(_SETTLING, "delete from outbox where chat = ?", chat)

    def counts(self) -> dict[str, int]:
        """Return how many notices there are of each state."""
        rows = self._rows("select state, count(*) as n from outbox group by state order by state")
        return {row["state"]: int(row["n"]) for row in rows}


_WAITING = "select * from outbox where state = 'waiting'"
_AT_ONCE = _WAITING + " and at_once order by number limit 1"
_DUE = _WAITING + " and due_at <= ? order by due_at, number limit 1"
_OVERDUE = _WAITING + " and reason is not null and due_at > ? order by due_at, number limit 1"


def _notice(row: Row) -> Notice:
    return Notice(
        row["number"],
        row["publication"],
        row["chat"],
        row["thread"],
        json.loads(row["body"]),
        instant_from(row["due_at"]),
        instant_from(row["first_due_at"]),
        row["attempts"] + 1,
    )
