"""Cards out to Telegram, in the chat and topic they belong to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from telegram import (
    Chat,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    ReplyParameters,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter

from handlers.markup import Button, Card, plain_text

logger = logging.getLogger(__name__)

Pause = Callable[[float], Awaitable[None]]

# Seconds before each further try to send an answer.
_WAITS = (1.0, 3.0, 9.0)
# What Telegram says when an edit or an answer came too late or changes nothing; nobody is
# worse off (reliability.md, 1.3).
_HARMLESS = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "query is too old",
    "query id is invalid",
)


async def send(update: Update, card: Card) -> None:
    """Send *card* as the reply to the message of *update*, or into its chat."""
    message = update.effective_message
    if message is None:
        return
    try:
        await _reply(message, card.html, card, ParseMode.HTML)
    except BadRequest as error:
        if "can't parse entities" not in str(error).lower():
            raise
        logger.error("card_sent_as_text error=%r", str(error))
        await _reply(message, plain_text(card), card, None)


async def _reply(message: Message, text: str, card: Card, mode: str | None) -> None:
    await _insist(lambda: _send(message, text, card, mode))


async def _insist(call: Callable[[], Awaitable[object]], pause: Pause = asyncio.sleep) -> None:
    """Make *call* until it succeeds: after the pause that Telegram asks for, or a lost line.

    A time-out may have been delivered; an answer that comes twice is better than none.
    """
    for wait in _WAITS:
        try:
            await call()
            return
        except RetryAfter as error:
            after = error.retry_after
            await pause((after if isinstance(after, int) else after.total_seconds()) + 0.5)
        except BadRequest:
            raise
        except NetworkError as error:
            logger.warning("sending_failed error=%r again_in=%.0f", str(error), wait)
            await pause(wait)
    await call()


async def _send(message: Message, text: str, card: Card, mode: str | None) -> None:
    # Called by its name in the Bot API, because the framework would make objects of the buttons and
    # of what Telegram answers: a tenth of what an answer costs, and nobody looks at them.
    to = _to(message)
    await message.get_bot().do_api_request(
        "sendMessage",
        {
            "chat_id": message.chat_id,
            "text": text,
            "parse_mode": mode,
            "reply_markup": {"inline_keyboard": _rows(card)} if card.buttons else None,
            "message_thread_id": _thread(message),
            "reply_parameters": to.to_dict() if to else None,
        },
    )


async def tell(chat: Chat, card: Card) -> None:
    """Send *card* into *chat*, in reply to nothing."""
    markup = keyboard(card)
    await _insist(
        lambda: chat.send_message(card.html, parse_mode=ParseMode.HTML, reply_markup=markup)
    )


async def send_file(update: Update, name: str, data: bytes, card: Card) -> None:
    """Send the file *name*, whose content is *data*, with *card* as its caption."""
    await _upload(update, "send_document", InputFile(data, filename=name), card)


async def send_photo(update: Update, name: str, data: bytes, card: Card) -> None:
    """Send the picture *data*, called *name*, with *card* as its caption."""
    await _upload(update, "send_photo", InputFile(data, filename=name), card)


async def _upload(update: Update, method: str, file: InputFile, card: Card) -> None:
    message = update.effective_message
    if message is None:
        return
    sending = getattr(message.get_bot(), method)
    await _insist(
        lambda: sending(
            message.chat_id,
            file,
            caption=card.html,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(card),
            message_thread_id=_thread(message),
            reply_parameters=_to(message),
        )
    )


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None


def _to(message: Message) -> ReplyParameters | None:
    """Return what is replied to: in groups the message, in private nothing."""
    if message.chat.type == message.chat.PRIVATE:
        return None
    return ReplyParameters(message.message_id, allow_sending_without_reply=True)


async def edit(update: Update, card: Card) -> None:
    """Put *card* in the place of the card whose button was pressed.

    A file cannot become a text: below one the card is sent.
    """
    query = update.callback_query
    if query is None:
        return
    if isinstance(query.message, Message) and query.message.effective_attachment:
        return await send(update, card)
    with forgiving():
        await _insist(
            lambda: query.edit_message_text(
                card.html, parse_mode=ParseMode.HTML, reply_markup=keyboard(card)
            )
        )


async def show(update: Update, card: Card) -> None:
    """Put *card* in the place of the card whose button was pressed; else send it."""
    if update.callback_query is None:
        return await send(update, card)
    await acknowledge(update)
    await edit(update, card)


async def acknowledge(update: Update, notice: str | None = None) -> None:
    """Tell Telegram that the pressed button was seen; *notice* is shown for a moment."""
    query = update.callback_query
    if query is None:
        return
    with forgiving():
        await query.answer(notice)


@contextmanager
def forgiving() -> Iterator[None]:
    """Let what came too late, or changes nothing, pass."""
    try:
        yield
    except BadRequest as error:
        if not any(text in str(error).lower() for text in _HARMLESS):
            raise


def keyboard(card: Card) -> InlineKeyboardMarkup | None:
    """Return the buttons of *card* as the framework takes them."""
    if not card.buttons:
        return None
    return InlineKeyboardMarkup.de_json({"inline_keyboard": _rows(card)})


def _rows(card: Card) -> list[list[dict[str, object]]]:
    """Return the buttons of *card* as Telegram takes them."""
    return [[_button(button) for button in row] for row in card.buttons]


def _button(button: Button) -> dict[str, object]:
    named: dict[str, object] = {"text": button.text}
    if button.data:
        named["callback_data"] = button.data
    if button.url:
        named["url"] = button.url
    if button.copy:
        named["copy_text"] = {"text": button.copy}
    return named
