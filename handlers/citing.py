"""Buttons under an entry or a meeting that give something to take along."""

from __future__ import annotations

from telegram import Update

from handlers import reply
from handlers.citations import citation_card
from handlers.context import Context, language
from handlers.markup import Button, Card, cut, safe
from handlers.wording import meeting_line
from knowledge.errors import MeetingNotFound

_CAPTION = 500  # characters; Telegram takes 1024


async def whole(update: Update, context: Context) -> None:
    """Send an entry with its full reference as a message of its own."""
    hit = await context.door.hit(context.match[1] if context.match else "")
    texts = language(update)
    if hit is None:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    await reply.send(update, citation_card(hit, texts, context.bot.username))


async def file(update: Update, context: Context) -> None:
    """Send the document of a meeting as the file that was published."""
    meeting_id = context.match[1] if context.match else ""
    texts = language(update)
    found = await context.door.browse.file(meeting_id)
    if found is None:
        return await reply.acknowledge(update, texts.no_file)
    try:
        meeting = await context.door.meeting(meeting_id)
    except MeetingNotFound:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    back = Button(texts.this_meeting, f"m:{meeting_id}:0")
    caption = Card(safe(cut(meeting_line(meeting.head, texts), _CAPTION)), ((back,),))
    await reply.send_file(update, *found, caption)
