"""Buttons under cards, /meetings and /meeting: down into the minutes and back."""

from __future__ import annotations

from telegram import Update

from handlers import outline, reply
from handlers.answering import as_chosen
from handlers.cards import entry_card, siblings_card
from handlers.context import Context, language
from handlers.markup import Card
from handlers.outlinecards import heading_card, meeting_card, up_button
from handlers.pages import context_card
from handlers.registercards import choice_card, meetings_card
from handlers.texts import Texts
from handlers.votes import open_to_votes
from knowledge.errors import MeetingNotFound
from knowledge.model import Hit


async def next_hit(update: Update, context: Context) -> None:
    """Show another result of the question behind the card, or the answer again."""
    key, position = _parts(context)
    answer = await context.door.recall(key)
    texts = language(update)
    if answer is None or not answer.hits:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    voting = open_to_votes(update)
    await reply.edit(update, as_chosen(answer, update, context, int(position), voting=voting))


async def entry(update: Update, context: Context) -> None:
    """Show one entry as a card of its own."""
    entry_id, origin = _parts(context)
    hit = await context.door.hit(entry_id)
    if hit is None:
        return await reply.acknowledge(update, language(update).gone)
    await reply.acknowledge(update)
    await reply.edit(update, await card_of(hit, context, language(update), origin))


async def card_of(hit: Hit, context: Context, texts: Texts, origin: str = "") -> Card:
    """Return the card of an entry, with the way up to the heading where it stands."""
    meeting = await context.door.meeting(hit.meeting_id)
    path = outline.place_of(hit.entry, meeting)
    up = up_button(hit.entry, path, hit.meeting_id, texts)
    return entry_card(hit, texts, context.bot.username, up, origin)


async def around(update: Update, context: Context) -> None:
    """Show 案由, 說明 and 決議 around an entry."""
    entry_id, origin = _parts(context)
    hits = await context.door.context(entry_id)
    texts = language(update)
    if not hits:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    await reply.edit(update, context_card(hits, entry_id, texts, origin))


async def siblings(update: Update, context: Context) -> None:
    """Show a page of everything under the heading of an entry."""
    entry_id, page, origin = _parts(context)
    hits = await context.door.siblings(entry_id)
    texts = language(update)
    if not hits:
        return await reply.acknowledge(update, texts.gone)
    await reply.acknowledge(update)
    await reply.edit(update, siblings_card(hits, texts, origin, int(page or 0)))


async def heading(update: Update, context: Context) -> None:
    """Show a page of what stands under a heading, named by an entry below it and a depth."""
    entry_id, depth, page = _parts(context)
    hit = await context.door.hit(entry_id)
    texts = language(update)
    if hit is None:
        return await reply.acknowledge(update, texts.gone)
    meeting = await context.door.meeting(hit.meeting_id)
    await reply.acknowledge(update)
    await reply.edit(update, heading_card(hit.entry, int(depth), meeting, texts, int(page)))


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
    """List the meetings on record, a page at a time."""
    page = int("".join(_parts(context)) or 0)
    meetings = await context.door.meetings()
    await reply.show(update, meetings_card(meetings, language(update), page=page))


async def one_meeting(update: Update, context: Context) -> None:
    """/meeting with a date, an ordinal, a name or an id; without one, the list to choose from."""
    texts = language(update)
    wanted = " ".join(context.args or ()).strip()
    named = await context.door.browse.named(wanted)
    if len(named) == 1:
        meeting = await context.door.meeting(named[0].id)
        return await reply.send(update, meeting_card(meeting, texts))
    if named:
        return await reply.send(update, choice_card(named, texts))
    notice = texts.no_such_meeting.format(words=wanted[:40]) if wanted else texts.which_meeting
    meetings = await context.door.meetings()
    await reply.send(update, meetings_card(meetings, texts, notice))


async def unknown_button(update: Update, context: Context) -> None:
    """A button of an older version, or made up."""
    await reply.acknowledge(update, language(update).gone)


def _parts(context: Context) -> tuple[str, ...]:
    """Return what the pattern of the route found in the callback data, "" for what is not there."""
    return context.match.groups("") if context.match else ()
