"""The only SQL about updates: what Telegram sent, and what was changed on its account."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from knowledge.rows import instant, to_json
from knowledge.schema import Tables, unit

Raw = Mapping[str, Any]
Effect = tuple[int, int]  # an update's id, and which change on its account: the first is 1

# Telegram sends again for a day what was not confirmed, at most a hundred at a time; after a
# quiet week it may begin at any number, so that an old one must not be taken for a repetition.
# The newest stay whatever the clock says.
KEPT = timedelta(days=7)
KEPT_NEWEST = 1_000
_PRUNED_EVERY = 1_000  # updates
_LONGEST_REASON = 500


class Inbox(Tables):
    """Updates by their ids, each taken once; those that are done are kept without their words.

    Each method is one unit; inside a `transaction` it is part of that.
    """

    def take(
        self, updates: Mapping[int, Raw], now: datetime, handled: Collection[int] = ()
    ) -> list[int]:
        """Keep *updates*, named by their ids, and return the ids of the new ones in order.

        When it returns they are on the disk. Those in *handled* are done already.
        """
        with unit(self._db):
            self._forget_words(now)
            fresh = [
                update_id
                for update_id, raw in updates.items()
                if self._insert(update_id, raw, now, done=update_id in handled)
            ]
        return [update_id for update_id in fresh if update_id not in handled]

    def waiting(self) -> dict[int, dict[str, Any]]:
        """Return, by their ids, the updates that are not done, in the order they came."""
        rows = self._rows(
            "select update_id, raw from inbox where state = 'waiting' order by number"
        )
        return {row["update_id"]: json.loads(row["raw"]) for row in rows}

    def finish(self, update_ids: Collection[int]) -> None:
        """Mark updates as done; nothing but their ids is kept of them."""
        listed = to_json(list(update_ids))
        with unit(self._db):
            self._write(
                "finishing updates",
                "update inbox set state = 'done', raw = null"
                " where state = 'waiting' and update_id in (select value from json_each(?))",
                listed,
            )
            self._write(
                "finishing updates",
                "delete from effects where update_id in (select value from json_each(?))",
                listed,
            )

    def set_aside(self, update_id: int, reason: str) -> None:
        """Keep an update that cannot be handled, with the *reason*, out of the way."""
        self._write(
            "setting an update aside",
            "update inbox set state = 'aside', reason = ? where update_id = ?",
            *(reason[:_LONGEST_REASON].encode("utf-8", "replace").decode(), update_id),
        )

    def forget(self, user: int) -> None:
        """Forget what *user* sent and could not be handled, but for its id."""
        self._write(
            "forgetting updates",
            "update inbox set raw = null, reason = null where state = 'aside' and exists"
            " (select 1 from json_tree(raw) where key = 'id' and atom = ? and path like '%from')",
            user,
        )

    def counts(self) -> dict[str, int]:
        """Return how many updates there are of each state."""
        rows = self._rows("select state, count(*) as n from inbox group by state order by state")
        return {row["state"]: int(row["n"]) for row in rows}

    def effect(self, effect: Effect) -> Any:
        """Return what was kept of a change that was made already, None where it was not."""
        rows = self._rows("select kept from effects where update_id = ? and number = ?", *effect)
        return json.loads(rows[0]["kept"]) if rows else None

    def keep_effect(self, effect: Effect, kept: object) -> None:
        """Keep that a change was made, and *kept*, fit for JSON and not None, to tell it again."""
        self._write(
            "keeping what was changed",
            "insert into effects (update_id, number, kept) values (?, ?, ?)",
            *(*effect, to_json(kept)),
        )

    def _insert(self, update_id: int, raw: Raw, now: datetime, *, done: bool) -> bool:
        """Keep one update; False where it was taken before."""
        # ASCII, because Telegram's JSON may hold half a character, which SQLite cannot.
        values = (update_id, None if done else json.dumps(raw), "done" if done else "waiting")
        number = self._added(
            "taking updates",
            "insert or ignore into inbox (update_id, raw, state, taken_at) values (?, ?, ?, ?)",
            *(*values, instant(now)),
        )
        if number and number % _PRUNED_EVERY == 0:
            self._prune(now)
        return number is not None

    def _forget_words(self, now: datetime) -> None:
        """What could not be handled is kept KEPT for the operator, then only its id and reason."""
        self._write(
            "forgetting old words",
            "update inbox set raw = null where state = 'aside' and raw is not null"
            " and taken_at < ?",
            instant(now - KEPT),
        )

    def _prune(self, now: datetime) -> None:
        self._write(
            "forgetting old updates",
            "delete from inbox where state != 'waiting' and taken_at < ?"
            " and number <= (select max(number) from inbox) - ?",
            *(instant(now - KEPT), KEPT_NEWEST),
        )
