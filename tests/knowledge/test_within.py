"""Of the entries of one item, that is shown which states what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.engine import Engine
from knowledge.model import Kind
from tests.knowledge.conftest import MINUTES, NOW, TODAY


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = Engine(tmp_path_factory.mktemp("town"), lambda: TODAY, lambda: NOW)
    engine.publish(MINUTES / "reed-lake-town.txt")
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("asked", "kind", "holding"),
    [
        pytest.param("為什麼要把湖畔水舞末場往後延", Kind.EXPLANATION, "旅客趕不上", id="why"),
        pytest.param("湖畔水舞末場延後案的結果", Kind.RESOLUTION, "照案通過", id="outcome"),
        pytest.param("要翻修的是哪三座涼亭", Kind.RESOLUTION, "白鷺亭", id="things-named"),
        pytest.param("水上步道加了什麼限制", Kind.RESOLUTION, "強風特報", id="limit"),
        pytest.param("水上步道打算開放帶什麼", Kind.EXPLANATION, "擬開放", id="plan"),
        pytest.param("長者共乘第二年打算多載哪些人", Kind.EXPLANATION, "洗腎", id="no-list"),
        pytest.param("追加預算把哪一筆刪掉了", Kind.RESOLUTION, "地毯", id="struck-out"),
        pytest.param("場館主任一次可以減免多少錢", Kind.RESOLUTION, "3萬元", id="amended-figure"),
        pytest.param("廢棄農膜處理費率是多少", Kind.RESOLUTION, "9元", id="figure-of-its-name"),
        pytest.param("避雨棚有哪兩個候選位置", Kind.EXPLANATION, "棧橋口", id="one-of-several"),
        pytest.param("資源回收站夜間開放到底怎麼講的", Kind.RESOLUTION, "續辦", id="below-a-title"),
    ],
)
def test_the_entry_that_states_what_is_asked(
    town: Engine, asked: str, kind: Kind, holding: str
) -> None:
    answer, _ = town.answer(asked)
    assert answer.shown == 1
    assert answer.hits[0].entry.kind is kind
    assert holding in answer.hits[0].entry.text
