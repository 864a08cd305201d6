"""What surrounds an entry, and the help."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.markup import MOST_UNITS, Button, Card, bold, quiet, safe, shown, units
from handlers.rows import everywhere, example_rows, returning, stacked
from handlers.texts import Texts
from handlers.wording import meeting_line
from knowledge.model import Hit


def context_card(hits: Sequence[Hit], marked: str, texts: Texts, origin: str = "") -> Card:
    """Return *hits* in their order with the entry of id *marked* in bold; cut to one message.

    *origin* is where the person came from, see `rows.returning`.
    """
    lines = [bold(texts.context_heading), safe(meeting_line(hits[0].head, texts))]
    room = MOST_UNITS - 200
    at = next((i for i, hit in enumerate(hits) if hit.entry.id == marked), 0)
    kind = None
    for hit in hits[_first_that_fits(hits, at, room) :]:
        name = [quiet(texts.kinds.get(hit.entry.kind, hit.entry.kind.chinese))]
        line = [*(name if hit.entry.kind is not kind else ()), _context_line(hit, marked)]
        if units(shown(stacked([*lines, *line]))) > room:
            break
        lines += line
        kind = hit.entry.kind
    entry = Button(texts.this_entry, f"e:{marked}{f':{origin}' if origin else ''}")
    buttons = (Button(texts.back, f"m:{hits[at].meeting_id}:0"), Button(texts.meetings, "ms"))
    return Card(stacked(lines), ((entry, *returning(origin, texts)), buttons))


def _context_line(hit: Hit, marked: str) -> str:
    text = safe(hit.excerpt)
    return f"<blockquote><b>{text}</b></blockquote>" if hit.entry.id == marked else text


def _first_that_fits(hits: Sequence[Hit], at: int, room: int) -> int:
    """Return where to begin so that the marked entry still fits into *room*."""
    first, used = at, len(hits[at].excerpt)
    while first > 0 and used + len(hits[first - 1].excerpt) + 1 <= room // 2:
        first -= 1
        used += len(hits[first].excerpt) + 1
    return first


def help_card(texts: Texts, bot_name: str = "", commands: Sequence[str] = ()) -> Card:
    """Return what can be asked, and the *commands* with what each does."""
    lines = [safe(texts.help), ""]
    lines += [f"/{name}　{safe(texts.commands[name])}" for name in commands]
    if bot_name:
        lines += ["", safe(texts.help_in_groups.format(name=bot_name))]
        lines += [safe(texts.help_inline.format(name=bot_name))]
    more = (Button(texts.tour.again, "to:0"), Button(texts.settings.heading, "se"))
    return Card(stacked(lines), (*example_rows(texts), more, everywhere(texts)))
