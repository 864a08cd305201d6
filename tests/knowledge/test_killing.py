"""A process killed while it imports leaves every meeting wholly on record or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from knowledge.engine import Engine
from tests.knowledge.killing import kill_imports

# Statements after which the import is killed, of about 1200: in the first file, between the
# minutes, in their corrections; each import goes on from what the one before it left.
MOMENTS = (40, 350, 600)


def test_after_a_kill_at_any_moment_the_record_and_the_index_are_whole(
    tmp_path: Path, engine: Engine
) -> None:
    _take_caches(engine, tmp_path / "data")
    assert kill_imports(tmp_path, [(moment, 0.0) for moment in MOMENTS]) == len(MOMENTS)


def _take_caches(engine: Engine, data: Path) -> None:
    """Spare the process the seconds in which the word lists are made."""
    data.mkdir()
    database = Path(engine.db.execute("pragma database_list").fetchone()[2])
    for cache in database.parent.glob("*.cache"):
        shutil.copy(cache, data)
