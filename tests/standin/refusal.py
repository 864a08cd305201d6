"""How the Bot API says no."""

from __future__ import annotations

from typing import Any

_KINDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


class Refused(Exception):
    """A call that Telegram does not carry out; `parameters` go into the answer as they are."""

    def __init__(self, reason: str = "", code: int = 400, **parameters: int) -> None:
        self.code = code
        self.parameters = parameters
        self.description = f"{_KINDS[code]}: {reason}" if reason else _KINDS[code]
        super().__init__(self.description)

    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


class Misshapen(Refused):
    """An argument that is not of the shape the specification gives; `path` leads to it."""

    def __init__(self, path: str, problem: str) -> None:
        self.depth = path.count(".") + path.count("[")
        super().__init__(f"{path}: {problem}")
