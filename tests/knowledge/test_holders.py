"""Who holds an office is told by a name."""

from __future__ import annotations

import pytest

from knowledge.holders import names_office
from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.text import fold


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("王院長大明致詞", True),
        ("由王大明院長主持", True),
        ("院長：王大明", False),
        ("院長王大明", True),
        ("院長由王大明女士當選", True),
        ("院長由各科輪流擔任", False),
        ("請藥劑科立即通報院長室", False),
        ("院長公差，由副院長代理", False),
        ("高副院長慧君", False),
    ],
)
def test_an_office_alone_names_nobody(sentence: str, named: bool) -> None:
    asked = fold("院長叫什麼名字")
    question = Question(asked, asked, (), Remainder(asked), frozenset(), office=fold("院長"))
    assert names_office(question, fold(sentence)) is named
