"""kill -9 while minutes are imported: each is wholly on record or not at all, and check is clean."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.knowledge.killing import kill_imports, random_moments
from tests.soak.figures import Figure, none_of, noted

RUNS = 50


async def soak(_: Path, folder: Path, runs: int = RUNS, seed: int = 1) -> list[Figure]:
    """Kill *runs* imports at random moments, into one record, and look at it after each."""
    cut_off, broken = await asyncio.to_thread(_killed, folder, runs, seed)
    return [
        noted("imports", runs),
        noted("cut off", cut_off),
        none_of("imports that left a meeting in pieces", broken),
    ]


def _killed(folder: Path, runs: int, seed: int) -> tuple[int, int]:
    """Return how many imports were cut off, and how many left something in pieces."""
    folder.mkdir()
    try:
        return kill_imports(folder, random_moments(runs, seed)), 0
    except AssertionError:
        return 0, 1
