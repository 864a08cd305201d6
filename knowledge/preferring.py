"""Settings behind the door: read with every update, so remembered here."""

from __future__ import annotations

from knowledge.drafting import Worker
from knowledge.engine import Engine
from knowledge.settings import Settings

# Chats and topics, a hundred bytes each; when they are more, all are read anew.
_MOST_REMEMBERED = 10_000


class Preferring:
    """What chats and topics have chosen. `chat` and `thread` are Telegram's numbers.

    Every method may raise StoreError.
    """

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self._engine = engine
        self._worker = worker
        self._known: dict[tuple[int, int | None], Settings] = {}

    async def of(self, chat: int, thread: int | None = None) -> Settings:
        """Return what holds there: the topic's own choices, then those of its chat."""
        place = chat, thread
        if place not in self._known:
            settings = await self._worker(lambda: self._read(chat, thread))
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[place] = settings
        return self._known[place]

    async def own(self, chat: int, thread: int | None) -> Settings:
        """Return what was chosen in exactly that chat or topic, to be changed and `put`."""
        return await self._worker(lambda: self._engine.preferences.own(chat, thread))

    async def put(self, chat: int, thread: int | None, chosen: Settings) -> None:
        """Keep what was *chosen* in that chat or topic; it holds at once."""
        await self._worker(lambda: self._engine.preferences.put(chat, thread, chosen))
        self._known.clear()

    def refresh(self) -> None:
        """Read anew what was changed by others than `put`."""
        self._known.clear()

    def _read(self, chat: int, thread: int | None) -> Settings:
        preferences = self._engine.preferences
        whole = preferences.own(chat, None)
        return preferences.own(chat, thread).within(whole) if thread else whole
