"""/start and /help."""

from __future__ import annotations

import re

from telegram import Update

from handlers import reply
from handlers.cards import entry_card, examples_card
from handlers.context import Context, language
from handlers.following import revived
from handlers.pages import help_card

# A user can type anything after /start; only links that we make are followed.
_ENTRY_LINK = re.compile(r"e_([a-z2-7]{10})")


async def start(update: Update, context: Context) -> None:
    """Greet with examples; a link to an entry shows it. What blocking ended is followed again."""
    texts = language(update)
    link = _ENTRY_LINK.fullmatch(" ".join(context.args or ()))
    hit = await context.door.hit(link[1]) if link else None
    card = entry_card(hit, texts) if hit else examples_card(texts.welcome, texts)
    await reply.send(update, card)
    if back := await revived(update, context):
        await reply.send(update, back)


async def show_help(update: Update, context: Context) -> None:
    """Say what can be asked and which commands there are."""
    card = help_card(language(update), context.bot.username, list(language(update).commands))
    if update.callback_query:
        await reply.acknowledge(update)
        return await reply.edit(update, card)
    await reply.send(update, card)
