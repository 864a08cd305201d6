"""A meeting, and every heading in it, as a card whose buttons lead down, up and on."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import outline
from handlers.markup import Button, Card, bold, cut, packed, quiet, quote, safe, showable
from handlers.outline import Item, Path
from handlers.rows import everywhere, stacked, turning
from handlers.texts import Texts
from handlers.wording import full_date, meeting_line, path_line, unwrapped
from knowledge.model import Entry, Kind, Meeting

_PAGE = 8  # points on one card
_SHORTENED = 90  # characters of an entry on a card of several
_TITLE = 300  # of what the card is about
_LABEL = 24  # characters of a heading on a button; a phone shows about so many


def meeting_card(meeting: Meeting, texts: Texts, page: int = 0) -> Card:
    """Return a page of *meeting*: its head on the first, then its sections, each a button."""
    lines = [bold(cut(meeting.head.title, _TITLE)), safe(full_date(meeting.head.date, texts))]
    lines += [safe(line) for line in _head_lines(meeting)] if page == 0 else []
    below, rows = _points(meeting, (), page, f"m:{meeting.id}:{{}}", texts)
    last = (Button(texts.file, f"f:{meeting.id}"), *everywhere(texts))
    return Card(stacked([*lines, *(below or [safe(texts.empty_meeting)])]), (*rows, last))


def heading_card(entry: Entry, depth: int, meeting: Meeting, texts: Texts, page: int = 0) -> Card:
    """Return a page of what stands under the heading *depth* levels down the path of *entry*."""
    path = entry.path[:depth]
    lines = [bold(cut(_one_line(path[-1]) if path else meeting.head.title, _TITLE))]
    lines += [quiet(path_line(path[:-1]))] if path[:-1] else []
    lines.append(safe(meeting_line(meeting.head, texts)))
    below, rows = _points(meeting, path, page, f"s:{entry.id}:{depth}:{{}}", texts)
    last = (up_button(entry, path[:-1], meeting.id, texts), *everywhere(texts))
    return Card(stacked([*lines, *below]), (*rows, last))


def up_button(entry: Entry, path: Path, meeting_id: str, texts: Texts) -> Button:
    """Return the way from *entry*, or from a heading above it, to the heading *path*."""
    if not path:
        return Button(texts.back, f"m:{meeting_id}:0")
    return Button(texts.up, f"s:{entry.id}:{len(path)}:0")


def _points(
    meeting: Meeting, path: Path, page: int, turn: str, texts: Texts
) -> tuple[list[str], tuple[tuple[Button, ...], ...]]:
    """Return the lines and the buttons of a page of what stands right under *path*."""
    found = outline.items(meeting, path)
    shown, page, total = outline.pages(found, page, _PAGE)
    own = [item for item in found if len(item[0].path) == len(path)]
    lines = [_line(item, meeting, path) for item in shown]
    lines += [quiet(texts.page.format(page=page + 1, pages=total))] if total > 1 else []
    buttons = [_button(item, meeting, path, own, texts) for item in shown]
    return lines, (*packed(buttons), *turning(turn, page, page + 1 < total, texts))


def _line(item: Item, meeting: Meeting, path: Path) -> str:
    if len(item) == 1:
        return quote(cut(unwrapped(item[0].text.replace("**", "").strip()), _SHORTENED))
    below = item[0].path[: len(path) + 1]
    return f"· {safe(cut(_one_line(below[-1]), _SHORTENED))}（{outline.size(meeting, below)}）"


def _button(item: Item, meeting: Meeting, path: Path, own: Sequence[Item], texts: Texts) -> Button:
    first = item[0]
    if len(first.path) == len(path):
        return Button(texts.paragraph.format(number=own.index(item) + 1), f"e:{first.id}")
    label = path_line((first.path[len(path)],))
    if len(item) == 1:
        return Button(_within(label) or texts.this_entry, f"e:{first.id}")
    total = outline.size(meeting, first.path[: len(path) + 1])
    return Button(f"{_within(label)}（{total}）", f"s:{first.id}:{len(path) + 1}:0")


def _within(label: str) -> str:
    label = showable(label)
    return label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"


def _head_lines(meeting: Meeting) -> list[str]:
    return [
        cut(entry.text.replace("**", ""), 300)
        for entry in meeting.entries
        if entry.kind is Kind.HEADER and entry.fact is not None and entry.fact.value != "title"
    ]


def _one_line(text: str) -> str:
    return " ".join(text.replace("**", "").split())
