"""From what an admin publishes to those who follow it, over real HTTP."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.spool import hand_over
from tests.bot.running import NIGHT, NOON, ask, running
from tests.bot.test_publishing import CORRECTED, MINUTES, NAME, presses, sends
from tests.standin.people import Person
from tests.standin.refusal import Refused
from tests.standin.server import Standin

MORNING = NIGHT + timedelta(hours=10, minutes=1)


@pytest.fixture
def admin(telegram: Standin) -> Person:
    return telegram.person(11, language_code="zh-hant")


async def follows(person: Person, words: str = "自行車") -> None:
    """Follow *words* and hear that it is so."""
    await person.says(f"/follow {words}")
    await person.hears()
    await person.presses("立刻")
    await person.hears()


async def publishes(admin: Person, text: str = MINUTES) -> None:
    await sends(admin, text)
    await presses(admin, "發布")


async def test_who_follows_a_word_hears_of_new_minutes_once(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await follows(person)
        await publishes(admin)
        notice = await person.hears()
        assert "自行車" in notice.text.splitlines()[0]
        assert "115年3月5日" in notice.text
        assert "通知已送出 1 則" in (await admin.hears()).text
    async with running(telegram, data_dir, admins=(admin.id,)):
        await ask(person, "您好")
    assert person.unheard == 0
    assert telegram.rejected == []


async def test_at_night_nobody_is_told(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,), now=NIGHT):
        await follows(person)
        await publishes(admin)
        await ask(person, "您好")
        assert person.unheard == 0
    async with running(telegram, data_dir, admins=(admin.id,), now=MORNING):
        assert "自行車" in (await person.hears()).text


async def test_a_correction_is_told_as_one(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await follows(person)
        await publishes(admin)
        await person.hears()
        await admin.hears()
        await publishes(admin, CORRECTED)
        notice = await person.hears()
    assert "更正" in notice.text.splitlines()[0]
    assert "修正通過" in notice.text


async def test_a_flood_is_waited_for_and_nothing_is_lost(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await follows(person)
        await sends(admin)
        refusal = Refused("Too Many Requests: retry after 1", 429, retry_after=1)
        telegram.faults.refuses("sendMessage", refusal)
        await admin.presses("發布")
        assert "自行車" in (await person.hears()).text
    assert person.unheard == 0


async def test_who_blocked_the_bot_is_tried_once_and_comes_back_with_start(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await follows(person)
        person.blocks(told=False)
        telegram.calls.clear()
        await publishes(admin)
        assert "無法送達而結束追蹤 1 個聊天" in (await admin.hears()).text
        await publishes(admin, CORRECTED)
        tried = [one for one in telegram.called("sendMessage") if one["chat_id"] == person.id]
        assert len(tried) == 1
        await person.says("/start")
        await person.hears()
        assert "追蹤" in (await person.hears()).text


async def test_where_a_topic_was_deleted_the_group_is_told_once(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    group = telegram.group(is_forum=True)
    topic = group.topic("交通")
    group.owned_by(admin)
    async with running(telegram, data_dir, admins=(admin.id,)):
        for thread in (topic, None):
            await admin.says(f"/follow@{telegram.username} 自行車", to=group, thread=thread)
            await group.hears()
            await admin.presses("立刻", to=group)
            await group.hears()
        group.threads.remove(topic)
        await publishes(admin)
        notice = await group.hears()
        assert "自行車" in notice.text
        assert "message_thread_id" not in notice.raw
        assert "通知已送出 1 則" in (await admin.hears()).text
        await admin.says(f"/following@{telegram.username}", to=group)
        assert "追蹤中，共 1 項" in (await group.hears()).text


async def test_a_notice_that_cannot_be_made_is_given_up_and_the_next_one_goes_out(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,), now=NIGHT):
        await follows(person)
        await publishes(admin)
        await ask(admin, "您好")
    with closing(sqlite3.connect(data_dir / "minutes.db")) as db, db:
        db.execute("update outbox set body = '{}'")
    async with running(telegram, data_dir, admins=(admin.id,), now=MORNING):
        assert "已放棄" in (await admin.hears()).text
        assert "放棄 1 則" in (await admin.hears()).text
        await publishes(admin, CORRECTED)
        assert "更正" in (await person.hears()).text


async def test_what_ingest_hands_over_is_told_too(
    telegram: Standin, person: Person, data_dir: Path, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    file.write_text(MINUTES, encoding="utf-8")
    async with running(telegram, data_dir):
        await follows(person)
        verdict = await asyncio.to_thread(hand_over, data_dir, file, lambda: True)
        assert not verdict.failed
        assert "自行車" in (await person.hears()).text


async def test_what_was_published_while_the_bot_was_away_is_told_when_it_is_back(
    telegram: Standin, admin: Person, person: Person, data_dir: Path, tmp_path: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,), now=NIGHT):
        await follows(person)
        await publishes(admin)
    copy = Path(shutil.copytree(data_dir, tmp_path / "copy"))
    async with running(telegram, copy, admins=(admin.id,), now=NOON + timedelta(days=1)):
        assert "自行車" in (await person.hears()).text
