"""The program under a profiler of all its threads: `python -m tests.bench.profiled WORDS...`.

When it ends, standard output gets the processor seconds of each package, as JSON.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import yappi

from bot.cli import main as run

ROOT = Path(__file__).parents[2]


def main() -> None:
    yappi.set_clock_type("cpu")
    yappi.start()
    try:
        run(sys.argv[1:])
    finally:
        yappi.stop()
        seconds: Counter[str] = Counter()
        for one in yappi.get_func_stats():
            seconds[_package(one.module)] += one.tsub
        sys.stdout.write(json.dumps(seconds))


def _package(module: str) -> str:
    """Return the package that a source file belongs to; what is written in C is its caller's."""
    path = Path(module)
    if path.is_relative_to(ROOT) and "site-packages" not in path.parts:
        return path.relative_to(ROOT).parts[0]
    if "site-packages" in path.parts:
        return path.parts[path.parts.index("site-packages") + 1]
    return path.parent.name if path.suffix == ".py" and path.parent.name == "asyncio" else "Python"


if __name__ == "__main__":
    main()
