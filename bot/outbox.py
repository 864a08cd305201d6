"""Notices out to Telegram: one after the other, each once, and none for ever.

One request is in flight at a time, so that a killed process leaves at most one in doubt; that
one is sent again (reliability.md, 4: a duplicate is harmless, a lost notice is not).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.rates import Rates
from bot.reporting import Reporting
from handlers.markup import Card, plain_text
from handlers.reply import keyboard
from knowledge.errors import StoreError
from knowledge.outbox import LONGEST_WAIT, Notice, State
from knowledge.service import Knowledge

logger = logging.getLogger(__name__)

Render = Callable[[Notice], Awaitable[Card | None]]

# What Telegram says of a chat that cannot be reached again (reliability.md, 1.3); Forbidden is.
_GONE = (
    "chat not found",
    "user is deactivated",
    "bot was kicked",
    "bot was blocked",
    "bot can't initiate conversation",
    "not enough rights",
    "have no rights to send",
    "chat_write_forbidden",
    "group chat was deactivated",
    "peer_id_invalid",
)
# The same of one topic of a forum; the forum can be reached.
_NO_TOPIC = ("message thread not found", "topic_closed", "topic_deleted")
# What a notice raises that was not written by us, or by another version of us.
_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError)
_FIRST_WAIT = 5.0  # seconds after a line that failed, doubled each time
# Given up a day after it was due, and not before it was tried in earnest: the bot may have been
# away for days, and the clock may have been set.
_GIVE_UP, _LEAST_ATTEMPTS = timedelta(hours=24), 12
_LONGEST_SLEEP = 30.0  # seconds: the wall clock may have been set meanwhile
_FINISH_SECONDS = 5.0  # for the one in flight when the bot is told to stop
_MOST_UNCERTAIN = 2  # times a notice is sent whose answer did not come


@dataclass(frozen=True, slots=True)
class Times:
    """The clock and how to wait; a test has its own."""

    now: Callable[[], datetime]
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep


class Sender:
    """Sends what is due in the outbox of *door*; *render* makes a card of a notice.

    *render* returns None where there is nothing left to say.
    """

    def __init__(
        self,
        bot: Bot,
        door: Knowledge,
        render: Render,
        rates: Rates,
        times: Times,
        admins: Reporting,
    ) -> None:
        self._bot = bot
        self._door = door
        self._outbox = door.outbox
        self._render = render
        self._rates = rates
        self._times = times
        self._admins = admins
        self._put = asyncio.Event()

    async def run(self) -> None:
        """Send until cancelled; what is in flight then is sent again after the next start."""
        loop = asyncio.get_running_loop()
        self._outbox.on_put(lambda: loop.call_soon_threadsafe(self._put.set))
        try:
            await self._outbox.recover()
            while True:
                await self._step()
        finally:
            self._outbox.on_put(None)

    async def _step(self) -> None:
        self._put.clear()
        try:
            if notice := await self._outbox.take():
                await self._deliver(notice)
            else:
                await self._sleep(await self._outbox.next_due())
        except StoreError as error:
            logger.error("notices_wait error=%r", str(error))
            await self._times.pause(_FIRST_WAIT)

    async def _sleep(self, due_at: datetime | None) -> None:
        """Wait until *due_at*, or until a notice is put."""
        seconds = _LONGEST_SLEEP
        if due_at is not None:
            seconds = min(seconds, max(0.05, (due_at - self._times.now()).total_seconds()))
        waiting = asyncio.ensure_future(self._times.pause(seconds))
        put = asyncio.create_task(self._put.wait())
        try:
            await asyncio.wait({waiting, put}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (waiting, put):
                task.cancel()
            await asyncio.gather(waiting, put, return_exceptions=True)

    async def _deliver(self, notice: Notice) -> None:
        try:
            card = await self._render(notice)
        except _UNREADABLE as error:
            await self._give_up(notice, f"{type(error).__name__}: {error}")
        else:
            await (self._go_out(notice, card) if card else self._outbox.settle(notice, State.VOID))
        await self._admins.tell(notice.publication)

    async def _go_out(self, notice: Notice, card: Card) -> None:
        """Send *card* when its turn has come, to the end even if the bot is told to stop."""
        while wait := self._rates.wait(notice.chat):
            await self._times.pause(wait)
        sending = asyncio.ensure_future(self._attempt(notice, card))
        try:
            await asyncio.shield(sending)
        except asyncio.CancelledError:
            # Cut off in flight it would be sent again, though it may have arrived.
            await asyncio.wait({sending}, timeout=_FINISH_SECONDS)
            raise

    async def _attempt(self, notice: Notice, card: Card) -> None:
        self._rates.sent(notice.chat)
        try:
            await self._send(notice, card)
        except TelegramError as error:
            await self._failed(notice, error)
        else:
            await self._outbox.settle(notice, State.SENT)

    async def _send(self, notice: Notice, card: Card) -> None:
        try:
            await self._message(notice, card.html, card, ParseMode.HTML)
        except BadRequest as error:
            if "can't parse entities" not in str(error).lower():
                raise
            logger.error("notice_sent_as_text error=%r", str(error))
            await self._message(notice, plain_text(card), card, None)

    async def _message(self, notice: Notice, text: str, card: Card, mode: str | None) -> None:
        await self._bot.send_message(
            notice.chat,
            text,
            parse_mode=mode,
            reply_markup=keyboard(card),
            message_thread_id=notice.thread,
        )

    async def _failed(self, notice: Notice, error: TelegramError) -> None:
        """Decide what becomes of *notice*, which Telegram did not take."""
        reason = f"{type(error).__name__}: {error}"
        match error:
            case RetryAfter():
                after = error.retry_after
                seconds = after if isinstance(after, int) else after.total_seconds()
                self._rates.pause(seconds)
                await self._outbox.postpone(notice, self._times.now(), reason, tried=False)
            case ChatMigrated():
                await self._door.move_chat(notice.chat, error.new_chat_id)
                await self._outbox.postpone(notice, self._times.now(), reason, tried=False)
            case Forbidden():
                await self._door.following.end_chat(notice.chat, str(error))
            case BadRequest() if notice.thread and _says(error, _NO_TOPIC):
                await self._door.following.leave_topic(notice.chat, notice.thread)
                await self._outbox.postpone(notice, self._times.now(), reason, tried=False)
            case BadRequest() if _says(error, _GONE):
                await self._door.following.end_chat(notice.chat, str(error))
            case TimedOut() if notice.attempts >= _MOST_UNCERTAIN:
                await self._outbox.settle(notice, State.UNCERTAIN, reason)
            case BadRequest():
                await self._give_up(notice, reason)
            case NetworkError():
                await self._again(notice, reason)
            case _:
                await self._give_up(notice, reason)

    async def _again(self, notice: Notice, reason: str) -> None:
        now = self._times.now()
        if now - notice.first_due_at >= _GIVE_UP and notice.attempts >= _LEAST_ATTEMPTS:
            return await self._give_up(notice, reason)
        wait = timedelta(seconds=_FIRST_WAIT * 2 ** min(notice.attempts - 1, 10))
        await self._outbox.postpone(notice, now + min(wait, LONGEST_WAIT), reason)

    async def _give_up(self, notice: Notice, reason: str) -> None:
        logger.error("notice_given_up reason=%r", reason)
        await self._outbox.settle(notice, State.FAILED, reason)
        await self._admins.given_up(reason)


def _says(error: BadRequest, texts: Iterable[str]) -> bool:
    said = str(error).lower()
    return any(text in said for text in texts)
