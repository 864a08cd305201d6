"""What a person takes along: a citation, the published file, a link that stays."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from knowledge.engine import Engine
from tests.bot.running import QUESTION, RESOLUTION, TODAY, ask, running
from tests.standin.people import Heard, Person
from tests.standin.server import Standin

MINUTES = Path(__file__).parents[2] / "knowledge" / "minutes"
ADMIN = 7
NEW = """\
基北北桃合作交流平臺第 4 次市長層級會議紀錄
壹、時間：115 年 3 月 5 日（星期四）下午 2 時 0 分
貳、地點：桃園市政府 12 樓會議室
參、主席：桃園市政府 張善政市長
肆、提案討論
提案一：公共自行車跨市租還，提請討論。
決議：照案通過。
""".encode("cp950")


def copied(card: Heard) -> str:
    (text,) = (one["copy_text"]["text"] for one in card.buttons if "copy_text" in one)
    return str(text)


async def test_an_answer_can_be_copied_with_its_source(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, QUESTION)
    assert copied(card).startswith("「一、 交通組：生活圈月票之財源")
    assert copied(card).endswith(
        "持續討論。」（基北北桃合作交流平臺會議紀錄，112年2月11日，陸、提案二、決議、一）"
    )


async def test_the_whole_citation_comes_as_a_message_whose_link_opens_the_entry(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await ask(person, QUESTION)
        await person.presses("完整引用")
        citation = await person.hears()
        link = citation.text.splitlines()[-1]
        opened = await ask(person, f"/start {link.partition('?start=')[2]}")
    assert not citation.edited
    assert RESOLUTION in opened.text
    assert link in [one["url"] for one in opened.raw["entities"] if "url" in one]


async def test_a_file_that_an_admin_published_comes_back_as_it_was(
    telegram: Standin, data_dir: Path
) -> None:
    """Byte by byte, under its Chinese name."""
    admin, reader = telegram.person(ADMIN, language_code="zh"), telegram.person(8)
    async with running(telegram, data_dir, admins=(ADMIN,)):
        await admin.sends_document("第4次會議.txt", NEW)
        await admin.hears()
        await admin.presses("發布")
        await admin.hears()
        await ask(reader, "/meeting 2026-03-05")
        await reader.presses("原始檔案")
        sent = await reader.hears()
        document = sent.raw["document"]
        await reader.presses("這次會議")
        back = await reader.hears()
    assert document["file_name"] == "第4次會議.txt"
    assert telegram.world.files[document["file_id"]].data == NEW
    assert "115年3月5日" in sent.text
    assert not back.edited
    assert telegram.rejected == []


async def test_a_file_is_sent_to_the_topic_where_it_was_asked_for(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    group = telegram.group(is_forum=True)
    topic = group.topic("資料")
    async with running(telegram, data_dir):
        await person.says("/meeting 2024-03-15", to=group, thread=topic)
        await group.hears()
        await person.presses("原始檔案", to=group)
        sent = await group.hears()
    name = "2024-03-15-mayors-2.txt"
    file = telegram.world.files[sent.raw["document"]["file_id"]]
    assert (sent.raw["message_thread_id"], file.name) == (topic, name)
    assert file.data == (MINUTES / name).read_bytes()


async def test_what_was_retracted_since_is_said_to_be_gone(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, "/meeting 2024-03-15")
    retract("2024-03-15", data_dir)
    async with running(telegram, data_dir):
        for one in card.buttons:
            if one["callback_data"] != "ms":
                assert (await person.presses_data(one["callback_data"], card.raw))["text"]
        assert "2024-03-15" not in (await ask(person, "/start m_2024-03-15")).text
    assert person.unheard == 0
    assert telegram.rejected == []


def retract(meeting_id: str, data_dir: Path) -> None:
    engine = Engine(data_dir, lambda: TODAY, lambda: datetime(2025, 12, 1, tzinfo=UTC))
    engine.retract(meeting_id)
    engine.close()
