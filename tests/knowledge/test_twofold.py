"""Two questions in one sentence."""

from __future__ import annotations

import pytest

from knowledge.twofold import asked


@pytest.mark.parametrize(
    ("folded", "parts"),
    [
        ("怎么稳物价,又怎么帮劳工转职", ("怎么稳物价", "怎么帮劳工转职")),
        ("财政面向第一点跟第二点各说什么", ("财政面向第一点说什么", "财政面向第二点说什么")),
        ("月票最后怎么决定", ()),
        ("听说有月票,最后怎么决定", ()),
        ("谁,在哪里开", ()),
    ],
)
def test_what_is_asked_apart(folded: str, parts: tuple[str, ...]) -> None:
    assert asked(folded) == parts
