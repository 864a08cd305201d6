"""Telegram's HTTP over aiohttp: twice the answers a second of the stock client.

(architecture.md: 1,360 against 600–680 messages a second, uploads included here.)
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.rates import Rates

# Telegram's servers answer within a second or two; longer is a dead line.
_READ_SECONDS = 20.0
_CONNECT_SECONDS = 10.0
# The wait for the answer begins when the request does: 20 MB take this long over 1.4 Mbit/s.
_UPLOAD_SECONDS = 120.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class AiohttpRequest(BaseRequest):
    """A `telegram.request.BaseRequest`; *connections* may be under way at once.

    Nothing is sent while *rates* pause, which they do for all when Telegram says so to one.
    """

    def __init__(self, connections: int = 32, rates: Rates | None = None) -> None:
        self._connections = connections
        self._rates = rates
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return _READ_SECONDS

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            # trust_env stays off: it halves throughput and would send the token to a proxy.
            self._session = ClientSession(connector=TCPConnector(limit=self._connections))

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the body.

        Raises TimedOut and NetworkError without the address, which holds the token.
        """
        if self._session is None:
            raise RuntimeError("the request is not initialized")
        await self._turn()
        uploads = request_data is not None and request_data.contains_files
        timeout = ClientTimeout(
            sock_connect=_seconds(connect_timeout, _CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, _UPLOAD_SECONDS if uploads else _READ_SECONDS),
        )
        try:
            body = _body(request_data)
            headers = _FORM if isinstance(body, bytes) else None
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                return self._heeded(response.status, await response.read())
        except TimeoutError:
            raise TimedOut from None
        except ClientError as error:
            raise NetworkError(f"request failed: {type(error).__name__}") from None

    async def _turn(self) -> None:
        """Wait while nothing may be sent; the pause may grow meanwhile."""
        if self._rates and (pause := self._rates.pausing()):
            await asyncio.sleep(pause)
            await self._turn()

    def _heeded(self, status: int, body: bytes) -> tuple[int, bytes]:
        """Remember for how long Telegram wants to be left alone; return what it said."""
        if self._rates and status == HTTPStatus.TOO_MANY_REQUESTS:
            with suppress(ValueError, KeyError, TypeError):
                self._rates.pause(float(json.loads(body)["parameters"]["retry_after"]))
        return status, body


def _seconds(given: Any, default: float) -> float | None:
    """Return the time-out asked for; the framework has a mark of its own for none asked."""
    return default if given is BaseRequest.DEFAULT_NONE else given


def _body(data: RequestData | None) -> FormData | bytes | None:
    if data is None:
        return None
    if not data.contains_files:
        # `json_parameters` would write each value as JSON twice.
        return "&".join(
            f"{name}={_escaped(value if isinstance(value, str) else json.dumps(value))}"
            for name, value in data.parameters.items()
        ).encode()
    # quote_fields=False: aiohttp would percent-encode Chinese file names.
    form = FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _escaped(value: str) -> str:
    """Return *value* with each of its bytes escaped: Chinese text is a sixth of a send so."""
    return "%" + value.encode().hex("%") if value else ""
