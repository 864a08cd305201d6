"""A robot that presses whatever can be pressed, and looks for its way back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from bot.fairness import LIMITS, Limit
from bot.updates import Kind
from tests.bot.running import QUESTION, ask, running
from tests.standin.people import Chat, Heard, Person
from tests.standin.server import Standin

WALK = [
    "/start",
    "/help",
    "/meetings",
    "/meeting 2024-03-15",
    "/resolutions",
    "/statement",
    QUESTION,
    "四市提出的六項策略有哪些",
    "產業面向第二點是什麼",
    "第二次市長會議在哪裡開",
    "基隆捷運什麼時候完工",
    "月票一張賣多少錢",
    "高雄捷運有什麼結論",
    "謝謝",
    "月票 歷程",
    "關稅的來龍去脈",
    "四位市長對捷運各說了什麼",
    "四位市長對月票怎麼說",
    "還有哪些沒有追蹤",
    "/follow",
    "/follow 月票",
    "/following",
    "/settings",
    "/stats",
    "/privacy",
    "/forget",
]
# Pictures, arrows and marks, which are read aloud by their names if at all; but not the shapes
# that the minutes themselves have before their points.
EMOJI = re.compile("[\u2190-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")
MOST_PRESSES = 1000  # far more than there are, so that a loop of new buttons ends
# What is said for a moment while the card changes, too: votes, a question that is settled.
_BOTH = ("v:", "vq:", "sx:")
# The card of an entry is the same from wherever it was opened, but for the way back there.
_ENTRY = re.compile(r"([exl]:[a-z2-7]{10}(?:\.\d+)?).*")

Screen = tuple[str, tuple[str, ...]]  # what is read, and what the buttons send back


@dataclass
class Robot:
    """Presses every button of every card, breadth first, and keeps what each shows."""

    person: Person
    chat: Chat
    waiting: list[Heard] = field(default_factory=list)
    seen: list[Heard] = field(default_factory=list)
    screens: set[Screen] = field(default_factory=set)
    shown: dict[str, Screen] = field(default_factory=dict)

    async def walk(self) -> None:
        while self.waiting and len(self.shown) < MOST_PRESSES:
            card = self.waiting.pop(0)
            self.seen.append(card)
            self.screens.add(screen(card))
            assert_readable_aloud(card)
            for one in card.buttons:
                data = one.get("callback_data", "")
                if data and kind(data) not in self.shown:
                    await self.press(card, data)

    async def press(self, card: Heard, data: str) -> None:
        answer = await self.person.presses_data(data, as_it_stood(self.chat, card))
        if answer.get("text") and not data.startswith(_BOTH):
            # shown for a moment: what the button was about is done
            self.shown[kind(data)] = screen(card)
            return
        found = await self.chat.hears()
        assert self.chat.unheard == 0, f"{data} shows two cards"
        self.shown[kind(data)] = screen(found)
        self.waiting.append(found)

    def lost(self, home: Screen) -> set[Screen]:
        """Return the screens from which no button after button leads to *home*."""
        back: set[Screen] = {home}
        while more := {one for one in self.screens - back if self._ways(one) & back}:
            back |= more
        return self.screens - back

    def _ways(self, one: Screen) -> set[Screen]:
        return {self.shown[data] for data in one[1]}


def assert_readable_aloud(card: Heard) -> None:
    """Nothing is said by a picture, and what a bare number does is said in the text."""
    for words in (card.text, *card.labels):
        assert not EMOJI.search(words), words
    if any(label.isdigit() for label in card.labels):
        assert re.search(r"點號碼|Tap a number", card.text), card.text


def screen(card: Heard) -> Screen:
    data = (one.get("callback_data", "") for one in card.buttons)
    return card.text, tuple(kind(one) for one in data if one)


def kind(data: str) -> str:
    return _ENTRY.sub(r"\1", data)


def as_it_stood(chat: Chat, card: Heard) -> dict[str, object]:
    """Put the card back into its message, as the person saw it who presses its button."""
    message = chat.messages[card.id]
    message.clear()
    message.update(card.raw)
    return message


@pytest.fixture(autouse=True)
def _as_fast_as_a_robot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one person write and press at any pace: what a flood meets is tested elsewhere."""
    limit = Limit(burst=MOST_PRESSES, a_second=MOST_PRESSES, waiting=MOST_PRESSES)
    for kind_of_update in (Kind.MESSAGE, Kind.BUTTON):
        monkeypatch.setitem(cast(dict[Kind, Limit], LIMITS), kind_of_update, limit)


@pytest.mark.parametrize("language", ["zh-hant", "en"])
async def test_every_button_shows_something_and_every_screen_has_a_way_back(
    telegram: Standin, data_dir: Path, language: str
) -> None:
    person = telegram.person(7, language_code=language)
    async with running(telegram, data_dir, admins=(person.id,)):
        robot = Robot(person, person, [await ask(person, text) for text in WALK])
        await walk_everywhere(robot, telegram)


async def test_the_same_holds_in_a_topic_of_a_group_for_its_owner(
    telegram: Standin, data_dir: Path
) -> None:
    person, group = telegram.person(7, language_code="zh-hant"), telegram.group()
    group.owned_by(person)
    topic = group.topic("交通")
    async with running(telegram, data_dir, admins=(person.id,)):
        cards = []
        for text in WALK:
            asked = text if text.startswith("/") else f"@{telegram.username} {text}"
            await person.says(asked, to=group, thread=topic)
            cards.append(await group.hears())
        await walk_everywhere(robot := Robot(person, group, cards), telegram)
    assert {card.raw["message_thread_id"] for card in robot.seen} == {topic}


async def walk_everywhere(robot: Robot, telegram: Standin) -> None:
    """Walk on from the first cards, those of WALK; home is the list of meetings."""
    home = screen(robot.waiting[WALK.index("/meetings")])
    await robot.walk()
    assert not robot.waiting, "there were more buttons than can be pressed"
    assert robot.lost(home) == set()
    assert all(buttons for _, buttons in robot.screens)
    assert telegram.rejected == []
