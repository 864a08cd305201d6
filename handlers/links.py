"""Links that open the bot at a place: t.me/NAME?start=…"""

from __future__ import annotations

import re

# core.telegram.org/bots/features#deep-linking: 1-64 of these
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def entry_payload(entry_id: str) -> str:
    return f"e_{entry_id}"


def question_payload(key: str) -> str:
    return f"q_{key}"


def meeting_payload(meeting_id: str) -> str | None:
    """Return what opens a meeting; None for one without a date, whose id has Chinese words."""
    payload = f"m_{meeting_id}"
    return payload if _PAYLOAD.fullmatch(payload) else None


def deep_link(bot_name: str, payload: str) -> str:
    """Return the address that opens the bot *bot_name* and sends it `/start payload`."""
    return f"https://t.me/{bot_name}?start={payload}"
