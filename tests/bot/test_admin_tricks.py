"""Only an admin, by number, in a private chat, in a new message of one's own, may publish."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.bot.running import ask_again, running
from tests.bot.test_publishing import MINUTES, NAME
from tests.standin.people import Person
from tests.standin.server import Standin

ADMIN, ANONYMOUS, LINKED = 11, 1087968824, 777000
Raw = dict[str, Any]


def user(number: int, **more: Any) -> Raw:
    return {"id": number, "is_bot": False, "first_name": "王", **more}


def private(number: int) -> Raw:
    return {"id": number, "type": "private", "first_name": "王"}


GROUP = {"id": -1001234567890, "type": "supergroup", "title": "交通組"}
CHANNEL = {"id": -1009876543210, "type": "channel", "title": "公告"}
OF_ADMIN = {"type": "user", "date": 1_767_225_600, "sender_user": user(ADMIN)}

# What would be an update with a document in it; each is how somebody else would be taken for one.
TRICKS: dict[str, tuple[str, Raw]] = {
    "a stranger": ("message", {"chat": private(7), "from": user(7)}),
    "with the name of an admin": (
        "message",
        {"chat": private(7), "from": user(7, username="admin", first_name="管理者")},
    ),
    "who forwards what an admin wrote": (
        "message",
        {"chat": private(7), "from": user(7), "forward_origin": OF_ADMIN},
    ),
    "who replies to an admin": (
        "message",
        {
            "chat": private(7),
            "from": user(7),
            "reply_to_message": {
                **{"message_id": 1, "date": 1, "chat": private(7), "from": user(ADMIN)}
            },
        },
    ),
    "through a bot": ("message", {"chat": private(7), "from": user(7), "via_bot": user(ADMIN)}),
    "an admin in a group": ("message", {"chat": GROUP, "from": user(ADMIN)}),
    "an anonymous admin of a group": (
        "message",
        {"chat": GROUP, "from": user(ANONYMOUS, is_bot=True), "sender_chat": GROUP},
    ),
    "a channel that is linked to a group": (
        "message",
        {"chat": GROUP, "from": user(LINKED), "sender_chat": CHANNEL},
    ),
    "a channel": ("channel_post", {"chat": CHANNEL, "sender_chat": CHANNEL}),
    "a channel in an admin's name": ("channel_post", {"chat": CHANNEL, "from": user(ADMIN)}),
    "an admin who edits": (
        "edited_message",
        {"chat": private(ADMIN), "from": user(ADMIN), "edit_date": 1_767_225_601},
    ),
    "nobody": ("message", {"chat": private(ADMIN)}),
    "the number of an admin as a text": (
        "message",
        {"chat": private(ADMIN), "from": user(ADMIN) | {"id": str(ADMIN)}},
    ),
    "a business connection": (
        "business_message",
        {"chat": private(ADMIN), "from": user(ADMIN), "business_connection_id": "1"},
    ),
}


@pytest.mark.parametrize("trick", TRICKS)
async def test_a_document_of_anybody_else_is_not_even_fetched(
    telegram: Standin, person: Person, data_dir: Path, trick: str
) -> None:
    kind, body = TRICKS[trick]
    telegram.person(ADMIN).starts()
    telegram.group(GROUP["id"])
    file = telegram.world.keep(NAME, MINUTES.encode())
    document = {**file.as_json(), "file_name": NAME}
    telegram.push({kind: {"message_id": 5, "date": 1_767_225_600, "document": document, **body}})
    async with running(telegram, data_dir, admins=(ADMIN,)):
        await ask_again(person)
    assert telegram.called("getFile") == []


Forge = Callable[[Raw], Raw]
FORGERIES: dict[str, Forge] = {
    "a stranger": lambda query: query | {"from": user(7)},
    "an admin in a group": lambda query: query | {"message": query["message"] | {"chat": GROUP}},
    "an admin under a message that is gone": lambda query: {
        key: value for key, value in query.items() if key != "message"
    },
}


@pytest.mark.parametrize("forgery", FORGERIES)
async def test_a_button_of_a_draft_is_an_admins_in_private(
    telegram: Standin, person: Person, data_dir: Path, forgery: str
) -> None:
    admin = telegram.person(ADMIN, language_code="zh-hant")
    telegram.group(GROUP["id"])
    async with running(telegram, data_dir, admins=(ADMIN,)):
        await admin.sends_document(NAME, MINUTES.encode())
        card = await admin.hears()
        query = telegram.world.asked()
        body = {
            **{"id": query.id, "from": admin.user, "chat_instance": "1"},
            **{"data": card.buttons[0]["callback_data"], "message": card.raw},
        }
        telegram.push({"callback_query": FORGERIES[forgery](body)})
        assert "只有管理者" in (await query.answered)["text"]
        await person.says("/meetings")
        assert "共 4 次" in (await person.hears()).text
