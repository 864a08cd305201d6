"""What chats choose: a topic's own choice, then its chat's, then the bot's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.followed import Pace
from knowledge.preferences import Preferences
from knowledge.schema import connect
from knowledge.settings import Settings

CHAT, GROUP, TOPIC = 2**52, -(2**52), 7
EVERYTHING = Settings("en", 3, Pace.WEEKLY, anytime=True, toured=True)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Preferences]:
    db = connect(tmp_path / "minutes.db")
    yield Preferences(db)
    db.close()


def test_what_was_chosen_is_kept_and_replaced(kept: Preferences) -> None:
    assert kept.own(CHAT, None) == Settings()
    kept.put(CHAT, None, EVERYTHING)
    assert kept.own(CHAT, None) == EVERYTHING
    kept.put(CHAT, None, Settings(anytime=False))
    assert kept.own(CHAT, None) == Settings(anytime=False)


def test_topics_and_chats_choose_for_themselves(kept: Preferences) -> None:
    kept.put(GROUP, TOPIC, Settings(language="en"))
    kept.put(GROUP, None, Settings(results=5))
    assert kept.own(GROUP, TOPIC) == Settings(language="en")
    assert kept.own(GROUP, None) == Settings(results=5)
    assert kept.own(CHAT, TOPIC) == Settings()


@pytest.mark.parametrize(
    ("topic", "chat", "holds"),
    [
        pytest.param(Settings(), EVERYTHING, EVERYTHING, id="the-chat's"),
        pytest.param(EVERYTHING, Settings(), EVERYTHING, id="its-own"),
        pytest.param(
            Settings(language="zh", anytime=False),
            Settings(language="en", results=5, anytime=True),
            Settings(language="zh", results=5, anytime=False),
            id="its-own-before-the-chat's",
        ),
    ],
)
def test_a_topic_has_its_chat_s_choices_where_it_has_none(
    topic: Settings, chat: Settings, holds: Settings
) -> None:
    assert topic.within(chat) == holds


def test_a_supergroup_takes_over_what_its_group_had_chosen(kept: Preferences) -> None:
    kept.put(-1, None, EVERYTHING)
    for _ in range(2):  # both chats are told of the move
        kept.move_chat(-1, GROUP)
    assert kept.own(GROUP, None) == EVERYTHING
    assert kept.own(-1, None) == Settings()


def test_a_chat_can_be_forgotten_with_its_topics(kept: Preferences) -> None:
    kept.put(GROUP, None, EVERYTHING)
    kept.put(GROUP, TOPIC, EVERYTHING)
    kept.put(CHAT, None, EVERYTHING)
    kept.forget(GROUP)
    assert kept.own(GROUP, TOPIC) == kept.own(GROUP, None) == Settings()
    assert kept.own(CHAT, None) == EVERYTHING
