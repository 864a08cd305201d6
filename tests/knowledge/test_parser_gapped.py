"""Where a gap stands for a colon, and where a table's title names its columns."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"
ITEM = "壹、討論事項\n第一案　夜間開放自修室，請討論。\n說　　明　考季自修室晚間九時即閉館。\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def said(line: str) -> Entry:
    """Return the last entry of an item below which *line* stands."""
    return entries(ITEM + line)[-1]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("高委員子淳　延長開放很好，但是公車九點半就沒有了。", "高子淳"),
        ("高委員子淳 延長開放很好，但是公車九點半就沒有了。", "高子淳"),
        ("許委員哲豪（書面意見）　保全人力請一併編列。", "許哲豪"),
        ("宋科長佳蓉回應　公車的部分會後洽交通局。", "宋佳蓉"),
    ],
)
def test_whoever_has_a_title_speaks_before_a_gap_as_before_a_colon(line: str, name: str) -> None:
    assert (said(line).kind, said(line).speaker) == (Kind.SPEECH, name)


@pytest.mark.parametrize(
    "line",
    [
        "林委員就第 2 案離席，不參與表決。",  # no name: a space about a figure
        "高委員子淳　許委員哲豪　均表示同意。",  # a list of people
        "文化局　另行籌措經費辦理，不再補助。",
    ],
)
def test_other_gaps_part_nobody_from_his_words(line: str) -> None:
    assert said(line).kind is not Kind.SPEECH


def test_an_office_behind_a_gap_proposes_the_item_above() -> None:
    [about] = [
        e for e in entries(ITEM + "提案單位　文化局\n決議　照案通過。") if e.kind is Kind.OTHER
    ]
    assert (about.path[-1], about.text) == ("提案單位", "提案單位　文化局")


@pytest.mark.parametrize(
    "table",
    [
        "工程期程表（項目 起日 迄日）\n便道 114/09/01 114/10/15\n堤身 115/03/01 115/12/20",
        "工作分工表（項目／主辦／期限）\n一　書目／文化局／6月\n二　巡迴／教育局／11月",
    ],
)
def test_a_tables_title_may_name_its_columns(table: str) -> None:
    found = entries("壹、" + table)
    assert [e.text for e in found] == table.split("\n")[1:]


def test_a_rows_end_that_the_margin_broke_off_is_no_row() -> None:
    table = "壹、期程表（項目 起日 主辦）\n便道 114/09/01 屏東縣政\n府\n堤身 115/03/01 工務處"
    assert [e.text for e in entries(table)] == [
        "便道 114/09/01 屏東縣政\n府",
        "堤身 115/03/01 工務處",
    ]


def test_those_present_decide_what_they_were_asked() -> None:
    poll = "■ 意見表決\n案：設置安置屋12間。\n結果：在場居民無異議通過。\n案：改名。\n結果：本案暫不決定。"
    assert [(e.kind, e.outcome) for e in entries(poll)] == [
        (Kind.PROPOSAL, None),
        (Kind.RESOLUTION, Outcome.APPROVED),
        (Kind.PROPOSAL, None),
        (Kind.RESOLUTION, Outcome.CONTINUED),
    ]


def test_a_finding_in_a_report_decides_nothing() -> None:
    found = entries("壹、報告事項\n一、水質檢驗。\n結果：全數合格，同意續用。")
    assert all(e.kind is Kind.REPORT for e in found)


def test_what_closes_a_section_of_reports_rules_on_all_of_them() -> None:
    last = entries(
        "壹、業務報告\n(一)事務組\n1.公務車汰換三輛。\n2.餐廳開標。\n以上業務報告，洽悉。"
    )[-1]
    assert (last.kind, last.outcome, last.path) == (
        Kind.RESOLUTION,
        Outcome.NOTED,
        ("壹、業務報告",),
    )


def test_numbers_without_a_sign_count_the_lines_of_a_head_and_its_sections() -> None:
    (meeting,) = parse(
        "教師會與教育部第十一次定期協商會議紀要\n\n1　會議時間　114年10月2日（週四）上午10時至12時40分\n"
        "2　會議地點　教育部216會議室\n3　共同主席　教育部 朱政務次長俊彰　全教會 侯理事長俊良\n"
        "4　紀　　錄　教育部人事處 吳專員孟潔\n5　出席人員　雙方協商代表各7人，如簽到表\n\n6　協商議題及結論\n"
        "6.1　導師費調整\n結論：先行調整。\n6.2　特教班額\n結論：未達共識。\n\n7　其他　下次會議訂於一月十五日。\n"
    ).meetings
    assert meeting.head.place == "教育部216會議室"
    assert [chair.name for chair in meeting.head.chairs] == ["朱俊彰", "侯俊良"]
    assert [e.text for e in meeting.entries[-2:]] == [
        "結論：未達共識。",
        "7　其他　下次會議訂於一月十五日。",
    ]


def test_names_behind_whom_they_are_of_stand_on_a_line_each() -> None:
    (meeting,) = parse(
        "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府六樓會議室及視訊會議室\n主席：周市長柏翰\n出席人員：（敬稱略）\n"
        "　西醫基層東區審查分會：黃啟嘉、林志明、許逸賢\n　本署東區業務組：李名玉、羅亦珍\n請假董事：張鈺旋\n"
    ).meetings
    assert [e.text for e in meeting.entries[-3:]] == [
        "西醫基層東區審查分會：黃啟嘉、林志明、許逸賢", "本署東區業務組：李名玉、羅亦珍", "請假董事：張鈺旋",
    ]  # fmt: skip
    assert meeting.entries[-1].path == ("請假董事",)
