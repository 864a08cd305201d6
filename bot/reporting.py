"""What admins are told of the notices: how far they are, how many arrived, what was given up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.rates import Rates
from handlers.texts import Texts, texts_for
from knowledge.outbox import Progress, State
from knowledge.service import Knowledge

logger = logging.getLogger(__name__)

Sentence = Callable[[Texts], str]  # in the language of whom it is for

_MANY = 50  # notices of one publication that take long enough to be followed
_EVERY = 50  # notices between two changes of the line


class Reporting:
    """Tells *admins*, and never fails: a notice matters more than the word about it."""

    def __init__(
        self,
        bot: Bot,
        door: Knowledge,
        rates: Rates,
        admins: Iterable[int],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._outbox = door.outbox
        self._preferences = door.preferences
        self._rates = rates
        self._admins = tuple(admins)
        self._pause = pause
        self._tried = 0
        self._lines: dict[int, int] = {}  # admin -> message with the line of progress
        self._publication = ""

    async def tell(self, publication: str) -> None:
        """Say how far *publication* is, now and then, and how it ended."""
        if publication != self._publication:
            self._publication, self._tried = publication, 0
            self._lines.clear()
        self._tried += 1
        progress = await self._outbox.progress(publication)
        if progress.waiting == 0:
            ended = " ".join(f"{state.value}={number}" for state, number in progress.ended.items())
            logger.info("notices_out publication=%r ended=%r", publication, ended)
            await self._say(lambda texts: _summary(progress, texts))
        elif progress.total >= _MANY and self._tried % _EVERY == 1:
            await self._line(lambda texts: _under_way(progress, texts))

    async def given_up(self, reason: str) -> None:
        """Say that a notice was given up."""
        await self._say(lambda texts: texts.notice_given_up.format(reason=reason))

    async def _say(self, sentence: Sentence) -> None:
        for admin in self._admins:
            text = sentence(await self._texts(admin))
            await self._try(admin, partial(self._bot.send_message, admin, text))

    async def _line(self, sentence: Sentence) -> None:
        for admin in self._admins:
            text = sentence(await self._texts(admin))
            await self._try(admin, partial(self._show, admin, text))

    async def _texts(self, admin: int) -> Texts:
        return texts_for((await self._preferences.of(admin)).language)

    async def _show(self, admin: int, text: str) -> None:
        if admin in self._lines:
            await self._bot.edit_message_text(text, admin, self._lines[admin])
        else:
            self._lines[admin] = (await self._bot.send_message(admin, text)).message_id

    async def _try(self, admin: int, call: Callable[[], Awaitable[object]]) -> None:
        while wait := self._rates.wait(admin):
            await self._pause(wait)
        self._rates.sent(admin)
        try:
            await call()
        except RetryAfter as error:
            after = error.retry_after
            self._rates.pause(after if isinstance(after, int) else after.total_seconds())
        except TelegramError as error:
            logger.warning("admin_untold error=%r", str(error))


def _under_way(progress: Progress, texts: Texts) -> str:
    done = progress.total - progress.waiting
    return texts.notices_under_way.format(done=done, total=progress.total)


def _summary(progress: Progress, texts: Texts) -> str:
    arrived = progress.ended.get(State.SENT, 0) + progress.ended.get(State.UNCERTAIN, 0)
    gone, failed = progress.ended.get(State.BLOCKED, 0), progress.ended.get(State.FAILED, 0)
    return texts.notices_sent.format(total=arrived, blocked=gone, failed=failed)
