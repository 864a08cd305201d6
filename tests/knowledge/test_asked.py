"""Which entry of an item a question is after."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.asked import Asked
from knowledge.model import Kind
from knowledge.question import Reader
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.text import fold
from knowledge.weights import WEIGHTS

TODAY = date(2025, 12, 1)


@pytest.mark.parametrize(
    ("asked", "kind", "holding"),
    [
        pytest.param("主視覺意象設計", Kind.PROPOSAL, "提案一", id="a-keyword-alone"),
        pytest.param("主視覺意象設計那案", Kind.RESOLUTION, "照案通過", id="the-outcome"),
        pytest.param("主視覺意象設計最後怎麼決定", Kind.RESOLUTION, "照案通過", id="outcome-asked"),
        pytest.param("主視覺意象設計是提什麼案", Kind.PROPOSAL, "提案一", id="the-proposal"),
        pytest.param("主視覺意象設計原本是什麼", Kind.PROPOSAL, "提案一", id="what-was-at-first"),
        pytest.param("主視覺意象設計的理由", Kind.EXPLANATION, "基於加強", id="why"),
        pytest.param("主視覺意象設計由誰報告", Kind.PROPOSAL, "報告人", id="what-states-the-fact"),
        pytest.param("主席要主視覺改什麼", Kind.PROPOSAL, "主視覺", id="what-a-formula-approves"),
        pytest.param("月票後來怎麼決定", Kind.RESOLUTION, "財源及分擔比例", id="of-the-group"),
        pytest.param("社福組的決議", Kind.RESOLUTION, "衛生社福組", id="which-the-question-tells"),
        pytest.param("性平政策後來怎麼決定", Kind.RESOLUTION, "衛生社福組", id="no-other-group's"),
        pytest.param("主視覺是誰設計的", Kind.EXPLANATION, "基於加強", id="no-other-paragraph's"),
        pytest.param("公共托育是誰報告的", Kind.EXPLANATION, "張局長", id="who-of-its-group"),
        pytest.param("關稅的衝擊", Kind.STATEMENT, "關稅", id="of-no-item"),
    ],
)
def test_the_entry_that_a_question_is_after(
    reader: Reader, search: Search, asked: str, kind: Kind, holding: str
) -> None:
    question = reader.read(asked, TODAY)
    found = Asked(search, Scorer(WEIGHTS.rank)).entry(question, search.rank(question)[0])
    assert found.kind == kind
    assert fold(holding) in found.body


def test_an_item_that_is_named_is_not_looked_further_into(reader: Reader, search: Search) -> None:
    question = reader.read("提案一主視覺意象設計", TODAY)
    top = search.rank(question)[0]
    assert Asked(search, Scorer(WEIGHTS.rank)).entry(question, top) == top.posting
