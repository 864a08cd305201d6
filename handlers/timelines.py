"""The words of a history as a picture has them, and as its caption tells those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handlers.markup import MOST_CAPTION, Button, Card, bold, safe, shown, units
from handlers.pictures.words import Passage, Row, Timeline
from handlers.rows import everywhere, stacked
from handlers.texts import Texts
from handlers.tracklines import focused, gap, heading, history_pages, spoken
from handlers.wording import outcome_mark, roc_date, unspaced
from knowledge.model import Head, Hit, Outcome
from knowledge.tracked import History

_LINE = 20  # characters of a line on a picture
_CROWDED = 4  # passages; of more, a picture that is to fit a phone has the first of each meeting
_TOLD = 60  # of one in the caption
# What became of these is still open, or was never to be decided.
_OPEN = (None, Outcome.CONTINUED, Outcome.RESERVED, Outcome.REMARKED)
_UNSAFE = re.compile(r"[^\w-]+")


def timeline(history: History, texts: Texts, page: int) -> Timeline:
    """Return all that is written on the picture of a page of *history*."""
    stops, _, _ = history_pages(history, page)
    most = 4 if sum(len(stop.hits) for stop in stops) < 3 else 3
    return Timeline(
        heading(history, texts),
        spoken(history, texts),
        tuple(_rows(history, texts, page, most * _LINE)),
        texts.tracking.picture_footer,
        most,
    )


def _rows(history: History, texts: Texts, page: int, longest: int) -> Iterator[Row]:
    """Yield the meetings and the gaps between them; a passage has *longest* characters."""
    stops, page, total = history_pages(history, page)
    crowded = sum(len(stop.hits) for stop in stops) > _CROWDED
    for stop in stops:
        if stop.silent:
            yield Row(gap=gap(stop.silent, texts))
        hits = stop.hits[:1] if crowded else stop.hits
        passages = (_passage(hit, history.topic, longest, texts) for hit in hits)
        yield _row(stop.head, tuple(passages), texts)
    if history.silent and page + 1 == total:
        yield Row(gap=gap(history.silent, texts, after=True))


def _row(head: Head, passages: tuple[Passage, ...], texts: Texts) -> Row:
    roc = roc_date(head.date) if head.date else texts.undated
    iso = head.date.isoformat() if head.date else ""
    return Row(roc, iso, unspaced(head.title), passages)


def _passage(hit: Hit, topic: str, longest: int, texts: Texts) -> Passage:
    settled = hit.entry.outcome not in _OPEN
    return Passage(outcome_mark(hit, texts), focused(hit.excerpt, topic, longest), settled)


def caption_card(history: History, texts: Texts, page: int) -> Card:
    """Return the words of the picture as its caption, and the way back to the card."""
    lines = [bold(heading(history, texts)), safe(spoken(history, texts))]
    for row in _rows(history, texts, page, _TOLD):
        lines += [safe(row.gap)] if row.gap else _told(row)
    while units(shown(stacked(lines))) > MOST_CAPTION:
        lines.pop()
    back = Button(texts.tracking.to_history, f"t:{history.key}:{page}")
    return Card(stacked(lines), ((back, *everywhere(texts)),))


def _told(row: Row) -> list[str]:
    words = [f"{one.mark}：{one.words}" for one in row.passages]
    return [bold(row.roc), *map(safe, words)]


def file_name(history: History) -> str:
    return f"{_UNSAFE.sub('-', history.topic)[:40].strip('-')}-歷程.png"
