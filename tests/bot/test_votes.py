"""有幫助, 沒幫助: one vote on an answer, counted for its entry, and nothing of who gave it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.bot.running import QUESTION, RESOLUTION, ask, running
from tests.standin.people import Person
from tests.standin.server import Standin

HELPFUL, UNHELPFUL, LEAVE = "有幫助", "沒幫助", "把這個問題留給管理者"
VOTES = {HELPFUL, UNHELPFUL}


def counted(data_dir: Path) -> list[tuple[int, int]]:
    with sqlite3.connect(data_dir / "minutes.db") as db:
        return db.execute("select helpful, unhelpful from feedback").fetchall()


def unanswered(data_dir: Path) -> list[str]:
    with sqlite3.connect(data_dir / "minutes.db") as db:
        return [text for (text,) in db.execute("select text from unanswered")]


async def test_a_vote_is_thanked_for_counted_and_taken_off_the_card(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, QUESTION)
        answer = await person.presses(HELPFUL)
        after = await person.hears()
    assert "謝謝" in answer["text"]
    assert after.text == card.text
    assert set(card.labels) - set(after.labels) == VOTES
    assert counted(data_dir) == [(1, 0)]
    assert telegram.rejected == []


async def test_a_second_tap_counts_nothing(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    """Two taps before the buttons are gone, and an old keyboard pressed afterwards."""
    async with running(telegram, data_dir):
        card = await ask(person, QUESTION)
        data = next(b["callback_data"] for b in card.buttons if b["text"] == HELPFUL)
        as_shown = dict(card.raw)
        for _ in range(2):
            await person.presses_data(data, as_shown)
    async with running(telegram, data_dir):
        await person.presses_data(data, person.messages[card.id])
    assert counted(data_dir) == [(1, 0)]


async def test_browsing_does_not_bring_the_votes_back(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await ask(person, QUESTION)
        await person.presses("下一筆")
        assert set((await person.hears()).labels) >= VOTES
        await person.presses(UNHELPFUL)
        await person.hears()
        await person.presses("下一筆")
        assert not VOTES & set((await person.hears()).labels)
        await person.presses("前後文")
        await person.hears()
        await person.presses("回到答案")
        assert not VOTES & set((await person.hears()).labels)


async def test_who_was_not_helped_may_leave_the_question(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await ask(person, QUESTION)
        await person.presses(UNHELPFUL)
        assert LEAVE in (await person.hears()).labels
        assert "留下" in (await person.presses(LEAVE))["text"]
        assert LEAVE not in (await person.hears()).labels
    assert counted(data_dir) == [(0, 1)]
    assert unanswered(data_dir) == [QUESTION]
    assert telegram.rejected == []


async def test_nothing_is_kept_of_who_voted(telegram: Standin, data_dir: Path) -> None:
    somebody = telegram.person(987654321)
    async with running(telegram, data_dir):
        await ask(somebody, QUESTION)
        await somebody.presses(HELPFUL)
        await somebody.hears()
    with sqlite3.connect(data_dir / "minutes.db") as db:
        columns = [name for (_, name, *_) in db.execute("pragma table_info(feedback)")]
        kept = db.execute("select entry_id from feedback").fetchall()
    assert columns == ["entry_id", "helpful", "unhelpful"]
    assert "987654321" not in str(kept)


async def test_a_no_has_nothing_to_vote_on(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        assert not VOTES & set((await ask(person, "月票一張賣多少錢")).labels)
        assert RESOLUTION in (await ask(person, QUESTION)).text
