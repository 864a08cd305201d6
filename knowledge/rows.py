"""Rows of the database and the nouns they hold, both ways; no SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from knowledge.model import Entry, Fact, Head, Kind, Meeting, Official, Outcome, Span

Row = Mapping[str, Any]

_KINDS = {kind.value: kind for kind in Kind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_FACTS = {fact.value: fact for fact in Fact}


def to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def instant(moment: datetime) -> str:
    """Return a time that has a zone as text in UTC that sorts by time; `instant_from` reads it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant_from(text: str) -> datetime:
    """Return the time, in UTC; older rows do not name the zone."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def identity_row(meeting: Meeting) -> dict[str, object]:
    head = meeting.head
    return {
        "meeting_id": meeting.id,
        "title": head.title,
        "series": head.series,
        "level": head.level,
        "ordinal": head.ordinal,
        "date": head.date and head.date.isoformat(),
    }


def identity_from(row: Row) -> Head:
    return Head(
        title=row["title"],
        series=row["series"],
        level=row["level"],
        ordinal=row["ordinal"],
        date=row["date"] and date.fromisoformat(row["date"]),
    )


def meeting_row(meeting: Meeting, document: str, published: datetime) -> dict[str, object]:
    head, identity = meeting.head, identity_row(meeting)
    identity["id"] = identity.pop("meeting_id")
    return identity | {
        "document": document,
        "published_at": instant(published),
        "start": head.start and head.start.isoformat(),
        "end": head.end and head.end.isoformat(),
        "place": head.place,
        "recorder_name": head.recorder and head.recorder.name,
        "recorder_org": head.recorder and head.recorder.org,
        "recorder_title": head.recorder and head.recorder.title,
    }


def meeting_from(row: Row, chairs: tuple[Official, ...]) -> Meeting:
    recorder = Official(row["recorder_name"], row["recorder_org"], row["recorder_title"])
    head = replace(
        identity_from(row),
        start=row["start"] and time.fromisoformat(row["start"]),
        end=row["end"] and time.fromisoformat(row["end"]),
        place=row["place"],
        chairs=chairs,
        recorder=recorder if row["recorder_name"] is not None else None,
    )
    return Meeting(head, (), id=row["id"], source=row["source"])


def official_from(row: Row) -> Official:
    return Official(row["name"], row["org"], row["title"])


def chair_rows(meeting: Meeting) -> Iterable[dict[str, object]]:
    for position, chair in enumerate(meeting.head.chairs):
        yield {
            "meeting_id": meeting.id,
            "position": position,
            "name": chair.name,
            "org": chair.org,
            "title": chair.title,
        }


def entry_rows(meeting: Meeting) -> Iterable[dict[str, object]]:
    for position, entry in enumerate(meeting.entries):
        yield {
            "id": entry.id,
            "meeting_id": meeting.id,
            "position": position,
            "kind": entry.kind.value,
            "path": to_json(entry.path),
            "pieces": to_json([(piece.start, piece.end) for piece in entry.pieces]),
            "text": entry.text,
            "outcome": entry.outcome and entry.outcome.value,
            "follow_up": entry.follow_up,
            "speaker": entry.speaker,
            "group_name": entry.group,
            "fact": entry.fact and entry.fact.value,
        }


def entry_from(row: Row) -> Entry:
    return Entry(
        kind=_KINDS[row["kind"]],
        path=tuple(json.loads(row["path"])),
        pieces=tuple(Span(start, end) for start, end in json.loads(row["pieces"])),
        text=row["text"],
        outcome=_OUTCOMES[row["outcome"]] if row["outcome"] else None,
        follow_up=row["follow_up"],
        speaker=row["speaker"],
        group=row["group_name"],
        fact=_FACTS[row["fact"]] if row["fact"] else None,
        id=row["id"],
    )
