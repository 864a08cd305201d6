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


@pytest.mark.parametrize("heading", ["貳、鎮長施政報告", "貳、鎮長報告", "貳、鎮長施政總報告"])
def test_who_greets_all_gives_an_address(heading: str) -> None:
    body = f"{heading}\n主席、各位代表女士先生：本所完成復建三十件。\n財政方面，執行率八成。\n參、散會\n"
    (meeting,) = parse(f"{HEAD}列席人員　鎮長彭錦富　主任秘書羅靜宜\n{body}").meetings
    found = [(e.kind, e.speaker) for e in meeting.entries if "方面" in e.text or "各位" in e.text]
    assert {kind for kind, _ in found} == {Kind.SPEECH}
    if "施政" in heading:
        assert {name for _, name in found} == {"彭錦富"}


def test_a_report_that_greets_nobody_stays_one() -> None:
    assert (
        told("貳、鎮長施政報告\n一、本所完成復建三十件。\n二、執行率八成。\n")
        == [(Kind.REPORT, "貳、鎮長施政報告")] * 2
    )


@pytest.mark.parametrize(
    "close", ["今天會議到此結束，謝謝大家。", "本次會議到此結束。", "會議就到這裡結束，感謝各位。"]
)
def test_what_closes_the_meeting_is_no_part_of_its_last_point(close: str) -> None:
    found = entries(f"五、主席結論\n（一）請補充資料。\n（二）本案不予定案。\n\n{close}\n")
    assert [e.text for e in found if e.kind is Kind.CONCLUSION][-1] == "（二）本案不予定案。"


def test_a_framed_office_with_its_head_begins_what_it_reports() -> None:
    found = entries(
        "◎ 各課室工作報告\n【清潔隊】（隊長 全德明）\n1. 垃圾量四百公噸。\n裁示：請改提計畫。\n\n"
        "【主計室】（主任 秦玉珊）\n執行率七成。\n裁示：洽悉。\n"
    )
    assert [(e.kind, e.text) for e in found if e.kind is Kind.RESOLUTION] == [
        (Kind.RESOLUTION, "裁示：請改提計畫。"), (Kind.RESOLUTION, "裁示：洽悉。"),
    ]  # fmt: skip


def test_a_topic_that_is_counted_begins_a_report() -> None:
    found = entries(
        "參、專題報告\n專題一：共乘（報告單位：交通處）\n一、已試辦。\n主席裁示：\n一、請評估經費。\n\n"
        "專題二：考評（報告單位：交通處）\n一、總分八十七分。\n二、已改善。\n"
    )
    assert [e.text for e in found if "評估" in e.text] == ["一、請評估經費。"]
    assert {e.kind for e in found if "總分" in e.text or "已改" in e.text} == {Kind.REPORT}


def test_the_label_of_an_earlier_decision_begins_none() -> None:
    line = "一、前次「討論三」決議：﹁屋頂漏水由本會墊款﹂，業於五月竣工。"
    found = entries(f"乙、上次會議決議案執行情形\n{line}\n丙、散會\n")
    assert [(e.kind, e.text) for e in found if "墊款" in e.text] == [(Kind.REPORT, line)]
