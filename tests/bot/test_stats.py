"""/stats: the figures, and unanswered questions that are mended with a tap while the bot runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.running import QUESTION, RESOLUTION, ask, running
from tests.standin.people import Heard, Person
from tests.standin.server import Standin

ADMIN = 7
VAIN = "通勤卡後來怎麼決定"  # no minutes call it so


@pytest.fixture
def admin(telegram: Standin) -> Person:
    return telegram.person(ADMIN, language_code="zh-hant")


async def press(person: Person, *labels: str) -> Heard:
    """Press buttons one after the other on the last card; returns what it became."""
    for label in labels:
        await person.presses(label)
        card = await person.hears()
    return card


async def test_questions_and_answers_are_counted_by_day(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    """Small talk is no question, and a question asked twice is two."""
    async with running(telegram, data_dir, admins=(ADMIN,)):
        for text in (QUESTION, QUESTION, VAIN, "謝謝"):
            await ask(admin, text)
        card = await ask(admin, "/stats")
    assert "今天：3 題，有答案 2 題（67%）" in card.text
    assert "近 30 天：3 題，有答案 2 題（67%）" in card.text
    assert "待補的問題：1 題" in card.text
    assert telegram.rejected == []


async def test_followers_notices_and_votes_are_told(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(ADMIN,)):
        assert "沒有提問" in (await ask(admin, "/stats")).text
        await ask(admin, "/follow 月票")
        await press(admin, "立刻")
        await ask(admin, QUESTION)
        await press(admin, "沒幫助")
        shown = (await ask(admin, "/stats")).text
    assert "1 個聊天；進行中 1 項" in shown
    assert "通知：還沒有送過" in shown
    assert "有幫助 0 次，沒幫助 1 次" in shown
    assert "最常沒幫上忙的段落" in shown


async def test_an_alias_answers_the_question_at_once_and_is_kept(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(ADMIN,)):
        assert RESOLUTION not in (await ask(admin, VAIN)).text
        await ask(admin, "/stats")
        listed = await press(admin, "看沒有回答的問題")
        assert f"1. {VAIN}（1 次）" in listed.text
        await press(admin, "1")
        learned = await press(admin, "「通勤卡」就是「生活圈月票」")
        assert "已加入別名" in learned.text
        assert VAIN in learned.text
        assert RESOLUTION in (await ask(admin, VAIN)).text
        await ask(admin, "/stats")
        assert "沒有待補的問題" in (await press(admin, "看沒有回答的問題")).text
    async with running(telegram, data_dir, admins=(ADMIN,)):
        assert RESOLUTION in (await ask(admin, VAIN)).text
    assert telegram.rejected == []


async def test_the_chart_says_in_words_what_it_shows(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(ADMIN,)):
        for text in (QUESTION, VAIN):
            await ask(admin, text)
        await ask(admin, "/stats")
        chart = await press(admin, "看近 14 天的圖")
        assert chart.raw["photo"]
        assert "12/1：2 題，有答案 1 題" in chart.text
        assert "使用情形" in (await press(admin, "回到使用情形")).text
    assert telegram.rejected == []


async def test_a_question_that_needs_no_answer_leaves_the_list(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(ADMIN,)):
        await ask(admin, VAIN)
        await ask(admin, "/stats")
        await press(admin, "看沒有回答的問題", "1")
        assert "沒有待補的問題" in (await press(admin, "不用補")).text


async def test_an_alias_that_cannot_be_written_is_refused_with_the_reason(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(ADMIN,)):
        await ask(admin, VAIN)
        await ask(admin, "/stats")
        await press(admin, "看沒有回答的問題", "1")
        (data_dir / "aliases.toml").write_text("this is no TOML", encoding="utf-8")
        refused = await admin.presses("「通勤卡」就是")
    assert refused["text"].startswith("沒有加入：")
    assert telegram.rejected == []


async def test_nobody_else_sees_or_changes_anything(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    """Not even an admin, where others read along."""
    somebody = telegram.person(8, language_code="zh-hant")
    group = telegram.group()
    async with running(telegram, data_dir, admins=(ADMIN,)):
        card = await ask(admin, "/stats")
        button = next(b["callback_data"] for b in card.buttons)
        assert "管理者" in (await ask(somebody, "/stats")).text
        mine = await ask(somebody, QUESTION)
        for data in (button, "ss", "sq:aaaaaaaa", "sa:aaaaaaaa:aaaaaaaa", "sx:aaaaaaaa"):
            answer = await somebody.presses_data(data, somebody.messages[mine.id])
            assert "管理者" in answer["text"]
        await admin.says("/stats", to=group)
        assert "管理者" in (await group.hears()).text
