"""What became of a topic: over time, as a picture, from mouth to mouth, and what is to come."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.constants import ChatAction

from handlers import reply
from handlers.context import Context, language
from handlers.patience import patiently
from handlers.pictures.words import Timeline
from handlers.timelines import caption_card, file_name, timeline
from handlers.trackcards import history_card, pending_card, voices_card


async def history(update: Update, context: Context) -> None:
    """Show over time what a question was about."""
    key, page = _parts(context)
    texts = language(update)
    found = await context.door.track.history(key)
    if found is None:
        return await reply.acknowledge(update, texts.tracking.none)
    await reply.show(update, history_card(found, texts, int(page) if page else None))


async def picture(update: Update, context: Context) -> None:
    """Send a page of a history as a picture, with its words as the caption."""
    key, page = _parts(context)
    texts = language(update)
    found = await context.door.track.history(key)
    if found is None:
        return await reply.acknowledge(update, texts.tracking.none)
    await reply.acknowledge(update)
    words = timeline(found, texts, int(page))
    drawn = await patiently(asyncio.to_thread(_drawn, words), update, ChatAction.UPLOAD_PHOTO)
    caption = caption_card(found, texts, int(page))
    await reply.send_photo(update, file_name(found), drawn, caption)


async def voices(update: Update, context: Context) -> None:
    """Show side by side what each official said of what a question was about."""
    (key,) = _parts(context)
    texts = language(update)
    found = await context.door.track.voices(key)
    if found is None:
        return await reply.acknowledge(update, texts.tracking.none)
    await reply.show(update, voices_card(found, texts))


async def pending(update: Update, context: Context) -> None:
    """Show what was promised for a later meeting and not yet seen."""
    (page,) = _parts(context)
    found = await context.door.track.pending()
    await reply.show(update, pending_card(found, language(update), int(page)))


def _drawn(words: Timeline) -> bytes:
    # The library takes a tenth of a second and 20 MB, which a bot that draws nothing can do without.
    from handlers.pictures.timeline import draw

    return draw(words)


def _parts(context: Context) -> tuple[str, ...]:
    return context.match.groups("") if context.match else ()
