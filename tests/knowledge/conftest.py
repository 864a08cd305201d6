"""The engine over the four published minutes; real SQLite, real jieba, real tantivy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.engine import Engine
from knowledge.lexicon import load
from knowledge.question import Reader
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.terms import Terms
from knowledge.weights import WEIGHTS
from knowledge.words import Words

TODAY = date(2025, 12, 1)
NOW = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)
MINUTES = Path(__file__).parents[1] / "data" / "minutes"
BODIES = (
    "beibin-university-admin",
    "harbour-affairs",
    "hsinchu-urban-planning",
    "jade-hill-township",
    "lantern-bay-district",
)


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = Engine(tmp_path_factory.mktemp("engine"), lambda: TODAY, lambda: NOW)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The engine over the four and the minutes of a university, a harbour, a committee and two offices."""
    engine = Engine(tmp_path_factory.mktemp("bodies"), lambda: TODAY, lambda: NOW)
    for name in BODIES:
        engine.publish(MINUTES / f"{name}.txt")
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> Words:
    lexicon = load()
    return Words(lexicon.terms | lexicon.vocabulary, tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def reader(engine: Engine, dictionary: Words) -> Reader:
    lexicon = load()
    terms = Terms(lexicon, dictionary, engine.index.frequency, WEIGHTS.term)
    return Reader(lexicon, engine.scopes, terms)


@pytest.fixture(scope="session")
def search(engine: Engine) -> Search:
    return Search(engine.index, Scorer(WEIGHTS.rank), WEIGHTS.rank)
