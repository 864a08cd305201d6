"""What the engines search: a record of the real minutes among made ones, its texts, the questions."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from knowledge.engine import Engine
from knowledge.inheritance import search_form
from knowledge.model import Kind
from knowledge.words import Words
from tests.bench import corpus

_ROOT = Path(__file__).parents[2]
_QUESTIONS = _ROOT / "tests" / "data"
TODAY = date(2025, 12, 1)
# What a meeting's head says, and what leans on the clock, means another meeting among thousands.
_OF_ANY_MEETING = ("meta", "date")
_TAKEN_IN = 9  # meetings, one by one


class Record:
    """A folder with a record of *size* entries; what another run left there is used again."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder = folder
        self._size = size
        self.config = folder / "config.toml"
        self.data = folder / "data"
        self.texts = folder / "texts.jsonl"
        self.cases = folder / "cases.jsonl"
        self.more = folder / "more"

    def make(self) -> float:
        """Record the minutes as an operator does; return the seconds that `ingest` took."""
        took = self._folder / "ingest-seconds"
        if not took.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            self.config.write_text('[storage]\ndata_dir = "data"\n', encoding="utf-8")
            self.run("check")  # which makes the store with the real minutes
            corpus.write(self._folder / "minutes", self._size, _real_lines())
            began = time.perf_counter()
            self.run("ingest", str(self._folder / "minutes"))
            took.write_text(str(time.perf_counter() - began), encoding="utf-8")
        corpus.write(self.more, _TAKEN_IN * corpus.ENTRIES, _real_lines(), seed=2)
        return float(took.read_text(encoding="utf-8"))

    def write(self) -> list[Any]:
        """Write texts and questions for the peers; return the questions."""
        words = Words(cache_dir=self.data)
        cases = [
            {
                "question": case["turns"][0],
                "any": case["expect"]["any"],
                "words": _cut(words, case["turns"][0]),
            }
            for case in _cases()
        ]
        self.cases.write_text("\n".join(map(json.dumps, cases)), encoding="utf-8")
        if not self.texts.exists():
            self._write_texts(words)
        return cases

    def _write_texts(self, words: Words) -> None:
        engine = Engine(self.data, lambda: TODAY, lambda: datetime.now(UTC), read_only=True)
        with self.texts.open("w", encoding="utf-8") as file:
            for head in engine.store.meetings():
                for entry in engine.store.meeting(head.id).entries:
                    if entry.kind is not Kind.HEADER:
                        row = {"text": entry.text, "words": _cut(words, entry.text)}
                        file.write(json.dumps(row) + "\n")
        engine.close()

    def at(self, places: set[int]) -> dict[int, str]:
        """Return the texts at *places*."""
        with self.texts.open(encoding="utf-8") as lines:
            return {n: json.loads(line)["text"] for n, line in enumerate(lines) if n in places}

    def run(self, *words: str) -> None:
        """Run a command of the bot over this record."""
        subprocess.run(self._command(*words), check=True, capture_output=True)

    def batch(self, questions: Path) -> list[float]:
        """Let `ask --batch` answer *questions*; return when each answer came."""
        command = self._command("ask", "--batch", str(questions), "--now", str(TODAY))
        with subprocess.Popen(command, stdout=subprocess.PIPE) as asking:
            return [time.perf_counter() for _ in asking.stdout or ()]

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "bot.cli", "--config", str(self.config), *words]


def _real_lines() -> list[str]:
    """Return the longer lines of the minutes that ship with the project."""
    folder = _ROOT / "knowledge" / "minutes"
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()))
    return [line for text in texts for line in text.splitlines() if len(line) > 15]


def sets() -> list[Path]:
    """Return the question sets about the four real minutes."""
    return [_QUESTIONS / name for name in ("questions-dev.jsonl", "questions.jsonl")]


def _cases() -> Iterator[Any]:
    """Yield the questions of one turn that an entry answers, whatever other meetings there are."""
    for path in sets():
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            alone = "any" in case["expect"] and len(case["turns"]) == 1
            if alone and case["category"] not in _OF_ANY_MEETING:
                yield case


def _cut(words: Words, text: str) -> str:
    """Return the words of *text* without marks, as the index has them, with spaces between."""
    return " ".join(word for word in words.cut(search_form(text)) if word.isalnum())
