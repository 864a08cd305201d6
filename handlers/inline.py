"""@bot in any chat: passages of the minutes to choose from and send there."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode

from handlers import reply
from handlers.context import Context, language
from handlers.inlinecards import Offer, entry_offer, meeting_offer
from handlers.links import question_payload
from handlers.texts import Texts

_OFFERED = 20  # at a time; scrolling asks for more
# What is offered is the same for everybody but for its language, which Telegram does not tell
# apart: kept for all, an English one would be shown to Chinese readers. A minute spares the
# questions of somebody who scrolls back; what is published or retracted shows soon enough.
_PERSONAL = True
_CACHE_SECONDS = 60


async def query(update: Update, context: Context) -> None:
    """Offer what the minutes say to the words typed so far; the latest meeting before any."""
    asked = update.inline_query
    if asked is None:
        return
    texts, text = language(update), asked.query.strip()
    offers = await (_found(text, context, texts) if text else _latest(context, texts))
    start = int(asked.offset) if asked.offset.isascii() and asked.offset.isdigit() else 0
    page = offers[start : start + _OFFERED]
    button = await _button(text, context, texts) if text and not offers else None
    following = str(start + _OFFERED) if offers[start + _OFFERED :] else ""
    with reply.forgiving():
        await _answer(asked, page, following, button)


async def _answer(
    asked: InlineQuery,
    page: Sequence[Offer],
    following: str,
    button: InlineQueryResultsButton | None,
) -> None:
    await asked.answer(
        [_article(offer) for offer in page],
        cache_time=_CACHE_SECONDS,
        is_personal=_PERSONAL,
        next_offset=following,
        button=button,
    )


async def _found(text: str, context: Context, texts: Texts) -> list[Offer]:
    hits = await context.door.browse.found(text)
    return [entry_offer(hit, texts, context.bot.username) for hit in hits]


async def _latest(context: Context, texts: Texts) -> list[Offer]:
    latest = await context.door.browse.latest()
    if latest is None:
        return []
    meeting, hits = latest
    name = context.bot.username
    return [
        meeting_offer(meeting, hits, texts, name),
        *(entry_offer(hit, texts, name) for hit in hits),
    ]


async def _button(text: str, context: Context, texts: Texts) -> InlineQueryResultsButton:
    """Return what opens the bot with the question *text*, which no link could hold itself."""
    key = await context.door.browse.keep(text)
    return InlineQueryResultsButton(texts.ask_in_bot, start_parameter=question_payload(key))


def _article(offer: Offer) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        offer.id,
        offer.title,
        InputTextMessageContent(offer.card.html, parse_mode=ParseMode.HTML),
        reply_markup=reply.keyboard(offer.card),
        description=offer.description,
    )
