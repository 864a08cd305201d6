"""@bot in any chat: what can be chosen, and what is sent there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bot.running import QUESTION, RESOLUTION, ask, running
from tests.standin.markup import parse
from tests.standin.people import Person
from tests.standin.server import Standin


def texts(answer: dict[str, Any]) -> list[str]:
    return [one["input_message_content"]["message_text"] for one in answer["results"]]


async def test_a_word_offers_passages_with_outcome_date_and_words(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        answer = await person.asks_inline("月票")
    first = answer["results"][0]
    assert first["title"] == "未定案，持續討論　112年2月11日"
    assert RESOLUTION in first["description"]
    assert telegram.rejected == []


async def test_what_is_sent_has_its_citation_and_a_link_to_the_passage(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        first = (await person.asks_inline("月票"))["results"][0]
        text, _ = parse(first["input_message_content"]["message_text"])
        assert "基北北桃合作交流平臺會議紀錄，112年2月11日，陸、提案二、決議、一" in text
        ((button,),) = first["reply_markup"]["inline_keyboard"]
        link, _, payload = button["url"].partition("?start=")
        assert link == f"https://t.me/{telegram.username}"
        assert RESOLUTION in (await ask(person, f"/start {payload}")).text


async def test_before_any_word_the_latest_meeting_is_offered(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        answer = await person.asks_inline(" ")
        meeting = answer["results"][0]
        ((button,),) = meeting["reply_markup"]["inline_keyboard"]
        opened = await ask(person, f"/start {button['url'].partition('?start=')[2]}")
    assert meeting["title"] == "基北北桃合作交流平臺第 3 次市長層級會議"
    assert "彭園基隆館" in meeting["description"]
    assert "彭園基隆館" in opened.text
    assert len(answer["results"]) > 1


async def test_pages_follow_each_other_until_the_last(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        offset, ids, pages = "", [], 0
        while offset or not pages:
            answer = await person.asks_inline("基北北桃", offset)
            ids += [one["id"] for one in answer["results"]]
            offset, pages = answer.get("next_offset", ""), pages + 1
            assert len(answer["results"]) <= 20
        assert pages > 1
        assert len(ids) == len(set(ids))
        assert (await person.asks_inline("基北北桃", "no number"))["results"][0]["id"] == ids[0]
        assert (await person.asks_inline("基北北桃", "99999"))["results"] == []


async def test_what_is_not_in_the_minutes_can_be_asked_by_one_tap(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        answer = await person.asks_inline("高雄捷運有什麼結論" + "，請問" * 40)
        assert answer["results"] == []
        opened = await ask(person, f"/start {answer['button']['start_parameter']}")
    assert "高雄" in opened.text
    assert telegram.rejected == []


async def test_what_is_offered_is_for_one_reader_and_not_for_long(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    """An English reader's words must not come up for a Chinese one who types the same."""
    reader = telegram.person(8, language_code="en")
    async with running(telegram, data_dir):
        answer, other = await person.asks_inline("月票"), await reader.asks_inline("月票")
    assert answer["is_personal"] is True
    assert 0 < answer["cache_time"] <= 60
    assert other["results"][0]["title"].startswith("Not settled")


async def test_fifty_queries_in_a_row_are_all_answered_within_the_rules(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    typed = [QUESTION[: 1 + n % len(QUESTION)] for n in range(25)]
    typed += ["<b>&\"'", "@bot", "?", "\u202e月票", "a" * 256, "關稅 & 捷運 <", "策略 6"] * 4
    async with running(telegram, data_dir):
        for text in typed[:50]:
            answer = await person.asks_inline(text)
            assert all(parse(one) for one in texts(answer))
            assert answer["results"] or answer["button"]
    assert telegram.rejected == []
