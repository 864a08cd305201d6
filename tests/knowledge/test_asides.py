"""What a question says of the asker."""

from __future__ import annotations

import pytest

from knowledge.asides import asides, meant
from knowledge.term import Term
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "aside"),
    [
        pytest.param("我退休沒事在看新聞，月票後來怎麼了", "我退休没事在看新闻", id="what-i-do"),
        pytest.param("老師要我們交報告，月票誰付錢", "老师要我们交报告", id="who-asks-me"),
        pytest.param("月票誰付錢，何時開始", "", id="nobody"),
        pytest.param("我想知道月票誰付錢", "", id="one-clause"),
    ],
)
def test_the_clauses_that_speak_of_the_asker(asked: str, aside: str) -> None:
    assert asides(fold(asked))[0] == aside


def test_what_stands_nowhere_is_left_out_and_the_rest_weighs_little() -> None:
    news, ticket, home = (Term.of(word, 1.0, {}) for word in ("新闻", "月票", "基隆"))
    said = fold("我在基隆看新聞，月票後來怎麼了")
    kept = meant(said, (news, ticket, home), {"月票", "基隆"}.__contains__)
    assert [term.text for term in kept] == ["月票", "基隆"]
    assert kept[0].weight == 1.0 and kept[1].weight < 0.5
