"""A robot that presses whatever can be pressed."""

from __future__ import annotations

from pathlib import Path

from tests.bot.running import QUESTION, ask, running
from tests.standin.people import Heard, Person
from tests.standin.server import Standin

WALK = [
    "/start",
    "/help",
    "/meetings",
    "/meeting 2024-03-15",
    QUESTION,
    "四市提出的六項策略有哪些",
    "產業面向第二點是什麼",
    "第二次市長會議在哪裡開",
    "基隆捷運什麼時候完工",
    "月票一張賣多少錢",
    "高雄捷運有什麼結論",
    "謝謝",
    "/follow",
    "/follow 月票",
    "/following",
]
MOST_PRESSES = 500  # far more than there are, so that a loop of new buttons ends


async def test_every_button_of_every_card_shows_something(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    """A walk, breadth first: each button is pressed once and must change or send a card."""
    async with running(telegram, data_dir):
        cards = [await ask(person, text) for text in WALK]
        pressed: set[str] = set()
        while cards and len(pressed) < MOST_PRESSES:
            cards += await press_all(person, cards.pop(0), pressed)
    assert len(pressed) > len(WALK)
    assert not cards, "there were more buttons than can be pressed"
    assert person.unheard == 0
    assert telegram.rejected == []


async def press_all(person: Person, card: Heard, pressed: set[str]) -> list[Heard]:
    fresh = [one["callback_data"] for one in card.buttons if "callback_data" in one]
    cards: list[Heard] = []
    for data in fresh:
        if data not in pressed:
            pressed.add(data)
            answer = await person.presses_data(data, person.messages[card.id])
            if not answer.get("text"):  # which is shown for a moment: what it was about is gone
                cards.append(await person.hears())
    return cards
