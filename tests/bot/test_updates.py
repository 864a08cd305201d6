"""What must be known of an update before it is parsed: its id, its chat, whose queue it waits in."""

from __future__ import annotations

from typing import Any

import pytest

from bot.updates import Kind, Line, Origin, origin_of

ANONYMOUS = 1087968824  # Telegram's one user for every anonymous admin


@pytest.mark.parametrize(
    ("body", "chat", "person", "kind"),
    [
        ({"message": {"chat": {"id": 7}, "from": {"id": 8}}}, "7", "8", Kind.MESSAGE),
        (
            {"callback_query": {"from": {"id": 8}, "message": {"chat": {"id": 7}}}},
            *("7", "8", Kind.BUTTON),
        ),
        (
            {
                "message": {
                    "chat": {"id": -7},
                    "from": {"id": ANONYMOUS},
                    "sender_chat": {"id": -7},
                }
            },
            *("-7", "-7", Kind.MESSAGE),
        ),
        ({"inline_query": {"from": {"id": 8}}}, "8", "8", Kind.INLINE),
        ({"callback_query": {"from": {"id": 8}, "message": None}}, "8", "8", Kind.BUTTON),
        ({"my_chat_member": {"chat": {"id": 7}, "from": {"id": 8}}}, "7", "8", Kind.OTHER),
        ({"message": "nothing", "poll": {}}, "", "", Kind.OTHER),
        ({}, "", "", Kind.OTHER),
    ],
)
def test_an_update_is_kept_in_order_by_its_chat_and_waits_in_its_senders_queue(
    body: dict[str, Any], chat: str, person: str, kind: Kind
) -> None:
    assert origin_of({"update_id": 1, **body}) == Origin(chat, Line(person, kind))
