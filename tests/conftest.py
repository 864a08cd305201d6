"""Fixtures that any test may want."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator

import pytest

from tests.standin.server import Standin

_MOST_WORKERS = 8  # each loads the dictionaries: a quarter of a gigabyte


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: some tests wait for a program of their own."""
    return min((os.cpu_count() or 1) + 1, _MOST_WORKERS)


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    """A Bot API server that refuses whatever Telegram would refuse."""
    async with Standin() as standin:
        yield standin
