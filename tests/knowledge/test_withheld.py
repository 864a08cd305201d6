"""Why a thing was not passed is told by what was decided of it."""

from __future__ import annotations

import pytest

from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.scoring import Scorer
from knowledge.term import Term
from knowledge.text import fold
from knowledge.weights import WEIGHTS
from knowledge.withheld import withheld


@pytest.mark.parametrize(
    ("asked", "resolved", "told"),
    [
        ("新城那班為什麼沒有一起過", "新城一班因教室補強未完工，再提會討論", True),
        ("新城那班被保留的原因", "新城一班俟教室完工後再議", True),
        ("新城那班為什麼沒有一起過", "新城一班照案通過", False),
        ("新城為什麼要設一班", "新城一班因教室補強未完工，再提會討論", False),
    ],
)
def test_a_resolution_gives_the_reason(asked: str, resolved: str, told: bool) -> None:
    folded = fold(asked)
    terms = (Term.of(fold("新城"), 1.0, {}),)
    question = Question(asked, folded, terms, Remainder(folded), frozenset(("reason",)))
    explained = Posting("1", 0, kind="explanation", body=fold("新城擬設一班，因需求增加"))
    ruling = Posting("2", 1, kind="resolution", body=fold(resolved))
    found = withheld(question, [explained, ruling], explained, Scorer(WEIGHTS.rank))
    assert found is (ruling if told else None)
