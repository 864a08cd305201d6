"""/privacy says what is kept of a person, /forget ends it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from handlers.texts import chinese
from tests.bot.running import QUESTION, ask, ask_again, running
from tests.bot.test_following import follows, presses, publishes
from tests.standin.server import Standin

USER = 5_512_345_678  # stands nowhere in the record by chance


def kept(data_dir: Path) -> str:
    """All that the database holds, as SQL."""
    with closing(sqlite3.connect(data_dir / "minutes.db")) as db:
        return "\n".join(db.iterdump())


async def test_after_forget_nothing_in_the_record_names_the_person(
    telegram: Standin, data_dir: Path
) -> None:
    person = telegram.person(USER, first_name="Ouyang Xiaoming", language_code="zh-hant")
    group = telegram.group()
    async with running(telegram, data_dir, admins=(USER,)):
        await ask(person, QUESTION)
        await follows(person, "月票")
        await publishes(person)
        await person.sends_document("草稿.txt", "這不是會議紀錄".encode())
        await person.hears()
        await person.says(f"@{telegram.username} {QUESTION}", to=group)
        await group.hears()
        telegram.push({"message": {"message_id": 5, "from": person.user, "chat": person.json}})
        await ask_again(person)
    assert str(USER) in kept(data_dir)
    assert "Ouyang Xiaoming" in kept(data_dir)
    async with running(telegram, data_dir, admins=(USER,)):
        await person.says("/forget")
        while "無法復原" not in (asked := await person.hears()).text:
            pass
        assert "追蹤的 1 項" in asked.text
        assert (await presses(person, "全部刪除")).text == "與您有關的資料都刪除了。"
        assert "沒有追蹤任何項目" in (await ask(person, "/following")).text
    assert str(USER) not in kept(data_dir)
    assert "Ouyang Xiaoming" not in kept(data_dir)
    assert telegram.rejected == []


async def test_who_thinks_better_of_it_keeps_all(telegram: Standin, data_dir: Path) -> None:
    person = telegram.person(USER, language_code="zh-hant")
    async with running(telegram, data_dir):
        await follows(person, "月票")
        await ask(person, "/privacy")
        assert "無法復原" in (await presses(person, "刪除我的資料")).text
        assert "沒有刪除" in (await presses(person, "不用了")).text
        assert "1. 月票" in (await ask(person, "/following")).text


async def test_of_another_person_nothing_is_forgotten(telegram: Standin, data_dir: Path) -> None:
    person, other = telegram.person(55), telegram.person(5)  # 55 ends as 5 does
    async with running(telegram, data_dir):
        for one in (person, other):
            await ask(one, QUESTION)
            await follows(one, "月票")
        await ask(other, "/forget")
        await presses(other, "全部刪除")
        assert "1. 月票" in (await ask(person, "/following")).text
        assert "照案通過" in (await ask(person, "那社福組呢")).text


async def test_in_a_group_nothing_is_forgotten(telegram: Standin, data_dir: Path) -> None:
    person, group = telegram.person(USER), telegram.group()
    async with running(telegram, data_dir):
        await person.says(f"/forget@{telegram.username}", to=group)
        assert "請在與我的對話裡" in (await group.hears()).text


async def test_privacy_says_how_long_each_is_kept(telegram: Standin, data_dir: Path) -> None:
    person = telegram.person(USER, language_code="zh-hant")
    async with running(telegram, data_dir):
        card = await ask(person, "/privacy")
    assert all(line in card.text for line in chinese().privacy)
