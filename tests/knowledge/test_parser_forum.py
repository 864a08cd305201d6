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


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Si Manpang", "Si Manpang"),
        ("Syapen Lamuran 長老", "Syapen Lamuran"),
        ("大昌食品 邱協理", None),
    ],
)
def test_a_name_in_latin_letters_or_a_firm_s_manager_speaks_in_a_talk(
    who: str, name: str | None
) -> None:
    found = entries(
        f"捌、族人發言：\n{who}：祖先的地方不可以隨便動。\n董恩慈（青年）：我贊成遷。\n玖、散會\n"
    )
    assert [(e.kind, e.speaker, e.path[-1]) for e in found[:2]] == [
        (Kind.SPEECH, name, who),
        (Kind.SPEECH, "董恩慈", "董恩慈（青年）"),
    ]


def test_each_side_of_a_negotiation_speaks() -> None:
    found = entries(
        "陸、協商議題\n一、導師費調整\n教師會方：十三年沒有調整。\n教育部方：先調為四千元。\n結論：先調。\n"
    )
    assert [(e.kind, e.path[-1]) for e in found[1:3]] == [
        (Kind.SPEECH, "教師會方"),
        (Kind.SPEECH, "教育部方"),
    ]


def test_what_is_counted_behind_a_sign_and_ruled_on_is_an_item_though_others_speak_there() -> None:
    found = entries(
        "【業者建議及回應】\n◎建議一：檢驗線請增開。(中豐公司)\n說明：旺季排隊兩小時。\n主席裁示：請增開第二線。\n"
        "◎建議二：建議取消複訓。\n主席裁示：業者當場撤案。\n"
    )
    assert [e.kind for e in found] == [
        Kind.PROPOSAL, Kind.EXPLANATION, Kind.RESOLUTION, Kind.PROPOSAL, Kind.RESOLUTION,
    ]  # fmt: skip
    assert {e.path[1] for e in found} == {"◎建議一", "◎建議二"}


def test_the_result_of_a_vote_decides_whatever_it_says_of_what_passed() -> None:
    found = entries(
        "拾、表決結果：同意41票、不同意9票，通過遷葬，自114年11月起辦理。\n拾壹、散會\n"
    )
    assert (found[0].kind, found[0].outcome) == (Kind.RESOLUTION, Outcome.APPROVED)


def test_several_reports_may_be_disposed_of_behind_a_label() -> None:
    found = entries("乙、報告事項\n一、會務報告。\n二、財務報告。\n以上兩案，決定：洽悉。\n")
    assert [(e.kind, e.outcome) for e in found[2:]] == [(Kind.RESOLUTION, Outcome.NOTED)]


def test_what_an_officer_of_the_board_thinks_is_said_in_every_item_alike() -> None:
    found = entries(
        "貳、審議案\n案一：商業區新建案\n申請單位：海悅公司\n申請單位說明：退縮增為五公尺。\n幹事意見：\n"
        "1. 交通處：請檢討車道。\n決議：修正後提會。\n案二：步道設計案\n申請單位：觀光局\n幹事意見：\n"
        "1. 發展處：欄杆請統一。\n決議：修正後通過。\n"
    )
    assert [e.kind for e in found if e.path[-1][:2] == "1."] == [Kind.SPEECH, Kind.SPEECH]
    assert [e.kind for e in found if e.path[-1] == "申請單位說明"] == [Kind.EXPLANATION]


def test_the_chair_opens_a_transcript_right_below_the_head() -> None:
    found = entries(
        "主持人：\n各位鄉親早安，請大家自由發言。\n\n規劃單位（台聯工程顧問 許協理）：\n本站採聯合開發。\n\n"
        "（9 時 52 分　市議員陳冠羽到場）\n\n陳冠羽議員：\n地方最關心的是拆遷戶。\n\n主持人結語：\n一、請補寄通知。\n"
        "二、請於第二場說明。\n散會。\n"
    )
    assert [(e.kind, e.speaker) for e in found[:-1]] == [
        (Kind.SPEECH, "周柏翰"), (Kind.SPEECH, None), (Kind.OTHER, None), (Kind.SPEECH, "陳冠羽"),
        (Kind.CONCLUSION, None), (Kind.CONCLUSION, None),
    ]  # fmt: skip


def test_whom_the_head_names_in_latin_letters_speaks_by_that_name() -> None:
    head = HEAD.replace("出席：", "出席：Pukiringan（林委員德福）、")
    found = parse(
        f"{head}二、審議事項\n1. 琉璃珠課程。\nPukiringan：材料費偏高。\n決議：通過。\n"
    ).meetings[0]
    assert [e.speaker for e in found.entries if e.kind is Kind.SPEECH] == ["Pukiringan"]
