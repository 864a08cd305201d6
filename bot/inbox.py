"""Updates in the order they came, each once, whatever happens to the process.

An update is on the disk before Telegram may forget it, and waits there until its handler has
returned; the effects of a handler that was cut off are kept from coming twice by
`knowledge.handling`. Where the disk takes nothing, updates are answered all the same, but not
confirmed: Telegram keeps them until they can be taken.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.fairness import Allowances
from bot.turns import Turns
from bot.updates import Raw, id_of, origin_of
from knowledge.errors import StoreError, WritingRefused
from knowledge.handling import Handling

logger = logging.getLogger(__name__)

# What `Update.de_json` raises for updates that are not what they should be (reliability.md, 1.2).
_UNREADABLE = (
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    OSError,
    RecursionError,
)
# A handler waits out Telegram's pauses; what takes longer hangs, and holds up its chat.
_LONGEST_SECONDS = 600.0
_LONGEST_SHAPE = 300  # characters of a log line


class Inbox:
    """Takes raw updates, commits them, and hands each, parsed, to *handle*.

    What one person sends beyond *allowances* is left out: it is done without being handled, and
    *tell* gets how many there were, with the last of them.
    """

    def __init__(
        self,
        bot: Bot,
        store: Handling,
        handle: Callable[[Update], Awaitable[None]],
        tell: Callable[[Update, int], Awaitable[None]],
        allowances: Allowances,
        longest: float = _LONGEST_SECONDS,
    ) -> None:
        self._bot = bot
        self._store = store
        self._handle = handle
        self._tell = tell
        self._longest = longest
        self._turns = Turns(self._process, self._tell_left_out, allowances)
        self._unkept: set[int] = set()  # handled, or being handled, though the disk took nothing
        self._unkept_done: set[int] = set()
        self._flushing: asyncio.Task[None] | None = None

    async def recover(self) -> None:
        """Take up what an earlier process has left unfinished."""
        waiting = await self._store.waiting()
        if waiting:
            logger.info("recovered updates=%d", len(waiting))
        self._queue(waiting, waiting.keys())

    async def put(self, updates: Iterable[Raw]) -> None:
        """Commit *updates* and have the new ones handled; when it returns they may be confirmed.

        Raises WritingRefused where the disk does: they must come again, though they are handled
        already.
        """
        known = {number: raw for raw in updates if (number := id_of(raw))}
        if not known:
            return
        try:
            new = await self._store.take(known, self._unkept_done)
        except WritingRefused:
            self._queue(known, known.keys() - self._unkept)
            self._unkept |= known.keys()
            raise
        self._queue(known, set(new) - self._unkept)
        self._finish(self._unkept_done & known.keys())
        self._unkept -= known.keys()
        self._unkept_done -= known.keys()

    async def drain(self, seconds: float) -> bool:
        """Finish what is being handled, cut off after *seconds*; tell whether nothing was.

        What was not begun or was cut off is handled by the next process.
        """
        finished = await self._turns.drain(seconds)
        if self._flushing:
            await self._flushing
        return finished

    def _queue(self, updates: Mapping[int, Raw], wanted: Collection[int]) -> None:
        for update_id, raw in updates.items():
            if update_id in wanted and not self._turns.add(origin_of(raw), (update_id, raw)):
                self._done(update_id)

    async def _process(self, item: tuple[int, Raw]) -> None:
        update_id, raw = item
        try:
            update = Update.de_json(dict(raw), self._bot)
        except _UNREADABLE as error:
            await self._set_aside(item, error)
        else:
            await self._handled(item, update)
        self._done(update_id)

    async def _handled(self, item: tuple[int, Raw], update: Update) -> None:
        try:
            async with asyncio.timeout(self._longest):
                with self._store.of(item[0]):
                    await self._handle(update)
        except _UNREADABLE as error:  # a time-out, or a part that only a handler looked at
            await self._set_aside(item, error)

    async def _tell_left_out(self, total: int, last: tuple[int, Raw]) -> None:
        logger.warning("left_out updates=%d", total)
        try:
            await self._tell(Update.de_json(dict(last[1]), self._bot), total)
        except (*_UNREADABLE, TelegramError) as error:
            logger.warning("left_out_untold error=%s", type(error).__name__)

    async def _set_aside(self, item: tuple[int, Raw], error: Exception) -> None:
        """Keep an update with the reason why it is not handled; people's words are not logged."""
        update_id, raw = item
        kinds = ", ".join(f"{name}: {type(value).__name__}" for name, value in raw.items())
        logger.warning(
            "set_aside update=%d error=%s shape=%r",
            *(update_id, type(error).__name__, kinds[:_LONGEST_SHAPE]),
        )
        try:
            await self._store.set_aside(update_id, f"{type(error).__name__}: {error}")
        except StoreError as refused:
            logger.warning("set_aside_unkept error=%r", str(refused))

    def _done(self, update_id: int) -> None:
        if update_id in self._unkept:
            self._unkept_done.add(update_id)
        else:
            self._finish({update_id})

    def _finish(self, update_ids: Collection[int]) -> None:
        """Mark updates as done soon: together with others, behind the answers."""
        self._store.finish(update_ids)
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush())

    async def _flush(self) -> None:
        try:
            await self._store.flush()
        except StoreError as error:
            logger.warning("done_unmarked error=%r", str(error))  # until the next one is finished
