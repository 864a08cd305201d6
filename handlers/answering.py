"""An answer as the chat wants it: asked for, waited for, and laid out by its settings."""

from __future__ import annotations

from telegram import Update

from handlers.cards import LIST_PAGE, answer_card
from handlers.context import Context, asker, in_public, language, settings
from handlers.markup import Card
from handlers.patience import patiently
from handlers.rows import View
from knowledge.model import Answer


async def answer_to(text: str, update: Update, context: Context) -> Card:
    """Answer *text*, which is remembered for its buttons and for the next question."""
    asking = context.door.ask(text, asker(update), public=in_public(update))
    return as_chosen(await patiently(asking, update), update, context)


def as_chosen(
    answer: Answer, update: Update, context: Context, position: int = 0, *, voting: bool = True
) -> Card:
    """Return the card of *answer* for the chat of *update*; *position* is the first hit shown."""
    view = View(settings().most, LIST_PAGE, voting, context.bot.username)
    return answer_card(answer, language(update), position, view)
