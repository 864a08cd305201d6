"""Webhook mode: Telegram brings the updates; each is in the inbox before it hears 200."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.config import Webhook
from bot.polling import PollingError, Taker
from bot.updates import id_of
from knowledge.errors import StoreError, WritingRefused

logger = logging.getLogger(__name__)

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
_LARGEST = 4 * 1024 * 1024  # bytes; an update is a few kilobytes
_AT_A_TIME = 40  # deliveries, Telegram's own default
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 30.0


class Receiving:
    """Listens where *webhook* says until stopped; *alive* is told of every delivery."""

    def __init__(
        self,
        bot: Bot,
        inbox: Taker,
        allowed_updates: Sequence[str],
        webhook: Webhook,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        alive: Callable[[], None] = lambda: None,
    ) -> None:
        self._alive = alive
        self._bot = bot
        self._inbox = inbox
        self._allowed = list(allowed_updates)
        self._webhook = webhook
        self._secret = webhook.secret.encode()
        self._pause = pause
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def run(self) -> None:
        """Serve until cancelled.

        Raises PollingError where the address cannot be listened on or Telegram refuses the
        webhook, StoreError where the record is of no use any more.
        """
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_post(urlsplit(self._webhook.url).path or "/", self._receive)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await self._listen(runner)
            await self._announce()
            await self._broken
        finally:
            await runner.cleanup()

    async def stop(self) -> None:
        """Leave the webhook set: Telegram keeps the updates and brings them to the next process."""

    async def _listen(self, runner: web.AppRunner) -> None:
        host, port = self._webhook.host, self._webhook.port
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PollingError(
                f"webhook_listen {host}:{port} cannot be listened on ({error.strerror})"
            ) from error

    async def _announce(self) -> None:
        """Tell Telegram where we are, again and again while it cannot be reached."""
        wait = _FIRST_WAIT
        while True:
            try:
                await self._bot.set_webhook(
                    self._webhook.url,
                    secret_token=self._webhook.secret,
                    allowed_updates=self._allowed,
                    max_connections=_AT_A_TIME,
                )
                return
            except (BadRequest, InvalidToken) as error:
                raise PollingError(f"Telegram refuses the webhook_url ({error})") from error
            except TelegramError as error:
                logger.warning("webhook_not_set error=%r", str(error))
            await self._pause(wait)
            wait = min(wait * 2, _LONGEST_WAIT)

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._secret):
            return web.Response(status=403)
        try:
            raw = json.loads(await request.read())
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(raw, dict) or id_of(raw) is None:
            return web.Response(status=400)
        self._alive()
        return web.Response(status=await self._taken(raw))

    async def _taken(self, raw: dict[str, object]) -> int:
        """Return the status for an update: 200 only when it is on the disk."""
        try:
            await self._inbox.put([raw])
        except WritingRefused as error:
            logger.error("updates_unconfirmed count=%d error=%r", 1, str(error))
            return 503
        except StoreError as error:
            if not self._broken.done():
                self._broken.set_exception(error)
            return 503
        return 200
