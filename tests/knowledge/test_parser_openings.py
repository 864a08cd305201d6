"""Sections that neither a number nor a known label opens: by their words and what comes next."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse

HEAD = (
    "新莊路拓寬工程第一次公聽會會議紀錄\n時間：112年2月11日下午2時\n地點：區公所\n"
    "主持人：周處長柏翰\n紀錄：林怡君\n出席人員：詳簽到簿\n"
)


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def told(body: str) -> list[tuple[Kind, str]]:
    return [(e.kind, e.path[0]) for e in entries(body)]


@pytest.mark.parametrize("heading", ["民眾意見及回應", "陳述意見及回應：", "【民眾意見及回應】"])
def test_what_people_say_follows_a_heading_without_a_number(heading: str) -> None:
    found = entries(
        f"興辦事業概況說明\n一、道路拓寬為20公尺。\n二、拆遷建物41棟。\n{heading}\n"
        "一、王村雄先生：\n樑柱會不會危險？\n二、蘇陳玉蘭女士：\n補償照市價嗎？\n"
    )
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.REPORT, None), (Kind.REPORT, None),
        (Kind.SPEECH, "王村雄"), (Kind.SPEECH, "蘇陳玉蘭"),
    ]  # fmt: skip


def test_whose_items_come_next_opens_a_section_of_its_own() -> None:
    found = told(
        "報告事項\n一、秘書報告。\n公所提案\n第1號\n案由：停車場案。\n議決：照案通過。\n"
        "代表提案\n第1號\n案由：路燈案。\n議決：保留。\n"
    )
    assert found == [
        (Kind.REPORT, "報告事項"),
        (Kind.PROPOSAL, "公所提案"), (Kind.RESOLUTION, "公所提案"),
        (Kind.PROPOSAL, "代表提案"), (Kind.RESOLUTION, "代表提案"),
    ]  # fmt: skip


def test_below_a_numbered_section_it_is_a_heading_within() -> None:
    found = told("壹、討論事項\n公所提案\n第1號\n案由：停車場案。\n議決：照案通過。\n")
    assert {path for _, path in found} == {"壹、討論事項"}


def test_an_item_that_awaits_its_decision_goes_on() -> None:
    found = told(
        "提案一：拓寬案。\n說明：已編列。\n民眾意見\n一、王村雄先生：太窄。\n決議：通過。\n"
    )
    assert {path for _, path in found} == {"提案一"}


def test_a_converter_s_heading_needs_no_number() -> None:
    found = told("## 主持人說明\n今天先談範圍。\n## 工程簡報\n整治1,860公尺。\n")
    assert found == [(Kind.SPEECH, "主持人說明"), (Kind.REPORT, "工程簡報")]


def test_a_title_behind_an_opening_bracket_is_read() -> None:
    text = "(\n第 418 次處務會報紀錄\n時間：108年1月28日\n地點：本處會議室\n主席：周處長明德\n"
    assert parse(text).meetings[0].head.date.isoformat() == "2019-01-28"
