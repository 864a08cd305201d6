"""What a handler gets: the door to the minutes, what the chat has chosen, and the language."""

from __future__ import annotations

import logging
from collections.abc import Collection
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, cast

from telegram import Update
from telegram.ext import CallbackContext, ExtBot

from handlers.members import Members
from handlers.texts import Texts, texts_for
from handlers.voted import Voted
from knowledge.errors import StoreError
from knowledge.settings import Settings

if TYPE_CHECKING:
    from knowledge.service import Knowledge

logger = logging.getLogger(__name__)

_DOOR = "door"
_ADMINS = "admins"
_MEMBERS = "members"
_VOTED = "voted"

_NOTHING = Settings()  # is chosen

_Data = dict[Any, Any]

# Each task of the event loop has its own, so that no handler has to hand it down.
_settings: ContextVar[Settings] = ContextVar("settings", default=_NOTHING)


class Context(CallbackContext[ExtBot[None], _Data, _Data, _Data]):
    """The context of every handler."""

    @property
    def door(self) -> Knowledge:
        return cast("Knowledge", self.bot_data[_DOOR])

    @property
    def members(self) -> Members:
        return cast("Members", self.bot_data[_MEMBERS])

    @property
    def voted(self) -> Voted:
        return cast("Voted", self.bot_data[_VOTED])

    def admin(self, update: Update) -> int | None:
        """Return the id of the admin who wrote *update* in a private chat, else None.

        Elsewhere an admin may be anonymous or a channel, and others read along.
        """
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None or chat.type != chat.PRIVATE:
            return None
        return user.id if user.id in self.bot_data[_ADMINS] else None


def hand_over(bot_data: dict[Any, Any], door: Knowledge, admins: Collection[int]) -> None:
    """Give the door, and who may publish through it, to the handlers of an application."""
    bot_data[_DOOR] = door
    bot_data[_ADMINS] = frozenset(admins)
    bot_data[_MEMBERS] = Members()
    bot_data[_VOTED] = Voted()


async def prepare(update: Update, context: Context) -> None:
    """Before any other handler of *update*: look up what its chat has chosen."""
    try:
        chosen = await context.door.preferences.of(*place(update))
    except StoreError as error:
        logger.warning("answered_without_settings error=%r", str(error))
        chosen = _NOTHING
    _settings.set(chosen)


def settings() -> Settings:
    """Return what the chat of the update that is being handled has chosen."""
    return _settings.get()


def language(update: Update) -> Texts:
    """Return the catalogue that the chat has chosen, else that of the person behind *update*."""
    user = update.effective_user
    return texts_for(settings().language, user.language_code if user else None)


def place(update: Update) -> tuple[int, int | None]:
    """Return the chat, and the topic of a forum, that an update came from.

    What comes from no chat (inline) belongs to the private chat of whoever it came from, which
    has the person's own number.
    """
    chat, user, message = update.effective_chat, update.effective_user, update.effective_message
    thread = message.message_thread_id if message and message.is_topic_message else None
    return (chat or user).id if chat or user else 0, thread  # type: ignore[union-attr]


def asker(update: Update) -> str:
    """Return under which name follow-ups are remembered: one person in one chat."""
    chat, user = update.effective_chat, update.effective_user
    return f"{chat.id if chat else 0}:{user.id if user else 0}"


def in_public(update: Update) -> bool:
    """Tell whether others who did not ask read the answer."""
    chat = update.effective_chat
    return chat is not None and chat.type != chat.PRIVATE
