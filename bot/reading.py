"""The store for commands that only read; they work beside a running bot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime

from bot.config import Config
from bot.lock import BusyError, writing
from knowledge.backups import DATABASE
from knowledge.engine import Engine
from knowledge.errors import SearchIndexError
from knowledge.schema import OutdatedError
from knowledge.timing import today_in_taipei


@contextmanager
def reading(config: Config, now: date | None = None) -> Iterator[Engine]:
    """Open the store to read; where there is none yet, it is made first.

    *now* is what 今天 means, else the date in Taiwan. Raises KnowledgeError.
    """
    today = (lambda: now) if now else today_in_taipei
    if not (config.data_dir / DATABASE).exists():
        make(config, today)
    engine = _opened(config, today)
    try:
        yield engine
    finally:
        engine.close()


def make(config: Config, today: Callable[[], date] = today_in_taipei) -> None:
    """Make the store with the published minutes, or bring its index up to date."""
    with writing(config.data_dir):
        Engine(config.data_dir, today, _clock).close()


def _opened(config: Config, today: Callable[[], date]) -> Engine:
    """Open the store; one of an older program, or an index that is damaged, is mended first."""
    try:
        engine = Engine(config.data_dir, today, _clock, read_only=True)
    except (SearchIndexError, OutdatedError):
        make(config, today)
        return Engine(config.data_dir, today, _clock, read_only=True)
    if not engine.behind():
        return engine
    engine.close()
    with suppress(BusyError):  # the bot that runs is about to do it
        make(config, today)
    return Engine(config.data_dir, today, _clock, read_only=True)


def _clock() -> datetime:
    return datetime.now(UTC)
