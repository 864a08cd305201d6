"""Make a corpus, let every engine answer the same questions, print a table and draw it.

    python -m tests.bench [SIZE] [--chart NAME] [--keep FOLDER] [--minutes MOST]

SIZE: entries in all. NAME.png and NAME.svg get the chart. What FOLDER holds of another run is used
again. When the minutes are over, the peers that were not yet asked are left out; a SIZE above
100,000 takes the time it takes, and asks only those that bear it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.chart import draw
from tests.bench.corpus import ENTRIES
from tests.bench.found import Found, p99, table
from tests.bench.peers import PEERS, Peer
from tests.bench.record import Record, sets

_STARTS = 5
_MINUTES, _BOUNDED = 10.0, 100_000


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench")
    options.add_argument("size", nargs="?", type=int, default=20_000)
    options.add_argument("--chart", type=Path)
    options.add_argument("--keep", type=Path)
    options.add_argument("--minutes", type=float)
    asked = options.parse_args()
    minutes = asked.minutes or (_MINUTES if asked.size <= _BOUNDED else float("inf"))
    until = time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder:
        found = list(_measured(Record(asked.keep or Path(folder), asked.size), asked.size, until))
    say(f"\n{datetime.now(UTC).date()}, {asked.size:,} entries\n\n{table(found)}")
    if asked.chart:
        draw(found, asked.size, asked.chart)


def _measured(record: Record, size: int, until: float) -> Iterator[Found]:
    say(f"recording {size:,} entries")
    took = record.make()
    say(f"ingest of {size // ENTRIES:,} files: {took:.0f} s")
    cases = record.write()
    say(f"{len(cases)} questions, each engine in processes of its own, one after the other")
    yield _bot(record, cases, took)
    for place, peer in enumerate(PEERS):
        if size > peer.most:
            continue
        try:
            yield _peer(place, peer, record, cases, until)
        except subprocess.TimeoutExpired:
            say(f"left out, for the minutes are over: {peer.name}")


def _bot(record: Record, cases: Sequence[Any], took: float) -> Found:
    start = _median_time(lambda: record.run("ask", "月票後來怎麼決定"))
    asking = ("ask", "bot", str(record.data), str(record.cases))
    one = _probed(*asking)
    right = sum(_is_right(*pair) for pair in zip(cases, one["found"], strict=True)) / len(cases)
    disk = _size(record.data)
    name = "minutes-bot"
    found = Found(name, one["times"], right, _rates(one, asking), took, disk, one["memory"], start)
    first = one["first"]
    say(f"asked for the first time: p50 {median(first) * 1e3:.1f} ms, p99 {p99(first) * 1e3:.1f}")
    say(f"mean of an answer of `ask --batch`, without the start: {_batch(record):.1f} ms")
    say(f"one more meeting of {ENTRIES} entries: {_taken_in(record):.0f} ms (median)")
    return found


def _peer(place: int, peer: Peer, record: Record, cases: Sequence[Any], until: float) -> Found:
    say(f"  {peer.name}")
    cases = cases[:: peer.sampled]
    with tempfile.TemporaryDirectory() as folder:
        asked, single = Path(folder) / "cases", Path(folder) / "case"
        for path, some in ((asked, cases), (single, cases[:1])):
            path.write_text("\n".join(map(json.dumps, some)), encoding="utf-8")
        made = Path(folder) / "made"
        made.mkdir()
        number = str(place)
        built = _probed("build", number, str(record.texts), str(made), until=until)["took"]
        # Once: some read for a minute what the others find at once.
        start = _median_time(lambda: _probed("ask", number, str(made), str(single), until=until), 1)
        asking = ("ask", number, str(made), str(asked))
        one = _probed(*asking, until=until)
        rates = _rates(one, asking, until)
        disk = _size(made)
    texts = record.at(set(one["found"]))
    right = sum(
        place in texts and _is_right(case, texts[place])
        for case, place in zip(cases, one["found"], strict=True)
    )
    return Found(
        peer.name, one["times"], right / len(cases), rates, built, disk, one["memory"], start
    )


def _rates(one: Any, asking: Sequence[str], until: float | None = None) -> tuple[float, float]:
    """Return the answers a second of *one* process, and of two that ask at once."""
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(_probed, *asking, until=until) for _ in range(2)]
    each = [one["times"], *(probe.result()["times"] for probe in both)]
    single, *two = (len(times) / sum(times) for times in each)
    return single, sum(two)


def _batch(record: Record) -> float:
    """Return the mean milliseconds of the answers to all question sets, of any category."""
    took, answers = 0.0, 0
    for path in sets():
        times = record.batch(path)
        took += times[-1] - times[0]  # the first answer waits for the program to start
        answers += len(times) - 1
    return took / answers * 1e3


def _taken_in(record: Record) -> float:
    """Return the median milliseconds of recording one meeting, in a copy of the record."""
    with tempfile.TemporaryDirectory(dir=record.data.parent) as folder:
        copy = shutil.copytree(record.data, Path(folder) / "data")
        return median(_probed("take", str(copy), str(record.more))["times"]) * 1e3


def _median_time(work: Any, times_over: int = _STARTS) -> float:
    times = []
    for _ in range(times_over):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return median(times)


def _is_right(case: Any, found: str) -> bool:
    packed = "".join(found.replace("**", "").split())
    return any("".join(wanted.split()) in packed for wanted in case["any"])


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _probed(*words: str, until: float | None = None) -> Any:
    """Return what a probe finds; raises TimeoutExpired where it does not *until* a time."""
    command = [sys.executable, "-m", "tests.bench.probe", *words]
    bounded = until not in (None, float("inf"))
    left = max(0.1, until - time.monotonic()) if bounded and until else None
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=left)
    return json.loads(done.stdout)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
