"""An admin sends a document, sees what the bot understood, and publishes it or not."""

from __future__ import annotations

import logging

from telegram import Document, Update
from telegram.constants import ChatAction, FileSizeLimit
from telegram.error import BadRequest

from handlers import reply
from handlers.context import Context, language
from handlers.draftcards import draft_card, entries_card, published_card, refused_card
from handlers.markup import Card, safe
from handlers.questions import no_text
from knowledge.errors import DocumentError, Fault, MeetingNotFound
from knowledge.model import DraftReading

logger = logging.getLogger(__name__)


async def document(update: Update, context: Context) -> None:
    """Keep a document of an admin as a draft and show what it would become.

    Its caption is never read: it may have been forwarded with somebody else's words.
    """
    message, admin = update.effective_message, context.admin(update)
    if admin is None or message is None or message.document is None:
        return await no_text(update, context)
    name = message.document.file_name or language(update).draft_unnamed
    await message.chat.send_action(ChatAction.TYPING)
    try:
        data = await _downloaded(message.document, name)
        reading = await context.door.drafts.add(name, data, admin, message.chat_id)
    except DocumentError as error:
        logger.info("document_refused fault=%s", error.fault.name)
        return await reply.send(update, refused_card(name, error, language(update)))
    await reply.send(update, draft_card(reading, language(update)))


async def publish(update: Update, context: Context) -> None:
    """Publish a draft: from now on users find it."""
    key, corrects = _parts(context)
    if not await _permitted(update, context):
        return
    try:
        published = await context.door.drafts.publish(key, corrects or None)
    except (DocumentError, MeetingNotFound) as error:
        return await _refuse(update, error)
    texts = language(update)
    if published is None:
        return await _gone(update)
    await reply.acknowledge(update)
    await reply.edit(update, published_card(published, texts))


async def cancel(update: Update, context: Context) -> None:
    """Forget a draft."""
    (key,) = _parts(context)
    if not await _permitted(update, context):
        return
    await context.door.drafts.cancel(key)
    await reply.acknowledge(update)
    await reply.edit(update, Card(safe(language(update).draft_cancelled)))


async def read_as(update: Update, context: Context) -> None:
    """Read a draft's text in another encoding."""
    key, encoding = _parts(context)
    if await _permitted(update, context):
        await _show(update, context, key, encoding=encoding)


async def correct(update: Update, context: Context) -> None:
    """Take a draft as the correction of the meeting that the admin names."""
    key, corrects = _parts(context)
    if await _permitted(update, context):
        await _show(update, context, key, corrects=corrects or None)


async def look(update: Update, context: Context) -> None:
    """Show a draft's entries in a message of their own, so that its preview stays."""
    if await _permitted(update, context) and (card := await _entries(update, context, 0)):
        await reply.acknowledge(update)
        await reply.send(update, card)


async def look_on(update: Update, context: Context) -> None:
    """Turn to another page of a draft's entries."""
    page = int(_parts(context)[1])
    if await _permitted(update, context) and (card := await _entries(update, context, page)):
        await reply.acknowledge(update)
        await reply.edit(update, card)


async def _entries(update: Update, context: Context, page: int) -> Card | None:
    try:
        reading = await context.door.drafts.read(_parts(context)[0])
    except (DocumentError, MeetingNotFound) as error:
        await _refuse(update, error)
        return None
    if reading is None:
        await reply.acknowledge(update, language(update).draft_gone)
        return None
    return entries_card(reading, page, language(update))


async def _show(update: Update, context: Context, key: str, **choice: str | None) -> None:
    try:
        reading: DraftReading | None = await context.door.drafts.read(key, **choice)
    except (DocumentError, MeetingNotFound) as error:
        return await _refuse(update, error)
    if reading is None:
        return await _gone(update)
    await reply.acknowledge(update)
    await reply.edit(update, draft_card(reading, language(update)))


async def _downloaded(document: Document, name: str) -> bytes:
    """Return the bytes of *document*. Raises DocumentError where it is larger than bots may get."""
    too_large = DocumentError(f"{name}: larger than a bot may download", Fault.TOO_LARGE)
    if (document.file_size or 0) > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise too_large
    try:
        file = await document.get_file()
        return bytes(await file.download_as_bytearray())
    except BadRequest as error:
        if "too big" in str(error).lower():
            raise too_large from error
        raise


async def _permitted(update: Update, context: Context) -> bool:
    """Tell whether an admin pressed the button; who was one once is told no."""
    if context.admin(update) is not None:
        return True
    await reply.acknowledge(update, language(update).draft_not_admin)
    return False


async def _refuse(update: Update, error: DocumentError | MeetingNotFound) -> None:
    """Say why the draft cannot become that; the card with its buttons stays."""
    texts = language(update)
    fault = error.fault if isinstance(error, DocumentError) else Fault.UNUSABLE
    logger.info("draft_refused fault=%s", fault.name)
    await reply.acknowledge(update, texts.faults.get(fault.name.lower(), fault.chinese))


async def _gone(update: Update) -> None:
    texts = language(update)
    await reply.acknowledge(update, texts.draft_gone)
    await reply.edit(update, Card(safe(texts.draft_gone)))


def _parts(context: Context) -> tuple[str, ...]:
    return tuple(context.match.groups()) if context.match else ()
