"""Pages to browse: the meetings, one meeting, what surrounds an entry, and the help."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cards import everywhere, example_rows, rows_of, stacked
from handlers.markup import MOST_UNITS, Button, Card, bold, cut, quiet, safe, shown, units
from handlers.texts import Texts
from handlers.wording import full_date, meeting_line
from knowledge.model import Hit, Kind, Meeting

_PAGE = 8  # entries of a meeting on one card
_MOST_MEETINGS = 25
_SHORTENED = 60  # characters of an entry in a meeting's table


def context_card(hits: Sequence[Hit], marked: str, texts: Texts) -> Card:
    """Return *hits* in their order with the entry of id *marked* in bold; cut to one message."""
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
    buttons = (Button(texts.back, f"m:{hits[at].meeting_id}:0"), Button(texts.meetings, "ms"))
    return Card(stacked(lines), ((Button(texts.look.format(number=""), f"e:{marked}"),), buttons))


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


def meetings_card(meetings: Sequence[Meeting], texts: Texts, notice: str = "") -> Card:
    """Return all meetings on record, the newest first, each a button."""
    if not meetings:
        return Card(safe(texts.searched_nothing), ((Button("/help", "h"),),))
    newest = list(reversed(meetings))[:_MOST_MEETINGS]
    lines = [safe(notice)] if notice else []
    lines.append(bold(texts.meetings_heading.format(total=len(meetings))))
    lines += [f"{n}. {safe(meeting_line(m.head, texts))}" for n, m in enumerate(newest, 1)]
    numbers = [Button(str(n), f"m:{m.id}:0") for n, m in enumerate(newest, 1)]
    return Card(stacked(lines), tuple(rows_of(numbers)))


def meeting_card(meeting: Meeting, texts: Texts, page: int = 0) -> Card:
    """Return a page of *meeting*: its head on the first, then its entries, each a button."""
    entries = [entry for entry in meeting.entries if entry.kind is not Kind.HEADER]
    pages = max(1, -(-len(entries) // _PAGE))
    page = max(0, min(page, pages - 1))
    lines = [bold(meeting.head.title), safe(full_date(meeting.head.date, texts))]
    lines += [safe(line) for line in _head_lines(meeting)] if page == 0 else []
    found = entries[page * _PAGE : (page + 1) * _PAGE]
    for number, entry in enumerate(found, 1):
        lines.append(f"{number}. {safe(cut(_one_line(entry.text), _SHORTENED))}")
    lines.append(
        quiet(texts.page.format(page=page + 1, pages=pages)) if found else safe(texts.empty_meeting)
    )
    numbers = [Button(str(n), f"e:{entry.id}") for n, entry in enumerate(found, 1)]
    turns = tuple(
        Button(label, f"m:{meeting.id}:{to}")
        for label, to in ((texts.earlier, page - 1), (texts.later, page + 1))
        if 0 <= to < pages
    )
    rows = [*rows_of(numbers), *((turns,) if turns else ()), everywhere(texts)]
    return Card(stacked(lines), tuple(rows))


def _head_lines(meeting: Meeting) -> list[str]:
    return [
        cut(entry.text.replace("**", ""), 300)
        for entry in meeting.entries
        if entry.kind is Kind.HEADER and entry.fact is not None and entry.fact.value != "title"
    ]


def _one_line(text: str) -> str:
    return " ".join(text.replace("**", "").split())


def help_card(texts: Texts, bot_name: str = "", commands: Sequence[str] = ()) -> Card:
    """Return what can be asked, and the *commands* with what each does."""
    lines = [safe(texts.help), ""]
    lines += [f"/{name}　{safe(texts.commands[name])}" for name in commands]
    if bot_name:
        lines += ["", safe(texts.help_in_groups.format(name=bot_name))]
    return Card(stacked(lines), (*example_rows(texts), everywhere(texts)))
