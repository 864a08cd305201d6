"""The question sets, scored through the engine; the floors only rise."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.evaluating import judged, report, share
from bot.judging import Verdict
from knowledge.documents.reader import SUFFIXES
from knowledge.engine import Engine
from knowledge.model import Refusal
from knowledge.text import fold

DATA = Path(__file__).parent / "data"
TODAY = date(2025, 12, 1)  # what 今年 and 上次 mean in the sets

# Percent of the answerable questions answered, and of the others refused.
FLOORS = {
    "questions-dev.jsonl": (98, 100),
    "questions.jsonl": (97, 97),
    "questions-further.jsonl": (98, 97),
    "questions-rules.jsonl": (99, 97),  # for each rule one that it must catch, one that it must not
}
# The same for questions about minutes of other bodies, indexed together with the four.
BODIES = "questions-bodies.jsonl"
BODIES_FLOORS = (95, 95)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(tmp_path_factory.mktemp("data"), lambda: TODAY, lambda: datetime.now(UTC))


@pytest.mark.parametrize("name", FLOORS)
def test_the_score_of_a_question_set_does_not_fall(engine: Engine, name: str) -> None:
    held(judged(engine, str(DATA / name)), FLOORS[name])


def test_minutes_of_other_bodies_are_understood_as_well(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    engine = Engine(tmp_path_factory.mktemp("bodies"), lambda: TODAY, lambda: datetime.now(UTC))
    for file in sorted((DATA / "minutes").glob("*.*")):
        if file.suffix in SUFFIXES:
            engine.publish(file)
    held(judged(engine, str(DATA / BODIES)), BODIES_FLOORS)


def test_no_word_of_the_minutes_is_ever_said_to_be_missing(engine: Engine) -> None:
    minutes = fold("".join(engine.store.document_text(m.id) for m in engine.store.meetings()))
    denied = [
        (turns[0], word)
        for name in FLOORS
        for turns in single(DATA / name)
        for answer, _ in [engine.answer(turns[0])]
        if answer.refusal is Refusal.NOT_IN_MINUTES
        for word in answer.missing
        if fold(word) in minutes and not word.isdigit()  # 12 of 112 is another number
    ]
    assert denied == []


def single(path: Path) -> list[list[str]]:
    """Return the questions of a set that follow no other."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [case["turns"] for case in cases if len(case["turns"]) == 1]


def held(verdicts: list[Verdict], floors: tuple[int, int]) -> None:
    for refuse, floor in zip((False, True), floors, strict=True):
        reached = share(verdicts, refuse=refuse)
        assert reached is not None
        assert reached >= floor, "\n".join(report(verdicts))
