"""Who asks for the reply is shown what was replied, and to nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.engine import Engine

QUESTIONING = Path(__file__).parents[1] / "data" / "questioning.txt"


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    now = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)
    engine = Engine(tmp_path_factory.mktemp("council"), lambda: date(2025, 12, 1), lambda: now)
    engine.publish(QUESTIONING)
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("校車提早二十分鐘，公所怎麼回應", "恢復原來的班表"),
        ("校門口的斑馬線看不清楚，建設課怎麼回答的", "列入6月的標線工程"),
        ("茶園的抽水井要補辦登記，公所怎麼回", "農民教室駐點受理"),
    ],
)
def test_the_reply_stands_under_the_next_heading(
    council: Engine, question: str, reply: str
) -> None:
    answer, _ = council.answer(question)
    assert answer.answered
    assert reply in answer.hits[0].entry.text


def test_what_was_replied_to_somebody_else_is_no_reply(council: Engine) -> None:
    answer, _ = council.answer("圖書室的插座太少，公所怎麼回應")
    assert not any("農民教室" in hit.entry.text for hit in answer.hits[: answer.shown])
