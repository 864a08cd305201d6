"""What a question says of the asker."""

from __future__ import annotations

import pytest

from knowledge.asides import asides, meant
from knowledge.term import Term
from knowledge.text import fold

STANDS = frozenset(map(fold, ("月票", "基隆", "大眾運輸", "捷運", "議題", "通過")))


@pytest.mark.parametrize(
    ("asked", "aside"),
    [
        pytest.param("我退休沒事在看新聞，月票後來怎麼了", "我退休没事在看新闻", id="what-i-do"),
        pytest.param("老師要我們交報告，月票誰付錢", "老师要我们交报告", id="who-asks-me"),
        pytest.param("我開店的啦月票誰付錢", "我开店的", id="before-a-particle"),
        pytest.param("我問一下，月票誰付錢", "我问一下", id="only-the-asking"),
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


@pytest.mark.parametrize(
    ("asked", "words", "kept"),
    [
        pytest.param("月票通過了嗎？還是有但書", "月票 但書", "月票", id="the-other-choice"),
        pytest.param("月票還是退稅有談到嗎", "月票 退稅", "月票 退稅", id="no-choice-to-decide"),
        pytest.param("除了補習班以外，月票呢", "補習班 月票", "月票", id="left-out"),
        pytest.param("刪除補習班以外的月票", "補習班 月票", "補習班 月票", id="deleted"),
        pytest.param("公車捷運這類大眾運輸", "公車 捷運 大眾運輸", "捷運 大眾運輸", id="examples"),
        pytest.param("電廠核廢料這類議題", "電廠 核廢料 議題", "電廠 核廢料 議題", id="vague-kind"),
        pytest.param("渡輪這類大眾運輸", "渡輪 大眾運輸", "渡輪 大眾運輸", id="one-is-the-subject"),
        pytest.param("除了補習班，還有什麼", "補習班", "補習班", id="nothing-else-is-named"),
    ],
)
def test_what_is_said_beside_the_subject_need_not_stand(asked: str, words: str, kept: str) -> None:
    terms = tuple(Term.of(fold(word), 1.0, {}) for word in words.split())
    found = meant(fold(asked), terms, STANDS.__contains__, {fold("議題")})
    assert [term.text for term in found] == [fold(word) for word in kept.split()]


@pytest.mark.parametrize(
    ("asked", "light"),
    [
        pytest.param("我阿嬤住基隆，捷運很吵，聽說月票有談到", "捷運", id="what-befell-the-asker"),
        pytest.param("我阿嬤住基隆，捷運怎麼了", "", id="what-is-asked"),
        pytest.param("我阿嬤住基隆，捷運很吵，會議怎麼說", "", id="nothing-else-is-named"),
    ],
)
def test_what_befell_the_asker_is_only_why_he_asks(asked: str, light: str) -> None:
    words = tuple(Term.of(fold(word), 1.0, {}) for word in ("捷運", "月票") if word in asked)
    kept = meant(fold(asked), words, STANDS.__contains__)
    assert [t.text for t in kept if t.weight < 1] == ([fold(light)] if light else [])
