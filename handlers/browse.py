"""Buttons under cards, /meetings and /meeting."""

from __future__ import annotations

import re

from telegram import Update

from handlers import reply
from handlers.cards import answer_card, entry_card, siblings_card
from handlers.context import Context, language
from handlers.pages import context_card, meeting_card, meetings_card
from knowledge.errors import MeetingNotFound
from knowledge.model import Meeting

_DIGITS = re.compile(r"[0-9]+")


async def next_hit(update: Update, context: Context) -> None:
    """Show another result of the question behind the card."""
    key, position = _parts(context)
    answer = await context.door.recall(key)
    texts = language(update)
    if answer is None or not answer.hits:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    await reply.edit(update, answer_card(answer, texts, int(position)))


async def entry(update: Update, context: Context) -> None:
    """Show one entry as a card of its own."""
    (entry_id,) = _parts(context)
    hit = await context.door.hit(entry_id)
    texts = language(update)
    if hit is None:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    await reply.edit(update, entry_card(hit, texts))


async def around(update: Update, context: Context) -> None:
    """Show 案由, 說明 and 決議 around an entry."""
    (entry_id,) = _parts(context)
    hits = await context.door.context(entry_id)
    texts = language(update)
    if not hits:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    await reply.edit(update, context_card(hits, entry_id, texts))


async def siblings(update: Update, context: Context) -> None:
    """Show everything under the heading of an entry."""
    (entry_id,) = _parts(context)
    hits = await context.door.siblings(entry_id)
    texts = language(update)
    if not hits:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    await reply.edit(update, siblings_card(hits, texts))


async def meeting_page(update: Update, context: Context) -> None:
    """Show a page of a meeting."""
    meeting_id, page = _parts(context)
    texts = language(update)
    try:
        meeting = await context.door.meeting(meeting_id)
    except MeetingNotFound:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    await reply.edit(update, meeting_card(meeting, texts, int(page)))


async def all_meetings(update: Update, context: Context) -> None:
    """List the meetings on record."""
    card = meetings_card(await context.door.meetings(), language(update))
    if update.callback_query:
        await reply.acknowledge(update)
        return await reply.edit(update, card)
    await reply.send(update, card)


async def one_meeting(update: Update, context: Context) -> None:
    """/meeting with a date, an ordinal or an id; without one, the list to choose from."""
    texts = language(update)
    wanted = " ".join(context.args or ()).strip()
    meetings = await context.door.meetings()
    found = _named(wanted, meetings)
    if found is None:
        notice = texts.no_such_meeting.format(words=wanted[:40]) if wanted else texts.which_meeting
        return await reply.send(update, meetings_card(meetings, texts, notice))
    meeting = await context.door.meeting(found.id)
    await reply.send(update, meeting_card(meeting, texts))


async def unknown_button(update: Update, context: Context) -> None:
    """A button of an older version, or made up."""
    await reply.acknowledge(update, language(update).gone)


def _named(wanted: str, meetings: tuple[Meeting, ...]) -> Meeting | None:
    """Return the meeting that *wanted* names by id, ordinal or a piece of its title."""
    if not wanted:
        return None
    by_id = [m for m in meetings if m.id == wanted]
    number = _DIGITS.search(wanted) if len(wanted) <= 4 else None
    by_ordinal = [m for m in meetings if number and m.head.ordinal == int(number[0])]
    by_title = [m for m in meetings if wanted in m.head.title]
    return next(iter(by_id or by_ordinal or by_title), None)


def _parts(context: Context) -> tuple[str, ...]:
    """Return what the pattern of the route found in the callback data."""
    return tuple(context.match.groups()) if context.match else ()
