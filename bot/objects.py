"""Answers as the JSON objects that other programs rely on."""

from __future__ import annotations

from typing import Any

from handlers.cards import answer_card, plain_text
from handlers.texts import chinese
from handlers.wording import roc_date
from knowledge.model import Answer, Hit

MOST_HITS = 10  # what other programs rely on


def answer_object(answer: Answer, name: str | None = None) -> dict[str, Any]:
    """Return *answer* as documented for `ask --json`; *name* is the id of the question."""
    shown = {
        "answered": answer.answered,
        "reply": plain_text(answer_card(answer, chinese())),
        "hits": [_hit_object(hit) for hit in answer.hits[:MOST_HITS]],
    }
    return shown if name is None else {"id": name, **shown}


def _hit_object(hit: Hit) -> dict[str, Any]:
    entry, day = hit.entry, hit.head.date
    return {
        "meeting": hit.meeting_id,
        "title": hit.head.title,
        "date": day.isoformat() if day else None,
        "roc_date": roc_date(day) if day else None,
        "kind": entry.kind.value,
        "outcome": entry.outcome.value if entry.outcome else None,
        "path": list(entry.path),
        "speaker": entry.speaker,
        "excerpt": hit.excerpt,
        "score": hit.score,
    }
