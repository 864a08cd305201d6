"""A line of the log is an event with its values; nobody's words and no token stand in it."""

from __future__ import annotations

import ast
import logging
import re
from collections.abc import Iterator

import pytest

from bot.logs import HideToken, set_up
from tests.test_architecture import SOURCES

TOKEN = "110201543:AAobviously-a-fake-token-for-tests"
ANOTHER = "987654321:BBanother-obviously-fake-token-here"


@pytest.mark.parametrize("token", [TOKEN, ANOTHER])
def test_a_message_its_arguments_and_its_traceback_are_blotted(token: str) -> None:
    try:
        raise OSError(f"https://example.org/bot{token}/getMe")
    except OSError as error:
        information = (OSError, error, error.__traceback__)
    record = logging.LogRecord(
        "x", logging.DEBUG, __file__, 1, "at %s", (token,), information, "f", None
    )
    line = HideToken(TOKEN).format(record)
    assert token not in line
    assert line.count("<token>") >= 2


def test_libraries_are_quiet_below_warning() -> None:
    before = logging.getLogger().handlers[:], logging.getLogger().level
    try:
        set_up(TOKEN)
        assert not logging.getLogger("telegram").isEnabledFor(logging.INFO)
        assert logging.getLogger("bot").isEnabledFor(logging.INFO)
    finally:
        logging.getLogger().handlers[:] = before[0]
        logging.getLogger().setLevel(before[1])


def test_what_python_says_of_somebodys_words_is_not_logged() -> None:
    try:
        int("秘密的問題")
    except ValueError as error:
        information = (ValueError, error, error.__traceback__)
    record = logging.LogRecord(
        "x", logging.ERROR, __file__, 1, "failed", (), information, "f", None
    )
    line = HideToken(TOKEN).format(record)
    assert "ValueError" in line
    assert "test_logs.py" in line
    assert "秘密" not in line


def messages() -> Iterator[str]:
    """What every call of a logger in our own code begins with."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="logger")),
                    args=[ast.Constant(value=str(text)), *_],
                ):
                    yield text
                case ast.Call(func=ast.Attribute(value=ast.Name(id="logger"))):
                    yield ast.unparse(node)


@pytest.mark.parametrize("message", sorted(set(messages())))
def test_a_line_names_its_event_and_then_its_values(message: str) -> None:
    assert re.fullmatch(r"[a-z_]+( [a-z_]+=%(s|r|d|\.0f))*", message)
