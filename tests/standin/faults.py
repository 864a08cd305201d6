"""What can go wrong between the bot and Telegram, one call at a time and on demand."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable

from aiohttp import web

from tests.standin.refusal import Refused

Effect = Callable[[], Awaitable[web.Response]]
Fault = Callable[[web.Request, Effect], Awaitable[web.Response]]
_PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"


class Hold:
    """A call that waits until the test lets it go."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self._released = asyncio.Event()

    def release(self) -> None:
        self._released.set()

    async def wait(self) -> None:
        self.reached.set()
        await self._released.wait()


TOLD = web.RequestKey("told", Refused)  # the refusal that a request was answered with


class Faults:
    """Each fault strikes the next call of its method; `after` means after it took effect."""

    def __init__(self) -> None:
        self._next: dict[str, deque[Fault]] = defaultdict(deque)
        self._holds: list[Hold] = []

    def take(self, method: str) -> Fault | None:
        return self._next[method].popleft() if self._next[method] else None

    def left(self, method: str) -> int:
        """How many calls of a method are still to be struck."""
        return len(self._next[method])

    def refuses(self, method: str, refusal: Refused, times: int = 1) -> None:
        """Answer as Telegram refuses: 401, 429 with or without retry_after, 500."""

        async def fault(request: web.Request, _: Effect) -> web.Response:
            request[TOLD] = refusal
            return web.json_response(refusal.body(), status=refusal.code)

        self._next[method].extend([fault] * times)

    def passes(self, method: str) -> None:
        """Let the call through; a later one is struck."""

        async def fault(_: web.Request, effect: Effect) -> web.Response:
            return await effect()

        self._next[method].append(fault)

    def garbles(self, method: str, status: int = 200, after: bool = False) -> None:
        """Answer with a web page, as a proxy does."""

        async def fault(_: web.Request, effect: Effect) -> web.Response:
            if after:
                await effect()
            return web.Response(status=status, text=_PAGE, content_type="text/html")

        self._next[method].append(fault)

    def resets(self, method: str, after: bool = False) -> None:
        """Drop the connection without an answer."""

        async def fault(request: web.Request, effect: Effect) -> web.Response:
            if after:
                await effect()
            if request.transport:
                request.transport.abort()
            return web.Response()

        self._next[method].append(fault)

    def holds(self, method: str, after: bool = False) -> Hold:
        """Delay the call; a client that gives up does not take it back."""
        hold = Hold()

        async def fault(_: web.Request, effect: Effect) -> web.Response:
            if after:
                response = await effect()
                await hold.wait()
                return response
            try:
                await hold.wait()
            finally:
                response = await effect()
            return response

        self._holds.append(hold)
        self._next[method].append(fault)
        return hold

    def release_all(self) -> None:
        for hold in self._holds:
            hold.release()
