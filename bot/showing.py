"""`show` and `check`: what is on record, and whether it is consistent."""

from __future__ import annotations

import sys

from bot.config import Config
from bot.reading import reading
from handlers.texts import chinese
from handlers.wording import full_date, path_line
from knowledge import checking
from knowledge.model import Entry


def show(config: Config, meeting_id: str | None, version: int | None) -> int:
    """Print the meetings on record, or the entries of one, or of an earlier version of it."""
    with reading(config) as engine:
        if meeting_id is None:
            for head in engine.store.meetings():
                print(f"{head.id}\t{full_date(head.head.date, chinese())}\t{head.head.title}")
            return 0
        store = engine.store
        meeting = (
            store.meeting(meeting_id)
            if version is None
            else store.versions.meeting(meeting_id, version)
        )
    print(f"{meeting.head.title}　{full_date(meeting.head.date, chinese())}")
    for entry in meeting.entries:
        print(_line(entry))
    return 0


def versions(config: Config, meeting_id: str) -> int:
    """Print the earlier versions of a meeting: number, when it was replaced, its file."""
    with reading(config) as engine:
        kept = engine.store.versions.all(meeting_id)
        current = any(meeting.id == meeting_id for meeting in engine.store.meetings())
    for one in kept:
        print(f"{one.number}\t{one.replaced_at:%Y-%m-%d %H:%M} UTC\t{one.source}")
    print("current" if current else "not on record now")
    return 0


def _line(entry: Entry) -> str:
    mark = f"（{entry.outcome.chinese}）" if entry.outcome else ""
    text = " ".join(entry.text.replace("**", "").split())
    return f"{entry.id}  {entry.kind.chinese}{mark}  {path_line(entry.path)}\n    {text}"


def check(config: Config) -> int:
    """Print what is wrong with the record, a line each; 1 where anything is."""
    with reading(config) as engine:
        problems = checking.check(engine)
        meetings = len(engine.store.meetings())
        entries = engine.index.size()
    for problem in problems:
        print(f"minutes-bot: {problem}", file=sys.stderr)
    if not problems:
        print(f"all consistent: {meetings} meetings, {entries} entries in {config.data_dir}")
    return int(bool(problems))
