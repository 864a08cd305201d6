"""What runs beside the polling, for as long as the bot runs; without any of it the bot ends.

A process that lives while a part of it is dead is noticed by nobody; one that ends is started
again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from knowledge.errors import KnowledgeError

logger = logging.getLogger(__name__)


class PartError(KnowledgeError):
    """A part of the bot ended by itself; names why."""


@asynccontextmanager
async def beside(stop: Callable[[], None], *work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Do *work* while the block runs; where any of it ends early, *stop* is called.

    Raises PartError then, when the block has ended.
    """
    failures: list[BaseException] = []

    def look(task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()):
            logger.critical("part_ended", exc_info=error)
            failures.append(error)
            stop()

    tasks = [asyncio.create_task(one) for one in work]
    for task in tasks:
        task.add_done_callback(look)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if failures:
        name = type(failures[0]).__name__
        raise PartError(f"a part of the bot ended ({name}; the log says where)") from failures[0]
