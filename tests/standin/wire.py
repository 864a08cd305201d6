"""The three ways in which a call may bring its arguments over HTTP."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from tests.standin.refusal import Refused
from tests.standin.schema import Upload


async def read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Fields and files of a call; Refused where the body is not what it says it is."""
    if request.content_type == "multipart/form-data":
        return await _multipart(request)
    body = await request.read()
    try:
        if request.content_type == "application/json":
            fields = json.loads(body)
            if not isinstance(fields, dict):
                raise Refused("JSON body must be an object")
            return fields, {}
        return _form(body.decode("ascii") or request.query_string), {}
    except ValueError as error:
        raise Refused(f"can't parse request body: {error}") from error


def _form(encoded: str) -> dict[str, Any]:
    pairs = parse_qsl(encoded, keep_blank_values=True, strict_parsing=True, errors="strict")
    if len(dict(pairs)) < len(pairs):
        raise Refused("a parameter is given twice")
    return dict(pairs)


async def _multipart(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    fields: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            raise Refused("every part of the form needs a name")
        if part.name in fields or part.name in uploads:
            raise Refused("a parameter is given twice")
        if part.filename is not None:
            uploads[part.name] = Upload(part.filename, bytes(await part.read()))
        else:
            fields[part.name] = (await part.read()).decode("utf-8")
    return fields, uploads
