"""Who decides for a chat, and how long Telegram's word on it is believed."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, CallbackQuery, Chat, Message, Update, User

from bot.http import AiohttpRequest
from handlers.members import Members
from tests.standin.people import Group, Person
from tests.standin.server import Standin


@pytest.fixture
async def bot(telegram: Standin) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, telegram.base_url, request=AiohttpRequest()) as bot:
        yield bot


@pytest.fixture
def group(telegram: Standin) -> Group:
    return telegram.group()


def said(bot: Bot, group: Group, user_id: int, sender_chat: int | None = None) -> Update:
    chat = Chat(group.id, Chat.SUPERGROUP)
    chat.set_bot(bot)
    sender = Chat(sender_chat, Chat.SUPERGROUP) if sender_chat else None
    user = User(user_id, "somebody", False)
    return Update(1, message=Message(1, None, chat, from_user=user, sender_chat=sender))  # type: ignore[arg-type]


async def test_in_private_everybody_decides(bot: Bot, telegram: Standin) -> None:
    private = Update(1, message=Message(1, None, Chat(7, Chat.PRIVATE)))  # type: ignore[arg-type]
    assert await Members().decide(private)
    assert telegram.called("getChatMember") == []


async def test_where_there_is_no_chat_nobody_does() -> None:
    user = User(7, "somebody", False)
    pressed = CallbackQuery("1", user, "inline", data="se", inline_message_id="x")
    assert not await Members().decide(Update(1, callback_query=pressed))


async def test_in_a_group_telegram_is_asked(bot: Bot, telegram: Standin, group: Group) -> None:
    owner, member = telegram.person(7), telegram.person(8)
    group.owned_by(owner)
    members = Members()
    assert await members.decide(said(bot, group, owner.id))
    assert not await members.decide(said(bot, group, member.id))


async def test_an_anonymous_admin_writes_in_the_name_of_the_group_and_nobody_else_can(
    bot: Bot, group: Group
) -> None:
    """A channel that writes into the group is none of its admins."""
    anonymous, channel = 1087968824, -1009876543210
    assert await Members().decide(said(bot, group, anonymous, sender_chat=group.id))
    assert not await Members().decide(said(bot, group, anonymous, sender_chat=channel))


async def test_the_answer_is_believed_for_half_a_minute(
    bot: Bot, telegram: Standin, group: Group
) -> None:
    person: Person = telegram.person(7)
    now = 1000.0
    members = Members(clock=lambda: now)
    assert not await members.decide(said(bot, group, person.id))
    group.owned_by(person)
    now += 29
    assert not await members.decide(said(bot, group, person.id))
    now += 2
    assert await members.decide(said(bot, group, person.id))
    assert len(telegram.called("getChatMember")) == 2
