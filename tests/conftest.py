"""Fixtures that any test may want."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.standin.server import Standin


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    """A Bot API server that refuses whatever Telegram would refuse."""
    async with Standin() as standin:
        yield standin
