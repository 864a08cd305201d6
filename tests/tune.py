"""Whether another weight would understand more questions, judged on questions it was not fit to.

    make tune

Each number of `knowledge/weights.py` is changed alone, by each of FACTORS, and all question
sets are asked again. For every category in turn the best change for the *other* categories is
taken and judged on this one: a change that only memorises gains nothing there. What is printed
is a suggestion; weights are changed by hand. About five minutes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

from bot.evaluating import judged
from bot.judging import Verdict
from knowledge.engine import Engine
from knowledge.weights import WEIGHTS, Weights

DATA = Path(__file__).parent / "data"
SETS = ("questions-dev.jsonl", "questions.jsonl", "questions-rules.jsonl")
TODAY = date(2025, 12, 1)
FACTORS = (0.7, 0.85, 1.15, 1.3)


@dataclass(frozen=True)
class Trial:
    """A change of one weight and which cases were right with it."""

    name: str
    right: tuple[bool, ...]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Engine(Path(folder), lambda: TODAY, lambda: datetime.now(UTC)).close()
        shipped = asked(Path(folder), WEIGHTS)
        categories = [verdict.category for verdict in shipped]
        base = Trial("as shipped", tuple(verdict.fault is None for verdict in shipped))
        trials = [
            Trial(name, tuple(v.fault is None for v in asked(Path(folder), weights)))
            for name, weights in progress(list(changes()))
        ]
    report(base, trials)
    validate(base, trials, categories)


def asked(folder: Path, weights: Weights) -> list[Verdict]:
    engine = Engine(
        folder, lambda: TODAY, lambda: datetime.now(UTC), read_only=True, weights=weights
    )
    try:
        return [verdict for name in SETS for verdict in judged(engine, str(DATA / name))]
    finally:
        engine.close()


def changes() -> Iterator[tuple[str, Weights]]:
    for group in fields(WEIGHTS):
        weights = getattr(WEIGHTS, group.name)
        for field in fields(weights):
            value = getattr(weights, field.name)
            if not isinstance(value, float):
                continue  # priors and intents are tables by kind
            for factor in FACTORS:
                changed = replace(weights, **{field.name: value * factor})
                name = f"{group.name}.{field.name} {value:g} -> {value * factor:g}"
                yield name, replace(WEIGHTS, **{group.name: changed})


def progress(work: list[tuple[str, Weights]]) -> Iterator[tuple[str, Weights]]:
    for number, item in enumerate(work, 1):
        sys.stderr.write(f"\r{number} of {len(work)}")
        yield item
    sys.stderr.write("\n")


def report(base: Trial, trials: list[Trial]) -> None:
    sys.stdout.write(f"as shipped: {sum(base.right)} of {len(base.right)} right\n")
    better = sorted(trials, key=lambda trial: -sum(trial.right))
    for trial in better[:10]:
        sys.stdout.write(f"  {sum(trial.right) - sum(base.right):+d}  {trial.name}\n")


def validate(base: Trial, trials: list[Trial], categories: list[str]) -> None:
    gained = 0
    for held_out in sorted(set(categories)):
        others = [i for i, category in enumerate(categories) if category != held_out]
        own = [i for i, category in enumerate(categories) if category == held_out]
        best = max([base, *trials], key=lambda trial: sum(trial.right[i] for i in others))
        gain = sum(best.right[i] for i in own) - sum(base.right[i] for i in own)
        gained += gain
        sys.stdout.write(f"{held_out:<12} {gain:+d} on {len(own)} with {best.name}\n")
    sys.stdout.write(f"cross-validated gain of the best single change: {gained:+d}\n")


if __name__ == "__main__":
    main()
