"""A number that is asked of nothing a question names: 總共幾戶, of a meeting."""

from __future__ import annotations

from knowledge.question import Question

_ITEM_MEASURES = "案项件点条次个种组场"


def counts_unnamed(question: Question) -> bool:
    """Tell whether so many are asked for that no word names, and are no items: 總共幾戶."""
    named = not question.bare or question.items or question.beside
    of_no_item = question.measure and question.measure not in _ITEM_MEASURES
    return not named and (question.wanted == "headcount" or bool(of_no_item))
