"""What heads what where letters are spaced out, where a converter marked headings, and in between."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周校長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize("spaced", [" ", "　", ""])
def test_headings_of_spaced_letters_head_sections(spaced: str) -> None:
    address, parents, offices = map(spaced.join, ("主席報告", "家長會長致詞", "處室報告"))
    found = entries(
        f"{address}\n　　老師們辛苦了。\n{parents}\n　　家長會募到急難救助金。\n"
        f"{offices}\n教務處（柯主任建銘）\n1、公開授課七十四場。\n總務處（薛主任銘仁）\n1、跑道暑假施工。\n"
    )
    assert [(e.kind, e.speaker, e.path[0]) for e in found] == [
        (Kind.SPEECH, "周柏翰", "主席報告"),
        (Kind.SPEECH, None, "家長會長致詞"),
        (Kind.REPORT, None, "處室報告"),
        (Kind.REPORT, None, "處室報告"),
    ]


def test_a_converter_s_heading_follows_the_one_before_whatever_is_listed_between() -> None:
    found = entries(
        "## 三、報告事項\n### (一) 交通事故分析\n1. 事故四件。\n**主席裁示**\n1. 請警察局加強取締。\n"
        "### (二) 護童專案\n1. 導護四百人。\n**主席裁示**: 洽悉。\n"
        "## 四、討論提案\n### 提案1\n**案由**: 夜市人車分流案。\n**決議**: 通過。\n"
    )
    assert [(e.kind, e.path[:2]) for e in found] == [
        (Kind.REPORT, ("三、報告事項", "(一)")), (Kind.REPORT, ("三、報告事項", "(一)")),
        (Kind.RESOLUTION, ("三、報告事項", "(一)")),
        (Kind.REPORT, ("三、報告事項", "(二)")), (Kind.REPORT, ("三、報告事項", "(二)")),
        (Kind.RESOLUTION, ("三、報告事項", "(二)")),
        (Kind.PROPOSAL, ("四、討論提案", "提案1")), (Kind.RESOLUTION, ("四、討論提案", "提案1")),
    ]  # fmt: skip


def test_below_who_reports_stands_what_is_reported() -> None:
    found = entries(
        "參、報告事項\n一、開學準備。\n報告單位：教務處\n1. 教室已清掃。\n決定：洽悉。\n"
    )
    assert [(e.kind, e.path[1:]) for e in found] == [
        (Kind.REPORT, ("一、",)), (Kind.OTHER, ("一、", "報告單位")),
        (Kind.REPORT, ("一、", "1.")), (Kind.RESOLUTION, ("一、", "決定")),
    ]  # fmt: skip


def test_a_report_may_be_discussed_before_the_chair_rules_on_it() -> None:
    found = entries(
        "三、報告事項\n(一) 事故分析\n1. 事故四件。\n討論\n- 塗委員冠宇(中正大學): 轉彎半徑太大。\n"
        "主席裁示\n1. 請工務處試辦。\n(二) 護童專案\n1. 導護四百人。\n"
    )
    assert [(e.kind, e.path[1]) for e in found[2:]] == [
        (Kind.SPEECH, "(一)"), (Kind.RESOLUTION, "(一)"),
        (Kind.REPORT, "(二)"), (Kind.REPORT, "(二)"),
    ]  # fmt: skip


def test_one_person_alone_below_a_listed_report_says_something_to_it() -> None:
    found = entries(
        "三、報告事項\n(一) 護童專案\n1. 導護四百人。\n2. 標線已補繪。\n"
        "- 歐陽委員瑋(市議會推薦): 汽車格請塗掉。\n主席裁示: 請交通處評估。\n"
    )
    assert [(e.kind, e.speaker) for e in found[-2:]] == [
        (Kind.SPEECH, "歐陽瑋"), (Kind.RESOLUTION, None),
    ]  # fmt: skip
