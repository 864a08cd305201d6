"""Says that an answer is being made, where that takes longer than a moment."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

logger = logging.getLogger(__name__)

T = TypeVar("T")
Pause = Callable[[float], Awaitable[None]]

_MOMENT = 0.4  # seconds after which a person wonders
_AGAIN = 4.5  # Telegram shows it for five: core.telegram.org/bots/api#sendchataction


async def patiently(
    work: Awaitable[T],
    update: Update,
    action: ChatAction = ChatAction.TYPING,
    pause: Pause = asyncio.sleep,
    moment: float = _MOMENT,
) -> T:
    """Return what *work* gives; the chat of *update* sees meanwhile that something is done."""
    showing: list[asyncio.Task[None]] = []

    def show() -> None:
        showing.append(asyncio.create_task(_show(update, action, pause)))

    # A timer, for most answers come within the moment and need no task.
    timer = asyncio.get_running_loop().call_later(moment, show)
    try:
        return await work
    finally:
        timer.cancel()
        for task in showing:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def _show(update: Update, action: ChatAction, pause: Pause) -> None:
    message = update.effective_message
    if message is None:
        return
    thread = message.message_thread_id if message.is_topic_message else None
    try:
        while True:
            await message.get_bot().send_chat_action(message.chat_id, action, thread)
            await pause(_AGAIN)
    except TelegramError as error:
        logger.info("typing_not_shown error=%r", str(error))
