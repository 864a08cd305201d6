"""Cards over all meetings: the meetings, what was decided, what was stated together."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.markup import Button, Card, bold, cut, packed, quiet, quote, rows_of, safe, showable
from handlers.rows import everywhere, stacked, turning
from handlers.texts import Texts
from handlers.wording import meeting_line, roc_date, unwrapped
from knowledge.model import Hit, Meeting, Outcome

PAGE = 8  # entries on one card
_MEETINGS = 10  # of them on one card
_SHORTENED = 120  # characters of an entry on a card of several


def meetings_card(
    meetings: Sequence[Meeting], texts: Texts, notice: str = "", page: int = 0
) -> Card:
    """Return a page of the meetings on record, the newest first, each a button."""
    if not meetings:
        return Card(safe(texts.searched_nothing), ((Button("/help", "h"),),))
    total = -(-len(meetings) // _MEETINGS)
    page = max(0, min(page, total - 1))
    first = page * _MEETINGS
    shown = list(enumerate(meetings[::-1][first : first + _MEETINGS], first + 1))
    lines = [safe(notice)] if notice else []
    lines.append(bold(texts.meetings_heading.format(total=len(meetings))))
    lines += [f"{number}. {safe(meeting_line(one.head, texts))}" for number, one in shown]
    lines += [quiet(texts.page.format(page=page + 1, pages=total))] if total > 1 else []
    lines.append(quiet(texts.meetings_numbers))
    numbers = rows_of([Button(str(number), f"m:{one.id}:0") for number, one in shown])
    turns = turning("ms:{}", page, page + 1 < total, texts)
    return Card(stacked(lines), (*numbers, *turns, *_elsewhere(texts)))


def choice_card(meetings: Sequence[Meeting], texts: Texts) -> Card:
    """Return the newest of several *meetings* that fit, each a button."""
    shown = list(enumerate(meetings[::-1][:_MEETINGS], 1))
    lines = [bold(texts.several_meetings.format(total=len(meetings)))]
    lines += [f"{number}. {safe(meeting_line(one.head, texts))}" for number, one in shown]
    numbers = rows_of([Button(str(number), f"m:{one.id}:0") for number, one in shown])
    return Card(stacked([*lines, quiet(texts.meetings_numbers)]), (*numbers, everywhere(texts)))


def resolutions_card(
    outcome: Outcome, hits: Sequence[Hit], page: int, outcomes: Sequence[Outcome], texts: Texts
) -> Card:
    """Return a page of the decisions with *outcome*; a hit beyond PAGE says that there are more.

    *outcomes* are those that can be chosen instead.
    """
    shown = hits[:PAGE]
    heading = texts.resolutions_heading.format(outcome=_named(outcome, texts))
    first = page * PAGE + 1
    lines = [bold(heading)]
    for number, hit in enumerate(shown, first):
        lines += _decided(number, hit, texts)
    lines += [quiet(texts.numbers)] if shown else [safe(texts.empty_page)]
    here = f"r:{outcome.value}:{page}"
    numbers = [Button(str(n), f"e:{hit.entry.id}:{here}") for n, hit in enumerate(shown, first)]
    turns = turning(f"r:{outcome.value}:{{}}", page, len(hits) > PAGE, texts)
    others = [Button(_named(one, texts), f"r:{one.value}:0") for one in outcomes if one != outcome]
    pending = Button(texts.tracking.pending, "p:0")
    rows = (*rows_of(numbers), *turns, *packed(others), (pending, *everywhere(texts)))
    return Card(stacked(lines), rows)


def statements_card(hits: Sequence[Hit], page: int, texts: Texts) -> Card:
    """Return a page of the joint statements, each a button; one hit more says there are more."""
    shown = hits[:PAGE]
    lines = [bold(texts.statements_heading)]
    lines += [f"· {safe(_statement(hit, texts))}" for hit in shown] or [safe(texts.empty_page)]
    buttons = [
        (Button(cut(showable(_statement(hit, texts)), 40), f"s:{hit.entry.id}:1:0"),)
        for hit in shown
    ]
    turns = turning("st:{}", page, len(hits) > PAGE, texts)
    return Card(stacked(lines), (*buttons, *turns, everywhere(texts)))


def _elsewhere(texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(texts.resolutions, "r"), Button(texts.statements, "st:0")),
        (Button(texts.what_to_ask, "h"),),
    )


def _decided(number: int, hit: Hit, texts: Texts) -> list[str]:
    words = quote(cut(unwrapped(hit.excerpt), _SHORTENED))
    return [safe(f"{number}. {meeting_line(hit.head, texts)}"), words]


def _named(outcome: Outcome, texts: Texts) -> str:
    return texts.outcomes.get(outcome, outcome.chinese)


def _statement(hit: Hit, texts: Texts) -> str:
    day = roc_date(hit.head.date) if hit.head.date else texts.undated
    return f"{day}　{hit.entry.path[0] if hit.entry.path else hit.head.title}"
