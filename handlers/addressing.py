"""Is a message in a group meant for the bot, and what does it say without the address?"""

from __future__ import annotations

import re

from telegram import Message, MessageEntity


def addressed_text(message: Message, bot_id: int, bot_name: str) -> str | None:
    """Return what *message* asks the bot, None where it speaks to others.

    In private everything is for the bot; in groups what mentions it or replies to it.
    """
    text = message.text or ""
    if message.chat.type == message.chat.PRIVATE:
        return text
    if _mentions(message, bot_name) or _replies_to(message, bot_id):
        return re.sub(rf"@{re.escape(bot_name)}\b", " ", text, flags=re.IGNORECASE).strip()
    return None


def _mentions(message: Message, bot_name: str) -> bool:
    found = message.parse_entities([MessageEntity.MENTION]).values()
    return any(mention.lower() == f"@{bot_name}".lower() for mention in found)


def _replies_to(message: Message, bot_id: int) -> bool:
    original = message.reply_to_message
    return bool(original and original.from_user and original.from_user.id == bot_id)
