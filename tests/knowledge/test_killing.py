"""A process killed while it imports leaves every meeting wholly on record or not at all."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.killing import kill_imports

# Statements after which the import is killed, of about 1700: in the first file, in the first
# minutes, in the corrections; each import goes on from what the one before it left.
MOMENTS = (30, 400, 900, 1500)


def test_after_a_kill_at_any_moment_the_record_and_the_index_are_whole(tmp_path: Path) -> None:
    assert kill_imports(tmp_path, [(moment, 0.0) for moment in MOMENTS]) == len(MOMENTS)
