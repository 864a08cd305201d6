"""/stats: how the bot is used, and the questions that wait for an answer. For its admins only."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.constants import ChatAction

from handlers import reply
from handlers.context import Context, language
from handlers.markup import Card, safe
from handlers.patience import patiently
from handlers.pictures.dayswords import Chart
from handlers.rows import everywhere
from handlers.statcards import (
    caption_card,
    chart_of,
    learned_card,
    one_card,
    questions_card,
    stats_card,
)
from knowledge.errors import KnowledgeError

_MOST = 10  # questions on one card


async def show(update: Update, context: Context) -> None:
    """Show the figures."""
    if await _permitted(update, context):
        figures = await patiently(context.door.operating.figures(), update)
        await reply.show(update, stats_card(figures, language(update)))


async def chart(update: Update, context: Context) -> None:
    """Send the last days as a picture, with its numbers as the caption."""
    if not await _permitted(update, context):
        return
    await reply.acknowledge(update)
    figures, texts = await context.door.operating.figures(), language(update)
    drawing = asyncio.to_thread(_drawn, chart_of(figures, texts))
    drawn = await patiently(drawing, update, ChatAction.UPLOAD_PHOTO)
    await reply.send_photo(update, "stats.png", drawn, caption_card(figures, texts))


async def questions(update: Update, context: Context) -> None:
    """List the questions that were not answered, the most frequent first."""
    if await _permitted(update, context):
        waiting = await context.door.operating.waiting(_MOST)
        await reply.show(update, questions_card(waiting, language(update)))


async def one(update: Update, context: Context) -> None:
    """Show one of them, and which words of the minutes its own may mean."""
    (code,) = _parts(context)
    if not await _permitted(update, context):
        return
    found = await patiently(context.door.operating.pairings(code), update)
    if found is None:
        return await reply.acknowledge(update, language(update).gone)
    await reply.show(update, one_card(*found, language(update)))


async def learn(update: Update, context: Context) -> None:
    """Let a word find another from now on."""
    code, pair = _parts(context)
    if not await _permitted(update, context):
        return
    texts = language(update)
    try:
        learned = await patiently(context.door.operating.learn(code, pair), update)
    except KnowledgeError as error:
        return await reply.acknowledge(update, texts.stats.refused.format(reason=error)[:200])
    if learned is None:
        return await reply.acknowledge(update, texts.gone)
    await reply.show(update, learned_card(learned, texts))


async def settle(update: Update, context: Context) -> None:
    """Let a question wait no longer."""
    (code,) = _parts(context)
    if await _permitted(update, context):
        await context.door.operating.settle(code)
        await reply.acknowledge(update, language(update).stats.settled)
        waiting = await context.door.operating.waiting(_MOST)
        await reply.edit(update, questions_card(waiting, language(update)))


async def _permitted(update: Update, context: Context) -> bool:
    """Tell whether an admin asks in private; who is none, or elsewhere, is told."""
    if context.admin(update) is not None:
        return True
    sentence = language(update).stats.not_admin
    if update.callback_query:
        await reply.acknowledge(update, sentence)
    else:
        await reply.send(update, Card(safe(sentence), (everywhere(language(update)),)))
    return False


def _drawn(words: Chart) -> bytes:
    # The library takes a tenth of a second and 20 MB, which a bot that draws nothing can do without.
    from handlers.pictures.days import draw

    return draw(words)


def _parts(context: Context) -> tuple[str, ...]:
    return tuple(context.match.groups()) if context.match else ()
