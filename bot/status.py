"""`status`: how the record, its index and the followers are."""

from __future__ import annotations

from bot.config import Config
from bot.reading import reading
from knowledge.backups import DATABASE


def status(config: Config) -> int:
    """Print how the store is, a line each."""
    with reading(config) as engine:
        meetings, entries = len(engine.store.meetings()), engine.index.size()
        generation, behind = engine.store.generation(), engine.behind()
        counts, notices = engine.subscriptions.counts(), engine.outbox.counts()
    size = (config.data_dir / DATABASE).stat().st_size
    print(f"record\t{meetings} meetings, {entries} entries, generation {generation}")
    print(f"index\t{'behind the record' if behind else 'up to date'}")
    print(f"database\t{size / 1_000_000:.1f} MB")
    print(
        f"followers\t{counts['chats']} chats: {counts['active']} subscriptions active,"
        f" {counts['paused']} paused, {counts['ended']} ended"
    )
    told = ", ".join(f"{number} {state}" for state, number in notices.items()) or "none"
    print(f"notices\t{told}")
    return 0
