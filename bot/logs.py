"""Logging to standard error: a line an event, `event key=value …`, without anybody's words.

The token is blotted out of every line and traceback.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from pathlib import Path
from typing import Any

# The shape of any bot token: one that is not ours must not be printed either.
_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
_HIDDEN = "<token>"
_FRAMES, _LONGEST_REASON = 8, 200
_TALKATIVE = ("httpx", "httpcore", "telegram", "aiohttp", "asyncio", "filelock")


class HideToken(logging.Formatter):
    """Format as usual, tracebacks included, then blot out the token."""

    def __init__(self, token: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._token = token

    def formatException(self, ei: Any) -> str:
        """Return one line, for an update can make a traceback of any length."""
        kind, error, trace = ei
        frames = traceback.extract_tb(trace)[-_FRAMES:]
        steps = (f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in reversed(frames))
        return f"{kind.__name__}: {_reason(error)} at {' < '.join(steps)}"

    def format(self, record: logging.LogRecord) -> str:
        return hide(super().format(record), self._token)


def _reason(error: BaseException) -> str:
    """Return what *error* says, in one line; Python's own quote what somebody wrote."""
    if type(error).__module__ == "builtins" and not isinstance(error, OSError):
        return "…"
    return " ".join(str(error).split())[:_LONGEST_REASON]


def hide(text: str, token: str) -> str:
    """Return *text* without *token* and without anything that has the shape of one."""
    return _TOKEN.sub(_HIDDEN, text.replace(token, _HIDDEN) if token else text)


def set_up(token: str, level: int = logging.INFO) -> None:
    """Send all logging to standard error at *level*, the libraries' from WARNING up."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(HideToken(token))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
