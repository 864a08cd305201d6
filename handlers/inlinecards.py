"""What is offered in other chats: a line to choose by, and the card that is sent.

Who reads the card there may not know the bot: it has its citation, and one button, a link, for
the people of that chat must not change each other's cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.citations import source_line
from handlers.links import deep_link, entry_payload, meeting_payload
from handlers.markup import Button, Card, bold, cut, quote, safe
from handlers.texts import Texts
from handlers.wording import full_date, outcome_mark, roc_date, unwrapped
from knowledge.model import Hit, Meeting

_DESCRIBED = 120  # characters; Telegram shows two or three lines
_CONTENTS = 10  # passages that the card of a meeting names
_SHORTENED = 80


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose; `id` is the same for the same thing, ≤ 64 bytes."""

    id: str
    title: str
    description: str
    card: Card


def entry_offer(hit: Hit, texts: Texts, bot_name: str) -> Offer:
    """Return an entry: outcome and date to choose by; excerpt and citation to be sent."""
    mark = outcome_mark(hit, texts)
    day = roc_date(hit.head.date) if hit.head.date else texts.undated
    words = unwrapped(hit.excerpt)
    html = "\n".join([bold(mark), quote(words), safe(source_line(hit))])
    link = deep_link(bot_name, entry_payload(hit.entry.id))
    card = Card(html, ((Button(texts.open_in_bot, url=link),),))
    return Offer(hit.entry.id, f"{mark}　{day}", cut(" ".join(words.split()), _DESCRIBED), card)


def meeting_offer(meeting: Meeting, hits: Sequence[Hit], texts: Texts, bot_name: str) -> Offer:
    """Return a meeting: when and where, and the first of *hits*, what was said there."""
    head = meeting.head
    day = full_date(head.date, texts)
    lines = [bold(head.title), safe(day), *([safe(head.place)] if head.place else [])]
    lines += [quote(cut(unwrapped(hit.excerpt), _SHORTENED)) for hit in hits[:_CONTENTS]]
    payload = meeting_payload(meeting.id) or (entry_payload(hits[0].entry.id) if hits else None)
    link = deep_link(bot_name, payload) if payload else ""
    row = ((Button(texts.this_meeting, url=link),),) if link else ()
    where = "　".join(part for part in (day, head.place) if part)
    return Offer(f"m:{meeting.id}", head.title, cut(where, _DESCRIBED), Card("\n".join(lines), row))
