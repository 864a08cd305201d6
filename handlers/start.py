"""/start, what follows it in a link, and /help."""

from __future__ import annotations

import re

from telegram import Update

from handlers import reply, tour
from handlers.answering import answer_to
from handlers.browse import card_of
from handlers.cards import examples_card
from handlers.context import Context, language
from handlers.following import revived
from handlers.markup import Card
from handlers.menus import listed
from handlers.outlinecards import meeting_card
from handlers.pages import help_card
from handlers.texts import Texts
from knowledge.errors import MeetingNotFound

# A user can type anything after /start; only links that we make are followed.
_LINK = re.compile(r"(?:e_([a-z2-7]{10})|q_([a-z2-7]{8})|m_([\w-]{1,62}))", re.ASCII)


async def start(update: Update, context: Context) -> None:
    """Greet with the tour, later with examples; a link to something on record shows that.

    What blocking the bot ended is followed again.
    """
    texts = language(update)
    link = _LINK.fullmatch(" ".join(context.args or ()))
    card = await _linked(link, update, context, texts) if link else None
    await reply.send(update, card or await _greeting(update, context))
    if back := await revived(update, context):
        await reply.send(update, back)


async def _greeting(update: Update, context: Context) -> Card:
    if await tour.is_due(update, context):
        return tour.tour_card(tour.FIRST, language(update))
    return examples_card(language(update).welcome, language(update))


async def _linked(
    link: re.Match[str], update: Update, context: Context, texts: Texts
) -> Card | None:
    entry_id, key, meeting_id = link.groups("")
    if key:
        kept = await context.door.recall(key)
        return await answer_to(kept.question, update, context) if kept else None
    if entry_id:
        hit = await context.door.hit(entry_id)
        return await card_of(hit, context, texts) if hit else None
    try:
        return meeting_card(await context.door.meeting(meeting_id), texts)
    except MeetingNotFound:
        return None


async def show_help(update: Update, context: Context) -> None:
    """Say what can be asked and which commands there are."""
    names = listed(admin=context.admin(update) is not None)
    await reply.show(update, help_card(language(update), context.bot.username, names))
