"""What an entry tells behind its own label answers who asks for all of that."""

from __future__ import annotations

import pytest

from knowledge.labelled import labelled
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.search import Ranked
from knowledge.term import Term
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "word", "body", "told"),
    [
        pytest.param("學程的必修有哪些", "必修", "必修：海洋學、生態學", True, id="list"),
        pytest.param("學程的選修有哪些", "選修", "必修：海洋學、生態學", False, id="another"),
        pytest.param("學程的必修有哪些", "必修", "必修：海洋學", False, id="one-thing"),
        pytest.param("魚塭災損多嚴重", "災損", "(二)災損：受災8公頃", True, id="how-bad"),
        pytest.param("要點打算改哪幾點", "要點", "二、修正重點：調高補助", True, id="changes"),
        pytest.param("要點最後改哪幾點", "要點", "二、修正重點：調高補助", False, id="outcome"),
    ],
)
def test_a_label_tells_what_stands_behind_it(asked: str, word: str, body: str, told: bool) -> None:
    folded = fold(asked)
    terms = (Term.of(fold(word), 1.0, {}),)
    question = Question(asked, folded, terms, Remainder(folded), frozenset(("list",)))
    posting = Posting("1", 0, kind="explanation", body=fold(body))
    ranked = [Ranked(posting, 1.0, 1.0, 1.0)]
    assert labelled(question, ranked) == ([posting] if told else [])
