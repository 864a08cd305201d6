"""What is remembered of a chat: questions behind buttons, and what a follow-up refers to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from knowledge.identity import short_code
from knowledge.schema import Tables
from knowledge.text import without_surrogates

# A question asked half an hour later is more often about something new, and an inherited
# meeting would answer it from the wrong minutes.
CONTEXT_LIFE = timedelta(minutes=30)
# A year of buttons at thirty questions a day, in a few megabytes.
MAX_QUESTIONS = 10_000
# Between two sweeps so many more are kept; to sweep at each took as long as to keep it.
SWEPT = 50
_SWEPT_AFTER = timedelta(minutes=1)
MAX_UNANSWERED = 1_000
_KEY_LENGTH = 8
_DOING = "remembering a chat"
_SORTED = json.JSONEncoder(sort_keys=True)  # made once: that takes longer than to use it


Context = Mapping[str, Any]  # fit for JSON


def question_key(text: str, day: date, context: Context | None = None) -> str:
    """Return the code, 8 characters of [a-z2-7], of the question *text* asked on *day*.

    The day belongs to it: 去年 means another year when it is asked in another one; so does
    the *context* it leans on.
    """
    leaning = _SORTED.encode(context)
    return short_code(_KEY_LENGTH, without_surrogates(text), day.isoformat(), leaning)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that the minutes did not answer; `last_at` is UTC, `times` how often it came."""

    text: str
    times: int
    last_at: datetime


class Chats(Tables):
    """Memory of the chats, by short codes and nothing else about people."""

    _swept_at = datetime.min.replace(tzinfo=UTC)

    def keep(self, text: str, today: date, context: Context | None = None) -> str:
        """Keep a question for the buttons under its answer; return its key (`question_key`).

        What was asked before the last MAX_QUESTIONS is forgotten at every SWEPT-th question; NUL
        and unpaired surrogates become U+FFFD.
        """
        key = question_key(text, today, context)
        number = self._added(
            _DOING,
            "insert or replace into questions (key, text, asked_on, context) values (?, ?, ?, ?)",
            key,
            without_surrogates(text),
            today.isoformat(),
            json.dumps(context),
        )
        if number and number % SWEPT == 0:
            self._write(
                _DOING, "delete from questions where number <= ? - ?", number, MAX_QUESTIONS
            )
        return key

    def question(self, key: str) -> tuple[str, date, dict[str, Any] | None] | None:
        """Return the question kept under *key*, its day and context; None where it is not kept."""
        rows = self._rows(
            "select text, asked_on, context from questions where key = ?", without_surrogates(key)
        )
        if not rows:
            return None
        row = rows[0]
        return row["text"], date.fromisoformat(row["asked_on"]), json.loads(row["context"])

    def miss(self, text: str, now: datetime) -> None:
        """Keep *text* as a question that was not answered; beyond MAX_UNANSWERED the oldest go."""
        self._write(
            _DOING,
            "insert into unanswered (text, times, last_at) values (?, 1, ?)"
            " on conflict (text) do update set times = times + 1, last_at = excluded.last_at",
            without_surrogates(text.strip()),
            now.astimezone(UTC).isoformat(timespec="seconds"),
        )
        self._write(
            _DOING,
            "delete from unanswered where text in (select text from unanswered order by last_at,"
            " text desc limit max(0, (select count(*) from unanswered) - ?))",
            MAX_UNANSWERED,
        )

    def unanswered(self) -> list[Unanswered]:
        """Return the questions that were not answered, the most frequent first, then the newest."""
        rows = self._rows("select * from unanswered order by times desc, last_at desc, text")
        return [
            Unanswered(row["text"], row["times"], datetime.fromisoformat(row["last_at"]))
            for row in rows
        ]

    def settle(self, text: str) -> None:
        """Forget that *text* was not answered."""
        self._write(_DOING, "delete from unanswered where text = ?", text)

    def remember(self, asker: str, data: Context, now: datetime) -> None:
        """Remember *data* as what the next question of *asker* may refer to.

        *now* has a time zone. What anyone else said longer than CONTEXT_LIFE and a minute ago is
        forgotten.
        """
        if not timedelta(0) <= now - self._swept_at < _SWEPT_AFTER:
            self._write(_DOING, "delete from contexts where at < ?", _limit(now))
            self._swept_at = now
        self._write(
            _DOING,
            "insert or replace into contexts (asker, data, at) values (?, ?, ?)",
            asker,
            json.dumps(data),
            now.timestamp(),
        )

    def context(self, asker: str, now: datetime) -> dict[str, Any] | None:
        """Return what was last remembered of *asker*, None after CONTEXT_LIFE."""
        rows = self._rows(
            "select data from contexts where asker = ? and at >= ?", asker, _limit(now)
        )
        return json.loads(rows[0]["data"]) if rows else None

    def move_chat(self, old: int, new: int) -> None:
        """Let what was said in the chat *old* be referred to in *new*."""
        self._write(
            _DOING,
            "update or replace contexts set asker = ? || substr(asker, instr(asker, ':'))"
            " where asker like ? || ':%'",
            *(str(new), str(old)),
        )

    def forget(self, user: int) -> None:
        """Forget what *user* said last, in every chat."""
        self._write(_DOING, "delete from contexts where asker like '%:' || ?", str(user))


def _limit(now: datetime) -> float:
    return (now - CONTEXT_LIFE).timestamp()
