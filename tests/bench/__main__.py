"""Make a corpus, let every engine answer the same questions, print a table and draw it.

    python -m tests.bench [SIZE] [--chart NAME]     SIZE: entries in all, 20,000 where not given

NAME.png and NAME.svg get the chart. Sizes above 100,000 ask only those that bear it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from knowledge.engine import Engine
from knowledge.inheritance import search_form
from knowledge.model import Kind
from knowledge.words import Words
from tests.bench import corpus
from tests.bench.chart import draw
from tests.bench.found import Found, table
from tests.bench.peers import PEERS

QUESTIONS = Path(__file__).parents[1] / "data"
TODAY = date(2025, 12, 1)
# What a meeting's head says, and what leans on the clock, means another meeting among thousands.
_OF_ANY_MEETING = ("meta", "date")
_STARTS = 5


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench")
    options.add_argument("size", nargs="?", type=int, default=20_000)
    options.add_argument("--chart", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = _measured(Path(folder), asked.size)
    say(table(found))
    if asked.chart:
        draw(found, asked.size, asked.chart)


def _measured(folder: Path, size: int) -> list[Found]:
    config = folder / "config.toml"
    config.write_text('[storage]\ndata_dir = "data"\n', encoding="utf-8")
    data = folder / "data"
    say(f"recording {size} entries")
    took = _recorded(folder, config, size)
    say(f"ingest of {size // corpus.ENTRIES} files: {took:.0f} s")
    texts, cases = folder / "texts.jsonl", folder / "cases.jsonl"
    number = _write_cases(cases, folder)
    _write_texts(texts, data, folder)
    say(f"{number} questions, each engine in a process of its own, one after the other")
    bot = _probed("bot", str(data), str(cases))
    disk = sum(file.stat().st_size for file in data.rglob("*") if file.is_file())
    found = [Found("minutes-bot", took, bot["times"], bot["right"], disk, bot["memory"])]
    found += [
        Found(
            PEERS[place].name, one["opened"], one["times"], one["right"], one["disk"], one["memory"]
        )
        for place, one in _peers(size, texts, cases)
    ]
    say(f"answers a second, one process and two: {_rates(data, cases)}")
    say(f"from process start to the first answer of `ask`: {_cold_start(config):.2f} s (median)")
    return found


def _recorded(folder: Path, config: Path, size: int) -> float:
    """Record the real minutes and *size* entries as an operator does; return the seconds."""
    _run(config, "check")  # which makes the store with the real minutes
    corpus.write(folder / "minutes", size, _real_lines())
    began = time.perf_counter()
    _run(config, "ingest", str(folder / "minutes"))
    return time.perf_counter() - began


def _real_lines() -> list[str]:
    """Return the longer lines of the minutes that ship with the project."""
    folder = Path(corpus.__file__).parents[2] / "knowledge" / "minutes"
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()))
    return [line for text in texts for line in text.splitlines() if len(line) > 15]


def _write_cases(path: Path, cache: Path) -> int:
    words = Words(cache_dir=cache)
    cases = [
        {
            "question": case["turns"][0],
            "any": case["expect"]["any"],
            "words": _cut(words, case["turns"][0]),
        }
        for case in _cases()
    ]
    path.write_text("\n".join(json.dumps(case) for case in cases), encoding="utf-8")
    return len(cases)


def _cases() -> Iterator[Any]:
    """Yield the questions of one turn that an entry answers, whatever other meetings there are."""
    for name in ("questions-dev.jsonl", "questions.jsonl"):
        for line in (QUESTIONS / name).read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            alone = "any" in case["expect"] and len(case["turns"]) == 1
            if alone and case["category"] not in _OF_ANY_MEETING:
                yield case


def _write_texts(path: Path, data: Path, cache: Path) -> None:
    words = Words(cache_dir=cache)
    engine = Engine(data, lambda: TODAY, lambda: datetime.now(UTC), read_only=True)
    with path.open("w", encoding="utf-8") as file:
        for head in engine.store.meetings():
            for entry in engine.store.meeting(head.id).entries:
                if entry.kind is not Kind.HEADER:
                    row = {"text": entry.text, "words": _cut(words, entry.text)}
                    file.write(json.dumps(row) + "\n")
    engine.close()


def _cut(words: Words, text: str) -> list[str]:
    """Return the words of *text* without marks and spaces, as the index has them."""
    return [word for word in words.cut(search_form(text)) if word.isalnum()]


def _peers(size: int, texts: Path, cases: Path) -> Iterator[tuple[int, Any]]:
    for place, peer in enumerate(PEERS):
        if size <= peer.most:
            say(f"  {peer.name}")
            yield place, _probed("peer", str(place), str(texts), str(cases))


def _rates(data: Path, cases: Path) -> str:
    """Return how many answers a second one process gives, and two at once."""
    found = []
    for number in (1, 2):
        with ThreadPoolExecutor(number) as pool:
            probes = [pool.submit(_probed, "bot", str(data), str(cases)) for _ in range(number)]
        found.append(sum(1 / median(one.result()["times"]) for one in probes))
    return " and ".join(f"{rate:.0f}" for rate in found)


def _cold_start(config: Path) -> float:
    times = []
    for _ in range(_STARTS):
        began = time.perf_counter()
        _run(config, "ask", "月票後來怎麼決定")
        times.append(time.perf_counter() - began)
    return median(times)


def _probed(*words: str) -> Any:
    command = [sys.executable, "-m", "tests.bench.probe", *words]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def _run(config: Path, *words: str) -> None:
    command = [sys.executable, "-m", "bot.cli", "--config", str(config), *words]
    subprocess.run(command, check=True, capture_output=True)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
