"""Whole conversations: the real program, real HTTP, and Telegram's rules at the other end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import logs
from tests.bot.running import QUESTION, RESOLUTION, ask, ask_again, running
from tests.standin.people import Heard, Person
from tests.standin.server import Standin


async def test_a_question_is_answered_with_the_resolution(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    """What became of it, the minutes' own words, and the date in both calendars."""
    async with running(telegram, data_dir):
        card = await ask(person, QUESTION)
    assert "未定案" in card.parts("bold")[0]
    assert any(RESOLUTION in quotation for quotation in quotations(card))
    assert "112年2月11日" in card.text
    assert "2023-02-11" in card.text
    assert telegram.rejected == []


def quotations(card: Heard) -> list[str]:
    return card.parts("blockquote") + card.parts("expandable_blockquote")


# --- buttons --------------------------------------------------------------------------------


async def test_a_button_works_after_a_restart(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await ask(person, QUESTION)
    async with running(telegram, data_dir):
        await person.presses("前後文")
        context = await person.hears()
    assert RESOLUTION in context.text
    assert "提案二" in context.text
    assert telegram.rejected == []


async def test_the_next_result_takes_the_place_of_the_first(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        first = await ask(person, QUESTION)
        await person.presses("下一筆")
        second = await person.hears()
    assert second.edited
    assert second.id == first.id
    assert second.text != first.text


async def test_a_button_answered_too_late_still_shows_its_card(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    """After an outage the presses of before come in, and Telegram takes no answer to them."""
    async with running(telegram, data_dir):
        card = await ask(person, QUESTION)
        data = next(b["callback_data"] for b in card.buttons if b["text"].startswith("前後文"))
        pressing = asyncio.create_task(person.presses_data(data, person.messages[card.id]))
        await asyncio.sleep(0)
        telegram.clock.advance(16)
        assert RESOLUTION in (await person.hears()).text
        pressing.cancel()
    assert [call.method for call in telegram.rejected] == ["answerCallbackQuery"]


async def test_a_deleted_message_does_no_harm(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, QUESTION)
        message = person.messages.pop(card.id)
        next_one = next(b for b in card.buttons if b["text"].startswith("下一筆"))
        await person.presses_data(next_one["callback_data"], message)
        assert RESOLUTION in (await ask_again(person)).text
    assert {call.method for call in telegram.rejected} <= {"editMessageText"}


# --- groups, channels, edits ----------------------------------------------------------------


async def test_in_a_group_only_commands_mentions_and_replies_are_answered(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    group = telegram.group(title="基北北桃")
    async with running(telegram, data_dir):
        for ignored in (
            QUESTION,
            "@someone_else 月票",
            "/help@other_bot",
            "@minutes_test_botany 月票",
        ):
            await person.says(ignored, to=group)
        mention = await person.says(f"@{telegram.username} {QUESTION}", to=group)
        answer = await group.hears()
        reply = await person.says("第二次市長會議在哪裡開", to=group, reply_to=answer.id)
        place = await group.hears()
        await person.says(f"/meetings@{telegram.username}", to=group)
        meetings = await group.hears()
    assert answer.raw["reply_to_message"]["message_id"] == mention["message_id"]
    assert RESOLUTION in answer.text
    assert place.raw["reply_to_message"]["message_id"] == reply["message_id"]
    assert "113年3月15日" in meetings.text
    assert group.unheard == person.unheard == 0
    assert telegram.rejected == []


async def test_the_answer_goes_to_the_topic_of_the_question(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    group = telegram.group(is_forum=True)
    topic = group.topic("交通")
    async with running(telegram, data_dir):
        await person.says(f"@{telegram.username} {QUESTION}", to=group, thread=topic)
        in_topic = await group.hears()
        await person.says(f"@{telegram.username} {QUESTION}", to=group)
        in_general = await group.hears()
    assert in_topic.raw["message_thread_id"] == topic
    assert "message_thread_id" not in in_general.raw
    assert telegram.rejected == []


async def test_buttons_work_in_a_group(telegram: Standin, person: Person, data_dir: Path) -> None:
    group = telegram.group(is_forum=True)
    topic = group.topic("交通")
    async with running(telegram, data_dir):
        await person.says(f"@{telegram.username} {QUESTION}", to=group, thread=topic)
        await group.hears()
        await telegram.person(8).presses("前後文", to=group)
        context = await group.hears()
    assert context.raw["message_thread_id"] == topic
    assert telegram.rejected == []


async def test_edited_messages_and_channel_posts_are_ignored(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    """Even those from before the bot said which updates it wants."""
    channel = telegram.channel()
    channel.posts(QUESTION)
    channel.posts("/help")
    message = await person.says("/meetings")
    await person.edits(message, QUESTION)
    await person.edits(message, "/help")
    async with running(telegram, data_dir):
        assert "113年3月15日" in (await person.hears()).text
        assert RESOLUTION in (await ask(person, QUESTION)).text
    assert person.unheard == channel.unheard == 0
    assert telegram.rejected == []


async def test_only_the_updates_that_are_used_are_asked_for(
    telegram: Standin, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await telegram.updates.polled()
    wanted = {"message", "callback_query", "inline_query", "my_chat_member"}
    polls = telegram.called("getUpdates")
    assert all(set(poll["allowed_updates"]) == wanted for poll in polls)


# --- bad updates, bad lines -----------------------------------------------------------------

POISON: list[dict[str, Any]] = [
    {"message": {"message_id": 5}},
    {"message": {"message_id": 5, "date": "yesterday", "chat": {"id": 7}}},
    {"message": None},
    {"message": []},
    {"callback_query": {"id": "1"}},
    {"a_kind_of_tomorrow": {"x": 1}},
    {},
]


async def test_a_poisoned_update_is_set_aside(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    await person.says("/help")
    for body in POISON:
        telegram.push(body)
    await person.says(QUESTION)
    async with running(telegram, data_dir):
        assert "/meetings" in (await person.hears()).text
        assert RESOLUTION in (await person.hears()).text
        await telegram.updates.polled()
    assert telegram.updates.unconfirmed == []
    assert telegram.rejected == []


async def test_the_offset_only_confirms_what_came(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    """An update that comes in while the bot is down is answered when it is back."""
    async with running(telegram, data_dir):
        await ask(person, "/help")
    await person.says(QUESTION)
    async with running(telegram, data_dir):
        assert RESOLUTION in (await person.hears()).text
        await telegram.updates.polled()
    assert telegram.updates.unconfirmed == []
    assert person.unheard == 0


async def test_one_who_has_blocked_the_bot_does_not_stop_it(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    other = telegram.person(8)
    await other.says(QUESTION)
    other.blocks()
    async with running(telegram, data_dir):
        assert RESOLUTION in (await ask(person, QUESTION)).text
    assert {str(call.refused) for call in telegram.rejected} <= {
        "Forbidden: bot was blocked by the user"
    }


@pytest.fixture
def bare_logging(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test set logging up for itself; all is as before when it ends."""
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)


@pytest.mark.usefixtures("bare_logging")
@pytest.mark.parametrize("level", [logging.INFO, logging.DEBUG])
async def test_neither_the_token_nor_a_question_is_logged(
    telegram: Standin,
    person: Person,
    data_dir: Path,
    capsys: pytest.CaptureFixture[str],
    level: int,
) -> None:
    logs.set_up(telegram.token, level)
    telegram.push(POISON[0])
    telegram.faults.resets("sendMessage")
    async with running(telegram, data_dir):
        await person.says(QUESTION)
        assert RESOLUTION in (await ask_again(person)).text
        await person.presses("前後文")
        await person.hears()
    logged = capsys.readouterr().err
    assert logged
    assert telegram.token.partition(":")[2] not in logged
    assert QUESTION not in logged


@pytest.fixture
def talkative() -> Iterator[None]:
    """Let every library log all that it can."""
    loggers = [logging.getLogger(name) for name in ("telegram", "aiohttp", "asyncio", "filelock")]
    before = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)


@pytest.mark.usefixtures("bare_logging", "talkative")
async def test_the_token_is_blotted_out_of_what_libraries_log(
    telegram: Standin, person: Person, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up(telegram.token, logging.DEBUG)
    for name in ("telegram", "aiohttp", "asyncio", "filelock"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    telegram.faults.resets("sendMessage")
    async with running(telegram, data_dir):
        assert RESOLUTION in (await ask(person, QUESTION)).text
    logged = capsys.readouterr().err
    assert "sendMessage" in logged, "the libraries do talk"
    assert telegram.token.partition(":")[2] not in logged
