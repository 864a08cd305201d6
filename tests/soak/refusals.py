"""What Telegram refuses: a token for a moment or for ever, a second instance for a minute."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from tests.soak.figures import Figure, none_of, noted, within
from tests.soak.program import Program, WallClock, copied
from tests.standin.refusal import Refused
from tests.standin.server import Standin

_QUESTION = "月票後來怎麼決定"
_FOR_EVER = 1_000  # polls: far more than there are
_MINUTE_OF_CONFLICTS = 6  # polls with the pauses between them
_DEAD_SECONDS = 120
_CONFLICT = Refused("terminated by other getUpdates request", 409)


async def soak(
    record: Path, folder: Path, conflicts: int = _MINUTE_OF_CONFLICTS, dead: bool = True
) -> list[Figure]:
    """All three at the same time, each with a bot of its own; *dead* takes a minute and a half."""
    bots = [
        _for_a_moment(record, folder / "moment"),
        _another_instance(record, folder / "other", conflicts),
    ]
    if dead:
        bots.append(_for_ever(record, folder / "ever"))
    found = await asyncio.gather(*bots)
    return [figure for figures in found for figure in figures]


async def _for_a_moment(record: Path, folder: Path) -> list[Figure]:
    async with Standin(clock=WallClock()) as telegram:
        for method, code in (("getMe", 401), ("getUpdates", 401), ("getUpdates", 404)):
            telegram.faults.refuses(method, Refused(code=code))
        heard = await _answered(telegram, Program(copied(record, folder), telegram))
    return [none_of("answers missing after a refusal of a moment", int(not heard))]


async def _for_ever(record: Path, folder: Path) -> list[Figure]:
    async with Standin(clock=WallClock()) as telegram:
        telegram.faults.passes("getUpdates")
        telegram.faults.refuses("getUpdates", Refused(code=401), times=_FOR_EVER)
        program = Program(copied(record, folder), telegram)
        await telegram.person(7).says(_QUESTION)
        began = time.perf_counter()
        async with program.running() as process:
            await process.wait()
        seconds = time.perf_counter() - began
    last = program.log.strip().splitlines()[-1]
    clear = last.startswith("minutes-bot: ") and "refuses the token" in last
    return [
        within("until the end where the token is refused for ever", seconds, _DEAD_SECONDS),
        none_of("exit status 0 after that", int(process.returncode == 0)),
        Figure("its last line", last.removeprefix("minutes-bot: "), "names the token", clear),
        none_of("token in the log", program.tokens),
    ]


async def _another_instance(record: Path, folder: Path, conflicts: int) -> list[Figure]:
    async with Standin(clock=WallClock()) as telegram:
        telegram.faults.refuses("getUpdates", _CONFLICT, times=conflicts)
        program = Program(copied(record, folder), telegram)
        heard = await _answered(telegram, program, patience=2.0 ** (conflicts + 1) + 30)
    said = sum("another instance" in line for line in program.log.splitlines())
    return [
        noted("polls that met another instance", conflicts),
        none_of("of them not said in the log", conflicts - said),
        none_of("answers missing after another instance", int(not heard)),
    ]


async def _answered(telegram: Standin, program: Program, patience: float = 30.0) -> bool:
    """Tell whether a question is answered within *patience* seconds of the start."""
    person = telegram.person(7)
    await person.says(_QUESTION)
    async with program.running():
        try:
            async with asyncio.timeout(patience):
                while not person.unheard:  # noqa: ASYNC110 - its own wait is too short
                    await asyncio.sleep(0.1)
        except TimeoutError:
            return False
    return True
