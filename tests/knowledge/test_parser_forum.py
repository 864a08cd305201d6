"""What people say who hold no office: residents at a forum, by whatever name, and to a motion."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = (
    "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"
    "出席：潮光能源股份有限公司專案經理凌志遠\n"
)


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize("section", ["里民建議事項", "鄉親建議", "居民反映及建議", "民眾陳情事項"])
def test_whoever_is_named_above_a_wish_says_it(section: str) -> None:
    found = entries(
        f"柒、{section}\n一、 東安里 4 鄰方阿足女士：\n\n巷口每逢大雨就淹水。\n\n我舀水舀到半夜。\n\n"
        "水利局龔科長俊傑：下週派員清淤。\n\n結論：請水利局於六月底前清淤。\n\n"
        "二、 東安里 7 鄰 Tran Thi Mai（陳氏梅）女士：\n\n公告只有中文。\n\n結論：洽悉。\n\n"
        "三、 東安里 9 鄰（書面意見，由里幹事代讀）：\n\n校門口天天塞車。\n\n結論：請分局加強取締。\n"
    )
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.SPEECH, "方阿足"), (Kind.SPEECH, "方阿足"), (Kind.SPEECH, "龔俊傑"), (Kind.RESOLUTION, None),
        (Kind.SPEECH, "陳氏梅"), (Kind.RESOLUTION, None),
        (Kind.SPEECH, None), (Kind.RESOLUTION, None),
    ]  # fmt: skip
    assert found[3].path[1] == "一、 東安里 4 鄰方阿足女士"


def test_a_wish_on_the_line_of_its_name_that_is_decided_is_a_proposal() -> None:
    found = entries("柒、建議事項\n一、史代表明達：希望補助健康檢查。\n決議：照案通過。\n")
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.RESOLUTION]


@pytest.mark.parametrize(
    "moved",
    ["動議一：停航期間請增開包船。（望海鄉公所）", "動議一：燒紙錢改為集中（監察委員提）",
     "動議一：陽台烤肉影響鄰戶，提請處理", "動議一：改名案，提請公決。（提案人：田惠文；附議：九人）"],
)  # fmt: skip
def test_who_speaks_below_what_is_moved_speaks_to_it(moved: str) -> None:
    found = entries(f"捌、臨時動議\n{moved}\n石處長春和：料件要從國外進口。\n\n決議：緩議。\n")
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.MOTION, None), (Kind.SPEECH, "石春和"), (Kind.RESOLUTION, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("感染科尉遲明主治醫師", "尉遲明"),
        ("感染管制室聞人主任雅", "聞人雅"),
        ("資訊室汲文豪工程師", "汲文豪"),
        ("國立海洋大學 Lavakaw Tjakisu 副教授", "Lavakaw Tjakisu"),
        ("潮光能源凌志遠專案經理", "凌志遠"),
        ("達努巴克‧拉歌拉格委員", "達努巴克‧拉歌拉格"),
        ("巴奈．拉娃委員", "巴奈．拉娃"),
        ("主席（高副主席德勝代）", "高德勝"),
    ],
)
def test_a_speaker_is_named_as_printed_however_rare_the_name(who: str, name: str) -> None:
    found = entries(f"討論事項\n討論一：設置光電案，請討論。\n\n發言：\n\n{who}：這要寫清楚。\n")
    assert [(e.kind, e.speaker) for e in found][1:] == [(Kind.SPEECH, name)]


@pytest.mark.parametrize("heading", ["決議\n\n", ""])
def test_what_a_vote_came_to_decides_where_nothing_else_does(heading: str) -> None:
    vote = "投票結果：同意三十一票，不同意四十九票，同意未達過半數，本案不同意。"
    found = entries(f"討論事項\n討論一：設置光電案，請討論。\n\n{heading}{vote}\n")
    assert [(e.kind, e.outcome) for e in found] == [(Kind.PROPOSAL, None), (Kind.RESOLUTION, None)]


def test_how_votes_were_cast_is_no_decision_beside_one() -> None:
    found = entries(
        "討論事項\n討論一：設置光電案，請討論。\n表決結果：同意三十一票，通過。\n決議：照案通過。\n"
    )
    assert [(e.kind, e.outcome) for e in found] == [
        (Kind.PROPOSAL, None), (Kind.OTHER, None), (Kind.RESOLUTION, Outcome.APPROVED),
    ]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), [("﹁", "﹂"), ("「", "」")])
def test_earlier_minutes_that_a_decision_corrects_are_part_of_it(a: str, b: str) -> None:
    ruling = (
        f"主席裁示：修正後確定。第八次會議紀錄丙、報告事項三│(二)主席裁示：{a}…請工務處辦理{b}，"
        f"應更正為{a}…請交通處辦理{b}，其餘確定。"
    )
    found = entries(f"丙、報告事項\n一、報告第八次會議紀錄。\n　　{ruling}\n")
    assert [(e.kind, e.outcome, e.text.strip()) for e in found][1:] == [
        (Kind.RESOLUTION, Outcome.AMENDED, ruling)
    ]


def test_reports_of_a_named_person_stand_below_a_heading() -> None:
    found = entries("柒、報告事項\n(1)會務報告（總幹事 余家華）\nA. 會員八人。\nB. 參訪一次。\n")
    assert [(e.kind, e.text) for e in found] == [
        (Kind.REPORT, "A. 會員八人。"), (Kind.REPORT, "B. 參訪一次。"),
    ]  # fmt: skip
