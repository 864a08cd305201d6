"""The chat is shown that an answer is being made, but only where it takes longer than a moment."""

from __future__ import annotations

import asyncio

from telegram import Bot, Chat, Message, Update
from telegram.constants import ChatAction

from bot.http import AiohttpRequest
from handlers.patience import patiently
from tests.standin.server import Standin


class Clock:
    """Waits until a test lets the time pass; tells how long was asked for."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self._passed = asyncio.Semaphore(0)
        self._waiting = asyncio.Event()

    async def pause(self, seconds: float) -> None:
        self.asked.append(seconds)
        self._waiting.set()
        await self._passed.acquire()

    async def passes(self) -> None:
        """Let the pause pass that is waited for, and whatever follows, until the next."""
        await self._waiting.wait()
        self._waiting.clear()
        self._passed.release()
        await self._waiting.wait()


def asked(bot: Bot, thread: int | None = None) -> Update:
    group = Chat(-1001234567890, Chat.SUPERGROUP)
    message = Message(1, None, group, message_thread_id=thread, is_topic_message=bool(thread))  # type: ignore[arg-type]
    message.set_bot(bot)
    return Update(1, message=message)


async def test_a_slow_answer_is_announced_in_its_topic_and_again_while_it_lasts(
    telegram: Standin,
) -> None:
    topic = telegram.group().topic("交通")
    clock, done = Clock(), asyncio.Event()
    async with Bot(telegram.token, telegram.base_url, request=AiohttpRequest()) as bot:
        update = asked(bot, topic)
        answer = asyncio.create_task(patiently(answered(done), update, pause=clock.pause, moment=0))
        await clock.passes()
        done.set()
        assert await answer == "answer"
    typing = {"chat_id": -1001234567890, "action": ChatAction.TYPING, "message_thread_id": topic}
    assert telegram.called("sendChatAction") == [typing, typing]
    assert clock.asked == [4.5, 4.5]


async def test_a_quick_answer_is_not(telegram: Standin) -> None:
    done = asyncio.Event()
    done.set()
    async with Bot(telegram.token, telegram.base_url, request=AiohttpRequest()) as bot:
        assert await patiently(answered(done), asked(bot), moment=0) == "answer"
    assert telegram.called("sendChatAction") == []


async def test_an_answer_comes_though_nothing_could_be_shown(telegram: Standin) -> None:
    """The group does not exist, so that Telegram refuses."""
    done = asyncio.Event()
    async with Bot(telegram.token, telegram.base_url, request=AiohttpRequest()) as bot:
        answer = asyncio.create_task(patiently(answered(done), asked(bot), moment=0))
        await telegram.called_times(2)
        done.set()
        assert await answer == "answer"


async def answered(done: asyncio.Event) -> str:
    await done.wait()
    return "answer"
