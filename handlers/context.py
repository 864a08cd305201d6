"""What a handler gets: the door to the minutes and the language of who asks."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, cast

from telegram import Update
from telegram.ext import CallbackContext, ExtBot

from handlers.texts import Texts, texts_for

if TYPE_CHECKING:
    from knowledge.service import Knowledge

_DOOR = "door"
_ADMINS = "admins"

_Data = dict[Any, Any]


class Context(CallbackContext[ExtBot[None], _Data, _Data, _Data]):
    """The context of every handler."""

    @property
    def door(self) -> Knowledge:
        return cast("Knowledge", self.bot_data[_DOOR])

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


def language(update: Update) -> Texts:
    """Return the catalogue for the person behind *update*."""
    user = update.effective_user
    return texts_for(user.language_code if user else None)


def asker(update: Update) -> str:
    """Return under which name follow-ups are remembered: one person in one chat."""
    chat, user = update.effective_chat, update.effective_user
    return f"{chat.id if chat else 0}:{user.id if user else 0}"
