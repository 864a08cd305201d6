"""What Telegram itself shows of the bot: menus of commands, and who it is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Collection, Iterator

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from handlers.texts import Texts, catalogues, chinese

logger = logging.getLogger(__name__)

FOR_OPERATORS = frozenset(("stats",))
FOR_GROUP_ADMINS = frozenset(("settings", "follow"))
_NOT_IN_GROUPS = frozenset(("start", "forget"))


def listed(*, admin: bool) -> list[str]:
    """Return the commands of a private chat; an *admin*, who runs the bot, has more."""
    return [name for name in chinese().commands if admin or name not in FOR_OPERATORS]


async def introduce(bot: Bot, admins: Collection[int]) -> None:
    """Let Telegram show the commands and what the bot is, in every language there is.

    What stands there already is not sent again, so that restarts cause no flood. Without any of
    it the bot works as well.
    """
    languages: dict[str | None, Texts] = {None: chinese()}
    languages |= {c: t for c, t in catalogues().items() if len(c) == 2 and t is not chinese()}
    work = [
        one
        for code, texts in languages.items()
        for one in (*_menus(bot, admins, code, texts), *_words(bot, code, texts))
    ]
    await asyncio.gather(*map(_done, work))


def _menus(
    bot: Bot, admins: Collection[int], code: str | None, texts: Texts
) -> Iterator[Awaitable[None]]:
    of_groups = [name for name in listed(admin=False) if name not in _NOT_IN_GROUPS]
    of_members = [name for name in of_groups if name not in FOR_GROUP_ADMINS]
    yield _menu(bot, BotCommandScopeDefault(), listed(admin=False), code, texts)
    yield _menu(bot, BotCommandScopeAllGroupChats(), of_members, code, texts)
    yield _menu(bot, BotCommandScopeAllChatAdministrators(), of_groups, code, texts)
    for admin in admins:
        yield _menu(bot, BotCommandScopeChat(admin), listed(admin=True), code, texts)


async def _menu(
    bot: Bot, scope: BotCommandScope, names: Collection[str], code: str | None, texts: Texts
) -> None:
    wanted = tuple(BotCommand(name, texts.commands[name]) for name in names)
    if await bot.get_my_commands(scope, code) != wanted:
        await bot.set_my_commands(wanted, scope, code)


def _words(bot: Bot, code: str | None, texts: Texts) -> Iterator[Awaitable[None]]:
    yield _description(bot, code, texts)
    yield _short_description(bot, code, texts)


async def _description(bot: Bot, code: str | None, texts: Texts) -> None:
    """Set what an empty chat with the bot shows."""
    wanted = texts.description.strip()
    if (await bot.get_my_description(code)).description != wanted:
        await bot.set_my_description(wanted, code)


async def _short_description(bot: Bot, code: str | None, texts: Texts) -> None:
    """Set what the bot's profile shows, and what is sent with a link to it."""
    if (await bot.get_my_short_description(code)).short_description != texts.short_description:
        await bot.set_my_short_description(texts.short_description, code)


async def _done(work: Awaitable[None]) -> None:
    try:
        await work
    except TelegramError as error:
        logger.warning("menu_not_set error=%r", str(error))
