"""What each paragraph reports, what a section of no known kind holds, and who a head lists."""

import pytest

from knowledge.model import Entry, Fact, Kind
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize(
    "heading",
    ["報告案一：土砂監測成果（林務保育分處）", "一、土砂監測成果", "一、土砂監測，報請　公鑒。"],
)
def test_each_of_several_paragraphs_reports_for_itself(heading: str) -> None:
    told = ["上游新增崩塌面積57公頃，較去年增加。", "今年已自動通報二次，村民均已撤離。"]
    found = entries("報告事項\n" + "\n".join([heading, *told]) + "\n裁示：洽悉。\n")
    assert [(e.kind, e.text) for e in found] == [
        *((Kind.REPORT, words) for words in [heading, *told]),
        (Kind.RESOLUTION, "裁示：洽悉。"),
    ]
    assert len({e.path for e in found[:-1]}) == 1


@pytest.mark.parametrize(
    "told",
    [
        ["一、疏濬工程執行情形。", "截至十月底已清淤十二萬噸。"],
        ["一、疏濬工程", "截至十月底已清淤十二萬噸。"],
        ["一、水利處報告：疏濬工程，報請　公鑒。", "截至十月底已清淤十二萬噸。"],
        ["一、前次決議「照案通過，限期完工」之辦理情形，報請　公鑒。", "已清淤十二萬噸。"],
        ["第 1 案：疏濬工程，報請公鑒。（秘書單位）", "截至十月底已清淤十二萬噸。"],
        ["一、災防組（報告人：消防局蔡副局長明哲）：", "通報時間由26分鐘縮短為9分鐘。"],
        ["一、大事記", "112/3/15 橋梁動工。", "112/4/16 橋梁合龍。"],
    ],
)
def test_one_paragraph_or_dated_lines_stay_with_the_name_of_what_they_report(
    told: list[str],
) -> None:
    (found,) = entries("報告事項\n" + "\n".join(told) + "\n")
    assert found.text == "\n".join(told)


@pytest.mark.parametrize(
    "told",
    [
        ["一、刑案下降百分之十一，查獲車手八十九人，報請公鑒。", "另取締酒駕六百件。"],
        ["一、災防組（報告人：蔡副局長明哲）：", "演練二場。", "通報縮短為9分鐘。"],
        ["一、災防組（報告人：蔡副局長明哲）：", "（一）演練二場。", "（二）通報縮短。"],
    ],
)
def test_what_a_line_tells_itself_or_only_heads_is_apart_from_what_is_below(
    told: list[str],
) -> None:
    found = entries("報告事項\n" + "\n".join(told) + "\n決定：洽悉。\n")
    assert [e.text for e in found][-3:] == [*told[-2:], "決定：洽悉。"]


def test_a_section_with_its_reporter_is_the_label_of_its_one_paragraph() -> None:
    told = "陸、業務報告（報告人：林副縣長茂盛）：\n已召開工作會議6次。"
    found = entries(f"{told}\n主席裁示：洽悉。\n")
    assert [(e.kind, e.text) for e in found] == [
        (Kind.REPORT, told),
        (Kind.RESOLUTION, "主席裁示：洽悉。"),
    ]


