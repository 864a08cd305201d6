"""Cards of what became of a topic: over time, from mouth to mouth, and what is still to come."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.markup import Button, Card, bold, cut, quiet, quote, safe
from handlers.refusals import searched
from handlers.rows import Row, everywhere, numbers, returning, stacked, turning
from handlers.texts import Texts
from handlers.tracklines import (
    focused,
    gap,
    heading,
    history_pages,
    official_name,
    promise_state,
    spoken,
)
from handlers.wording import full_date, meeting_line, outcome_mark, path_line, unwrapped
from knowledge.model import Hit
from knowledge.tracked import History, Pending, Promise, Side, Stop, Voices

_EXCERPT = 90  # characters of a passage in a history
_SAID = 220  # of one among several voices
_PROMISES = 6  # on one card
_PROMISED = 140  # characters of each


def history_card(history: History, texts: Texts, page: int | None = None) -> Card:
    """Return a page of *history*, the newest where none is named; each passage has a button."""
    stops, page, total = history_pages(history, page)
    lines = [bold(heading(history, texts)), quiet(spoken(history, texts))]
    number = 0
    for stop in stops:
        lines += _silent(stop.silent, texts) + _stop(stop, number, history.topic, texts)
        number += len(stop.hits)
    last = page + 1 == total
    lines += [quiet(gap(history.silent, texts, after=True))] if last and history.silent else []
    lines += [quiet(texts.page.format(page=page + 1, pages=total))] if total > 1 else []
    hits = [hit for stop in stops for hit in stop.hits]
    lines += [quiet(texts.numbers)] if history.key else []
    return Card(stacked(lines), _history_rows(history, hits, page, total, texts))


def _silent(count: int, texts: Texts) -> list[str]:
    return [quiet(gap(count, texts))] if count else []


def _stop(stop: Stop, number: int, topic: str, texts: Texts) -> list[str]:
    lines = [bold(full_date(stop.head.date, texts)), safe(stop.head.title)]
    for place, hit in enumerate(stop.hits, number + 1):
        lines.append(f"{place}. {bold(outcome_mark(hit, texts))}")
        lines.append(quote(focused(hit.excerpt, topic, _EXCERPT)))
    more = stop.total - len(stop.hits)
    return [*lines, quiet(texts.tracking.more.format(total=more))] if more > 0 else lines


def _history_rows(
    history: History, hits: Sequence[Hit], page: int, total: int, texts: Texts
) -> tuple[Row, ...]:
    key = history.key
    if not key:
        return (everywhere(texts),)
    picture = Button(texts.tracking.picture, f"tp:{key}:{page}")
    voices = Button(texts.tracking.voices, f"o:{key}")
    turns = turning(f"t:{key}:{{}}", page, page + 1 < total, texts)
    above = (*numbers(hits, f"t:{key}:{page}"), *turns, (picture, voices))
    return (*above, *_last_rows(history, texts))


def _last_rows(answer: History | Voices, texts: Texts) -> tuple[Row, ...]:
    """Return the rows that lead on to new minutes and back to the answer this stands beside."""
    back = returning(f"{answer.key}:0", texts) if answer.beside else ()
    return ((Button(texts.follow, f"fa:q{answer.key}"),), (*back, *everywhere(texts)))


# -- voices -----------------------------------------------------------------------------


def voices_card(voices: Voices, texts: Texts) -> Card:
    """Return a section for each official; who said nothing of the topic is said so."""
    hits: list[Hit] = []
    lines = _sides(voices, hits, texts) if voices.answered else _nobody(voices, texts)
    for hit, name in (
        (voices.together, texts.tracking.voices_together),
        (voices.minutes, texts.tracking.in_minutes),
    ):
        if hit:
            hits.append(hit)
            lines += [safe(name), *_said(hit, len(hits), voices.topic, texts)]
    if not voices.key:
        return Card(stacked(lines), (everywhere(texts),))
    lines.append(quiet(texts.numbers))
    over_time = (Button(texts.tracking.history, f"t:{voices.key}"),)
    opening = numbers(hits, f"o:{voices.key}")
    return Card(stacked(lines), (*opening, over_time, *_last_rows(voices, texts)))


def _sides(voices: Voices, hits: list[Hit], texts: Texts) -> list[str]:
    """Return the sections; what they quote goes into *hits*."""
    lines = [bold(texts.tracking.voices_heading.format(topic=voices.topic))]
    for side in voices.sides:
        lines += _side(side, len(hits), voices.topic, texts)
        hits += side.hits
    return lines


def _nobody(voices: Voices, texts: Texts) -> list[str]:
    sentence = texts.tracking.voices_nobody.format(topic=voices.topic)
    return [bold(sentence), safe(searched(voices.coverage, texts))]


def _side(side: Side, number: int, topic: str, texts: Texts) -> list[str]:
    if not side.hits:
        return [bold(official_name(side.official)), safe(texts.tracking.voices_silent)]
    said = (_said(hit, place, topic, texts) for place, hit in enumerate(side.hits, number + 1))
    return [line for lines in said for line in lines]


def _said(hit: Hit, number: int, topic: str, texts: Texts) -> list[str]:
    mark = f"{number}. {bold(outcome_mark(hit, texts))}"
    words = quote(focused(hit.excerpt, topic, _SAID))
    return [mark, words, safe(meeting_line(hit.head, texts))]


# -- promises ---------------------------------------------------------------------------


def pending_card(pending: Pending, texts: Texts, page: int = 0) -> Card:
    """Return a page of what was promised and not yet seen, each with a button."""
    total = max(1, -(-len(pending.promises) // _PROMISES))
    page = max(0, min(page, total - 1))
    first = page * _PROMISES
    shown = pending.promises[first : first + _PROMISES]
    lines = [bold(texts.tracking.pending_heading.format(total=len(pending.promises)))]
    for number, promise in enumerate(shown, first + 1):
        lines += _promised(promise, number, texts)
    lines += (
        []
        if shown
        else [safe(texts.tracking.pending_none), safe(searched(pending.coverage, texts))]
    )
    lines += [quiet(texts.page.format(page=page + 1, pages=total))] if total > 1 else []
    lines += [quiet(texts.numbers)] if shown else []
    opening = numbers([one.hit for one in shown], f"p:{page}", first + 1)
    turns = turning("p:{}", page, page + 1 < total, texts)
    last = (Button(texts.resolutions, "r"), *everywhere(texts))
    return Card(stacked(lines), (*opening, *turns, last))


def _promised(promise: Promise, number: int, texts: Texts) -> list[str]:
    hit = promise.hit
    path = path_line(hit.entry.path)
    return [
        f"{number}. {bold(outcome_mark(hit, texts))}",
        quote(cut(unwrapped(hit.excerpt), _PROMISED)),
        safe(meeting_line(hit.head, texts)),
        *([safe(path)] if path else []),
        safe(texts.follow_up.format(promise=hit.entry.follow_up)),
        quiet(promise_state(promise, texts)),
    ]
