"""What Telegram itself shows of the bot, and that the commands are the same set everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handlers.routes import COMMANDS
from handlers.texts import catalogues
from tests.bot.running import ask, running
from tests.bot.test_every_button import WALK
from tests.standin.server import Standin
from tests.standin.world import Menu

ADMIN = 7
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def names(telegram: Standin, menu: Menu) -> set[str]:
    return {item["command"] for item in telegram.world.menus[menu]}


async def test_the_commands_are_the_same_set_in_menus_help_readme_and_tests(
    telegram: Standin, data_dir: Path
) -> None:
    """One who adds a command finds here where else it has to be told."""
    admin = telegram.person(ADMIN, language_code="zh-hant")
    async with running(telegram, data_dir, admins=(ADMIN,)):
        shown = (await ask(admin, "/help")).text
    everything = set(COMMANDS)
    assert names(telegram, ("chat", ADMIN, "")) == everything
    assert set(re.findall(r"^/(\w+)", shown, re.MULTILINE)) == everything
    assert set(re.findall(r"^\| `/(\w+)", README, re.MULTILINE)) == everything
    assert {text.split()[0].removeprefix("/") for text in WALK if text[0] == "/"} == everything
    assert all(set(texts.commands) == everything for texts in catalogues().values())


@pytest.mark.parametrize("language", ["", "en"])
async def test_each_kind_of_chat_has_the_menu_of_what_works_there(
    telegram: Standin, data_dir: Path, language: str
) -> None:
    telegram.person(ADMIN)
    async with running(telegram, data_dir, admins=(ADMIN,)):
        pass
    everything = set(COMMANDS)
    assert names(telegram, ("default", 0, language)) == everything - {"stats"}
    assert names(telegram, ("all_chat_administrators", 0, language)) == everything - {
        "stats",
        "start",
        "forget",
    }
    assert names(telegram, ("all_group_chats", 0, language)) == everything - {
        "stats",
        "start",
        "forget",
        "settings",
        "follow",
    }
    assert names(telegram, ("chat", ADMIN, language)) == everything


async def test_the_menus_speak_the_language_of_each_telegram(
    telegram: Standin, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        pass
    for language, texts in (("", catalogues()["zh"]), ("en", catalogues()["en"])):
        shown = {
            c["command"]: c["description"] for c in telegram.world.menus["default", 0, language]
        }
        assert shown == {name: texts.commands[name] for name in shown}
        assert telegram.world.descriptions["description", language] == texts.description.strip()
        assert telegram.world.descriptions["short_description", language] == texts.short_description


async def test_a_restart_sets_nothing_again(telegram: Standin, data_dir: Path) -> None:
    telegram.person(ADMIN)
    async with running(telegram, data_dir, admins=(ADMIN,)):
        pass
    telegram.calls.clear()
    async with running(telegram, data_dir, admins=(ADMIN,)):
        pass
    assert [call.method for call in telegram.calls if call.method.startswith("setMy")] == []
    assert telegram.rejected == []


async def test_without_a_menu_the_bot_works_as_well(telegram: Standin, data_dir: Path) -> None:
    """An admin who never wrote to the bot has no chat that could have a menu."""
    person = telegram.person(8)
    async with running(telegram, data_dir, admins=(ADMIN,)):
        assert (await ask(person, "/help")).text
    assert {call.method for call in telegram.rejected} == {"getMyCommands"}


async def test_help_names_to_nobody_what_only_admins_may_do(
    telegram: Standin, data_dir: Path
) -> None:
    person = telegram.person(8)
    async with running(telegram, data_dir, admins=(ADMIN,)):
        assert "/stats" not in (await ask(person, "/help")).text
        assert "管理者" in (await ask(person, "/stats")).text
