"""Who decides for a chat: in private everybody, in a group its admins."""

from __future__ import annotations

import time
from collections.abc import Callable

from telegram import Update
from telegram.constants import ChatMemberStatus

_DECIDES = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
# Long enough for a walk through the settings, short enough for a change of admins to be felt.
_SECONDS = 30.0
_MOST = 1_000


class Members:
    """Asks Telegram who is an admin, and believes it for half a minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[tuple[int, int], tuple[bool, float]] = {}

    async def decide(self, update: Update) -> bool:
        """Tell whether whoever sent *update* decides for its chat.

        A message in the group's own name is an anonymous admin's: Telegram lets nobody else
        write so. Who presses a button is never anonymous.
        """
        chat, user, message = update.effective_chat, update.effective_user, update.message
        if chat is None or chat.type == chat.PRIVATE:
            return chat is not None
        if message and message.sender_chat:
            return message.sender_chat.id == chat.id
        if user is None:
            return False
        decides, until = self._known.get((chat.id, user.id), (False, 0.0))
        if self._clock() >= until:
            decides = (await chat.get_member(user.id)).status in _DECIDES
            self._remember((chat.id, user.id), decides)
        return decides

    def _remember(self, who: tuple[int, int], decides: bool) -> None:
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[who] = decides, self._clock() + _SECONDS
