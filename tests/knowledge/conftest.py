"""The engine over the four published minutes; real SQLite, real jieba, real tantivy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from knowledge.engine import Engine

TODAY = date(2025, 12, 1)
NOW = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = Engine(tmp_path_factory.mktemp("engine"), lambda: TODAY, lambda: NOW)
    yield engine
    engine.close()
