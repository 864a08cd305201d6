"""What an asked-for fact is of, and whether an entry may tell it."""

from __future__ import annotations

import pytest

from knowledge.bearer import bearer
from knowledge.bearing import is_told, stands_nowhere
from knowledge.numbers import absent_figures
from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.term import Term
from knowledge.text import fold

WORDS = ("薪水", "門票", "住民", "委員", "沙雕季", "管理費")
TERMS = tuple(Term.of(fold(word), 0.8, {}) for word in WORDS)


def question(asked: str, wanted: str) -> Question:
    folded = fold(asked)
    terms = tuple(term for term in TERMS if term.text in folded)
    return Question(asked, folded, terms, Remainder(folded), frozenset(), wanted=wanted)


@pytest.mark.parametrize(
    ("asked", "of"),
    [
        pytest.param("總幹事的薪水一個月多少", "薪水", id="for-a-month"),
        pytest.param("沙雕季的門票一張賣多少錢", "門票", id="for-each"),
        pytest.param("305房那位住民叫什麼名字", "住民", id="a-name"),
        pytest.param("門票一共收了多少", "門票", id="light-verbs-between"),
        pytest.param("多少人買門票", None, id="nothing-before"),
        pytest.param("門票由市府補助多少", None, id="another-word-between"),
    ],
)
def test_what_the_fact_is_of_stands_before_the_words_that_ask(asked: str, of: str | None) -> None:
    found = bearer(fold(asked), TERMS)
    assert (found and found.text) == (of and fold(of))


def test_a_sum_of_what_stands_nowhere_is_told_nowhere() -> None:
    asked = question("總幹事的薪水一個月多少", "amount")
    found = stands_nowhere(asked, lambda term: False)
    assert found is not None
    assert found.text == "薪水"
    assert stands_nowhere(asked, lambda term: True) is None
    assert stands_nowhere(question("住民叫什麼名字", "name"), lambda term: False) is None


@pytest.mark.parametrize(
    ("asked", "wanted", "body", "inherited", "told"),
    [
        pytest.param("住民叫什麼名字", "name", "住民王大明", "", True, id="its-bearer"),
        pytest.param("住民叫什麼名字", "name", "家屬丘美珍", "住民", False, id="anothers-name"),
        pytest.param("委員叫什麼名字", "name", "丘美珍", "", True, id="an-official"),
        pytest.param("門票一張多少錢", "money", "調為50元", "門票案", True, id="inherited-price"),
        pytest.param("門票一張多少錢", "money", "保證金50元", "沙雕", False, id="of-another"),
        pytest.param("門票花多少錢", "money", "共50元", "沙雕", True, id="no-price-of-one"),
        pytest.param("那艘船叫什麼名字", "called", "「順發168號」船", "", True, id="a-proper-name"),
        pytest.param("那張門票叫什麼名字", "called", "一張門票", "", False, id="a-thing-unnamed"),
        pytest.param("門票叫什麼名字", "called", "上游有門票", "", False, id="that-there-is-one"),
        pytest.param(
            "那張門票叫什麼名字", "called", "買了沙雕門票", "", True, id="what-kind-of-it"
        ),
        pytest.param("砍了多少錢", "money", "減列50元", "", True, id="cut-in-other-words"),
        pytest.param("砍了多少錢", "money", "編列50元", "", False, id="not-cut"),
        pytest.param("縣府怎麼回", "reply", "陳述意見：門票太貴", "", False, id="who-asks"),
        pytest.param("縣府怎麼回", "reply", "可不可以免門票？", "", False, id="a-question"),
        pytest.param("縣府怎麼回", "reply", "本府回應：可以", "", True, id="who-replies"),
    ],
)
def test_an_entry_may_tell_a_fact_of_what_it_holds(
    asked: str, wanted: str, body: str, inherited: str, told: bool
) -> None:
    assert is_told(question(asked, wanted), fold(body), "", fold(inherited)) is told


def test_what_was_to_be_got_was_not_where_it_stands_nowhere() -> None:
    asked = question("沙雕季的門票有拿到嗎", "")
    found = stands_nowhere(asked, lambda term: False)
    assert found is not None
    assert found.text == fold("門票")
    assert stands_nowhere(asked, lambda term: True) is None
    assert stands_nowhere(question("沙雕季的門票好看嗎", ""), lambda term: False) is None


@pytest.mark.parametrize(
    ("asked", "absent"),
    [
        pytest.param("縣道176線拓寬", (), id="names-a-road"),
        pytest.param("拓寬176公里", ("176",), id="counts"),
    ],
)
def test_a_number_that_names_may_stand_in_the_title(asked: str, absent: tuple[str, ...]) -> None:
    term = Term.of("176", 1.0, {})
    of_road = Question(asked, fold(asked), (term,), Remainder(fold(asked)), frozenset())
    assert absent_figures(of_road, "", "县道176线拓宽工程") == absent
