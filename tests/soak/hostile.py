"""Files made to do harm, sent by an admin while somebody else asks: each is told what it is."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from knowledge.documents.limits import MAX_BYTES
from tests.knowledge.documents.hostile import CASES, Case
from tests.soak.figures import Figure, none_of, noted, within
from tests.soak.flood import answered, p95, paced
from tests.soak.program import Program, WallClock, copied
from tests.standin.people import Person
from tests.standin.server import Standin

_SLOWEST_FILE, _SLOWEST_ANSWER = 20.0, 1.0  # seconds
_LINES = "決議：照案通過，請各單位依會議結論辦理。\n" * 10_000
_MANY_LINES = Case(
    "many-lines.txt", lambda: f"雲海會議紀錄\n時間：112年2月11日\n地點：市府\n{_LINES}".encode()
)


async def soak(record: Path, folder: Path, files: int = len(CASES)) -> list[Figure]:
    """Send *files* of them, one after the other; somebody else asks all the time."""
    async with Standin(clock=WallClock()) as telegram:
        admin, other = telegram.person(7), telegram.person(8)
        program = Program(copied(record, folder), telegram, admins=(admin.id,))
        async with program.running():
            await answered(other)
            done = asyncio.Event()
            asking = asyncio.create_task(_asks(other, done))
            took = [await _told(admin, case) for case in (*CASES[:files], _MANY_LINES)]
            done.set()
            waits = await asking
            left = await program.worked_off()
    return [
        noted("hostile files", len(took)),
        within("told what it is, the slowest", max(took), _SLOWEST_FILE),
        within("the answer to somebody else, p95", p95(waits), _SLOWEST_ANSWER),
        none_of("updates left waiting", left),
        none_of("token in the log", program.tokens),
    ]


async def _told(admin: Person, case: Case) -> float:
    """Send a file and return how long the bot took to say what it is."""
    data = case.make()
    name = case.name.replace("\0", "") if len(data) <= MAX_BYTES else "minutes.exe"
    began = time.perf_counter()
    await admin.sends_document(name, data[:MAX_BYTES])
    await admin.hears()
    return time.perf_counter() - began


async def _asks(person: Person, done: asyncio.Event) -> list[float]:
    """Ask again and again until *done*; return how long each answer took."""
    waits = [await paced(person), await paced(person)]
    while not done.is_set():
        waits.append(await paced(person))
    return waits
