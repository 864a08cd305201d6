"""One engine in a process of its own; writes what it found as JSON.

    python -m tests.bench.probe build NUMBER TEXTS FOLDER     a peer, from texts into a folder
    python -m tests.bench.probe ask NUMBER FOLDER CASES       the same peer is asked everything
    python -m tests.bench.probe ask bot DATA CASES
    python -m tests.bench.probe take DATA FOLDER              the bot takes in minutes, one by one

CASES and TEXTS are JSON, an object a line: {"question", "words"} and {"text", "words"}, the words
with spaces between.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.peers import PEERS

TODAY = date(2025, 12, 1)
# Everything is asked once, which warms what is kept in memory, and then so many times more, as
# long as these seconds last.
_ROUNDS, _SECONDS = 3, 20.0

Found = str | int | None  # the first excerpt, the place of the first text, or nothing
Ask = Callable[[Any], Awaitable[Found]]


async def _ask_bot(data: Path, cases: Sequence[Any]) -> dict[str, Any]:
    from knowledge.service import Knowledge

    async with Knowledge.open(data, today=lambda: TODAY, read_only=True) as door:

        async def ask(case: Any) -> str:
            answer = await door.ask(case["question"])
            return answer.hits[0].excerpt if answer.answered and answer.hits else ""

        return await _asked(ask, cases)


async def _ask_peer(number: int, folder: Path, cases: Sequence[Any]) -> dict[str, Any]:
    search = PEERS[number].open(folder)

    async def ask(case: Any) -> int | None:
        return search(case["question"], case["words"].split(" "))

    return await _asked(ask, cases)


async def _asked(ask: Ask, cases: Sequence[Any]) -> dict[str, Any]:
    """Return what is found, the seconds of each answer at first and later, the memory in bytes."""
    began = time.perf_counter()
    found, first = await _round(ask, cases)
    later: list[float] = []
    for _ in range(_ROUNDS):
        if time.perf_counter() - began < _SECONDS:
            later += (await _round(ask, cases))[1]
    return {"found": found, "first": first, "times": later or first, "memory": _resident()}


async def _round(ask: Ask, cases: Sequence[Any]) -> tuple[list[Found], list[float]]:
    found, times = [], []
    for case in cases:
        began = time.perf_counter()
        found.append(await ask(case))
        times.append(time.perf_counter() - began)
    return found, times


def _build(number: int, texts: Path, folder: Path) -> dict[str, Any]:
    began = time.perf_counter()
    PEERS[number].build(((row["text"], row["words"]) for row in _read(texts)), folder)
    return {"took": time.perf_counter() - began}


async def _take(data: Path, files: Sequence[Path]) -> dict[str, Any]:
    from knowledge.service import Knowledge

    times = []
    async with Knowledge.open(data, today=lambda: TODAY) as door:
        for file in files:
            began = time.perf_counter()
            await door.publish(file)
            times.append(time.perf_counter() - began)
    return {"times": times}


def _resident() -> int:
    """Return the most bytes this process held in memory."""
    status = Path("/proc/self/status")  # where there is one: rusage counts the parent before exec
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _read(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main(what: str, which: str, *paths: str) -> None:
    places = list(map(Path, paths))
    if what == "take":
        found = asyncio.run(_take(Path(which), sorted(places[0].iterdir())))
    elif what == "build":
        found = _build(int(which), *places)
    else:
        folder, cases = places[0], list(_read(places[1]))
        asking = _ask_bot(folder, cases) if which == "bot" else _ask_peer(int(which), folder, cases)
        found = asyncio.run(asking)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
