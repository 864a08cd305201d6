"""`ingest`: minutes from files and folders, each file wholly or not at all."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TextIO

from bot.config import Config
from bot.lock import BusyError, is_held, writing
from bot.progress import Progress
from bot.spool import Verdict, hand_over
from handlers.texts import chinese
from handlers.wording import full_date
from knowledge import publish
from knowledge.documents.reader import files_in
from knowledge.engine import Engine
from knowledge.errors import DocumentError, KnowledgeError
from knowledge.model import Kind, Meeting, Parsed, Published
from knowledge.report import as_json as parsed_object
from knowledge.timing import today_in_taipei


def dry_run(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print what was understood of *paths*; nothing is recorded."""
    plans, failed = [], False
    for path, error in _files(paths):
        try:
            if error:
                raise error
            plans.append(publish.plan(path))
        except KnowledgeError as trouble:
            failed = _complain(trouble)
    if as_json:
        whole = Parsed(
            tuple(meeting for plan in plans for meeting in plan.parsed.meetings),
            warnings=tuple(line for plan in plans for line in plan.parsed.warnings),
        )
        print(json.dumps(parsed_object(whole), ensure_ascii=False, indent=1))
    else:
        for plan in plans:
            print(plan.document.name)
            for line in _summary(plan.parsed.meetings, plan.parsed.warnings):
                print(line)
    return int(failed)


def ingest(config: Config, paths: Sequence[Path]) -> int:
    """Record *paths*; a file that fails leaves no trace and the others are recorded.

    Where the bot runs, it is given the files and its verdicts are printed.
    """
    files, failed = [], False
    for path, error in _files(paths):
        if error:
            failed = _complain(error)
        else:
            files.append(path)
    try:
        with writing(config.data_dir):
            engine = Engine(config.data_dir, today_in_taipei, lambda: datetime.now(UTC))
            try:
                return int(_printed(files, _recorded(engine, files)) or failed)
            finally:
                engine.close()
    except BusyError:
        running = partial(is_held, config.data_dir)
        verdicts = (_handed_over(config.data_dir, file, running) for file in files)
        return int(_printed(files, verdicts) or failed)


def recorded(published: Published) -> Verdict:
    """Return what came of recording a file, a line each."""
    return Verdict(tuple(_report(published)))


def refused(error: KnowledgeError) -> Verdict:
    """Return why a file was not recorded."""
    return Verdict((str(error),), failed=True)


def _recorded(engine: Engine, files: Iterable[Path]) -> Iterator[Verdict]:
    for _, outcome in engine.publish_many(files):
        yield recorded(outcome) if isinstance(outcome, Published) else refused(outcome)


def _handed_over(data_dir: Path, file: Path, running: Callable[[], bool]) -> Verdict:
    try:
        return hand_over(data_dir, file, running)
    except KnowledgeError as error:
        return refused(error)


def _printed(files: Sequence[Path], verdicts: Iterator[Verdict]) -> bool:
    """Print what came of each of *files*; tell whether any failed."""
    failed = False
    with Progress(len(files), sys.stderr) as progress:
        for file in files:
            progress.at(file.name)
            verdict = next(verdicts)
            progress.clear()
            failed |= verdict.failed
            for line in verdict.lines:
                print(f"minutes-bot: {line}" if verdict.failed else line, file=_stream(verdict))
        next(verdicts, None)  # what is indexed by batches is indexed to the end
    return failed


def _stream(verdict: Verdict) -> TextIO:
    return sys.stderr if verdict.failed else sys.stdout


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, DocumentError | None]]:
    for path in paths:
        try:
            yield from ((file, None) for file in files_in(path))
        except DocumentError as error:
            yield path, error


def _complain(error: KnowledgeError) -> bool:
    print(f"minutes-bot: {error}", file=sys.stderr)
    return True


def _report(published: Published) -> Iterator[str]:
    for change, meeting in published.meetings:
        yield f"{published.source}: {change.value} {meeting.id}"
        yield from _summary([meeting], ())
    yield from _summary([], published.warnings)


def _summary(meetings: Sequence[Meeting], warnings: Sequence[str]) -> Iterator[str]:
    for meeting in meetings:
        head = meeting.head
        yield f"  {head.title}　{full_date(head.date, chinese())}　{head.place or ''}"
        kinds = Counter(entry.kind for entry in meeting.entries)
        yield "  " + "　".join(f"{kind.chinese} {kinds[kind]}" for kind in Kind if kinds[kind])
    for line in warnings:
        yield f"  注意　{line}"
