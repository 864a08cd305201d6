"""What became of a topic, end to end: asked for or pressed, as text and as a picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from bot import terminal
from bot.config import Config
from tests.bot.running import QUESTION, RESOLUTION, ask, running
from tests.standin.people import Heard, Person
from tests.standin.server import Standin


async def press(person: Person, label: str) -> Heard:
    await person.presses(label)
    return await person.hears()


def picture(telegram: Standin, sent: Heard) -> Image.Image:
    file = telegram.world.files[sent.raw["photo"][-1]["file_id"]]
    return Image.open(io.BytesIO(file.data))


async def test_a_topic_is_told_over_time_and_each_passage_is_a_tap_away(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, "關稅 歷程")
        entry = await press(person, "2")
        back = await press(person, "回到歷程")
    days = [line for line in card.parts("bold") if line.startswith("114年")]
    assert days == ["114年4月9日（三）2025-04-09", "114年7月23日（三）2025-07-23"]
    assert "侯友宜市長發言，不是會議決議" in entry.text
    assert "我們已預先布局" in entry.text
    assert back.text == card.text
    assert telegram.rejected == []


async def test_an_answer_leads_to_its_history_and_back(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        answer = await ask(person, QUESTION)
        history = await press(person, "看歷程")
        back = await press(person, "回到答案")
    assert history.edited
    assert "「月票」歷程" in history.text
    assert "之後 3 次會議都沒有提到" in history.text
    assert back.text == answer.text


@pytest.mark.parametrize("topic", ["關稅", "捷運"])
async def test_a_history_comes_as_a_picture_with_its_words(
    telegram: Standin, person: Person, data_dir: Path, topic: str
) -> None:
    async with running(telegram, data_dir):
        await ask(person, f"{topic}的來龍去脈")
        sent = await press(person, "看時間軸圖")
        back = await press(person, "回到歷程")
    assert picture(telegram, sent).format == "PNG"
    assert f"「{topic}」歷程" in sent.text
    assert "114年7月23日" in sent.text
    assert "不是會議決議" in sent.text
    assert not back.edited
    assert telegram.rejected == []


async def test_a_picture_goes_to_the_topic_where_it_was_asked_for(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    group = telegram.group(is_forum=True)
    thread = group.topic("交通")
    async with running(telegram, data_dir):
        await person.says(f"@{telegram.username} 月票 歷程", to=group, thread=thread)
        await group.hears()
        await person.presses("看時間軸圖", to=group)
        sent = await group.hears()
    assert sent.raw["message_thread_id"] == thread
    assert telegram.rejected == []


async def test_the_mayors_stand_side_by_side(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, "四位市長對捷運各說了什麼")
        nobody = await ask(person, "四位市長對月票怎麼說")
        await person.presses("1")
        await person.hears()
        back = await press(person, "回到各市長發言")
    assert card.text.count("收錄的發言沒有提到。") == 2
    assert "桃園市政府張善政市長" in card.parts("bold")
    assert nobody.text.startswith("收錄的市長發言都沒有提到「月票」。")
    assert RESOLUTION in nobody.text
    assert back.text == nobody.text


async def test_from_a_remark_one_tap_leads_to_what_the_others_said(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await ask(person, "侯友宜對捷運說了什麼")
        card = await press(person, "各市長怎麼說")
    assert "謝國樑市長發言" in card.text


async def test_what_was_promised_is_listed_from_the_decisions_and_by_words(
    telegram: Standin, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir):
        await ask(person, "/resolutions")
        pressed = await press(person, "待提報")
        asked = await ask(person, "下次會議要提報什麼還沒報")
    assert pressed.text == asked.text
    assert "待提報，共 2 項" in asked.parts("bold")
    assert asked.text.count("之後還沒有收錄副市長層級會議的紀錄。") == 2


@pytest.mark.parametrize("data", ["t:aaaaaaaa", "t:aaaaaaaa:3", "tp:aaaaaaaa:0", "o:aaaaaaaa"])
async def test_a_history_that_is_no_longer_known_is_said_to_be_so(
    telegram: Standin, person: Person, data_dir: Path, data: str
) -> None:
    async with running(telegram, data_dir):
        card = await ask(person, QUESTION)
        answered = await person.presses_data(data, person.messages[card.id])
    assert answered["text"] == "紀錄裡找不到這個主題的歷程。"
    assert person.unheard == 0


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/statement 策略 6", "6. 利息補貼及延稅申請"),
        ("/statement 勞動 2", "2. 指定受影響勞工適用就業服務法"),
        ("/statement 財政 3", "3. 臺灣各界應不分朝野"),
        ("/statement 產業 2", "2. 呼籲中央加速談判"),
        ("/statement 挑戰 3", "3. 地方政府迎難而上"),
        ("聲明 策略 6", "6. 利息補貼及延稅申請"),
        ("/statement 策略 9", "紀錄中沒有找到這個問題的答案。"),
        ("/meeting 113年3月15日", "台北晶華酒店"),
        ("/meeting 第2次", "台北晶華酒店"),
        ("/meeting 關稅那場", "台北生技園區"),
        ("/meeting 114年", "符合的會議有 2 次"),
    ],
)
async def test_points_and_meetings_are_named_in_words(
    telegram: Standin, person: Person, data_dir: Path, command: str, words: str
) -> None:
    async with running(telegram, data_dir):
        assert words in (await ask(person, command)).text


async def test_the_terminal_shows_a_history_and_says_where_its_picture_is(
    data_dir: Path, tmp_path: Path
) -> None:
    shown = io.StringIO()
    config = Config(token="", data_dir=data_dir)
    await terminal.chat(config, io.StringIO("月票 歷程\n2\n"), shown)
    saved = data_dir / "downloads" / "月票-歷程.png"
    assert "1. 未定案，持續討論\n> 一、 交通組：生活圈月票之財源" in shown.getvalue()
    assert f"檔案已存成 {saved}" in shown.getvalue()
    assert saved.read_bytes().startswith(b"\x89PNG")
