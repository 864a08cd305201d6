"""The question sets, scored through the engine; the floors only rise."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from knowledge.engine import Engine
from tests.judge import fault

DATA = Path(__file__).parent / "data"
TODAY = date(2025, 12, 1)  # what 今年 and 上次 mean in the sets

# Share of the answerable questions answered, and of the others refused.
FLOORS = {
    "questions-dev.jsonl": (0.99, 1.0),
    "questions.jsonl": (0.89, 0.92),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(tmp_path_factory.mktemp("data"), lambda: TODAY, lambda: datetime.now(UTC))


@pytest.mark.parametrize("name", FLOORS)
def test_the_score_of_a_question_set_does_not_fall(engine: Engine, name: str) -> None:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    faults = {case["id"]: reason for case in cases if (reason := judged(engine, case))}
    least_answered, least_refused = FLOORS[name]
    for refuse, least in ((False, least_answered), (True, least_refused)):
        kind = [case for case in cases if bool(case["expect"].get("refuse")) is refuse]
        good = sum(case["id"] not in faults for case in kind)
        report = "\n".join(
            f"{case['id']} {faults[case['id']]}: {' / '.join(case['turns'])}"
            for case in kind
            if case["id"] in faults
        )
        assert good / len(kind) >= least, f"{good} of {len(kind)}\n{report}"


def judged(engine: Engine, case: Any) -> str | None:
    answer, context = engine.answer(case["turns"][0])
    for turn in case["turns"][1:]:
        answer, context = engine.answer(turn, context)
    return fault(case["expect"], answer)
