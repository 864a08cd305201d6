"""How fast an answer is and how often it is right, beside what others would use.

    make bench

All engines hold the same entries of the four published minutes and are asked the same questions
in one run, in turn, so that a slow minute of the machine slows them all. "right" counts
questions whose first excerpt holds the expected words; the peers cannot refuse.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from rank_bm25 import BM25Okapi

from knowledge.engine import Engine
from knowledge.inheritance import search_form
from knowledge.words import Words

QUESTIONS = Path(__file__).parent / "data" / "questions-dev.jsonl"
TODAY = date(2025, 12, 1)
ROUNDS = 5

Peer = Callable[[str], str]  # a question to the text of the first entry found


def main() -> None:
    cases = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    asked = [case for case in cases if "any" in case["expect"] and len(case["turns"]) == 1]
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(Path(folder), lambda: TODAY, lambda: datetime.now(UTC))
        entries = [
            e.text for m in engine.store.meetings() for e in engine.store.meeting(m.id).entries
        ]
        words = Words(cache_dir=Path(folder))
        peers: dict[str, Peer] = {
            "minutes-bot": lambda text: _first(engine, text),
            "FTS5, jieba words, bm25()": _fts5(entries, words),
            "rank_bm25, jieba words": _rank_bm25(entries, words),
        }
        _report(len(entries), asked, _timed(peers, asked))
        engine.close()
        _cold_start(Path(folder))


def _first(engine: Engine, text: str) -> str:
    answer, _ = engine.answer(text)
    return answer.hits[0].excerpt if answer.answered and answer.hits else ""


def _fts5(entries: Sequence[str], words: Words) -> Peer:
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table found using fts5 (words, tokenize = 'unicode61')")
    for number, text in enumerate(entries):
        row = " ".join(words.cut(search_form(text)))
        db.execute("insert into found (rowid, words) values (?, ?)", (number, row))

    def search(text: str) -> str:
        quoted = " OR ".join(
            '"' + word.replace('"', "") + '"' for word in words.cut(search_form(text))
        )
        sql = "select rowid from found where words match ? order by bm25(found) limit 1"
        row = db.execute(sql, (quoted,)).fetchone()
        return entries[row[0]] if row else ""

    return search


def _rank_bm25(entries: Sequence[str], words: Words) -> Peer:
    ranker = BM25Okapi([words.cut(search_form(text)) for text in entries])

    def search(text: str) -> str:
        scores = ranker.get_scores(words.cut(search_form(text)))
        return entries[int(scores.argmax())]

    return search


def _timed(peers: dict[str, Peer], cases: Sequence[Any]) -> dict[str, tuple[list[float], int]]:
    results: dict[str, tuple[list[float], int]] = {name: ([], 0) for name in peers}
    for turn in range(ROUNDS):
        for case in cases:
            for name, peer in peers.items():
                began = time.perf_counter()
                found = peer(case["turns"][0])
                times, right = results[name]
                times.append(time.perf_counter() - began)
                results[name] = times, right + (turn == 0 and _is_right(case, found))
    return results


def _is_right(case: Any, found: str) -> bool:
    packed = search_form(found.replace("**", ""))
    return any(search_form(wanted) in packed for wanted in case["expect"]["any"])


def _report(size: int, cases: Sequence[Any], results: dict[str, tuple[list[float], int]]) -> None:
    say(f"{size} entries, {len(cases)} questions, {ROUNDS} rounds in one run")
    say(f"{'':28}{'p50':>9}{'p99':>9}{'right':>8}")
    for name, (times, right) in results.items():
        p99 = quantiles(times, n=100)[98]
        say(f"{name:28}{median(times) * 1e3:6.2f} ms{p99 * 1e3:6.2f} ms{right / len(cases):8.0%}")


def _cold_start(folder: Path) -> None:
    config = folder / "config.toml"
    config.write_text(f'[storage]\ndata_dir = "{folder}"\n', encoding="utf-8")
    command = [sys.executable, "-m", "bot.cli", "--config", str(config), "ask", "月票後來怎麼決定"]
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    say(f"from process start to the first answer of `ask`: {median(times):.2f} s (median)")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
