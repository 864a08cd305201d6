"""Single lines of what became of a topic, as cards and pictures have them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.markup import cut
from handlers.texts import Texts
from handlers.wording import roc_date, unwrapped
from knowledge.model import Official
from knowledge.tracked import History, Promise, Stop

STOPS = 4  # meetings on one card, and on one picture, which a phone shows whole
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


def history_pages(history: History, page: int | None) -> tuple[Sequence[Stop], int, int]:
    """Return the meetings of *page*, that page and how many there are; None is the newest."""
    total = max(1, -(-len(history.stops) // STOPS))
    page = total - 1 if page is None else max(0, min(page, total - 1))
    return history.stops[page * STOPS : (page + 1) * STOPS], page, total


def heading(history: History, texts: Texts) -> str:
    return texts.tracking.heading.format(topic=history.topic)


def spoken(history: History, texts: Texts) -> str:
    """Return how many of the meetings on record speak of it."""
    coverage, total = history.coverage, len(history.stops)
    if coverage.first is None or coverage.last is None:
        return ""
    return texts.tracking.spoken.format(
        first=roc_date(coverage.first),
        last=roc_date(coverage.last),
        meetings=coverage.meetings,
        total=total,
    )


def gap(count: int, texts: Texts, *, after: bool = False) -> str:
    """Return how many meetings were silent in between, or *after* all that was said."""
    return (texts.tracking.after if after else texts.tracking.between).format(total=count)


def focused(excerpt: str, topic: str, longest: int) -> str:
    """Return at most *longest* characters of *excerpt*, from the sentence that names the topic."""
    text = unwrapped(excerpt)
    if len(text) <= longest:
        return text
    words = topic.split("、")
    starts = (m.start() for m in _SENTENCE.finditer(text) if any(w in m[0] for w in words))
    start = next(starts, 0)
    return cut(("…" if start else "") + text[start:].lstrip(), longest)


def official_name(official: Official) -> str:
    return f"{official.org or ''}{official.name}{official.title or ''}"


def promise_state(promise: Promise, texts: Texts) -> str:
    """Return why a promise is open: no such meeting is on record since, or none speaks of it."""
    level = promise.level or ""
    if not promise.held:
        return texts.tracking.pending_no_meeting.format(level=level)
    return texts.tracking.pending_silent.format(level=level, total=promise.held)
