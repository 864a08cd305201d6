"""A Bot API server on 127.0.0.1 that carries out right calls and refuses all others."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import partial
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.standin.faults import TOLD, Faults
from tests.standin.methods import Methods
from tests.standin.people import Channel, Group, Person
from tests.standin.refusal import Refused
from tests.standin.schema import Schema, Upload
from tests.standin.wire import read
from tests.standin.world import Clock, World

_ME = {
    "id": 110201543,
    "is_bot": True,
    "first_name": "會議紀錄",
    "username": "minutes_test_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
TOKEN = f"{_ME['id']}:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1"


@dataclass
class Call:
    """One request as it came; `refused` is why it was not carried out."""

    method: str
    at: float
    arguments: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    refused: Refused | None = None
    told: Refused | None = None  # a refusal that a test had ordered
    done: bool = False  # it was carried out, whatever was answered


class Standin:
    """`async with Standin() as telegram:` serves until the block ends.

    `calls` has every request in order, `rejected` those that broke a rule; a fault that a test
    asked for (`faults`) is no rejection. `limited` puts Telegram's rates in force.
    """

    def __init__(
        self, token: str = TOKEN, limited: bool = False, clock: Clock | None = None
    ) -> None:
        self.token = token
        self.limited = limited
        self.calls: list[Call] = []
        self.clock = clock or Clock()
        self.faults = Faults()
        self.world = World(self.clock, dict(_ME))
        self.updates = self.world.updates
        self.schema = Schema.load()
        self._url = ""
        self._came = asyncio.Condition()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        # a poll whose client is gone must not stay open and meet the next one with a 409
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=1
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self._url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.updates.wake()
        self.faults.release_all()
        await self._runner.cleanup()

    @property
    def base_url(self) -> str:
        return f"{self._url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self._url}/file/bot"

    @property
    def username(self) -> str:
        return str(self.world.me["username"])

    @property
    def rejected(self) -> list[Call]:
        return [call for call in self.calls if call.refused]

    def called(self, method: str) -> list[dict[str, Any]]:
        """The arguments of every call of a method."""
        return [call.arguments for call in self.calls if call.method == method]

    def person(self, id: int = 7, **names: Any) -> Person:
        return Person(self.world, id, **names)

    def group(self, id: int = -1001234567890, title: str = "交通組", **extra: Any) -> Group:
        return Group(self.world, id, "supergroup", title=title, **extra)

    def small_group(self, id: int = -4242, title: str = "小組") -> Group:
        """A basic group: the kind that can become a supergroup."""
        return Group(self.world, id, "group", title=title)

    def channel(self, id: int = -1009876543210, title: str = "公告") -> Channel:
        return Channel(self.world, id, "channel", title=title)

    def push(self, body: dict[str, Any]) -> int:
        """Queue any update, a poisoned one too; returns its id."""
        return self.updates.push(body)

    async def brings(self, front: str) -> list[int]:
        """Bring pending updates to the webhook behind *front*; returns the answers' statuses."""
        assert self.world.hook.url, "no webhook is set"
        return await self.updates.bring(lambda update: self.world.hook.bring(update, front))

    async def _serve(self, request: web.Request) -> web.Response:
        call = Call(request.match_info["method"], self.clock())
        await self._note(call)
        try:
            await self._understand(request, call)
            effect = partial(self._carry_out, call)
            fault = self.faults.take(call.method)
            response = await (fault(request, effect) if fault else effect())
            call.told = request.get(TOLD)
            return response
        except Refused as refused:
            call.refused = refused
            return web.json_response(refused.body(), status=refused.code)

    async def called_times(self, total: int) -> None:
        """Wait until so many calls have come in all."""
        async with self._came:
            await self._came.wait_for(lambda: len(self.calls) >= total)

    async def _note(self, call: Call) -> None:
        self.calls.append(call)
        async with self._came:
            self._came.notify_all()

    async def _understand(self, request: web.Request, call: Call) -> None:
        self._admit(request)
        if call.method not in self.schema.methods:
            raise Refused("method not found", 404)
        fields, call.uploads = await read(request)
        call.arguments = fields
        call.arguments = self.schema.arguments(call.method, fields, call.uploads)

    def _admit(self, request: web.Request) -> None:
        """Telegram knows no path of a malformed token, and nobody of a wrong one."""
        token = request.match_info["token"]
        if ":" not in token or not token.partition(":")[0].isdecimal():
            raise Refused(code=404)
        if token != self.token:
            raise Refused(code=401)

    async def _carry_out(self, call: Call) -> web.Response:
        methods = Methods(self.world, call.uploads, self.limited)
        returns = self.schema.methods[call.method]["returns"]
        if effect := getattr(methods, call.method, None):
            result = await effect(call.arguments)
        elif returns == ["Boolean"]:
            result = True
        else:
            raise Refused(f"the stand-in has no {call.method}")
        call.done = True
        if call.method != "getUpdates":  # which may hold poison on purpose
            self.schema.check(result, returns, f"the stand-in's own {call.method}")
        return web.json_response({"ok": True, "result": result})

    async def _download(self, request: web.Request) -> web.Response:
        call = Call("download", self.clock(), {"path": request.match_info["path"]})
        self.calls.append(call)
        files = {file.path: file for file in self.world.files.values()}
        try:
            self._admit(request)
            if call.arguments["path"] not in files:
                raise Refused(code=404)
        except Refused as refused:
            call.refused = refused
            return web.json_response(refused.body(), status=refused.code)
        return web.Response(body=files[call.arguments["path"]].data)
