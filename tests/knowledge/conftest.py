"""The engine over the four published minutes; real SQLite, real jieba, real tantivy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.engine import Engine
from knowledge.latin import Latin
from knowledge.lexicon import load
from knowledge.question import Reader
from knowledge.romanized import Minutes
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.terms import Terms
from knowledge.typos import Alike
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
    return Reader(lexicon, engine.scopes, terms, latin_of(engine, dictionary))


def latin_of(engine: Engine, dictionary: Words) -> Latin:
    """What writes Latin letters in Chinese, by the minutes that *engine* holds."""
    lexicon, index = load(), engine.index
    names = engine.scopes.people.names
    minutes = Minutes(index.alike, index.frequency, dictionary.is_name, names)
    return Latin(lexicon, Alike(lexicon.shapes), minutes, engine.scopes.is_body)


@pytest.fixture(scope="session")
def latin(engine: Engine, dictionary: Words) -> Latin:
    return latin_of(engine, dictionary)


@pytest.fixture(scope="session")
def search(engine: Engine) -> Search:
    return Search(engine.index, Scorer(WEIGHTS.rank), WEIGHTS.rank)
