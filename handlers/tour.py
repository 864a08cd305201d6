"""The first steps: three cards on one message, shown once, and again from /help."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from handlers import reply
from handlers.cards import examples_card
from handlers.context import Context, in_public, language, place, prepare, settings
from handlers.markup import Button, Card, quiet, safe
from handlers.rows import example_rows, stacked
from handlers.texts import Texts

FIRST = 0


def tour_card(number: int, texts: Texts) -> Card:
    """Return the card *number* of the tour, 0 for the first; a higher one than the last is that."""
    words = texts.tour
    last = len(words.cards) - 1
    number = min(number, last)
    lines = [safe(words.cards[number].strip()), ""]
    lines.append(quiet(words.position.format(number=number + 1, total=last + 1)))
    rows = example_rows(texts) if number == FIRST else ()
    back = (Button(words.back, f"to:{number - 1}"),) if number else ()
    on = Button(words.on, f"to:{number + 1}") if number < last else Button(words.done, "te")
    skip = (Button(words.skip, "te"),) if number < last else ()
    return Card(stacked(lines), (*rows, (*back, on, *skip)))


async def is_due(update: Update, context: Context) -> bool:
    """Tell whether this chat was never shown the tour; from now on it was.

    In a group nobody in particular would take it.
    """
    if in_public(update) or settings().toured:
        return False
    preferences, here = context.door.preferences, place(update)
    await preferences.put(*here, replace(await preferences.own(*here), toured=True))
    await prepare(update, context)
    return True


async def step(update: Update, context: Context) -> None:
    """Show a card of the tour in the place of the one before."""
    number = int(context.match[1]) if context.match else FIRST
    await reply.show(update, tour_card(number, language(update)))


async def end(update: Update, context: Context) -> None:
    """End the tour with what can be asked."""
    texts = language(update)
    await reply.show(update, examples_card(texts.tour.ready, texts))
