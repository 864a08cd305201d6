"""Whose words an entry has."""

from __future__ import annotations

import pytest

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.text import fold
from knowledge.whose import is_anothers

PEOPLE = frozenset(map(fold, ("宋明德",)))
SAID = "在大會上說了什麼"


def anothers(asked: str, kind: Kind, body: str, speaker: str = "", near: str = "") -> bool:
    folded = fold(asked)
    question = Question(asked, folded, (), Remainder(folded), frozenset())
    posting = Posting("", 0, kind=kind, body=fold(body), speaker=speaker, near=fold(near))
    return is_anothers(question, posting, PEOPLE.__contains__)


@pytest.mark.parametrize(
    ("who", "kind", "body", "speaker"),
    [
        pytest.param("宋明德", Kind.OTHER, "宋明德得98票", "", id="he-is-only-named"),
        pytest.param(
            "雲林縣政府", Kind.MOTION, "邱副市長提：邀請雲林縣政府", "邱振益", id="a-body"
        ),
        pytest.param("松茂國小的校長", Kind.PROPOSAL, "案由：與松茂國小合作", "", id="an-office"),
        pytest.param("總經理岑家祥", Kind.SPEECH, "巫代表：太趕", "巫建仁", id="behind-his-office"),
    ],
)
def test_what_another_said_is_no_answer(who: str, kind: Kind, body: str, speaker: str) -> None:
    assert anothers(f"{who}{SAID}", kind, body, speaker)


@pytest.mark.parametrize(
    ("asked", "kind", "body", "speaker"),
    [
        pytest.param(f"宋明德{SAID}", Kind.SPEECH, "謝謝", "宋明德", id="his-words"),
        pytest.param(f"宋明德{SAID}", Kind.RESOLUTION, "照案通過", "", id="everybodys"),
        pytest.param(f"雲林縣政府{SAID}", Kind.OTHER, "雲林縣政府：同意", "", id="the-body-s"),
        pytest.param(f"松茂國小的校長{SAID}", Kind.PROPOSAL, "校長：同意", "", id="the-office-s"),
        pytest.param("宋明德得幾票", Kind.OTHER, "宋明德得98票", "", id="nothing-said"),
    ],
)
def test_his_own_words_and_what_all_decided_are(
    asked: str, kind: Kind, body: str, speaker: str
) -> None:
    assert not anothers(asked, kind, body, speaker)
