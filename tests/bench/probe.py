"""One engine, asked everything, in a process of its own; writes what it found as JSON.

    python -m tests.bench.probe (bot DATA | peer NUMBER TEXTS) CASES

CASES and TEXTS are JSON, one object a line: {"question", "any", "words"} and {"text", "words"}.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.service import Knowledge
from tests.bench.peers import PEERS

TODAY = date(2025, 12, 1)
ROUNDS = 3


async def _bot(data: Path, cases: Sequence[Any]) -> dict[str, Any]:
    began = time.perf_counter()
    async with Knowledge.open(data, today=lambda: TODAY, read_only=True) as door:
        opened = time.perf_counter() - began
        times, right = [], 0
        for turn in range(ROUNDS + 1):  # the first warms the caches, as it does for all
            for case in cases:
                began = time.perf_counter()
                answer = await door.ask(case["question"])
                times.append(time.perf_counter() - began)
                first = answer.hits[0].excerpt if answer.answered and answer.hits else ""
                right += turn == 0 and _is_right(case, first)
    return _result(opened, times[len(cases) :], right / len(cases))


def _peer(number: int, texts: Path, cases: Sequence[Any]) -> dict[str, Any]:
    peer = PEERS[number]
    rows = _read(texts)
    bodies, words = [row["text"] for row in rows], [row["words"] for row in rows]
    cases = cases[:: peer.sampled]
    with tempfile.TemporaryDirectory() as folder:
        before = _resident()
        began = time.perf_counter()
        search = peer.build(bodies, words, Path(folder))
        built = time.perf_counter() - began
        times, right = [], 0
        rounds = ROUNDS if peer.sampled == 1 else 0
        for turn in range(rounds + 1):
            for case in cases:
                began = time.perf_counter()
                place = search(case["question"], case["words"])
                times.append(time.perf_counter() - began)
                right += turn == 0 and place is not None and _is_right(case, bodies[place])
        disk = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    kept = times[len(cases) :] if rounds else times
    result = _result(built, kept, right / len(cases))
    return {**result, "memory": _resident() - before, "disk": disk}


def _result(opened: float, times: Sequence[float], right: float) -> dict[str, Any]:
    return {"opened": opened, "times": times, "right": right, "memory": _resident()}


def _is_right(case: Any, found: str) -> bool:
    packed = "".join(found.replace("**", "").split())
    return any("".join(wanted.split()) in packed for wanted in case["any"])


def _resident() -> int:
    """Return the most bytes this process held in memory."""
    status = Path("/proc/self/status")  # where there is one: rusage counts the parent before exec
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _read(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main(kind: str, *rest: str) -> None:
    cases = _read(Path(rest[-1]))
    if kind == "bot":
        found = asyncio.run(_bot(Path(rest[0]), cases))
    else:
        found = _peer(int(rest[0]), Path(rest[1]), cases)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
