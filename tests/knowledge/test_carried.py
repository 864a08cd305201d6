"""What earlier meetings left to be done, of the meetings in tests/data/minutes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.engine import Engine

MINUTES = Path(__file__).parents[1] / "data/minutes"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("carried")
    made = Engine(folder, lambda: date(2025, 12, 1), lambda: datetime.now(UTC))
    made.publish(MINUTES / "jade-valley-traffic.txt")
    return made


def test_all_that_was_left_is_listed(engine: Engine) -> None:
    answer, _ = engine.answer("翠谷市交通會報列管案件有哪些")
    shown = [hit.entry.text for hit in answer.hits[: answer.shown]]
    assert len(shown) > 1 and all("案件" in text for text in shown)
