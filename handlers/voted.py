"""Which messages were voted on lately, so that a second tap, on its way already, counts nothing."""

from __future__ import annotations

from collections import OrderedDict

# A tap is seconds behind the first; after that the buttons are gone from the message.
_MOST = 1_000


class Voted:
    """Messages, never people; forgotten when the process ends."""

    def __init__(self) -> None:
        self._messages: OrderedDict[tuple[int, int], None] = OrderedDict()

    def first(self, chat: int, message: int) -> bool:
        """Tell whether this is the first vote on a message, and remember that there was one."""
        if (chat, message) in self._messages:
            return False
        self._messages[chat, message] = None
        if len(self._messages) > _MOST:
            self._messages.popitem(last=False)
        return True
