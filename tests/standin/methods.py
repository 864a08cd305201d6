"""What each method of the Bot API does here, once its arguments have the right shape.

A method of `Methods` is the effect of the Bot API method of the same name; those that only
have to say yes need none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.standin import rules
from tests.standin.people import Chat, Group, Person
from tests.standin.refusal import Refused
from tests.standin.schema import Upload
from tests.standin.world import File, Menu, World

_Arguments = dict[str, Any]


class Methods:
    def __init__(self, world: World, uploads: Mapping[str, Upload], limited: bool) -> None:
        self._world = world
        self._uploads = uploads
        self._limited = limited

    async def getMe(self, _: _Arguments) -> dict[str, Any]:
        return self._world.me

    async def getUpdates(self, arguments: _Arguments) -> list[dict[str, Any]]:
        self._world.hook.refuse_polls()
        return await self._world.updates.get(arguments)

    async def setWebhook(self, arguments: _Arguments) -> bool:
        self._world.hook.set(arguments)
        self._world.updates.allow(arguments)
        self._world.updates.end_poll("setWebhook request")
        return True

    async def deleteWebhook(self, arguments: _Arguments) -> bool:
        self._world.hook.set({"url": ""})
        if arguments.get("drop_pending_updates"):
            self._world.updates.drop()
        return True

    async def getFile(self, arguments: _Arguments) -> dict[str, Any]:
        file = self._known(arguments["file_id"])
        if file.size > rules.DOWNLOAD:
            raise Refused("file is too big")
        return {**file.as_json(), "file_path": file.path}

    async def sendMessage(self, arguments: _Arguments) -> dict[str, Any]:
        content = rules.formatted(arguments, "text", "entities", rules.TEXT)
        return self._send(arguments, content)

    async def sendPhoto(self, arguments: _Arguments) -> dict[str, Any]:
        return self._send(arguments, self._media(arguments, "photo", arguments["photo"]))

    async def sendDocument(self, arguments: _Arguments) -> dict[str, Any]:
        return self._send(arguments, self._media(arguments, "document", arguments["document"]))

    async def sendMediaGroup(self, arguments: _Arguments) -> list[dict[str, Any]]:
        items = arguments["media"]
        if not 2 <= len(items) <= 10:
            raise Refused("there must be 2-10 items in an album")
        contents = [self._media(item, item["type"], item["media"]) for item in items]
        return [self._send(arguments, content) for content in contents]

    async def editMessageText(self, arguments: _Arguments) -> Any:
        content = rules.formatted(arguments, "text", "entities", rules.TEXT)
        return self._edit(arguments, content, "text")

    async def editMessageCaption(self, arguments: _Arguments) -> Any:
        content = rules.formatted(arguments, "caption", "caption_entities", rules.CAPTION)
        return self._edit(arguments, content)

    async def editMessageReplyMarkup(self, arguments: _Arguments) -> Any:
        return self._edit(arguments, {})

    async def editMessageMedia(self, arguments: _Arguments) -> Any:
        media = arguments["media"]
        return self._edit(arguments, self._media(media, media["type"], media["media"]))

    async def deleteMessage(self, arguments: _Arguments) -> bool:
        chat = self._world.chat(arguments["chat_id"])
        if chat.messages.pop(arguments["message_id"], None) is None:
            raise Refused("message to delete not found")
        return True

    async def sendChatAction(self, arguments: _Arguments) -> bool:
        self._open(arguments)
        return True

    async def getChatMember(self, arguments: _Arguments) -> dict[str, Any]:
        chat = self._open(arguments)
        if not isinstance(chat, Group):
            raise Refused("there are no members in a private chat")
        return chat.members.get(arguments["user_id"]) or self._member(arguments["user_id"])

    def _member(self, user_id: int) -> dict[str, Any]:
        person = self._world.chats.get(user_id)
        if not isinstance(person, Person):
            raise Refused("PARTICIPANT_ID_INVALID")
        return {"status": "member", "user": person.user}

    async def answerCallbackQuery(self, arguments: _Arguments) -> bool:
        if len(arguments.get("text", "")) > rules.ANSWER:
            raise Refused("MESSAGE_TOO_LONG")
        self._world.answer(arguments["callback_query_id"], arguments)
        return True

    async def answerInlineQuery(self, arguments: _Arguments) -> bool:
        rules.inline_results(arguments)
        self._world.answer(arguments["inline_query_id"], arguments)
        return True

    async def setMyCommands(self, arguments: _Arguments) -> bool:
        rules.commands(arguments["commands"])
        self._world.menus[self._menu(arguments)] = arguments["commands"]
        return True

    async def getMyCommands(self, arguments: _Arguments) -> list[dict[str, str]]:
        return list(self._world.menus.get(self._menu(arguments), ()))

    def _menu(self, arguments: _Arguments) -> Menu:
        """Which menu is meant: of a kind of chat, or of one that there is, in a language."""
        scope = arguments.get("scope", {"type": "default"})
        chat = self._world.chat(scope["chat_id"]) if "chat_id" in scope else None
        return scope["type"], chat.id if chat else 0, rules.language(arguments)

    async def setMyDescription(self, arguments: _Arguments) -> bool:
        return self._describe("description", arguments)

    async def setMyShortDescription(self, arguments: _Arguments) -> bool:
        return self._describe("short_description", arguments)

    async def getMyDescription(self, arguments: _Arguments) -> dict[str, str]:
        return self._described("description", arguments)

    async def getMyShortDescription(self, arguments: _Arguments) -> dict[str, str]:
        return self._described("short_description", arguments)

    def _describe(self, what: str, arguments: _Arguments) -> bool:
        rules.description(what, arguments.get(what, ""))
        self._world.descriptions[what, rules.language(arguments)] = arguments.get(what, "")
        return True

    def _described(self, what: str, arguments: _Arguments) -> dict[str, str]:
        return {what: self._world.descriptions.get((what, rules.language(arguments)), "")}

    def _send(self, arguments: _Arguments, content: dict[str, Any]) -> dict[str, Any]:
        chat = self._open(arguments)
        rules.keyboard(markup := arguments.get("reply_markup"))
        replied = _replied(chat, arguments.get("reply_parameters"))
        if self._limited:
            self._world.limits.admit(chat.id)
        shown = {"reply_markup": markup} if "inline_keyboard" in (markup or {}) else {}
        topic = _topic(chat, arguments.get("message_thread_id"), replied)
        message = chat.add({"from": self._world.me, **topic, **content, **shown}, replied)
        chat.show(message)
        return message

    def _open(self, arguments: _Arguments) -> Chat:
        chat = self._world.chat(arguments["chat_id"])
        if chat.refusal:
            raise chat.refusal
        thread = arguments.get("message_thread_id")
        if thread is not None and thread not in chat.threads:
            raise Refused("message thread not found")
        return chat

    def _edit(self, arguments: _Arguments, content: dict[str, Any], *needed: str) -> Any:
        rules.keyboard(markup := arguments.get("reply_markup"))
        if "inline_message_id" in arguments:
            return True
        chat = self._open(arguments)
        message = chat.messages.get(arguments.get("message_id", 0))
        if message is None:
            raise Refused("message to edit not found")
        if message.get("from") != self._world.me:
            raise Refused("message can't be edited")
        if any(name not in message for name in needed):
            raise Refused(f"there is no {needed[0]} in the message to edit")
        _replace(message, content, markup, self._world.clock())
        chat.show(message, edited=True)
        return message

    def _media(self, arguments: _Arguments, kind: str, source: object) -> dict[str, Any]:
        file = self._kept(source)
        caption = rules.formatted(arguments, "caption", "caption_entities", rules.CAPTION)
        if kind == "photo":
            return {"photo": [{**file.as_json(), "width": 90, "height": 90}], **caption}
        return {kind: {**file.as_json(), "file_name": file.name}, **caption}

    def _kept(self, source: object) -> File:
        upload = source if isinstance(source, Upload) else self._attached(source)
        if upload is None:
            return self._known(str(source))
        if not upload.data:
            raise Refused("file must be non-empty")
        return self._world.keep(upload.name, upload.data)

    def _attached(self, source: object) -> Upload | None:
        return self._uploads.get(str(source).removeprefix("attach://"))

    def _known(self, file_id: str) -> File:
        if file_id not in self._world.files:
            raise Refused("invalid file_id")
        return self._world.files[file_id]


def _replied(chat: Chat, parameters: Mapping[str, Any] | None) -> int | None:
    if parameters is None:
        return None
    if (number := int(parameters["message_id"])) in chat.messages:
        return number
    if parameters.get("allow_sending_without_reply"):
        return None
    raise Refused("message to be replied not found")


def _topic(chat: Chat, thread: int | None, replied: int | None) -> dict[str, Any]:
    """A reply goes to the topic of what it replies to, without being told."""
    if replied and not thread:
        thread = chat.messages[replied].get("message_thread_id")
    return {"message_thread_id": thread, "is_topic_message": True} if thread else {}


def _replace(
    message: dict[str, Any],
    content: dict[str, Any],
    markup: dict[str, Any] | None,
    now: float,
) -> None:
    """Change a message in place; its keyboard goes unless it is sent again."""
    drop = {"reply_markup"} | ({"entities", "caption", "caption_entities"} if content else set())
    changed = {name: value for name, value in message.items() if name not in drop} | content
    if markup and markup.get("inline_keyboard"):
        changed["reply_markup"] = markup
    if changed == message:
        raise Refused(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    message.clear()
    message.update(changed, edit_date=int(now))
