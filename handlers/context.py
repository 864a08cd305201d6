"""What a handler gets: the door to the minutes and the language of who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from telegram import Update
from telegram.ext import CallbackContext, ExtBot

from handlers.texts import Texts, texts_for

if TYPE_CHECKING:
    from knowledge.service import Knowledge

_DOOR = "door"

_Data = dict[Any, Any]


class Context(CallbackContext[ExtBot[None], _Data, _Data, _Data]):
    """The context of every handler."""

    @property
    def door(self) -> Knowledge:
        return cast("Knowledge", self.bot_data[_DOOR])


def hand_over(bot_data: dict[Any, Any], door: Knowledge) -> None:
    """Give the door to the handlers of an application."""
    bot_data[_DOOR] = door


def language(update: Update) -> Texts:
    """Return the catalogue for the person behind *update*."""
    user = update.effective_user
    return texts_for(user.language_code if user else None)


def asker(update: Update) -> str:
    """Return under which name follow-ups are remembered: one person in one chat."""
    chat, user = update.effective_chat, update.effective_user
    return f"{chat.id if chat else 0}:{user.id if user else 0}"
