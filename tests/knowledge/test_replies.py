"""Which speech a reply answers."""

from __future__ import annotations

from knowledge.model import Entry, Kind
from knowledge.replies import asked_before


def speech(text: str, *path: str) -> Entry:
    return Entry(Kind.SPEECH, ("二、質詢及答復", *path), (), text)


def test_an_official_answers_the_member_before() -> None:
    asked = speech("丁議員素卿：歲修延誤十七天，罰了廠商沒有？")
    reply = speech("石局長振邦：已依契約計罰三百四十萬元。")
    assert list(asked_before([asked, reply])) == ["", asked.text]


def test_a_reply_says_so_on_the_line_above() -> None:
    asked = speech("徵收一坪多少？", "■ 所有權人甯先生")
    replies = [speech("今天不能報價錢。", "地政處回應"), speech("會再說明。", "工務處回應")]
    assert list(asked_before([asked, *replies])) == ["", asked.text, asked.text]


def test_a_member_answers_nobody() -> None:
    members = [speech("曾議員雅雯：依據是什麼？"), speech("蕭議員永泰：逾期未繳有多少？")]
    assert list(asked_before(members)) == ["", ""]


def test_what_is_no_speech_ends_the_exchange() -> None:
    asked, reply = speech("丁議員素卿：罰了沒有？"), speech("石局長振邦：已計罰。")
    resolution = Entry(Kind.RESOLUTION, ("二、質詢及答復",), (), "決議：照案通過。")
    assert list(asked_before([asked, resolution, reply])) == ["", "", ""]
