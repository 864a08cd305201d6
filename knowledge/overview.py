"""What a meeting, a section or a numbered item holds, where a question names no subject in it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.search import Search

_ASKED_KINDS = {"report": Kind.REPORT, "proposal": Kind.PROPOSAL}

# Which entries of an item an intent asks for, and which ones say what the item is.
_ITEM_PARTS = {
    "decision": (Kind.RESOLUTION, Kind.REPORT, Kind.MOTION),
    "explanation": (Kind.EXPLANATION,),
}
_ITEM_BEGINS = (Kind.PROPOSAL, Kind.REPORT, Kind.MOTION)


def overview(question: Question, search: Search) -> list[Posting]:
    """Return the entries that answer *question* as a whole, [] where it names a subject."""
    asked = question.intents & _ITEM_PARTS.keys() and "list" in question.intents
    parts = question.items and ("all" in question.intents or asked)
    if not (question.bare or parts) or question.number is not None:
        return []
    if question.items:
        return of_asked_kind(question, search.items(question))
    if not (question.scope.meetings or question.scope.speakers):
        return []
    scoped = search.scoped(question)
    if question.section:
        return [p for p in scoped if p.path and p.path[0].startswith(question.section)]
    kinds = (Kind.SPEECH,) if question.scope.speakers else _kinds(question)
    return [posting for posting in scoped if posting.kind in kinds]


def of_asked_kind(question: Question, found: Sequence[Posting]) -> list[Posting]:
    """Return the entries of an item that are of the kind asked for, else those that begin it."""
    asked = [k for name, kinds in _ITEM_PARTS.items() if name in question.intents for k in kinds]
    if not asked and "list" in question.intents:
        asked = [Kind.EXPLANATION]
    return [p for p in found if p.kind in asked] or [p for p in found if p.kind in _ITEM_BEGINS]


def _kinds(question: Question) -> tuple[Kind, ...]:
    """Return the kinds that answer a question which names a meeting and no subject."""
    if "motion" in question.intents:
        return (Kind.MOTION,)
    asked = [kind for intent, kind in _ASKED_KINDS.items() if intent in question.intents]
    return tuple(asked) or (Kind.RESOLUTION, Kind.CONCLUSION)
