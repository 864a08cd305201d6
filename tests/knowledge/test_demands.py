"""Which fact an answer must state, and what a wish asks for."""

from __future__ import annotations

import pytest

from knowledge.demands import demanded, meant


@pytest.mark.parametrize(
    ("intents", "count", "wanted"),
    [
        pytest.param({"money", "amount"}, None, "money", id="the-more-particular"),
        pytest.param({"nationality", "name"}, None, "nationality", id="whose-country"),
        pytest.param({"day", "next"}, None, "date", id="of-a-meeting-to-come"),
        pytest.param({"money", "settled"}, None, None, id="whether-it-was-settled"),
        pytest.param({"list"}, 3, "items", id="three-things"),
        pytest.param({"list"}, 2, None, id="two-things-are-told-by-any-mark"),
        pytest.param({"speech"}, None, None, id="none"),
    ],
)
def test_the_fact_that_must_be_stated(
    intents: set[str], count: int | None, wanted: str | None
) -> None:
    assert demanded(frozenset(intents), count) == wanted


def test_a_wish_asks_for_no_decision() -> None:
    assert meant(frozenset({"wish", "decision"})) == {"wish", "speech"}
    assert meant(frozenset({"decision"})) == {"decision"}
