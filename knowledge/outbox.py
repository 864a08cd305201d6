"""Notices on their way out: written in the transaction of their cause, sent by the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from knowledge.rows import instant, to_json
from knowledge.schema import Tables


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice for a chat, or a topic of it; `due_at` is UTC."""

    number: int
    publication: str
    chat: int
    thread: int | None
    body: Mapping[str, Any]
    due_at: datetime


class Outbox(Tables):
    """The notices that wait to be sent."""

    def put(
        self,
        publication: str,
        chat: int,
        thread: int | None,
        body: Mapping[str, Any],
        due_at: datetime,
    ) -> None:
        """Add a notice inside the caller's transaction.

        A second one for the same publication, chat and thread is ignored.
        """
        self._write(
            "adding a notice",
            "insert into outbox (publication, chat, thread, body, due_at) values (?, ?, ?, ?, ?)"
            " on conflict do nothing",
            *(publication, chat, thread, to_json(body), instant(due_at)),
        )
