"""Updates that are not what they should be, among good ones."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from tests.soak.figures import Figure, at_most, none_of, noted, within
from tests.soak.program import Program, WallClock, copied
from tests.standin.server import Standin

BAD = 2_000
_BETWEEN = 20  # bad ones before each good one
_SLOWEST = 2.0  # seconds for a good one
_LONGEST = 1_024  # bytes of a line of the log
_QUESTION = "月票後來怎麼決定"
_JUNK: tuple[Any, ...] = (
    *(None, True, -1, 0, 2**31, 2**70, 1.5, 1e300),
    *("", "x" * 5_000, "\ud800", "\0", "<b>", "/start", "月票"),
    *([], {}, [[[[[]]]]], {"id": {}}, [{"type": "bot_command", "offset": -5, "length": 10**9}]),
)


async def soak(record: Path, folder: Path, bad: int = BAD, seed: int = 4) -> list[Figure]:
    """Send *bad* mutated updates, and after every few a question that is to be answered soon."""
    chance = random.Random(seed)  # noqa: S311
    slowest = 0.0
    async with Standin(clock=WallClock()) as telegram:
        program = Program(copied(record, folder), telegram)
        async with program.running():
            for number in range(bad):
                telegram.push(_mutant(chance, 1_000_000 + number))
                if number % _BETWEEN == 0:
                    person = telegram.person(10 + number)
                    began = time.perf_counter()
                    await person.says(_QUESTION)
                    await person.hears()
                    slowest = max(slowest, time.perf_counter() - began) if number else 0.0
            last = telegram.person(9)
            await last.says(_QUESTION)
            await last.hears()
            waiting = await program.worked_off()
        status, _ = await program.command("check")
    asked = [one for one in telegram.world.chats.values() if 10 <= one.id < 10 + bad]
    return [
        noted("mutated updates", bad),
        noted("questions between them", len(asked)),
        within("the slowest answer", slowest, _SLOWEST),
        none_of("updates that are still waiting", waiting),
        at_most("bytes of the longest line of the log", program.longest_line, _LONGEST),
        none_of("token in the log", program.tokens),
        none_of("faults that check finds", status),
    ]


def _mutant(chance: random.Random, person: int) -> dict[str, Any]:
    """An update that was right before up to three of its parts were replaced or removed."""
    body = deepcopy(chance.choice(list(_good(person))))
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(list(_parts(body)))
        if chance.random() < 0.3:
            del holder[key]
        else:
            holder[key] = deepcopy(chance.choice(_JUNK))
        if not list(_parts(body)):
            break
    return body


def _parts(found: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place in an update: what holds it, and under which key or number."""
    pairs = found.items() if isinstance(found, dict) else enumerate(found)
    for key, value in list(pairs):
        yield found, key
        if isinstance(value, dict | list):
            yield from _parts(value)


def _good(person: int) -> Iterator[dict[str, Any]]:
    user = {"id": person, "is_bot": False, "first_name": "王"}
    chat = {"id": person, "type": "private", "first_name": "王"}
    message = {"message_id": 5, "date": 1_767_225_600, "chat": chat, "from": user}
    command = {"type": "bot_command", "offset": 0, "length": 7}
    me = {"id": 110201543, "is_bot": True, "first_name": "會議紀錄"}
    document = {"file_id": "file9", "file_unique_id": "u9", "file_name": "a.txt", "file_size": 10}
    member = {"status": "member", "user": me}
    yield {"message": {**message, "text": _QUESTION}}
    yield {"message": {**message, "text": "/follow 月票", "entities": [command]}}
    yield {"message": {**message, "document": document}}
    yield {"message": {**message, "migrate_to_chat_id": -100_999}}
    yield {"callback_query": {"id": "1", "from": user, "chat_instance": "1", "data": "ms"}}
    yield {
        "callback_query": {
            **{"id": "1", "from": user, "chat_instance": "1", "data": "fe"},
            "message": {**message, "from": me, "text": "x"},
        }
    }
    yield {"inline_query": {"id": "1", "from": user, "query": "月票", "offset": ""}}
    yield {
        "my_chat_member": {
            **{"chat": chat, "from": user, "date": 1_767_225_600},
            "old_chat_member": {"status": "kicked", "user": me, "until_date": 0},
            "new_chat_member": member,
        }
    }
