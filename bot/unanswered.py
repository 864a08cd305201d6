"""`unanswered`: what people asked in vain, and aliases that let the next one find it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.config import Config
from bot.lock import writing
from bot.reading import reading
from knowledge import aliases
from knowledge.engine import Engine
from knowledge.timing import today_in_taipei

_TAIPEI = ZoneInfo("Asia/Taipei")


def show(config: Config) -> int:
    """Print the questions that were not answered, the most frequent first."""
    with reading(config) as engine:
        kept = engine.chats.unanswered()
    for one in kept:
        day = one.last_at.astimezone(_TAIPEI).strftime("%Y-%m-%d %H:%M")
        print(f"{one.times:>4}  {day}  {' '.join(one.text.split())}")
    if not kept:
        print("no question is waiting for an answer")
    return 0


def alias(config: Config, asked: str, minutes: str) -> int:
    """Let *asked* find *minutes* from now on; print and settle what is answered by that."""
    with writing(config.data_dir):
        file = aliases.add(config.data_dir, asked, minutes)
        engine = Engine(config.data_dir, today_in_taipei, lambda: datetime.now(UTC))
        print(f"{file}: {asked} now finds {minutes}")
        try:
            _settle(engine)
        finally:
            engine.close()
    return 0


def _settle(engine: Engine) -> None:
    for one in engine.chats.unanswered():
        answer, _ = engine.answer(one.text)
        if answer.answered:
            engine.chats.settle(one.text)
            print(f"answered now: {one.text}\n    {' '.join(answer.hits[0].excerpt.split())}")
