"""What is asked of each is told of 每校 and 各里."""

from __future__ import annotations

import pytest

from knowledge.each import shortened
from knowledge.term import Term
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "word", "short"),
    [
        ("每個學校會放幾本書", "學校", "每校"),
        ("各所國小分到多少", "國小", "各小"),
        ("每一班級", "班級", "每班"),
    ],
)
def test_what_is_told_of_each_is_found_by_its_short_form(asked: str, word: str, short: str) -> None:
    (term,) = shortened(fold(asked), [Term.of(fold(word), 1.0, {})])
    assert fold(short) in [form for form, _ in term.forms]


def test_what_is_not_asked_of_each_stays_as_it_is() -> None:
    term = Term.of(fold("學校"), 1.0, {})
    assert shortened(fold("哪個學校會放書"), [term]) == (term,)
