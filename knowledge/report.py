"""What was understood of a document, in the shape contract.md promises («Parsed minutes»)."""

from __future__ import annotations

from datetime import time
from typing import Any

from knowledge.model import Entry, Meeting, Official, Parsed


def as_json(parsed: Parsed) -> dict[str, Any]:
    """Return *parsed* as plain dicts, lists and strings; unknown facts are None."""
    return {
        "meetings": [_meeting(meeting) for meeting in parsed.meetings],
        "warnings": list(parsed.warnings),
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    head = meeting.head
    return {
        "title": head.title,
        "series": head.series,
        "level": head.level,
        "ordinal": head.ordinal,
        "date": head.date.isoformat() if head.date else None,
        "start": _clock(head.start),
        "end": _clock(head.end),
        "place": head.place,
        "chairs": [_official(chair) for chair in head.chairs],
        "recorder": _official(head.recorder) if head.recorder else None,
        "entries": [_entry(entry) for entry in meeting.entries],
    }


def _clock(moment: time | None) -> str | None:
    return moment.strftime("%H:%M") if moment else None


def _official(person: Official) -> dict[str, str | None]:
    return {"org": person.org, "name": person.name, "title": person.title}


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind.value,
        "path": list(entry.path),
        "speaker": entry.speaker,
        "group": entry.group,
        "outcome": entry.outcome.value if entry.outcome else None,
        "text": entry.text,
        "start": entry.start,
        "end": entry.end,
    }
