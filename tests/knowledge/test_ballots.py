"""Who votes is no subject where the votes are asked for."""

from __future__ import annotations

from knowledge.ballots import without_voters
from knowledge.term import Term
from knowledge.text import fold


def test_who_votes_weighs_little_beside_what_is_voted_on() -> None:
    terms = tuple(Term.of(fold(word), 1.0, {}) for word in ("外牆磁磚", "住戶", "投票"))
    assert [term.generic for term in without_voters(fold("外牆磁磚大修住戶投票結果"), terms)] == [
        False,
        True,
        True,
    ]


def test_voters_stay_where_nothing_else_is_named() -> None:
    terms = tuple(Term.of(fold(word), 1.0, {}) for word in ("住戶", "投票"))
    assert without_voters(fold("住戶投票結果"), terms) == terms
