"""The token stands in no line of the log."""

from __future__ import annotations

import logging

import pytest

from bot.logs import HideToken, set_up

TOKEN = "110201543:AAobviously-a-fake-token-for-tests"
ANOTHER = "987654321:BBanother-obviously-fake-token-here"


@pytest.mark.parametrize("token", [TOKEN, ANOTHER])
def test_a_message_its_arguments_and_its_traceback_are_blotted(token: str) -> None:
    try:
        raise ValueError(f"https://example.org/bot{token}/getMe")
    except ValueError as error:
        information = (ValueError, error, error.__traceback__)
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
