"""Items that bear one number in several classes, and cases that stand among those of a group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.engine import Engine

MINUTES = """蘆竹鄉民代表會第21屆第4次定期會議事錄
時間：113年11月18日上午9時
地點：本會議事廳
主席：主席江山明

【公所提案】
第1號案　案由：為114年度總預算案，敬請審議。（提案單位：鄉公所）
說　明：歲入編列7億元。
大會決議：修正通過，宣導費刪減60萬元，餘照列。
第2號案　案由：為市場攤位收費標準修正草案，敬請審議。（提案單位：鄉公所）
說　明：現行收費標準自98年施行。
大會決議：本案緩議，請公所先向自治會說明。
【代表提案－環保類】
第1號案　案由：請公所於週六增加垃圾收運一次案。（提案人：蔡玉梅代表）
說　明：假日垃圾無處可丟。
大會決議：緩議，俟清潔隊人力補足後再提會。
第2號案　案由：請公所補助巡守隊換裝反光背心案。（提案人：廖淑娟代表）
說　明：裝備多為十年前購置。
大會決議：照案通過，請公所於114年度預算勻支。
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder: Path = tmp_path_factory.mktemp("classes")
    minutes = folder / "council.txt"
    minutes.write_text(MINUTES, encoding="utf-8")
    engine = Engine(folder, lambda: date(2025, 12, 1), lambda: datetime(2025, 12, 1, tzinfo=UTC))
    engine.publish(minutes)
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("蘆竹鄉週六增加垃圾收運，會議怎麼決定", "緩議，俟清潔隊人力補足"),
        ("蘆竹鄉市場攤位收費標準案最後怎麼決議", "本案緩議，請公所先向自治會說明"),
        ("蘆竹鄉巡守隊的反光背心通過了嗎", "請公所於114年度預算勻支"),
        ("蘆竹鄉114年度總預算案審議結果", "宣導費刪減60萬元"),
    ],
)
def test_what_was_decided_is_of_the_class_that_is_asked_about(
    engine: Engine, question: str, told: str
) -> None:
    answer, _ = engine.answer(question)
    assert told in answer.hits[0].excerpt
