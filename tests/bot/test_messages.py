"""Single messages, one after the other to the same running bot: each gets its card."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot.running import QUESTION, RESOLUTION, ask, ask_again, running
from tests.standin.people import Person
from tests.standin.server import Standin

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    # the program ignores this one itself, but pytest resets the filters between two tests
    pytest.mark.filterwarnings("ignore:.*do_api_request"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def busy(
    minutes_on_record: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Standin]:
    folder = shutil.copytree(minutes_on_record, tmp_path_factory.mktemp("busy") / "data")
    async with Standin() as telegram, running(telegram, folder):
        yield telegram


@pytest.fixture
def person(busy: Standin) -> Person:
    """Somebody new, so that no question follows up on another test's."""
    busy.calls.clear()
    return busy.person(len(busy.world.chats) + 1)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/start", "四市合作會議"),
        ("/help", "/meetings"),
        ("/meetings", "113年3月15日"),
        ("/meeting 2024-03-15", "市長層級會議"),
        ("/meeting", "會議"),
        ("/meeting 1999-01-01", "會議"),
        ("/meeting 月\ud800票", "會議"),
        ("/start " + "x" * 3000, "四市合作會議"),
        ("/help@minutes_test_bot", "/meetings"),
    ],
)
async def test_commands(busy: Standin, person: Person, command: str, words: str) -> None:
    assert words in (await ask(person, command)).text
    assert busy.rejected == []


ODD = [
    pytest.param("月票" * 5000, id="10000-characters"),
    pytest.param("🚌🚇🚆" * 20, id="emoji"),
    pytest.param("<b>&", id="html"),
    pytest.param("</blockquote><script>&lt;月票", id="closing-tags"),
    pytest.param('月票" AND NEAR(財源 *) OR title:^x', id="full-text-syntax"),
    pytest.param("'; drop table meetings; --", id="sql"),
    pytest.param("月\0票", id="nul"),
    pytest.param("月票\ud800財源", id="surrogate"),
    pytest.param("\u202e月票\u2066\u200b", id="right-to-left"),
    pytest.param("　\n\t ", id="blank"),
    pytest.param("/" + "x" * 60, id="unknown-command"),
    pytest.param("+-:(){}[]^~?\\", id="punctuation"),
]


@pytest.mark.parametrize("text", ODD)
async def test_an_odd_message_gets_one_polite_card(
    busy: Standin, person: Person, text: str
) -> None:
    assert (await ask(person, text)).text
    assert RESOLUTION in (await ask(person, QUESTION)).text
    assert person.unheard == 0
    assert busy.rejected == []


@pytest.mark.parametrize(
    "data",
    ["", "n:aaaaaaaa:0", "n:aaaaaaaa:x", "x:aaaaaaaaaa", "e:", "l:aaaaaaaa", "m:1999-01-01:0", "?"],
)
async def test_an_invented_or_outdated_button_is_answered(
    busy: Standin, person: Person, data: str
) -> None:
    card = await ask(person, QUESTION)
    await person.presses_data(data, person.messages[card.id])
    assert RESOLUTION in (await ask_again(person)).text
    assert busy.rejected == []
