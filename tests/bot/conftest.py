"""A data directory with the four minutes in it, made once and copied for each test."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from knowledge.service import Knowledge
from tests.standin.people import Person
from tests.standin.server import Standin


@pytest.fixture(scope="session")
def minutes_on_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")

    async def fill() -> None:
        async with Knowledge.open(folder):
            pass

    asyncio.run(fill())
    return folder


@pytest.fixture
def data_dir(minutes_on_record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(minutes_on_record, tmp_path / "data"))


@pytest.fixture
def person(telegram: Standin) -> Person:
    return telegram.person(7, language_code="zh-hant")
