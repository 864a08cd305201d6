"""A compound that minutes write with words between."""

from __future__ import annotations

import pytest

from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.search import Ranked
from knowledge.spread import spread
from knowledge.term import Term
from knowledge.text import fold


@pytest.mark.parametrize(
    ("word", "body", "parts"),
    [
        pytest.param("本土病例", "四縣市本土登革熱病例計187例", ["本土", "病例"], id="spread"),
        pytest.param("本土病例", "病例不分本土與境外", ["本土病例"], id="the-other-way-round"),
        pytest.param("本土病例", "本土文化。病例計5例", ["本土病例"], id="of-two-sentences"),
        pytest.param("學生票", "學生搭車免買票", ["學生票"], id="no-compound-of-two-words"),
    ],
)
def test_a_compound_is_its_two_words_where_they_stand_apart(
    word: str, body: str, parts: list[str]
) -> None:
    question = Question("", "", (Term.of(fold(word), 1.0, {}),), Remainder(""), frozenset())
    ranked = [Ranked(Posting("1", 0, body=fold(body)), 1.0, 1.0, 1.0)]
    found = spread(question, ranked, lambda one: one == fold(word))
    assert [term.text for term in found.terms] == [fold(part) for part in parts]


def test_a_compound_that_stands_is_left_whole() -> None:
    question = Question("", "", (Term.of("本土病例", 1.0, {}),), Remainder(""), frozenset())
    ranked = [Ranked(Posting("1", 0, body="本土登革热病例"), 1.0, 1.0, 1.0)]
    assert spread(question, ranked, lambda one: False) is question
