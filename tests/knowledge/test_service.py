"""The async door: the engine behind it, from any task, on one thread."""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from knowledge.context import Context
from knowledge.errors import DocumentError, KnowledgeError, MeetingNotFound
from knowledge.service import Knowledge
from knowledge.timing import today_in_taipei

NOW = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)
SHIPPED = ["2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"]


def today() -> date:
    return date(2025, 12, 1)


def now() -> datetime:
    return NOW


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the tables that other modules' tests made: they take a second."""
    folder = tmp_path_factory.mktemp("service")
    for file in tmp_path_factory.getbasetemp().glob("*.cache"):
        shutil.copy(file, folder)
    return folder


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def knowledge(data_dir: Path) -> AsyncIterator[Knowledge]:
    async with Knowledge.open(data_dir, today, now) as opened:
        yield opened


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_it_answers_and_remembers_who_asked(knowledge: Knowledge) -> None:
    await knowledge.ask("第2次市長層級會議是哪一天", "asker")
    answer = await knowledge.ask("那幾點散會", "asker")
    assert "下午 2 時 48 分" in answer.hits[0].excerpt
    assert await knowledge.recall(answer.key) == answer


async def test_it_answers_after_a_context_and_keeps_nothing(knowledge: Knowledge) -> None:
    _, context = await knowledge.answer("第2次市長層級會議是哪一天")
    assert isinstance(context, Context)
    answer, _ = await knowledge.answer("那幾點散會", context)
    assert "下午 2 時 48 分" in answer.hits[0].excerpt
    assert answer.key == ""


async def test_many_may_ask_at_once(knowledge: Knowledge) -> None:
    asked = ["月票後來怎麼決定", "關稅會議在哪裡開", "基隆捷運的進度"] * 4
    answers = await asyncio.gather(*(knowledge.ask(text) for text in asked))
    assert [answer.question for answer in answers] == asked
    assert all(answer.answered for answer in answers)


async def test_what_hangs_on_an_entry(knowledge: Knowledge) -> None:
    answer = await knowledge.ask("產業面向第二點是什麼")
    entry = answer.hits[0].entry
    hit = await knowledge.hit(entry.id)
    assert hit is not None
    assert hit.entry == entry
    assert entry in [one.entry for one in await knowledge.context(entry.id)]
    assert len(await knowledge.siblings(entry.id)) == 2


async def test_the_meetings_the_newest_last(knowledge: Knowledge) -> None:
    meetings = await knowledge.meetings()
    assert [meeting.id for meeting in meetings] == SHIPPED
    assert all(meeting.entries == () for meeting in meetings)
    assert (await knowledge.meeting(SHIPPED[0])).entries
    assert (await knowledge.coverage()).meetings == 4
    assert await knowledge.check() == []


async def test_a_meeting_that_is_not_there_is_named(knowledge: Knowledge) -> None:
    with pytest.raises(MeetingNotFound, match="1999-01-01"):
        await knowledge.meeting("1999-01-01")


async def test_a_file_that_cannot_be_read_leaves_all_as_it_was(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no minutes")
    with pytest.raises(DocumentError):
        await knowledge.publish(tmp_path / "bad.pdf")
    assert [meeting.id for meeting in await knowledge.meetings()] == SHIPPED


async def test_the_door_is_shut_behind_the_last(knowledge: Knowledge, data_dir: Path) -> None:
    before = threading.active_count()
    async with Knowledge.open(data_dir, today, now, read_only=True) as reader:
        assert (await reader.ask("月票後來怎麼決定")).answered
        assert threading.active_count() == before + 1
    assert threading.active_count() == before


async def test_a_directory_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnowledgeError) as caught:
        async with Knowledge.open(tmp_path / "file", today, now):
            pass
    assert "\n" not in str(caught.value)


async def test_today_is_a_date_of_taiwan() -> None:
    assert abs((today_in_taipei() - datetime.now(UTC).date()).days) <= 1
