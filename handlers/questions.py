"""Plain messages: a question in, a card out."""

from __future__ import annotations

from telegram import Bot, Update

from handlers import reply
from handlers.addressing import addressed_text
from handlers.answering import answer_to
from handlers.cards import examples_card
from handlers.context import Context, language
from handlers.markup import Card, safe


async def question(update: Update, context: Context) -> None:
    """Answer a message, in groups only one that is meant for the bot."""
    message = update.effective_message
    if message is None:
        return
    text = addressed_text(message, context.bot.id, context.bot.username)
    if text is None:
        return
    await reply.send(update, await answer_to(text, update, context))


async def example(update: Update, context: Context) -> None:
    """Answer one of the examples that were offered as buttons."""
    texts = language(update)
    number = int(context.match[1]) if context.match else 0
    await reply.acknowledge(update)
    if number >= len(texts.examples):
        return await reply.send(update, examples_card(texts.gone, texts))
    await reply.send(update, await answer_to(texts.examples[number], update, context))


async def no_text(update: Update, context: Context) -> None:
    """Say that pictures, voices and the like are not understood; in private chats only."""
    await reply.send(update, Card(safe(language(update).only_text)))


async def left_out(bot: Bot, update: Update, total: int) -> None:
    """Say that *total* messages, the last of which is *update*, came too fast to be handled.

    In groups only where it was meant for the bot.
    """
    message = update.message
    command = message and (message.text or "").startswith("/")
    if message and not command and addressed_text(message, bot.id, bot.username) is None:
        return
    texts = language(update)
    await reply.send(update, Card(safe(texts.left_out.format(total=total))))
