"""An admin hands over a document: nothing is visible before 發布, and all of it after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.running import ask, ask_again, running
from tests.standin.people import Heard, Person
from tests.standin.server import Standin

MINUTES = """\
基北北桃合作交流平臺第 4 次市長層級會議紀錄
壹、時間：115 年 3 月 5 日（星期四）下午 2 時 0 分
貳、地點：桃園市政府 12 樓會議室
參、主席：桃園市政府 張善政市長
肆、紀錄：桃園市政府研考會 林大文
伍、提案討論
提案一：公共自行車跨市租還，提請討論。
決議：照案通過。
陸、臨時動議：無。
柒、散會（下午 3 時 0 分）
"""
CORRECTED = MINUTES.replace("決議：照案通過。", "決議：修正通過，於下次會議提報。")
NAME = "第4次紀錄.txt"
QUESTION = "公共自行車跨市租還怎麼決議"


@pytest.fixture
def admin(telegram: Standin) -> Person:
    return telegram.person(11, language_code="zh-hant")


async def sends(
    admin: Person, text: str = MINUTES, name: str = NAME, encoding: str = "utf-8"
) -> Heard:
    await admin.sends_document(name, text.encode(encoding))
    return await admin.hears()


async def presses(person: Person, label: str) -> Heard:
    await person.presses(label)
    return await person.hears()


async def test_the_preview_shows_what_was_understood(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        card = await sends(admin)
    for words in (
        NAME,
        "新的會議",
        "基北北桃合作交流平臺第 4 次市長層級會議",
        "115年3月5日（四）2026-03-05　14:00–15:00",
        "地點：桃園市政府 12 樓會議室",
        "主席：桃園市政府張善政市長",
        "決議 1",
        "照案通過",
        "檔案開頭：",
    ):
        assert words in card.text
    assert card.labels[:2] == ["發布", "取消"]
    assert telegram.rejected == []


async def test_every_entry_of_a_draft_can_be_looked_at_beside_its_preview(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    others = "".join(f"提案{n}：自行車{n}，提請討論。\n" for n in "二三四五六七八九")
    many = MINUTES.replace("陸、", f"{others}陸、")
    async with running(telegram, data_dir, admins=(admin.id,)):
        preview = await sends(admin, many)
        page = await presses(admin, "逐項查看")
        assert "1. 會議名稱　基北北桃合作交流平臺第 4 次市長層級會議紀錄" in page.text
        later = await presses(admin, "下一頁")
        assert "散會　柒、散會（下午 3 時 0 分）" in later.text
        assert "會議名稱" not in later.text
    assert admin.messages[preview.raw["message_id"]]["reply_markup"] == preview.raw["reply_markup"]


async def test_users_find_it_only_after_it_is_published(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await sends(admin)
        assert "照案通過" not in (await ask(person, QUESTION)).text
        published = await presses(admin, "發布")
        assert published.edited
        assert published.text.startswith("已發布：")
        card = await ask(person, QUESTION)
    assert "照案通過" in card.text
    assert "2026-03-05" in card.text
    assert telegram.rejected == []


async def test_a_draft_survives_a_restart(telegram: Standin, admin: Person, data_dir: Path) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await sends(admin)
    async with running(telegram, data_dir, admins=(admin.id,)):
        assert "已發布" in (await presses(admin, "發布")).text


async def test_the_same_minutes_laid_out_otherwise_say_that_nothing_else_differs(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await sends(admin)
        await presses(admin, "發布")
        card = await sends(admin, MINUTES.replace("第 4 次", "第4次").replace("、", "、 "))
    assert "更正收錄的會議" in card.text
    assert "各段的文字都與收錄的相同" in card.text
    assert "處不同" not in card.text


async def test_a_cancelled_draft_is_gone(telegram: Standin, admin: Person, data_dir: Path) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        old = (await sends(admin)).raw
        assert "沒有發布" in (await presses(admin, "取消")).text
        publish = old["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        answer = await admin.presses_data(publish, old)
        assert "重新傳送" in answer["text"]
        assert "照案通過" not in (await ask(admin, QUESTION)).text


async def test_pressed_twice_it_is_published_once(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        old = (await sends(admin)).raw
        await presses(admin, "發布")
        publish = old["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        assert "已經發布" in (await admin.presses_data(publish, old))["text"]


async def test_a_correction_shows_its_differences_and_takes_the_old_place(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await sends(admin)
        await presses(admin, "發布")
        card = await sends(admin, CORRECTED)
        assert "更正收錄的會議" in card.text
        assert "原　決議：照案通過。" in card.text
        assert "改　決議：修正通過，於下次會議提報。" in card.text
        await presses(admin, "發布")
        assert "修正通過" in (await ask(admin, QUESTION)).text


async def test_the_same_document_again_has_nothing_to_publish(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await sends(admin)
        await presses(admin, "發布")
        card = await sends(admin)
    assert "與收錄的內容相同" in card.text
    assert card.labels == ["取消"]


async def test_an_admin_may_say_which_meeting_it_corrects(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    """A wrong day in the first version makes the corrected one look like another meeting."""
    async with running(telegram, data_dir, admins=(admin.id,)):
        await sends(admin)
        await presses(admin, "發布")
        card = await sends(admin, MINUTES.replace("3 月 5 日（星期四）", "3 月 6 日（星期五）"))
        assert "新的會議" in card.text
        card = await presses(admin, "這是 115年3月5日")
        assert "更正收錄的會議" in card.text
        assert "這是另一次會議" in card.labels
        await presses(admin, "發布")
        assert "115年3月6日" in (await ask(admin, QUESTION)).text
        await admin.says("/meetings")
        assert "收錄的會議，共 5 次" in (await admin.hears()).text


async def test_several_meetings_in_a_file_are_all_shown(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    other = MINUTES.replace("第 4 次", "第 5 次").replace("115 年", "116 年")
    async with running(telegram, data_dir, admins=(admin.id,)):
        card = await sends(admin, f"{MINUTES}\n{other}")
        assert "第 4 次" in card.text
        assert "第 5 次" in card.text
        assert "第 5 次" in (await presses(admin, "發布")).text
    assert telegram.rejected == []


async def test_an_older_encoding_is_read_and_another_one_is_a_button_away(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        card = await sends(admin, encoding="cp950")
        assert "第 4 次市長層級會議" in card.text
        assert "以 cp950 編碼讀取" in card.text
        refused = await admin.presses("改用 gb18030 讀取")
        assert "看不出這是會議紀錄" in refused["text"]
        assert "已發布" in (await presses(admin, "發布")).text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("紀錄.xlsx", b"PK", "這種檔案讀不了"),
        ("紀錄.txt", b"\n", "檔案是空的"),
        ("紀錄.pdf", b"%PDF-1.7 broken", "檔案已損壞"),
        ("散文.txt", "今天天氣很好。".encode(), "看不出這是會議紀錄"),
        ("../../紀錄.exe", b"MZ", "這種檔案讀不了"),
    ],
)
async def test_what_cannot_be_published_is_refused_with_a_reason(
    telegram: Standin, admin: Person, data_dir: Path, name: str, data: bytes, reason: str
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await admin.sends_document(name, data)
        card = await admin.hears()
    assert reason in card.text
    assert card.buttons == []
    assert telegram.rejected == []


async def test_a_file_larger_than_bots_may_get_is_not_asked_for(
    telegram: Standin, admin: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await admin.sends_document(NAME, b"x", size=30_000_000)
        assert "檔案超過上限" in (await admin.hears()).text
    assert telegram.called("getFile") == []


async def test_documents_of_others_are_not_even_fetched(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        assert "只看得懂文字" in (await sends(person)).text
    assert telegram.called("getFile") == []


async def test_a_button_of_a_draft_does_nothing_for_others(
    telegram: Standin, admin: Person, person: Person, data_dir: Path
) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        card = (await sends(admin)).raw
        publish = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await ask(person, "您好")
        forged = {**person.messages[max(person.messages)]}
        assert "只有管理者" in (await person.presses_data(publish, forged))["text"]
        assert "照案通過" not in (await ask(person, QUESTION)).text


async def test_a_caption_is_no_command(telegram: Standin, admin: Person, data_dir: Path) -> None:
    async with running(telegram, data_dir, admins=(admin.id,)):
        await admin.sends_document(NAME, MINUTES.encode(), caption="/meetings")
        assert "草稿" in (await admin.hears()).text
        await ask_again(admin)
    assert admin.unheard == 0
