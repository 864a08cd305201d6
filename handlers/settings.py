"""/settings: language, length of answers and notices of a chat, by taps on one card."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from handlers import reply
from handlers.context import Context, language, place, prepare, settings
from handlers.markup import Card, safe
from handlers.rows import everywhere
from handlers.settingcards import choice_card, choices, chosen, settings_card


async def show(update: Update, context: Context) -> None:
    """Show what the chat has chosen."""
    if await _permitted(update, context):
        await reply.show(update, _card(update))


async def ask(update: Update, context: Context) -> None:
    """Show what can be chosen of one thing."""
    if await _permitted(update, context):
        (letter,) = _parts(context)
        await reply.show(update, choice_card(letter, settings(), language(update)))


async def choose(update: Update, context: Context) -> None:
    """Keep a choice; it holds at once, for this card too."""
    letter, value = _parts(context)
    if not await _permitted(update, context):
        return
    if value not in choices(settings(), language(update))[letter].values:
        return await reply.acknowledge(update, language(update).gone)
    preferences, here = context.door.preferences, place(update)
    own = await preferences.own(*here)
    await preferences.put(*here, replace(own, **chosen(letter, value)))  # type: ignore[arg-type]
    await prepare(update, context)
    await reply.show(update, _card(update))


def _card(update: Update) -> Card:
    return settings_card(settings(), language(update), topic=place(update)[1] is not None)


async def _permitted(update: Update, context: Context) -> bool:
    """Tell whether who wrote or pressed decides for the chat; who does not is told."""
    texts = language(update)
    if update.effective_chat is None:
        await reply.acknowledge(update, texts.settings.elsewhere)
        return False
    if await context.members.decide(update):
        return True
    if update.callback_query:
        await reply.acknowledge(update, texts.settings.not_admin)
    else:
        await reply.send(update, Card(safe(texts.settings.not_admin), (everywhere(texts),)))
    return False


def _parts(context: Context) -> tuple[str, ...]:
    return tuple(context.match.groups()) if context.match else ()
