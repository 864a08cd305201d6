"""Run the soaks that are named, or all, and print their figures; 1 where a bar is broken."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from tests.soak import (
    disk,
    fanout,
    flood,
    hostile,
    imports,
    injection,
    kills,
    lines,
    poison,
    refusals,
    stopping,
)
from tests.soak.figures import Figure, table
from tests.soak.program import fill

Soak = Callable[..., Awaitable[list[Figure]]]

SOAKS: dict[str, Soak] = {
    "kills": kills.soak,
    "imports": imports.soak,
    "fanout": fanout.soak,
    "flood": flood.soak,
    "lines": lines.soak,
    "refusals": refusals.soak,
    "stopping": stopping.soak,
    "poison": poison.soak,
    "injection": injection.soak,
    "hostile": hostile.soak,
    "disk": disk.soak,
}


def main(names: Sequence[str]) -> int:
    if unknown := set(names) - set(SOAKS):
        sys.stderr.write(f"unknown: {', '.join(unknown)}; known: {', '.join(SOAKS)}\n")
        return 2
    broken = False
    with tempfile.TemporaryDirectory() as folder:
        record = fill(Path(folder) / "record")
        for name in names or SOAKS:
            figures = asyncio.run(_run(SOAKS[name], record, Path(folder) / name))
            sys.stdout.write(table(name, figures) + "\n\n")
            sys.stdout.flush()
            broken = broken or not all(figure.kept for figure in figures)
    return int(broken)


async def _run(soak: Soak, record: Path, folder: Path) -> list[Figure]:
    return await soak(record, folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
