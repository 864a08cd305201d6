"""`backup`, `restore` and `retract`: the record kept, put back, and corrected by taking away."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.config import Config
from bot.lock import writing
from bot.reading import make, reading
from handlers.texts import chinese
from handlers.wording import full_date
from knowledge import backups
from knowledge.engine import Engine
from knowledge.timing import today_in_taipei


def backup(config: Config, target: Path) -> int:
    """Write a proved copy of the record to *target*; works beside a running bot."""
    with reading(config):
        pass
    backups.backup(config.data_dir, target)
    print(f"{target}: backup of {config.data_dir / backups.DATABASE}, proved")
    return 0


def restore(config: Config, source: Path) -> int:
    """Put the backup *source* in the place of the record and make the index of it."""
    with writing(config.data_dir):
        kept = backups.restore(source, config.data_dir, datetime.now(UTC))
    make(config)
    print(f"{source}: restored")
    if kept:
        print(f"{kept}: what was on record before")
    return 0


def retract(config: Config, meeting_id: str) -> int:
    """Take a meeting off the record; its versions stay."""
    with writing(config.data_dir):
        engine = Engine(config.data_dir, today_in_taipei, lambda: datetime.now(UTC))
        try:
            meeting = engine.retract(meeting_id)
        finally:
            engine.close()
    print(
        f"{meeting_id}: retracted {meeting.head.title}　{full_date(meeting.head.date, chinese())}"
    )
    return 0
