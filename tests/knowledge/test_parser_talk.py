"""Talk inside an item, headings in brackets, and whose words a line holds."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse
from knowledge.parser.voices import spoken_by
from knowledge.text import plain

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize(
    "label", ["討論：", "討　論", "委員發言紀要：", "各黨團意見：", "與會代表意見：", "意見交換"]
)
def test_talk_inside_an_item_leaves_its_decision_with_the_item(label: str) -> None:
    found = entries(
        f"參、討論事項\n案由1：公園案。\n說明：樹木老化。\n{label}\n王委員大明：太貴。\n"
        "決議：照案通過。\n案由2：路燈案。\n決議：續議。\n"
    )
    assert [(e.kind, e.path) for e in found] == [
        (Kind.PROPOSAL, ("參、討論事項", "案由1")),
        (Kind.EXPLANATION, ("參、討論事項", "案由1", "說明")),
        (Kind.SPEECH, ("參、討論事項", "案由1", "王委員大明")),
        (Kind.RESOLUTION, ("參、討論事項", "案由1", "決議")),
        (Kind.PROPOSAL, ("參、討論事項", "案由2")),
        (Kind.RESOLUTION, ("參、討論事項", "案由2", "決議")),
    ]  # fmt: skip


def test_talk_told_in_one_line_is_a_speech() -> None:
    found = entries(
        "3. 討論事項\n3.1 欄杆汰換\n說明：已逾年限。\n討論：張主任建議分年。\n決議：通過。\n"
    )
    assert [e.kind for e in found] == [
        Kind.PROPOSAL, Kind.EXPLANATION, Kind.SPEECH, Kind.RESOLUTION,
    ]  # fmt: skip


def test_rulings_after_a_decided_motion_are_for_the_whole_meeting() -> None:
    found = entries("臨時動議\n一、路燈案。\n決議：通過。\n主席裁示事項\n一、請兩週內回復。\n")
    assert (found[-1].kind, found[-1].path) == (Kind.CONCLUSION, ("主席裁示事項", "一、"))


def test_talk_after_a_decision_is_about_the_whole_meeting() -> None:
    found = entries(
        "討論事項\n案由1：公園案。\n說明：樹木老化。\n決議：照案通過。\n意見交換\n王委員大明：太貴。\n"
    )
    assert found[-1].path == ("意見交換", "王委員大明")


def test_a_heading_in_brackets_heads_a_section_right_after_the_head_too() -> None:
    found = entries(
        "【院方報告】\n1. 跌倒十四件。\n2. 剩食率下降。\n決定：洽悉。\n"
        "【提案討論】\n■ 提案一　月費調整案\n說明\n1. 三年未調。\n決議\n一、修正通過。\n二、請院方公布收支。\n"
        "■ 提案二　門口監視器案\n決議\n照案通過。\n【下次會議】\n6月14日，地點同本次。\n"
    )
    assert [(e.kind, e.path) for e in found] == [
        (Kind.REPORT, ("【院方報告】", "1.")),
        (Kind.REPORT, ("【院方報告】", "2.")),
        (Kind.RESOLUTION, ("【院方報告】", "決定")),
        (Kind.PROPOSAL, ("【提案討論】", "■ 提案一")),
        (Kind.EXPLANATION, ("【提案討論】", "■ 提案一", "說明", "1.")),
        (Kind.RESOLUTION, ("【提案討論】", "■ 提案一", "決議", "一、")),
        (Kind.RESOLUTION, ("【提案討論】", "■ 提案一", "決議", "二、")),
        (Kind.PROPOSAL, ("【提案討論】", "■ 提案二")),
        (Kind.RESOLUTION, ("【提案討論】", "■ 提案二", "決議")),
        (Kind.OTHER, ("【下次會議】",)),
    ]


def test_a_section_called_talk_holds_items() -> None:
    found = entries("報告\n一、收支情形。\n討論\n一、公園案。\n決議：照案通過。\n")
    assert [(e.kind, e.path) for e in found] == [
        (Kind.REPORT, ("報告", "一、")),
        (Kind.PROPOSAL, ("討論", "一、")),
        (Kind.RESOLUTION, ("討論", "一、", "決議")),
    ]


def test_any_brackets_may_frame_a_heading() -> None:
    found = entries("〔院方報告〕\n1. 跌倒十四件。\n決定：洽悉。\n")
    assert [e.path for e in found] == [("〔院方報告〕", "1."), ("〔院方報告〕", "1.", "決定")]


def test_a_figure_where_a_line_begins_anew_is_no_mark() -> None:
    found = entries(
        "報告事項\n一、每班平均載客由 4.2 人增為\n9.6 人。\n二、流標總金額\n四億二千萬元。\n"
    )
    assert [e.path[-1] for e in found] == ["一、", "二、"]


def test_headings_in_brackets_may_stand_below_one_another() -> None:
    found = entries("【工作報告】\n【交通類】\n1. 公車路線。\n【文化類】\n1. 展覽。\n")
    assert [e.path for e in found] == [
        ("【工作報告】", "【交通類】", "1."), ("【工作報告】", "【文化類】", "1."),
    ]  # fmt: skip


def test_a_decision_that_names_items_by_number_is_no_item() -> None:
    found = entries(
        "甲、報告事項\n一、列管情形。\n決定：\n(一)編號114-01、114-03同意備查。\n(二)編號114-02繼續列管。\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT, Kind.RESOLUTION, Kind.RESOLUTION]


def test_an_old_decision_and_what_became_of_it_are_one_report() -> None:
    found = entries(
        "六、上次會議決議事項追蹤：\n(一)第3次會議決議：「請更換排風機。」辦理情形：已完成四組。\n決定：洽悉。\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT, Kind.RESOLUTION]


def test_a_ruling_on_what_members_brought_up_is_a_resolution_of_that_section() -> None:
    found = entries("捌、委員建議事項\n一、王委員大明：\n補助太少。\n主席裁示：請行政處列管。\n")
    assert (found[-1].kind, found[-1].path) == (
        Kind.RESOLUTION, ("捌、委員建議事項", "主席裁示"),
    )  # fmt: skip


def test_a_report_of_several_paragraphs_is_an_entry_for_each() -> None:
    found = entries("六、工作報告（報告人：王處長大明）：\n套票上線。\n遊客成長。\n")
    assert [(e.kind, e.text) for e in found] == [
        (Kind.REPORT, "套票上線。"), (Kind.REPORT, "遊客成長。"),
    ]  # fmt: skip


def test_a_sentence_that_leads_into_a_list_is_an_entry_and_no_heading() -> None:
    found = entries("討論事項\n案由1：賣店案。\n說明：\n一、另有下列缺失：\n(一)冰塊不潔。\n")
    assert [e.text for e in found[1:]] == ["一、另有下列缺失：", "(一)冰塊不潔。"]


def test_a_sentence_cut_short_of_the_margin_is_joined() -> None:
    found = entries(
        "討論事項\n一、公園案。\n說明：部落不反對減量，但協作班的年輕人靠這個吃飯，有人說減下來的收\n入損失要先講清楚。\n"
    )
    assert (
        found[-1].text
        == "說明：部落不反對減量，但協作班的年輕人靠這個吃飯，有人說減下來的收入損失要先講清楚。"
    )


def test_an_agenda_s_points_head_sections() -> None:
    found = entries(
        "議程一　專案報告\n(一) 事故分析（警察局）\n主席裁示：\n1. 洽悉。\n2. 請加強宣導。\n"
        "(二) 行人友善區（交通局）\n主席裁示：洽悉。\n議程二　臨時動議\n無\n"
    )
    assert [(e.kind, e.path) for e in found] == [
        (Kind.REPORT, ("議程一　專案報告", "(一)")),
        (Kind.RESOLUTION, ("議程一　專案報告", "(一)", "主席裁示", "1.")),
        (Kind.RESOLUTION, ("議程一　專案報告", "(一)", "主席裁示", "2.")),
        (Kind.REPORT, ("議程一　專案報告", "(二)")),
        (Kind.RESOLUTION, ("議程一　專案報告", "(二)", "主席裁示")),
        (Kind.MOTION, ("議程二　臨時動議",)),
    ]


def test_a_dot_before_a_label_changes_nothing() -> None:
    found = entries("二、工作報告\n1、走讀四場。\n2、結餘四十一萬元。\n◎決定：准予備查。\n")
    assert found[-1].path == ("二、工作報告", "◎決定")
    known = parse("雲海會議紀錄\n●時間：112年2月11日\n●主席：鍾理事長國雄　●紀錄：邱秀美\n")
    head = known.meetings[0].head
    assert [c.name for c in head.chairs] == ["鍾國雄"]
    assert head.recorder is not None and head.recorder.name == "邱秀美"


@pytest.mark.parametrize(
    ("before_the_colon", "name"),
    [
        ("里民許志豪", "許志豪"),
        ("楊監察人麗卿", "楊麗卿"),
        ("翁副理啟明", "翁啟明"),
        ("石總召正義（新進黨團）", "石正義"),
        ("員大客運賴總經理宗翰", "賴宗翰"),
        ("不知名商號蘇主任志豪", "蘇志豪"),
        ("航空站回應", None),
        ("行政處綜合回復", None),
    ],
)
def test_who_speaks_may_have_any_office_or_none(before_the_colon: str, name: str | None) -> None:
    assert spoken_by(plain(before_the_colon)) == name


@pytest.mark.parametrize("heading", ["各單位意見摘要：", "出席機關發言要點", "意見彙整"])
def test_offices_speak_below_a_heading_of_what_all_of_them_think(heading: str) -> None:
    found = entries(
        f"七、{heading}\n航港局：建議設電子圍籬。\n海巡署：\n1.艦艇僅四艘。\n2.可於接獲通報後抵達。\n"
        "連江縣政府（王副縣長致遠）：\n醫院的遠距會診不能斷。\n八、主席結論：\n（一）請完成調查。\n"
    )
    assert [e.kind for e in found] == [Kind.SPEECH] * 4 + [Kind.CONCLUSION]
    assert [e.path[-1] for e in found[:3]] == ["航港局", "1.", "2."]
    assert found[3].speaker == "王致遠"


def test_a_last_section_heads_what_its_sentences_say() -> None:
    found = entries(
        "捌、主席結論\n一、請完成調查。\n玖、其他事項\n如有修正意見，請於七日內提出。\n"
    )
    assert (found[-1].kind, found[-1].text) == (Kind.OTHER, "如有修正意見，請於七日內提出。")
