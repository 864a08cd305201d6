"""Cards for an admin: what a document would become, and what came of publishing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from handlers.markup import Button, Card, bold, cut, quiet, quote, safe
from handlers.rows import everywhere, stacked, turning
from handlers.texts import Texts
from handlers.wording import full_date, outcome_mark, unwrapped
from knowledge.errors import DocumentError
from knowledge.model import (
    Change,
    Difference,
    DraftReading,
    Entry,
    Hit,
    Kind,
    Meeting,
    Official,
    Preview,
    Published,
)

# A card with all of these at their longest stays well under Telegram's 4,096 characters.
_MOST_MEETINGS = 3
_MOST_DIFFERENCES = 5
_MOST_WARNINGS = 5
_SAMPLES = 3
_ENTRIES = 15  # a page, each shortened
_SHORTENED = 80  # characters of a difference, a sample, a warning or the beginning
# Of the kinds that people ask for, those that show best whether the document was understood.
_TELLING = (Kind.RESOLUTION, Kind.CONCLUSION, Kind.PROPOSAL, Kind.MOTION, Kind.REPORT, Kind.SPEECH)


def draft_card(reading: DraftReading, texts: Texts) -> Card:
    """Return the preview of a document; nothing of it is visible to users yet."""
    lines = [bold(texts.draft_heading.format(name=cut(reading.source, _SHORTENED)))]
    for preview in reading.previews[:_MOST_MEETINGS]:
        lines += ["", *_preview_lines(preview, len(reading.previews), texts)]
    if more := len(reading.previews) - _MOST_MEETINGS:
        lines += [safe(texts.draft_more.format(total=more))] if more > 0 else []
    lines += ["", *_warnings(reading.warnings, texts), *_beginning(reading, texts)]
    return Card(stacked(lines), tuple(_buttons(reading, texts)))


def entries_card(reading: DraftReading, page: int, texts: Texts) -> Card:
    """Return a page of all that was understood of a document, entry by entry."""
    entries = [(one.meeting, entry) for one in reading.previews for entry in one.meeting.entries]
    first = page * _ENTRIES
    name = cut(reading.source, _SHORTENED)
    lines = [bold(texts.draft_entries.format(name=name, total=len(entries))), ""]
    for number, (meeting, entry) in enumerate(entries[first : first + _ENTRIES], first + 1):
        mark = outcome_mark(Hit(entry, meeting.id, meeting.head, entry.text), texts)
        lines.append(f"{number}. {quiet(mark)}　{safe(_short(entry))}")
    more = len(entries) > first + _ENTRIES
    return Card(stacked(lines), turning(f"dl:{reading.key}:{{}}", page, more, texts))


def published_card(published: Published, texts: Texts) -> Card:
    """Return what came of publishing, with a button for each meeting."""
    lines, rows = [bold(texts.published_heading.format(name=published.source))], []
    for change, meeting in published.meetings:
        said = texts.changes[change.value]
        lines.append(safe(f"{said}　{meeting.head.title}　{full_date(meeting.head.date, texts)}"))
        rows.append((Button(cut(meeting.head.title, 30), f"m:{meeting.id}:0"),))
    return Card(stacked(lines), (*rows[:_MOST_MEETINGS], everywhere(texts)))


def refused_card(name: str, error: DocumentError, texts: Texts) -> Card:
    """Return why the document *name* cannot be published, in a sentence without internals."""
    reason = texts.faults.get(error.fault.name.lower(), error.fault.chinese)
    return Card(stacked((bold(cut(name, _SHORTENED)), safe(reason))))


def _preview_lines(preview: Preview, total: int, texts: Texts) -> Iterator[str]:
    meeting = preview.meeting
    yield quiet(texts.changes[preview.change.value])
    yield bold(meeting.head.title)
    yield safe(_day(meeting, texts))
    yield safe(texts.draft_place.format(place=meeting.head.place or texts.draft_missing))
    chairs = "、".join(map(_office, meeting.head.chairs))
    yield safe(texts.draft_chairs.format(chairs=chairs or texts.draft_missing))
    yield safe(_counts(meeting, texts))
    if preview.change is Change.CHANGED:
        yield from _difference_lines(preview.differences, texts)
    elif preview.change is Change.NEW:
        for entry in _samples(meeting.entries, _SAMPLES if total == 1 else 1):
            yield _sample(entry, meeting, texts)


def _day(meeting: Meeting, texts: Texts) -> str:
    head = meeting.head
    hours = "–".join(f"{time:%H:%M}" for time in (head.start, head.end) if time)
    return "　".join(filter(None, (full_date(head.date, texts), hours)))


def _office(official: Official) -> str:
    return f"{official.org or ''}{official.name}{official.title or ''}"


def _counts(meeting: Meeting, texts: Texts) -> str:
    counts = Counter(entry.kind for entry in meeting.entries)
    return "　".join(
        f"{texts.kinds.get(kind, kind.chinese)} {counts[kind]}" for kind in Kind if counts[kind]
    )


def _samples(entries: Sequence[Entry], most: int) -> list[Entry]:
    telling = [next((one for one in entries if one.kind is kind), None) for kind in _TELLING]
    return [entry for entry in telling if entry][:most]


def _sample(entry: Entry, meeting: Meeting, texts: Texts) -> str:
    mark = outcome_mark(Hit(entry, meeting.id, meeting.head, entry.text), texts)
    return f"{quiet(mark)}\n{quote(_short(entry))}"


def _short(entry: Entry) -> str:
    return cut(" ".join(unwrapped(entry.text.replace("**", "")).split()), _SHORTENED)


def _difference_lines(differences: Sequence[Difference], texts: Texts) -> Iterator[str]:
    told = texts.draft_differences if differences else texts.draft_no_difference
    yield safe(told.format(total=len(differences)))
    for one in differences[:_MOST_DIFFERENCES]:
        if one.before:
            yield safe(texts.draft_before.format(words=_short(one.before)))
        if one.after:
            yield safe(texts.draft_after.format(words=_short(one.after)))


def _warnings(warnings: Sequence[str], texts: Texts) -> list[str]:
    return [
        safe(texts.draft_warning.format(words=cut(line, _SHORTENED)))
        for line in warnings[:_MOST_WARNINGS]
    ]


def _beginning(reading: DraftReading, texts: Texts) -> list[str]:
    words = cut(" ".join(reading.beginning.split()), _SHORTENED)
    lines = [quiet(texts.draft_beginning.format(words=words))]
    if reading.alternatives and reading.encoding:
        lines.append(quiet(texts.draft_encoding.format(encoding=reading.encoding)))
    return lines


def _buttons(reading: DraftReading, texts: Texts) -> Iterator[tuple[Button, ...]]:
    cancel = Button(texts.draft_cancel, f"dc:{reading.key}")
    changes = any(preview.change is not Change.UNCHANGED for preview in reading.previews)
    yield (Button(_publish(reading, texts), _data("dp", reading)), cancel) if changes else (cancel,)
    if changes:
        yield (Button(texts.draft_look, f"dl:{reading.key}"),)
    for encoding in reading.alternatives:
        label = texts.draft_read_as.format(encoding=encoding)
        yield (Button(label, f"de:{reading.key}:{encoding}"),)
    for meeting in reading.candidates:
        label = texts.draft_corrects.format(meeting=full_date(meeting.head.date, texts))
        yield (Button(label, f"dk:{reading.key}:{meeting.id}"),)
    if reading.corrects:
        yield (Button(texts.draft_is_new, f"dk:{reading.key}:"),)


def _publish(reading: DraftReading, texts: Texts) -> str:
    if not reading.followers:
        return texts.draft_publish
    return texts.draft_publish_telling.format(total=reading.followers)


def _data(action: str, reading: DraftReading) -> str:
    return f"{action}:{reading.key}:{reading.corrects or ''}"
