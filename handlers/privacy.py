"""/privacy and /forget: what is kept of a person, and its end."""

from __future__ import annotations

from telegram import Update

from handlers import reply
from handlers.context import Context, language
from handlers.markup import Button, Card, bold, safe
from handlers.rows import everywhere, stacked
from handlers.texts import Texts


async def privacy(update: Update, context: Context) -> None:
    """Say what is kept, and for how long."""
    texts = language(update)
    ask = Button(texts.forget_ask, "g")
    card = Card(
        stacked([bold(texts.privacy_heading), *(safe(line) for line in texts.privacy)]),
        ((ask,), everywhere(texts)),
    )
    await reply.show(update, card)


async def forget(update: Update, context: Context) -> None:
    """Ask before everything about a person is forgotten; only where no one reads along."""
    texts, chat = language(update), update.effective_chat
    if chat is None or chat.type != chat.PRIVATE:
        return await reply.show(update, Card(safe(texts.forget_elsewhere), (everywhere(texts),)))
    followed = len(await context.door.following.here(chat.id, None))
    await reply.show(update, _sure_card(followed, texts))


async def forget_all(update: Update, context: Context) -> None:
    """Forget who pressed the button."""
    texts, user = language(update), update.effective_user
    if user:
        await context.door.forget(user.id)
        await reply.show(update, Card(safe(texts.forgotten), (everywhere(texts),)))


async def forget_nothing(update: Update, context: Context) -> None:
    texts = language(update)
    await reply.show(update, Card(safe(texts.forget_declined), (everywhere(texts),)))


def _sure_card(followed: int, texts: Texts) -> Card:
    """Ask whether all is to be forgotten, *followed* subscriptions among it."""
    sentences = [safe(texts.forget_sure.format(total=followed))]
    rows = ((Button(texts.forget_yes, "gy"), Button(texts.forget_no, "gn")),)
    return Card(stacked(sentences), rows)
