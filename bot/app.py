"""The composition root: what lives long is made here, handed down, and closed again."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import warnings
from collections.abc import AsyncIterator, Callable, Collection, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, NetworkError
from telegram.ext import Application, ContextTypes, ExtBot
from telegram.request import BaseRequest
from telegram.warnings import PTBUserWarning

from bot.config import Config
from bot.fairness import Allowances
from bot.heartbeat import Heartbeat
from bot.http import AiohttpRequest
from bot.inbox import Inbox
from bot.ingesting import recorded, refused
from bot.outbox import Sender, Times
from bot.parts import beside
from bot.polling import DEAD_SECONDS, REFUSED, Polling, PollingError
from bot.rates import Rates
from bot.reporting import Reporting
from bot.spool import Spool, Verdict
from bot.watching import Watch
from bot.webhook import Receiving
from handlers import questions, routes
from handlers.context import Context
from handlers.markup import Card
from handlers.menus import introduce
from handlers.notices import notice_card
from knowledge.errors import KnowledgeError
from knowledge.outbox import Notice
from knowledge.service import Knowledge
from knowledge.timing import today_in_taipei

logger = logging.getLogger(__name__)

# What runs when the bot is told to stop has so long to finish; all must end within ten seconds.
_FINISH_SECONDS, _STOP_SECONDS = 6.0, 9.0
_START_WAIT = 1.0
_REFUSALS = 4  # of the token, before it is believed
_HUNG_SECONDS = 30.0  # after which polling should have ended the process itself
_HUNG = "the event loop, or the database's thread, hangs"

App = Application[Any, Any, Any, Any, Any, Any]


class QuietBot(ExtBot[None]):
    """A bot whose `repr`, and with it the application's, does not show the token."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "QuietBot[]"


def build(config: Config, door: Knowledge, request: BaseRequest, updates: BaseRequest) -> App:
    """Make the application with every handler; *updates* is the line that getUpdates uses."""
    _quiet_warnings()
    application = (
        Application.builder()
        .bot(
            QuietBot(
                config.token,
                base_url=config.base_url,
                base_file_url=config.base_file_url,
                request=request,
                get_updates_request=updates,
            )
        )
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
        .build()
    )
    routes.register(application, door, config.admins)
    return application


async def run(
    config: Config,
    today: Callable[[], date] = today_in_taipei,
    stopping: asyncio.Event | None = None,
    within: Callable[[float, str], None] = lambda seconds, reason: None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> None:
    """Answer in Telegram until SIGINT, SIGTERM or *stopping*; *now* gives times with a zone.

    *within* is a `Deadline`'s. Raises KnowledgeError where the store cannot be used, PollingError
    where Telegram cannot.
    """
    stopping = stopping or asyncio.Event()
    stop = partial(_told_to_stop, stopping, within)
    async with Knowledge.open(config.data_dir, today=today, now=now) as door:
        with _signals(stop):
            rates = Rates(asyncio.get_running_loop().time)
            request = AiohttpRequest(rates=rates)
            application = build(config, door, request, AiohttpRequest(connections=1))
            if await _initialized(application, stopping):
                async with (
                    _started(application, config.admins),
                    beside(
                        stop,
                        *_publishing(config, door, now),
                        _notifying(config, application.bot, door, rates, now),
                    ),
                ):
                    await door.prepare()
                    # What was loaded stays; to look through it for garbage takes 50 ms each time.
                    gc.freeze()
                    await _receive(config, application, door, stopping, within)


def _told_to_stop(stopping: asyncio.Event, within: Callable[[float, str], None]) -> None:
    stopping.set()
    within(_STOP_SECONDS, "stopped by force: something did not end in time")


async def _initialized(application: App, stopping: asyncio.Event) -> bool:
    """Greet Telegram until it answers; False when told to stop before.

    A proxy or a server that restarts refuses any token for a moment.
    """
    refusals = 0
    while not stopping.is_set():
        try:
            await application.initialize()
            return True
        except InvalidToken as error:
            refusals += 1
            if refusals == _REFUSALS:
                await application.bot.shutdown()
                raise PollingError(REFUSED) from error
        except NetworkError as error:
            logger.warning("telegram_unreachable error=%r", str(error))
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), _START_WAIT)
    return False


