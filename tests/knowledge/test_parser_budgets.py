"""Budgets line by line, topics for discussion, tables that are a section, who goes on presiding."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def test_each_line_of_a_budget_is_decided_by_itself() -> None:
    lines = (
        "第2款第1項　民政局主管　原列6億元，照列。",
        "第5款第2項　教育局主管「智慧教室」　原列1億元，刪減2,000萬元，其餘照列。",
        "第9款第3項　觀光局主管　原列4,800萬元，全數保留，送院會處理。",
    )
    found = entries("參、討論事項\n第一案：審查總預算案。\n審查結果：\n" + "\n".join(lines) + "\n")
    assert [(e.kind, e.text) for e in found[1:]] == [(Kind.RESOLUTION, line) for line in lines]
    assert found[1].outcome is Outcome.APPROVED


def test_a_sum_of_a_budget_line_within_a_sentence_is_no_mark() -> None:
    line = "說明：所需經費由第2款第1項下支應。"
    assert entries(f"參、討論事項\n第一案：增列經費案。\n{line}\n")[-1].text == line


@pytest.mark.parametrize(
    "point", ["結論：請即辦理。", "結論：(一)列為優先。\n(二)優先配置第三區。"]
)
def test_topics_for_discussion_are_items(point: str) -> None:
    found = entries(
        f"9、討論題綱：\n題綱一：水門更新。\n說明：經費八百萬元。\n{point}\n題綱二：津貼調整。\n"
        "說明：每日三百元。\n結論：照案通過。\n"
    )
    assert [e.path[1] for e in found if e.kind is Kind.PROPOSAL] == ["題綱一", "題綱二"]
    assert {e.kind for e in found} == {Kind.PROPOSAL, Kind.EXPLANATION, Kind.RESOLUTION}


def test_a_topic_begins_a_line_of_its_own_in_a_text_that_margins_broke() -> None:
    found = entries(
        "9、討論題綱：\n題綱一：水門更新及抽水機調度,並檢討各區之抽水機配置,以及後續之維護管理經\n費。\n"
        "結論：(一)水門列為優先,請工務組於六月底前完成設計,並於七月底前辦理發包作業後立\n即開工。\n"
        "(二)抽水機優先配置第三區十二部,油料費由本處全額負擔,人員由工作站派遣並輪值\n守夜。\n"
        "題綱二：津貼調整。\n結論：照案通過。\n"
    )
    assert found[-2].text == "題綱二：津貼調整。"
    assert found[-3].text.startswith("(二)抽水機") and found[-3].text.endswith("守夜。")


def test_a_section_that_is_nothing_but_a_table_reports() -> None:
    found = entries(
        "7、各區輪灌期程：\n區別   面積(公頃)   輪灌方式   開始日期\n"
        "第1區   3,950   供4停2   3月10日\n第2區   3,210   供4停3   3月12日\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT, Kind.REPORT]


@pytest.mark.parametrize(
    "line",
    [
        "主席：郝市長思齊、白副召集人芷瑄（郝市長15:20離席後由白副召集人接續主持）",
        "主席：郝市長思齊（15:20離席後由白副召集人芷瑄接續主持）",
    ],
)
def test_who_goes_on_when_the_chair_leaves_presided_too(line: str) -> None:
    text = HEAD.replace("主席：周市長柏翰", line) + "壹、主席致詞\n各位早安，謝謝各位出席。\n"
    meeting = parse(text).meetings[0]
    assert [(c.name, c.title) for c in meeting.head.chairs] == [
        ("郝思齊", "市長"),
        ("白芷瑄", "副召集人"),
    ]
    assert meeting.entries[-1].speaker == "郝思齊"


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("一、空調汰換工程將於十二月八日開工。", Kind.REPORT),
        ("一、感謝各組同仁協助空調汰換工程。", Kind.SPEECH),
    ],
)
def test_written_points_of_the_chair_report_and_thanks_are_spoken(first: str, kind: Kind) -> None:
    found = entries(f"甲、主席報告\n{first}\n二、九月辦理導覽38場，參加1,415人。\n乙、討論事項\n")
    assert [e.kind for e in found[:2]] == [kind, kind]


def test_a_report_that_nothing_counts_is_an_item_among_the_reports() -> None:
    found = entries(
        "三、報告事項\n報告案：暑假營運狀況（報告人：鄒副總經理文彬）\n1. 準點率99%。\n"
        "結論：請公告在各站。\n四、討論事項\n討論一：末班車案。\n結論：通過。\n"
    )
    assert [(e.kind, e.path[:2]) for e in found[:3]] == [
        (Kind.REPORT, ("三、報告事項", "報告案")),
        (Kind.REPORT, ("三、報告事項", "報告案")),
        (Kind.RESOLUTION, ("三、報告事項", "報告案")),
    ]
