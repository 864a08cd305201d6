"""The soaks in short: every one keeps its bars, but for those that a slow machine breaks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.soak.__main__ import SOAKS
from tests.soak.figures import table
from tests.soak.program import fill

SHORT: Mapping[str, Mapping[str, Any]] = {
    "kills": {"runs": 2},
    "imports": {"runs": 2},
    "fanout": {"kills": 2, "chats": 20, "stormed": 5},
    "flood": {"seconds": 2},
    "lines": {"answers": 8, "notices": 8, "timed_out": 0},
    "refusals": {"conflicts": 1, "dead": False},
    "stopping": {"hanging": 1, "sending": 1, "seconds": 1},
    "poison": {"bad": 100},
    "injection": {"texts": 30},
    "hostile": {"files": 3},
    "disk": {"questions": 2, "damages": ("pages overwritten", "index overwritten")},
}


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("soak") / "record")


@pytest.mark.parametrize("name", SOAKS)
async def test_the_bars_are_kept(name: str, record: Path, tmp_path: Path) -> None:
    figures = await SOAKS[name](record, tmp_path / name, **SHORT[name])
    assert all(one.kept for one in figures if not one.timed), table(name, figures)
