"""`ingest`: minutes from files and folders, each file wholly or not at all."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Config
from bot.lock import writing
from handlers.wording import full_date
from knowledge import publish
from knowledge.documents.reader import files_in
from knowledge.engine import Engine
from knowledge.errors import DocumentError, KnowledgeError
from knowledge.model import Kind, Meeting, Parsed
from knowledge.report import as_json as parsed_object
from knowledge.service import today_in_taipei


def dry_run(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print what was understood of *paths*; nothing is recorded."""
    plans, failed = [], False
    for path, error in _files(paths):
        try:
            if error:
                raise error
            plans.append(publish.plan(path))
        except KnowledgeError as refused:
            failed = _complain(refused)
    if as_json:
        whole = Parsed(
            tuple(meeting for plan in plans for meeting in plan.parsed.meetings),
            warnings=tuple(line for plan in plans for line in plan.parsed.warnings),
        )
        print(json.dumps(parsed_object(whole), ensure_ascii=False, indent=1))
    else:
        for plan in plans:
            _summarize(plan.document.name, plan.parsed.meetings, plan.parsed.warnings)
    return int(failed)


def ingest(config: Config, paths: Sequence[Path]) -> int:
    """Record *paths*; a file that fails leaves no trace and the others are recorded."""
    failed = False
    with writing(config.data_dir):
        engine = Engine(config.data_dir, today_in_taipei, lambda: datetime.now(UTC))
        try:
            for path, error in _files(paths):
                try:
                    if error:
                        raise error
                    _report(engine.publish(path))
                except KnowledgeError as refused:
                    failed = _complain(refused)
        finally:
            engine.close()
    return int(failed)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, DocumentError | None]]:
    for path in paths:
        try:
            yield from ((file, None) for file in files_in(path))
        except DocumentError as error:
            yield path, error


def _complain(error: KnowledgeError) -> bool:
    print(f"minutes-bot: {error}", file=sys.stderr)
    return True


def _report(published: publish.Published) -> None:
    for change, meeting in published.meetings:
        _summarize(f"{published.source}: {change.value} {meeting.id}", [meeting], ())
    for line in published.warnings:
        print(f"  注意　{line}")


def _summarize(name: str, meetings: Sequence[Meeting], warnings: Sequence[str]) -> None:
    print(name)
    for meeting in meetings:
        head = meeting.head
        print(f"  {head.title}　{full_date(head.date)}　{head.place or ''}")
        kinds = Counter(entry.kind for entry in meeting.entries)
        print("  " + "　".join(f"{kind.chinese} {kinds[kind]}" for kind in Kind if kinds[kind]))
    for line in warnings:
        print(f"  注意　{line}")
