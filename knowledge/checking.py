"""Is the record, with the index made of it, in order?"""

from __future__ import annotations

from knowledge.engine import Engine


def check(engine: Engine) -> list[str]:
    """Return what is wrong with the record or the index of *engine*, a line each."""
    found = engine.store.check()
    if engine.behind():
        found.append("index: not of the same generation as the database; start the bot once")
    heads = engine.store.meetings()
    entries = sum(len(engine.store.meeting(head.id).entries) for head in heads)
    if engine.index.size() != entries:
        found.append(f"index: holds {engine.index.size()} entries, the database {entries}")
    return found
