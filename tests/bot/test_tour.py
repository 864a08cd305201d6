"""The first steps: shown once, edited in place, skipped with a tap, and there again from /help."""

from __future__ import annotations

from pathlib import Path

from tests.bot.running import ask, running
from tests.standin.people import Person
from tests.standin.server import Standin


async def test_three_cards_on_one_message_and_never_again_unasked(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        card = first = await ask(person, "/start")
        for number in (2, 3):
            await person.presses("下一步")
            card = await person.hears()
            assert f"導覽 {number}/3" in card.text
            assert card.id == first.id
        await person.presses("開始使用")
        assert "月票後來怎麼決定" in (await person.hears()).text
    async with running(telegram, data_dir):
        assert "導覽" not in (await ask(person, "/start")).text
    assert telegram.rejected == []


async def test_the_tour_is_skipped_with_a_tap(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await ask(person, "/start")
        await person.presses("略過導覽")
        assert "導覽" not in (await person.hears()).text


async def test_the_tour_can_be_taken_again_from_help(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await ask(person, "/help")
        await person.presses("看導覽")
        assert "導覽 1/3" in (await person.hears()).text
        await person.presses("下一步")
        await person.hears()
        await person.presses("上一步")
        assert "導覽 1/3" in (await person.hears()).text


async def test_a_group_is_greeted_without_a_tour(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    group = telegram.group()
    async with running(telegram, data_dir):
        await person.says("/start", to=group)
        assert "導覽" not in (await group.hears()).text


async def test_a_link_shows_what_it_is_for_and_the_tour_waits(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        assert "113年3月15日" in (await ask(person, "/start m_2024-03-15")).text
        assert "導覽 1/3" in (await ask(person, "/start")).text
