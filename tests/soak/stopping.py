"""SIGTERM while something hangs or goes out, and a second instance beside the first."""

from __future__ import annotations

import time
from pathlib import Path

from tests.soak.fanout import all_sent, people_of, publish, told
from tests.soak.figures import Figure, none_of, noted, within
from tests.soak.program import Program, WallClock, copied
from tests.standin.server import Standin

HANGING, SENDING, SECONDS = 5, 5, 20
_CHATS = 100
_LONGEST_STOP, _LONGEST_REFUSAL = 10.0, 2.0  # seconds
_QUESTION = "月票後來怎麼決定"


async def soak(
    record: Path,
    folder: Path,
    hanging: int = HANGING,
    sending: int = SENDING,
    seconds: int = SECONDS,
) -> list[Figure]:
    """Stop the bot in the middle of answers and of notices; start a second one beside it."""
    return [
        *await _hanging(record, folder / "hanging", hanging),
        *await _sending(record, folder / "sending", sending),
        *await _second(record, folder / "second", seconds),
    ]


async def _hanging(record: Path, folder: Path, runs: int) -> list[Figure]:
    slowest = 0.0
    async with Standin(clock=WallClock()) as telegram:
        program = Program(copied(record, folder), telegram)
        people = [telegram.person(7 + number) for number in range(runs)]
        for person in people:
            hold = telegram.faults.holds("sendMessage")
            async with program.running() as process:
                await person.says(_QUESTION)
                await hold.reached.wait()
                slowest = max(slowest, await program.ended(process))
            hold.release()
        async with program.running():
            lost = await program.worked_off()
            silent = sum(not person.unheard for person in people)
    return [
        noted("SIGTERM while an answer hangs", runs),
        within("the slowest end while it hangs", slowest, _LONGEST_STOP),
        none_of("updates lost", lost),
        none_of("questions not answered", silent),
    ]


async def _sending(record: Path, folder: Path, runs: int) -> list[Figure]:
    slowest = 0.0
    async with Standin(clock=WallClock()) as telegram:
        people = people_of(telegram, _CHATS)
        program = Program(copied(record, folder), telegram)
        publish(folder / "data", people)
        for _ in range(runs):
            async with program.running() as process:
                await telegram.called_times(len(telegram.calls) + 20)
                slowest = max(slowest, await program.ended(process))
        async with program.running():
            await all_sent(program)
        times = told(telegram)
    return [
        noted("SIGTERM during a fan-out", runs),
        within("the slowest end during a fan-out", slowest, _LONGEST_STOP),
        none_of("chats not told", sum(not times[chat] for chat in people)),
        none_of("chats told twice", sum(times[chat] > 1 for chat in people)),
        none_of("token in the log", program.tokens),
    ]


async def _second(record: Path, folder: Path, runs: int) -> list[Figure]:
    slowest, unnamed = 0.0, 0
    async with Standin(clock=WallClock()) as telegram:
        program = Program(copied(record, folder), telegram)
        async with program.running() as process:
            await telegram.updates.polled()
            for _ in range(runs):
                began = time.perf_counter()
                status, said = await program.command("run")
                slowest = max(slowest, time.perf_counter() - began)
                unnamed += status != 1 or f"process {process.pid};" not in said
            polls = [call for call in telegram.calls if call.method == "getUpdates"]
    return [
        noted("second instances", runs),
        none_of("of them that did not name the first", unnamed),
        within("until the slowest of them was gone", slowest, _LONGEST_REFUSAL),
        none_of("polls that met another one", sum(call.refused is not None for call in polls)),
    ]
