"""Telegram's HTTP over aiohttp, against a real server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.http import AiohttpRequest

TOKEN = "110201543:obviously-a-fake-token"


async def echo(request: web.Request) -> web.Response:
    form = await request.post()
    fields: dict[str, Any] = {}
    for name, value in form.items():
        is_file = isinstance(value, web.FileField)
        fields[name] = [value.filename, value.file.read().decode()] if is_file else value
    return web.json_response(fields, status=418)


async def silent(request: web.Request) -> web.Response:
    """Hang up in the middle of a request."""
    assert request.transport is not None
    request.transport.close()
    return web.Response()


@pytest.fixture
async def address() -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_post(f"/bot{TOKEN}/echo", echo)
    application.router.add_post(f"/bot{TOKEN}/silent", silent)
    async with TestServer(application) as server:
        yield str(server.make_url(f"/bot{TOKEN}/"))


@pytest.fixture
async def request_class() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest() as request:
        yield request


def data(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


async def test_parameters_arrive_and_status_and_body_come_back(
    address: str, request_class: AiohttpRequest
) -> None:
    status, body = await request_class.do_request(
        address + "echo", "POST", data(text="月票", chat_id=7)
    )
    assert status == 418
    assert body.decode("unicode_escape") == '{"text": "月票", "chat_id": "7"}'


async def test_a_file_keeps_its_chinese_name(address: str, request_class: AiohttpRequest) -> None:
    document = InputFile("決議".encode(), filename="會議紀錄.txt")
    _, body = await request_class.do_request(address + "echo", "POST", data(document=document))
    assert "會議紀錄.txt" in body.decode("unicode_escape")


async def test_a_lost_line_is_a_network_error_without_the_address(
    address: str, request_class: AiohttpRequest
) -> None:
    with pytest.raises(NetworkError) as error:
        await request_class.do_request(address + "silent", "POST", data(a=1))
    assert TOKEN not in str(error.value)
    assert error.value.__cause__ is None


async def test_a_time_out_is_told_apart(address: str, request_class: AiohttpRequest) -> None:
    with pytest.raises(TimedOut):
        await request_class.do_request(address + "echo", "POST", data(a=1), read_timeout=1e-9)
