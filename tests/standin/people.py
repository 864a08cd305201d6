"""Those who talk to the bot, as a test moves them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.standin.markup import units
from tests.standin.refusal import Refused
from tests.standin.world import File, World

GUARD_SECONDS = 60.0  # only so that a silent bot fails a test instead of hanging it
_ENTITIES = {
    "bot_command": re.compile(r"(?<!\S)/\w{1,64}(?:@\w+)?", re.ASCII),
    "mention": re.compile(r"(?<!\w)@\w{3,32}", re.ASCII),
}
_T = TypeVar("_T")


async def guarded(waiting: Awaitable[_T], what: str) -> _T:
    try:
        return await asyncio.wait_for(waiting, GUARD_SECONDS)
    except TimeoutError:
        raise AssertionError(f"the bot did not {what} within {GUARD_SECONDS:g} s") from None


@dataclass(frozen=True)
class Heard:
    """A message of the bot as it stood when it came: new, or `edited`."""

    raw: dict[str, Any]
    edited: bool = False

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def buttons(self) -> list[dict[str, Any]]:
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]

    def parts(self, kind: str) -> list[str]:
        """The pieces of the text under entities of this kind: bold, blockquote, text_link."""
        text = self.text.encode("utf-16-le")
        entities = self.raw.get("entities", self.raw.get("caption_entities", []))
        return [
            text[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
            for one in entities
            if one["type"] == kind
        ]


class Chat:
    """Any chat; `refusal` is what every call to send there meets."""

    def __init__(self, world: World, chat_id: int, kind: str, **names: Any) -> None:
        self.id = chat_id
        self.world = world
        self.json: dict[str, Any] = {"id": chat_id, "type": kind, **names}
        self.refusal: Refused | None = None
        self.threads: set[int] = set()
        self.messages: dict[int, dict[str, Any]] = {}
        self._shown: asyncio.Queue[Heard] = asyncio.Queue()
        self._next_message = 101  # 1 is the topic General, which no one may name
        world.chats[chat_id] = self

    async def hears(self) -> Heard:
        """The next thing the bot shows here: a new message or a changed one."""
        return await guarded(self._shown.get(), f"show anything in chat {self.id}")

    @property
    def unheard(self) -> int:
        return self._shown.qsize()

    def show(self, message: dict[str, Any], edited: bool = False) -> None:
        self._shown.put_nowait(Heard(dict(message), edited))

    def add(self, fields: dict[str, Any], reply_to: int | None = None) -> dict[str, Any]:
        """Keep a message and give it its number and date."""
        message = {
            "message_id": self._next_message,
            "date": int(self.world.clock()),
            "chat": self.json,
            **fields,
        }
        if reply_to:
            replied = dict(self.messages[reply_to])
            replied.pop("reply_to_message", None)
            message["reply_to_message"] = replied
        self._next_message += 1
        self.messages[message["message_id"]] = message
        return message

    def last_with_buttons(self) -> dict[str, Any]:
        return next(m for m in reversed(self.messages.values()) if m.get("reply_markup"))

    def _membership(self, by: Person, old: str, new: str) -> None:
        """Tell the bot that it is no longer, or again, in this chat."""
        me = self.world.me
        until = {"kicked": {"until_date": 0}}
        body = {
            "chat": self.json,
            "from": by.user,
            "date": int(self.world.clock()),
            "old_chat_member": {"status": old, "user": me, **until.get(old, {})},
            "new_chat_member": {"status": new, "user": me, **until.get(new, {})},
        }
        self.world.updates.push({"my_chat_member": body})

    def _refuses(self, reason: str, code: int = 403, **parameters: int) -> None:
        self.refusal = Refused(reason, code, **parameters)


class Group(Chat):
    def __init__(self, world: World, chat_id: int, kind: str, **names: Any) -> None:
        super().__init__(world, chat_id, kind, **names)
        self.members: dict[int, dict[str, Any]] = {}  # those who were given a status

    def owned_by(self, person: Person) -> None:
        """Make *person* the creator of the group, and so an admin."""
        owner = {"status": "creator", "user": person.user, "is_anonymous": False}
        self.members[person.id] = owner

    def topic(self, name: str) -> int:
        """Open a forum topic and return its thread id."""
        message = self.add({"forum_topic_created": {"name": name, "icon_color": 7322096}})
        thread: int = message["message_id"]
        message["message_thread_id"] = thread
        self.threads.add(thread)
        return thread

    def kicks(self, by: Person | None = None) -> None:
        """Remove the bot, which hears of it where somebody is named who did it."""
        if by:
            self._membership(by, "member", "kicked")
        kind = "group" if self.json["type"] == "group" else "supergroup"
        self._refuses(f"bot was kicked from the {kind} chat")

    def migrates(self, new_id: int, told: bool = True) -> Group:
        """Become a supergroup; where the bot is *told*, both service messages reach it."""
        new = Group(self.world, new_id, "supergroup", title=self.json["title"])
        if told:
            self.world.updates.push({"message": self.add({"migrate_to_chat_id": new_id})})
            self.world.updates.push({"message": new.add({"migrate_from_chat_id": self.id})})
        reason = "group chat was upgraded to a supergroup chat"
        self._refuses(reason, 400, migrate_to_chat_id=new_id)
        return new


class Channel(Chat):
    def posts(self, text: str) -> None:
        post = self.add({"sender_chat": self.json, **_spoken(text)})
        self.world.updates.push({"channel_post": post})


class Person(Chat):
    """A user and the private chat with the bot, which only the user can begin."""

    def __init__(self, world: World, user_id: int, **names: Any) -> None:
        first_name = names.setdefault("first_name", "王小明")
        super().__init__(world, user_id, "private", first_name=first_name)
        self.user = {"id": user_id, "is_bot": False, **names}
        self._refuses("bot can't initiate conversation with a user")

    async def says(
        self,
        text: str,
        to: Chat | None = None,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> dict[str, Any]:
        """Write to the bot, or in a group; returns the message."""
        return self._sends(_spoken(text), to or self, reply_to, thread)

    async def edits(self, message: dict[str, Any], text: str) -> None:
        message |= _spoken(text) | {"edit_date": int(self.world.clock())}
        self.world.updates.push({"edited_message": message})

    async def sends_document(
        self, name: str, data: bytes, caption: str = "", size: int | None = None
    ) -> File:
        file = self.world.keep(name, data, size)
        document = {**file.as_json(), "file_name": name}
        self._sends({"document": document} | ({"caption": caption} if caption else {}), self)
        return file

    async def presses(self, label: str, on: int | None = None, to: Chat | None = None) -> Any:
        """Press the button whose text begins so, on the last keyboard or on message `on`.

        Returns what the bot answered the query with.
        """
        chat = to or self
        message = chat.messages[on] if on else chat.last_with_buttons()
        buttons = Heard(message).buttons
        data = [b["callback_data"] for b in buttons if b["text"].startswith(label)]
        assert data, f"no button {label!r} among {[button['text'] for button in buttons]}"
        return await self.presses_data(data[0], message)

    async def presses_data(self, data: str, message: dict[str, Any]) -> Any:
        """Press a button of any callback data, an old or an invented one too."""
        query = self.world.asked()
        body = {
            "id": query.id,
            "from": self.user,
            "message": dict(message),
            "chat_instance": str(message["chat"]["id"]),
            "data": data,
        }
        self.world.updates.push({"callback_query": body})
        return await guarded(query.answered, f"answer the button {data!r}")

    async def asks_inline(self, text: str, offset: str = "") -> Any:
        query = self.world.asked()
        body = {"id": query.id, "from": self.user, "query": text, "offset": offset}
        self.world.updates.push({"inline_query": body})
        return await guarded(query.answered, f"answer the inline query {text!r}")

    def starts(self) -> None:
        """Be someone who has written to the bot before."""
        self.refusal = None

    def deactivates(self) -> None:
        self._refuses("user is deactivated")

    def blocks(self, told: bool = True) -> None:
        """Block the bot, which hears of it where it is *told*."""
        self._refuses("bot was blocked by the user")
        if told:
            self._membership(self, "member", "kicked")

    def unblocks(self) -> None:
        self.starts()
        self._membership(self, "kicked", "member")

    def _sends(
        self,
        fields: dict[str, Any],
        chat: Chat,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> dict[str, Any]:
        self.starts()
        topic = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
        message = chat.add({"from": self.user, **topic, **fields}, reply_to)
        self.world.updates.push({"message": message})
        return message


def _spoken(text: str) -> dict[str, Any]:
    """A text with the entities that Telegram finds by itself."""
    entities = [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
        for kind, pattern in _ENTITIES.items()
        for match in pattern.finditer(text)
    ]
    return {"text": text} | ({"entities": entities} if entities else {})
