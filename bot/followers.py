"""`followers`: who follows what, as JSON, so that it survives a new bot account."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.config import Config
from bot.lock import writing
from bot.reading import reading
from knowledge.engine import Engine
from knowledge.errors import KnowledgeError
from knowledge.followed import Pace, Subject, SubjectKind, Subscription
from knowledge.timing import today_in_taipei

_FORMAT = 1


def export(config: Config, file: Path) -> int:
    """Write every subscription to *file* as JSON; works beside a running bot."""
    with reading(config) as engine:
        kept = engine.subscriptions.everyone()
    content = {"format": _FORMAT, "subscriptions": [_as_json(one) for one in kept]}
    try:
        file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(f"{file}: cannot be written ({error.strerror})") from error
    print(f"{file}: {len(kept)} subscriptions")
    return 0


def restore(config: Config, file: Path) -> int:
    """Add the subscriptions in *file*: all of them or none; those that are there stay as one."""
    found = _read(file)
    with writing(config.data_dir):
        engine = Engine(config.data_dir, today_in_taipei, lambda: datetime.now(UTC))
        try:
            _put(engine, found)
        finally:
            engine.close()
    print(f"{file}: {len(found)} subscriptions")
    return 0


def _put(engine: Engine, found: list[Subscription]) -> None:
    generation = engine.store.generation()
    with engine.unit():
        for one in found:
            begun = one if one.paused_at is None else replace(one, paused_at=generation)
            engine.subscriptions.put(begun, engine.subjects.terms(one.subject))


def _as_json(one: Subscription) -> dict[str, Any]:
    return {
        "chat": one.chat,
        "thread": one.thread,
        "kind": one.subject.kind.value,
        "words": one.subject.words,
        "label": one.subject.label,
        "pace": one.pace.name.lower(),
        "anytime": one.anytime,
        "language": one.language,
        "since": one.since.isoformat(),
        "paused": one.paused_at is not None,
        "ended": one.ended,
    }


def _read(file: Path) -> list[Subscription]:
    """Return the subscriptions in *file*. Raises KnowledgeError where it is no such file."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return [_from_json(one) for one in content["subscriptions"]]
    except OSError as error:
        raise KnowledgeError(f"{file}: cannot be read ({error.strerror})") from error
    except (ValueError, TypeError, KeyError) as error:
        raise KnowledgeError(
            f"{file}: not what `followers export` writes ({type(error).__name__}: {error})"
        ) from error


def _from_json(one: dict[str, Any]) -> Subscription:
    return Subscription(
        key="",
        chat=int(one["chat"]),
        thread=None if one["thread"] is None else int(one["thread"]),
        subject=Subject(SubjectKind(one["kind"]), str(one["words"]), str(one["label"])),
        pace=Pace[str(one["pace"]).upper()],
        anytime=bool(one["anytime"]),
        language=str(one["language"]),
        since=date.fromisoformat(one["since"]),
        paused_at=0 if one["paused"] else None,
        ended=one["ended"],
    )
