"""`status`: how the record, its index, the queues and the followers are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.config import Config
from bot.heartbeat import Heartbeat
from bot.lock import holder
from bot.reading import reading
from knowledge.backups import DATABASE
from knowledge.engine import Engine
from knowledge.timing import TAIPEI

_JOURNALS = ("", "-wal")


def status(config: Config, *, as_json: bool) -> int:
    """Print how the store is, a line each or as one object."""
    pid = holder(config.data_dir)
    with reading(config) as engine:
        found = {
            "process": pid,
            **_of_record(engine),
            "database": _size(config.data_dir),
            **_of_queues(engine),
            "last_poll": Heartbeat(config.data_dir).last(),
        }
    if as_json:
        print(json.dumps(found, ensure_ascii=False, default=_iso))
    else:
        print("\n".join(f"{name}\t{text}" for name, text in _lines(found)))
    return 0


def _of_record(engine: Engine) -> dict[str, Any]:
    return {
        "record": {
            "meetings": len(engine.store.meetings()),
            "entries": engine.index.size(),
            "generation": engine.store.generation(),
        },
        "index": {"generation": engine.index.generation(), "behind": engine.behind()},
    }


def _of_queues(engine: Engine) -> dict[str, Any]:
    return {
        "followers": engine.subscriptions.counts(),
        "inbox": engine.inbox.counts(),
        "notices": engine.outbox.counts(),
        "last_notice": engine.outbox.last_sent(),
    }


def _size(data_dir: Path) -> int:
    """Return the bytes of the database, what is not yet written into it included."""
    files = (data_dir / f"{DATABASE}{suffix}" for suffix in _JOURNALS)
    return sum(file.stat().st_size for file in files if file.exists())


def _lines(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    record, index, followers = found["record"], found["index"], found["followers"]
    held = f"generation {index['generation']}"
    return [
        ("bot", f"running, process {found['process']}" if found["process"] else "not running"),
        ("last poll", _local(found["last_poll"])),
        (
            "record",
            f"{record['meetings']} meetings, {record['entries']} entries,"
            f" generation {record['generation']}",
        ),
        ("index", f"{held}, {'behind the record' if index['behind'] else 'up to date'}"),
        ("database", f"{found['database'] / 1_000_000:.1f} MB"),
        ("inbox", _counted(found["inbox"])),
        ("notices", _counted(found["notices"])),
        ("last notice", _local(found["last_notice"])),
        (
            "followers",
            f"{followers['chats']} chats: {followers['active']} subscriptions active,"
            f" {followers['paused']} paused, {followers['ended']} ended",
        ),
    ]


def _counted(states: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {state}" for state, number in states.items()) or "none"


def _local(moment: datetime | None) -> str:
    """Return a time as it is in Taiwan."""
    return moment.astimezone(TAIPEI).strftime("%Y-%m-%d %H:%M:%S") if moment else "none yet"


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
