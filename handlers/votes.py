"""有幫助, 沒幫助 under an answer: one vote on a message, then the buttons are gone from it.

A vote is counted for the entry at the head of the answer, and nothing of the person is kept:
that nobody votes twice follows from the buttons, which leave the message with the first tap and
do not come back to it, and for a tap on its way already from `Voted`.
"""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from handlers import reply
from handlers.context import Context, language

_VOTE, _LEAVE = "v:", "vq:"

Rows = Sequence[Sequence[InlineKeyboardButton]]


def open_to_votes(update: Update) -> bool:
    """Tell whether the card whose button was pressed can still be voted on."""
    return any(_data(button).startswith(_VOTE) for row in _rows(update) for button in row)


async def vote(update: Update, context: Context) -> None:
    """Count a vote and take the buttons away; who was not helped may leave the question."""
    helpful, entry_id, key = context.match.groups() if context.match else ("", "", "")
    texts, message = language(update), update.effective_message
    if not open_to_votes(update) or message is None:
        return await reply.acknowledge(update, texts.feedback.thanks)
    if context.voted.first(message.chat_id, message.message_id):
        await context.door.votes.vote(entry_id, helpful=helpful == "1")
    said = texts.feedback.thanks if helpful == "1" else texts.feedback.thanks_unhelpful
    await reply.acknowledge(update, said)
    leave = InlineKeyboardButton(texts.feedback.leave, callback_data=f"{_LEAVE}{key}")
    await _without_votes(update, () if helpful == "1" else (leave,))


async def leave(update: Update, context: Context) -> None:
    """Put the question among those that were not answered, for the operator to look at."""
    key = context.match[1] if context.match else ""
    texts = language(update)
    kept = await context.door.votes.leave(key)
    await reply.acknowledge(update, texts.feedback.left if kept else texts.gone)
    await _without_votes(update, ())


async def _without_votes(update: Update, instead: Sequence[InlineKeyboardButton]) -> None:
    """Take the votes off the keyboard of the card; *instead* is the row in their place."""
    rows = [[one for one in row if not _is_vote(one)] for row in _rows(update)]
    rows = [row for row in (*rows, list(instead)) if row]
    query = update.callback_query
    if query is not None:
        with reply.forgiving():
            await query.edit_message_reply_markup(InlineKeyboardMarkup(rows))


def _rows(update: Update) -> Rows:
    query = update.callback_query
    message = query.message if query else None
    markup = message.reply_markup if isinstance(message, Message) else None
    return markup.inline_keyboard if markup else ()


def _is_vote(button: InlineKeyboardButton) -> bool:
    return _data(button).startswith((_VOTE, _LEAVE))


def _data(button: InlineKeyboardButton) -> str:
    return str(button.callback_data or "")
