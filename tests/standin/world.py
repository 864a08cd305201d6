"""What the stand-in knows: its clock, chats, messages, files and open queries."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standin.hook import Hook
from tests.standin.refusal import Refused
from tests.standin.rules import QUERY_SECONDS, Limits
from tests.standin.updates import Updates

if TYPE_CHECKING:
    from tests.standin.people import Chat


class Clock:
    """Seconds since 1970 that pass only when a test says so."""

    passes = False  # by itself

    def __init__(self, now: float = 1_767_225_600.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


@dataclass(frozen=True)
class File:
    id: str
    name: str
    data: bytes
    size: int

    @property
    def path(self) -> str:
        return f"documents/{self.id}"

    def as_json(self) -> dict[str, Any]:
        return {"file_id": self.id, "file_unique_id": f"u{self.id}", "file_size": self.size}


@dataclass
class Query:
    """A pressed button or an inline question that waits for the bot."""

    id: str
    asked_at: float
    answered: asyncio.Future[dict[str, Any]]


Menu = tuple[str, int, str]  # the type of scope, its chat or 0, its language


@dataclass
class World:
    clock: Clock
    me: dict[str, Any]
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    hook: Hook = field(default_factory=Hook)
    menus: dict[Menu, list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[tuple[str, str], str] = field(default_factory=dict)  # by language
    _queries: dict[str, Query] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.updates = Updates(self.clock)
        self.limits = Limits(self.clock)

    def chat(self, chat_id: object) -> Chat:
        if isinstance(chat_id, int) and chat_id in self.chats:
            return self.chats[chat_id]
        raise Refused("chat not found")

    def keep(self, name: str, data: bytes, size: int | None = None) -> File:
        """A file on Telegram's side; `size` may claim more than there is."""
        number = f"file{len(self.files) + 1}"
        claimed = len(data) if size is None else size
        file = self.files[number] = File(number, name, data, claimed)
        return file

    def asked(self) -> Query:
        answered = asyncio.get_running_loop().create_future()
        query = Query(f"query{len(self._queries) + 1}", self.clock(), answered)
        self._queries[query.id] = query
        return query

    def answer(self, query_id: str, answer: dict[str, Any]) -> None:
        query = self._queries.get(query_id)
        if query is None or query.asked_at + QUERY_SECONDS < self.clock():
            reason = "query is too old and response timeout expired or query ID is invalid"
            raise Refused(reason)
        if not query.answered.done():
            query.answered.set_result(answer)