@asynccontextmanager
async def _started(application: App, admins: Collection[int]) -> AsyncIterator[None]:
    await application.start()
    await introduce(application.bot, admins)
    logger.info("running bot=%s", application.bot.username)
    try:
        yield
    finally:
        await application.stop()
        await application.shutdown()


def _publishing(
    config: Config, door: Knowledge, now: Callable[[], datetime]
) -> Iterator[Coroutine[Any, Any, None]]:
    """Yield what takes new minutes, from the spool and from the watched folder."""

    async def publish(file: Path) -> Verdict:
        try:
            verdict = recorded(await door.publish(file))
        except KnowledgeError as error:
            verdict = refused(error)
        logger.info("published file=%s failed=%s", file.name, verdict.failed)
        return verdict

    yield Spool(config.data_dir, publish).run()
    if config.watch:
        yield Watch(config.watch, publish, now).run()


def _notifying(
    config: Config, bot: Bot, door: Knowledge, rates: Rates, now: Callable[[], datetime]
) -> Coroutine[Any, Any, None]:
    """Return what sends the notices that are due."""

    async def render(notice: Notice) -> Card | None:
        chosen = await door.preferences.of(notice.chat, notice.thread)
        return await notice_card(notice.body, door, chosen.language)

    admins = Reporting(bot, door, rates, config.admins)
    return Sender(bot, door, render, rates, Times(now), admins).run()


async def _receive(
    config: Config,
    application: App,
    door: Knowledge,
    stopping: asyncio.Event,
    within: Callable[[float, str], None],
) -> None:
    """Handle updates, by polling or from the webhook, until *stopping*."""
    allowances = Allowances(asyncio.get_running_loop().time)
    left_out = partial(questions.left_out, application.bot)
    inbox = Inbox(application.bot, door.updates, application.process_update, left_out, allowances)
    await inbox.recover()
    source = _source(config, application.bot, inbox, stopping, within)
    try:
        await _until(stopping, source.run())
    finally:
        await source.stop()
        if not await inbox.drain(_FINISH_SECONDS):
            logger.warning("cut_off seconds=%.0f", _FINISH_SECONDS)


def _source(
    config: Config,
    bot: Bot,
    inbox: Inbox,
    stopping: asyncio.Event,
    within: Callable[[float, str], None],
) -> Polling | Receiving:
    """Return where updates come from; every sign of life of it is marked in the data directory."""
    heartbeat = Heartbeat(config.data_dir)
    if config.webhook:
        allowed = routes.ALLOWED_UPDATES
        return Receiving(bot, inbox, allowed, config.webhook, alive=heartbeat.beat)

    def alive() -> None:
        heartbeat.beat()
        if not stopping.is_set():
            within(DEAD_SECONDS + _HUNG_SECONDS, _HUNG)

    return Polling(bot, inbox, routes.ALLOWED_UPDATES, alive=alive)


async def _until(stopping: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do *work* until it raises or *stopping* is set."""
    working = asyncio.create_task(work)
    stopped = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait({working, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
    finally:
        for task in (working, stopped):
            task.cancel()
        await asyncio.gather(working, stopped, return_exceptions=True)


@contextmanager
def _signals(stop: Callable[[], None]) -> Iterator[None]:
    """Let SIGINT and SIGTERM call *stop*."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):
                loop.remove_signal_handler(number)


def _quiet_warnings() -> None:
    """Silence what the framework says about raw calls and about its next major version."""
    warnings.filterwarnings("ignore", message=".*do_api_request", category=PTBUserWarning)
    warnings.filterwarnings("ignore", message=".*retry_after", category=PTBUserWarning)
