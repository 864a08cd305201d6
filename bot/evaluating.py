"""`evaluate`: the answers to a question set, scored by category."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.asking import cases, last_answer
from bot.config import Config
from bot.judging import Verdict, judge
from bot.reading import reading
from knowledge.engine import Engine
from knowledge.errors import KnowledgeError


class QuestionSetError(KnowledgeError):
    """A question set without what is expected; names the file and the line."""


def evaluate(config: Config, file: str, now: date | None, floor: float) -> int:
    """Print the score of the questions in *file* and each failure; 1 below *floor* (percent).

    Answers and refusals must each reach the floor.
    """
    with reading(config, now) as engine:
        verdicts = judged(engine, file)
    for line in report(verdicts):
        print(line)
    shares = [share(verdicts, refuse=refuse) for refuse in (False, True)]
    return int(any(value is not None and value < floor for value in shares))


def judged(engine: Engine, file: str) -> list[Verdict]:
    """Ask everything in *file* and return a verdict on each answer, in its order."""
    found = []
    for number, case in enumerate(cases(file), 1):
        if not isinstance(case.get("expect"), dict):
            raise QuestionSetError(f'{file}, question {number}: needs "expect", what the answer is')
        found.append(judge(case, last_answer(engine, case["turns"])))
    return found


def share(verdicts: Sequence[Verdict], *, refuse: bool) -> float | None:
    """Return how many percent of the answers, or of the refusals, are right; None for none."""
    asked = [verdict for verdict in verdicts if verdict.refuse is refuse]
    good = sum(verdict.fault is None for verdict in asked)
    return 100 * good / len(asked) if asked else None


def report(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the score by category, the failures, and the score of the whole."""
    lines = [_failure(verdict) for verdict in verdicts if verdict.fault]
    for category in sorted({verdict.category for verdict in verdicts}):
        lines.append(_score(category, [v for v in verdicts if v.category == category]))
    lines.append(_score("answers", [v for v in verdicts if not v.refuse]))
    lines.append(_score("refusals", [v for v in verdicts if v.refuse]))
    return lines


def _failure(verdict: Verdict) -> str:
    asked = " / ".join(verdict.turns)
    return f"{verdict.id}  {asked}\n    {verdict.fault}; shown: {verdict.answered}"


def _score(name: str, verdicts: Sequence[Verdict]) -> str:
    good = sum(verdict.fault is None for verdict in verdicts)
    percent = f"{100 * good / len(verdicts):5.1f} %" if verdicts else "      -"
    return f"{name:<12} {good:>4} of {len(verdicts):<4} {percent}"
