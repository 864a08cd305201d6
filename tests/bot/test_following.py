"""/follow, the button under every answer, /following, and the notice that publishing writes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from handlers.markup import Card, plain_text
from handlers.notices import notice_card
from knowledge.service import Knowledge
from tests.bot.running import NIGHT, QUESTION, ask, running
from tests.standin.people import Heard, Person
from tests.standin.server import Standin

MINUTES = (Path(__file__).parents[1] / "data" / "published" / "deputies-4.txt").read_bytes()
FOLLOW, NOTIFY = "追蹤主題", "有新紀錄提到時通知我"
ONCE = "到目前為止會通知 1 次，最近一次是112年2月11日。"


@pytest.fixture
def admin(telegram: Standin) -> Person:
    return telegram.person(11, language_code="zh-hant")


async def presses(person: Person, label: str, to: Any = None, on: int | None = None) -> Heard:
    await person.presses(label, on=on, to=to)
    heard: Heard = await (to or person).hears()
    return heard


async def follows(person: Person, words: str, pace: str = "立刻") -> Heard:
    await ask(person, f"/follow {words}")
    return await presses(person, pace)


async def publishes(admin: Person, data: bytes = MINUTES) -> Heard:
    await admin.sends_document("第4次.txt", data)
    preview = await admin.hears()
    await presses(admin, "發布")
    return preview


def rows(data_dir: Path, table: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(data_dir / "minutes.db")) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(f"select * from {table} order by number")]  # noqa: S608


async def noticed(data_dir: Path) -> Card:
    """The one notice in the outbox, as it would be sent."""
    (notice,) = rows(data_dir, "outbox")
    async with Knowledge.open(data_dir) as door:
        card = await notice_card(json.loads(notice["body"]), door)
    assert card
    return card


def _is_new(heard: Heard) -> bool:
    """A notice is a message of its own; what answers a button takes the place of its card."""
    return not heard.edited


async def test_a_follower_hears_of_new_minutes_that_use_another_word(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        offer = await ask(person, "/follow 月票")
        assert offer.text.startswith("追蹤「月票」")
        assert ONCE in offer.text
        assert "什麼時候告訴您？" in offer.text
        assert offer.labels == ["立刻", "每天上午 9 點", "每週一上午 9 點", "不用了"]
        followed = await presses(person, "立刻")
        assert followed.edited
        assert followed.text == "已開始追蹤「月票」，通知時間：立刻。"
        assert "發布並通知 1 位追蹤者" in (await publishes(admin)).labels
    (notice,) = rows(data_dir, "outbox")
    assert (notice["chat"], notice["thread"]) == (person.id, None)
    text = plain_text(await noticed(data_dir))
    assert text.startswith(
        "您追蹤的「月票」有新紀錄　基北北桃合作交流平臺第 4 次副市長層級會議"
        "　115年3月5日（四）2026-03-05\n"
    )
    assert "修正通過\n> 一、交通組：修正通過，請桃園市政府於下次會議提報。" in text
    assert telegram.rejected == []


async def test_minutes_that_do_not_speak_of_it_are_no_news(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await follows(person, "無人機")
        assert "發布" in (await publishes(admin)).labels
    assert rows(data_dir, "outbox") == []


@pytest.mark.parametrize(
    ("question", "label", "subject"),
    [
        (QUESTION, FOLLOW, "月票"),
        ("四市提出的六項策略有哪些", FOLLOW, "六項策略"),
        ("月票一張賣多少錢", NOTIFY, "月票"),
        ("高雄捷運有什麼結論", NOTIFY, "高雄、捷運"),
        ("交通組跟觀光文創組各有什麼結論", FOLLOW, "交通組、觀光文創組"),
    ],
)
async def test_every_answer_and_every_honest_no_can_be_followed(
    telegram: Standin, person: Person, data_dir: Path, question: str, label: str, subject: str
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, question)
        assert label in card.labels
        offer = await presses(person, label)
        assert not offer.edited, "the answer stays"
        assert offer.text.startswith(f"追蹤「{subject}」")
        assert f"「{subject}」" in (await presses(person, "每週一")).text
    assert [one["words"] for one in rows(data_dir, "subscriptions")] == [subject]
    assert telegram.rejected == []


async def test_small_talk_cannot_be_followed(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        assert {FOLLOW, NOTIFY}.isdisjoint((await ask(person, "謝謝")).labels)


async def test_a_resolution_is_followed_until_it_is_reported_on(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,), now=NIGHT):
        await ask(person, "請各議題小組依氣候變遷因應及調適共同議題的決議")
        offer = await presses(person, "追蹤這項決議的後續")
        assert "會追蹤到後續提報為止" in offer.text
        await presses(person, "立刻")
        await publishes(admin)
        assert "沒有追蹤任何項目" in (await ask(person, "/following")).text
    card = await noticed(data_dir)
    assert "成果報告，洽悉" in plain_text(card)
    assert plain_text(card).endswith("這項決議已有後續，追蹤到此結束。")
    assert not any(button.data.startswith("fs:") for row in card.buttons for button in row)


async def test_without_words_there_is_something_to_choose_from(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, "/follow")
        assert {"所有會議", "市長層級會議", "交通組", "基隆"} <= set(card.labels)
        offer = await presses(person, "交通組")
        assert offer.edited
        assert offer.text.startswith("追蹤「交通組」")
        assert "看不出「？？」" in (await ask(person, "/follow ？？")).text


async def test_declined_is_not_followed(telegram: Standin, person: Person, data_dir: Path) -> None:
    async with running(telegram, data_dir):
        await ask(person, "/follow 月票")
        assert "沒有追蹤" in (await presses(person, "不用了")).text
    assert rows(data_dir, "subscriptions") == []


async def test_each_is_paused_resumed_changed_and_ended(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await follows(person, "月票")
        await follows(person, "交通組", "每天")
        card = await ask(person, "/following")
        assert "追蹤中，共 2 項\n1. 月票　立刻\n2. 交通組　每天上午 9 點" in card.text
        assert (await presses(person, "1")).text == "月票　立刻"
        assert (await presses(person, "暫停")).text == "月票　立刻　暫停中"
        assert "要補看嗎" in (await presses(person, "恢復")).text
        assert (await presses(person, "從現在起")).text == "已恢復追蹤，從現在起通知。"
        await presses(person, "回到追蹤清單")
        await presses(person, "1")
        assert (await presses(person, "每週一")).text == "月票　每週一上午 9 點"
        on = await presses(person, "夜間與假日也通知")
        assert on.text == "月票　每週一上午 9 點　夜間與假日也通知"
        assert (await presses(person, "停止追蹤")).text == "已停止追蹤「月票」。"
        again = await presses(person, "重新追蹤")
        assert again.text.startswith("追蹤「月票」")
    assert [one["words"] for one in rows(data_dir, "subscriptions")] == ["交通組"]
    assert telegram.rejected == []


async def test_all_are_paused_resumed_and_ended(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await follows(person, "月票")
        await follows(person, "交通組")
        listing = (await ask(person, "/following")).raw["message_id"]
        assert (await presses(person, "全部暫停")).text.count("暫停中") == 2
        await publishes(admin)
        assert rows(data_dir, "outbox") == []
        await presses(person, "全部恢復")
        await person.presses("補看", on=listing)
        answer, notice = sorted([await person.hears(), await person.hears()], key=_is_new)
        assert "馬上送來" in answer.text
        assert notice.text.startswith("您追蹤的「月票」、「交通組」有新紀錄")
        await presses(person, "回到追蹤清單", on=listing)
        assert "確定要停止這裡全部 2 項" in (await presses(person, "全部停止", on=listing)).text
        assert (await presses(person, "全部停止", on=listing)).text == "已停止全部追蹤。"
    assert rows(data_dir, "subscriptions") == []
    assert telegram.rejected == []


async def test_a_notice_ends_its_subscription_and_shows_the_whole_answer(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await follows(person, "月票")
        (one,) = rows(data_dir, "subscriptions")
        message = person.messages[max(person.messages)]
        await person.presses_data(f"fw:{one['key']}", message)
        assert "生活圈月票" in (await person.hears()).text
        await person.presses_data(f"fs:{one['key']}", message)
        ended = await person.hears()
        assert not ended.edited, "the notice stays"
        assert ended.text == "已停止追蹤「月票」。"
        assert "不在了" in (await person.presses_data(f"fs:{one['key']}", message))["text"]


async def test_in_a_group_an_admin_decides_and_the_topic_is_told(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    group = telegram.group(is_forum=True)
    topic = group.topic("交通")
    group.owned_by(admin)
    async with running(telegram, data_dir, admins=(admin.id,)):
        await person.says(f"/follow@{telegram.username} 月票", to=group, thread=topic)
        assert "只有群組的管理員" in (await group.hears()).text
        await admin.says(f"/follow@{telegram.username} 月票", to=group, thread=topic)
        offer = await group.hears()
        assert offer.raw["message_thread_id"] == topic
        refused = await person.presses("立刻", to=group)
        assert "只有群組的管理員" in refused["text"]
        await presses(admin, "立刻", to=group)
        await publishes(admin)
    (notice,) = rows(data_dir, "outbox")
    assert (notice["chat"], notice["thread"]) == (group.id, topic)
    assert telegram.rejected == []


async def test_an_anonymous_admin_of_the_group_decides_too(
    telegram: Standin, data_dir: Path
) -> None:
    group = telegram.group()
    everybody = telegram.person(1087968824, is_bot=True, first_name="Group")
    text = f"/follow@{telegram.username} 月票"
    command = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
    said = {"from": everybody.user, "text": text, "entities": [command]}
    async with running(telegram, data_dir):
        telegram.push({"message": group.add({**said, "sender_chat": group.json})})
        assert (await group.hears()).text.startswith("追蹤「月票」")
        other = telegram.channel()
        telegram.push({"message": group.add({**said, "sender_chat": other.json})})
        assert "只有群組的管理員" in (await group.hears()).text


async def test_what_blocking_ended_comes_back_with_start(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await follows(person, "月票")
    async with Knowledge.open(data_dir) as door:
        await door.following.end_chat(person.id, "bot was blocked by the user")
    async with running(telegram, data_dir):
        assert "沒有追蹤任何項目" in (await ask(person, "/following")).text
        await ask(person, "/start")
        assert (await person.hears()).text == "先前的 1 項追蹤已恢復。"
        assert "1. 月票" in (await ask(person, "/following")).text


async def test_who_blocks_the_bot_is_told_nothing_and_hears_of_it_when_back(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await follows(person, "月票")
        person.blocks()
        assert "發布" in (await publishes(admin)).labels, "there is nobody to tell"
        person.unblocks()
        assert (await person.hears()).text == "先前的 1 項追蹤已恢復。"
        assert "1. 月票" in (await ask(person, "/following")).text
    assert rows(data_dir, "outbox") == []


async def test_a_group_that_removes_the_bot_follows_no_longer(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    group = telegram.group()
    group.owned_by(admin)
    async with running(telegram, data_dir):
        await admin.says(f"/follow@{telegram.username} 月票", to=group)
        await group.hears()
        await presses(admin, "立刻", to=group)
        group.kicks(admin)
        await ask(admin, "您好")
    assert [one["ended"] for one in rows(data_dir, "subscriptions")] == ["kicked"]


async def test_a_group_that_becomes_a_supergroup_follows_on(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    group = telegram.small_group()
    group.owned_by(admin)
    async with running(telegram, data_dir):
        await admin.says(f"/follow@{telegram.username} 月票", to=group)
        await group.hears()
        await presses(admin, "立刻", to=group)
        new = group.migrates(-1005)
        await admin.says(f"/following@{telegram.username}", to=new)
        assert "1. 月票" in (await new.hears()).text


async def test_english_is_spoken_to_who_reads_it(telegram: Standin, data_dir: Path) -> None:
    person = telegram.person(12, language_code="en")
    async with running(telegram, data_dir):
        assert (await ask(person, "/follow 月票")).text.startswith("Follow “月票”")
        assert (await presses(person, "at once")).text.startswith("Now following “月票”")
    assert [one["language"] for one in rows(data_dir, "subscriptions")] == ["en"]
