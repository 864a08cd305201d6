"""`ask`: one answer, or one for each line of a batch."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.config import Config
from bot.objects import answer_object
from bot.reading import reading
from handlers.cards import answer_card, plain_text
from handlers.texts import chinese
from knowledge.engine import Engine
from knowledge.errors import KnowledgeError
from knowledge.model import Answer


class BatchError(KnowledgeError):
    """A batch that cannot be read; names the file and the line."""


def one(config: Config, question: str, now: date | None, *, as_json: bool) -> int:
    """Print the answer to *question* as its asker would read it, or as JSON."""
    with reading(config, now) as engine:
        answer, _ = engine.answer(question)
    print(_json(answer_object(answer)) if as_json else plain_text(answer_card(answer, chinese())))
    return 0


def batch(config: Config, file: str, now: date | None) -> int:
    """Print one answer object a line for each line {"id", "turns": […]} of *file*, in order."""
    with reading(config, now) as engine:
        for case in cases(file):
            answer = last_answer(engine, case["turns"])
            print(_json(answer_object(answer, str(case["id"]))), flush=True)
    return 0


def last_answer(engine: Engine, turns: list[str]) -> Answer:
    """Answer *turns* as one conversation and return the answer to the last."""
    answer, context = engine.answer(turns[0])
    for turn in turns[1:]:
        answer, context = engine.answer(turn, context)
    return answer


def cases(file: str) -> Iterator[dict[str, Any]]:
    """Yield the cases of *file*, a JSON object a line with at least "id" and "turns"."""
    for number, line in enumerate(_lines(file), 1):
        if line.strip():
            yield _case(line, f"{file}, line {number}")


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8") as lines:
            yield from lines
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"{file}: cannot be read ({error})") from error


def _case(line: str, where: str) -> dict[str, Any]:
    try:
        case = json.loads(line)
    except ValueError as error:
        raise BatchError(f"{where}: not JSON ({error})") from error
    turns = case.get("turns") if isinstance(case, dict) else None
    if not isinstance(turns, list) or not turns or not all(isinstance(t, str) for t in turns):
        raise BatchError(f'{where}: needs "id" and "turns", a list of messages')
    return {"id": "", **case}


def _json(value: dict[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if _can_be_written(text) else json.dumps(value)


def _can_be_written(text: str) -> bool:
    """An unpaired surrogate of the question has no UTF-8; it is then written as an escape."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
