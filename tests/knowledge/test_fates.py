"""Items are listed by what became of them, however that is said."""

from __future__ import annotations

import pytest

from knowledge.fates import fates, is_fate
from knowledge.model import Outcome
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "outcomes"),
    [
        ("有哪些案子被保留", (Outcome.RESERVED,)),
        ("哪幾案緩議", (Outcome.CONTINUED,)),
        ("哪些提案被擱置", (Outcome.CONTINUED, Outcome.RESERVED)),
        ("哪些議案撤掉了", (Outcome.WITHDRAWN,)),
        ("有哪些案子修正後才通過", (Outcome.AMENDED,)),
        ("哪些案子過關", (Outcome.APPROVED, Outcome.AMENDED)),
        ("哪些案子沒有通過", ()),
        ("老榕樹會保留嗎", ()),
    ],
)
def test_the_outcomes_that_are_asked_for(asked: str, outcomes: tuple[Outcome, ...]) -> None:
    assert fates(fold(asked)) == outcomes


def test_a_word_that_only_says_what_became_of_something() -> None:
    assert is_fate(fold("緩議"))
    assert not is_fate(fold("保留地"))