def test_how_many_places_there_are_is_no_office_that_speaks() -> None:
    found = entries(
        "報告事項\n第 1 案：道路整備。（工務處）\n已巡檢邊坡 212 處：\n（一）高風險 12 處。\n"
        "（二）中風險 40 處。\n決定：洽悉。\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT] * 3 + [Kind.RESOLUTION]


def test_the_first_numeral_below_a_heading_may_have_lost_its_sign() -> None:
    found = entries(
        "貳、報告事項\n一報告第1741次市政會議紀錄。\n主席裁示：紀錄確定。\n"
        "二、裁示事項執行情形，計列管21案，建議解除列管8案。（行政\n處）\n主席裁示：\n（一）洽悉。\n"
        "（二）請產業處於6月底前完工。\n三、消防演練成果。\n主席裁示：洽悉。\n"
    )
    assert [(e.kind, e.path[1]) for e in found if e.kind is Kind.REPORT] == [
        (Kind.REPORT, "一"), (Kind.REPORT, "二、"), (Kind.REPORT, "三、"),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["一行人先到現場。", "一年來成果豐碩。"])
def test_a_word_below_a_heading_is_no_numeral(word: str) -> None:
    found = entries(f"貳、報告事項\n{word}\n一、災防組完成演練。\n二、水利組完成清淤。\n")
    assert [e.text for e in found] == [word, "一、災防組完成演練。", "二、水利組完成清淤。"]


@pytest.mark.parametrize("label", ["結論", "主席裁示", "決議"])
def test_points_of_a_section_of_no_known_kind_report_where_a_ruling_ends_them(label: str) -> None:
    found = entries(
        "壹、報告事項：\n（一）占床率八成六。\n貳、職場健康與安全：\n（一）針扎十一件，較去年少四件。\n"
        f"（二）暴力通報六件。\n{label}：請總務室於二個月內完成報價。\n參、臨時動議：無\n"
    )
    assert [e.kind for e in found[1:-1]] == [Kind.REPORT, Kind.REPORT, Kind.RESOLUTION]


def test_each_motion_of_a_person_has_its_own_decision() -> None:
    found = entries(
        "一、報告事項\n1. 略。\n二、臨時動議\n廖代表思妤：請公布診療優惠。\n結論：查明後答復。\n"
        "丘代表建平：車棚漏水多年，請修繕。\n結論：請總務室修繕。\n"
    )
    assert [(e.kind, e.path) for e in found if e.text.startswith("結論")] == [
        (Kind.RESOLUTION, ("二、臨時動議", "結論"))
    ] * 2


def test_the_last_word_after_motions_is_the_meeting_s() -> None:
    found = entries(
        "一、報告事項\n1. 略。\n二、臨時動議\n廖代表思妤：請公布診療優惠。\n決議：查明後答復。\n"
        "主席結論：請各處加強防汛。\n"
    )
    assert (found[-1].kind, found[-1].path) == (Kind.CONCLUSION, ("主席結論",))


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("4、勞方代表：莊佑寧、游美君、傅志豪（3人全數出席）", True),
        ("4、顧問團：吳秀英、何政霖", True),
        ("4、本次重點：預算、決算", False),
    ],
)
def test_a_line_of_a_head_that_lists_people_says_who_was_there(line: str, listed: bool) -> None:
    meeting = parse(f"{HEAD}{line}\n5、報告事項：\n(1) 業務概況良好。\n").meetings[0]
    found = next(e for e in meeting.entries if e.text == line)
    assert (found.kind is Kind.HEADER and found.fact is Fact.ATTENDANCE) is listed


def test_an_office_whose_head_reports_is_the_heading_of_its_points() -> None:
    found = entries(
        "二、各課室業務報告\n(一) 塔山管理站及東岳管理站（魏主任國棟、石主任明雄報告）：\n"
        "1、連假違規停車六十八件。\n2、巡查一件。\n(二) 玉屏警察隊（鄒隊長建邦列席報告）：\n"
        "1、取締四十一件。\n"
    )
    assert [e.text[:2] for e in found] == ["1、", "2、", "1、"]


@pytest.mark.parametrize(
    ("turn", "name"),
    [
        ("石碇溪守護聯盟單若晴（編號24）", "單若晴"),
        ("金鐘社區發展協會志工孔美雲（編號22）", "孔美雲"),
        ("草屯鎮農會水利小組柯小組長", None),
        ("環境保護局陳科長", None),
    ],
)
def test_who_speaks_may_follow_whom_he_is_of_without_a_gap(turn: str, name: str | None) -> None:
    found = entries(f"民眾意見\n1. {turn}：自行車道請走堤後。\n2. 里民許志豪：贊成。\n")
    assert [e.speaker for e in found if e.kind is Kind.SPEECH] == [name, "許志豪"]


def test_a_name_that_an_office_hides_is_nobody_s() -> None:
    (meeting,) = parse(
        "病安會議紀錄\n時間：112年2月11日\n地點：院本部\n主席：周院長柏翰\n"
        "列席：護理部何督導請假，由 11A 病房殷護理長代\n一、討論事項\n第一案：隔離衣案\n"
        "護理部殷如茵護理長：夜班做不到。\n"
    ).meetings
    assert meeting.entries[-1].speaker == "殷如茵"
