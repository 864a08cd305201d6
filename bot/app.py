"""The composition root: what lives long is made here, handed down, and closed again."""

from __future__ import annotations

import asyncio
import logging
import signal
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from telegram.error import InvalidToken, NetworkError
from telegram.ext import Application, ContextTypes, ExtBot
from telegram.request import BaseRequest
from telegram.warnings import PTBUserWarning

from bot.config import Config
from bot.http import AiohttpRequest
from bot.inbox import Inbox
from bot.ingesting import recorded, refused
from bot.polling import Polling, PollingError
from bot.spool import Spool, Verdict
from bot.watching import Watch
from handlers import routes
from handlers.context import Context
from knowledge.errors import KnowledgeError
from knowledge.service import Knowledge, today_in_taipei

logger = logging.getLogger(__name__)

_FINISH_SECONDS = 8.0  # for what runs when the bot is told to stop; it must end within ten
_START_WAIT = 5.0

App = Application[Any, Any, Any, Any, Any, Any]


class QuietBot(ExtBot[None]):
    """A bot whose `repr`, and with it the application's, does not show the token."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "QuietBot[]"


def build(config: Config, door: Knowledge, request: BaseRequest, updates: BaseRequest) -> App:
    """Make the application with every handler; *updates* is the line that getUpdates uses."""
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
) -> None:
    """Answer in Telegram until SIGINT, SIGTERM or *stopping*.

    Raises KnowledgeError where the store cannot be used, PollingError where Telegram refuses.
    """
    stopping = stopping or asyncio.Event()
    _quiet_warnings()
    async with Knowledge.open(config.data_dir, today=today) as door:
        with _signals(stopping):
            application = build(config, door, AiohttpRequest(), AiohttpRequest(connections=1))
            if await _initialized(application, stopping):
                async with _started(application), _publishing(config, door):
                    await _poll(application, stopping)


async def _initialized(application: App, stopping: asyncio.Event) -> bool:
    """Greet Telegram until it answers; False when told to stop before."""
    while not stopping.is_set():
        try:
            await application.initialize()
            return True
        except InvalidToken as error:
            await application.bot.shutdown()
            raise PollingError("Telegram refuses the token; check it with @BotFather") from error
        except NetworkError as error:
            logger.warning("Telegram cannot be reached (%s); trying again", error)
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), _START_WAIT)
    return False


@asynccontextmanager
async def _started(application: App) -> AsyncIterator[None]:
    await application.start()
    await routes.list_commands(application.bot)
    logger.info("running as @%s", application.bot.username)
    try:
        yield
    finally:
        await application.stop()
        await application.shutdown()


@asynccontextmanager
async def _publishing(config: Config, door: Knowledge) -> AsyncIterator[None]:
    """Take new minutes from the spool and the watched folder while the block runs."""

    async def publish(file: Path) -> Verdict:
        try:
            return recorded(await door.publish(file))
        except KnowledgeError as error:
            return refused(error)

    work = [Spool(config.data_dir, publish).run()]
    if config.watch:
        work.append(Watch(config.watch, publish, lambda: datetime.now(UTC)).run())
    tasks = [asyncio.create_task(one) for one in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _poll(application: App, stopping: asyncio.Event) -> None:
    inbox = Inbox(application.bot, application.process_update)
    poller = Polling(application.bot, inbox, routes.ALLOWED_UPDATES)
    polling = asyncio.create_task(poller.run(), name="polling")
    stopped = asyncio.create_task(stopping.wait(), name="stopping")
    try:
        await asyncio.wait({polling, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if polling.done():
            polling.result()
    finally:
        for task in (polling, stopped):
            task.cancel()
        await asyncio.gather(polling, stopped, return_exceptions=True)
        await poller.confirm()
        if not await inbox.drain(_FINISH_SECONDS):
            logger.warning("stopped while handlers were still running")


@contextmanager
def _signals(stopping: asyncio.Event) -> Iterator[None]:
    """Turn SIGINT and SIGTERM into *stopping*."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, stopping.set)
    try:
        yield
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):
                loop.remove_signal_handler(number)


def _quiet_warnings() -> None:
    """Silence what the framework says about raw polling and about its next major version."""
    warnings.filterwarnings("ignore", message=".*do_api_request", category=PTBUserWarning)
    warnings.filterwarnings("ignore", message=".*retry_after", category=PTBUserWarning)
