"""Heads as bodies print them: notes behind a title, who acts for whom, what stands beside a name."""

import tomllib
from pathlib import Path

import pytest

from knowledge.model import Head
from knowledge.parser.minutes import parse

LINES = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "heads.toml").read_text(encoding="utf-8")
)
TITLE = "濱海鄉防災會報第3次會議紀錄"
BODY = "壹、報告事項\n一、業務報告。\n決定：洽悉。\n貳、散會\n"


def head(
    title: str = TITLE, place: str = "：本所", chair: str = "鄭鄉長維德", recorder: str = "李佳蓉"
) -> Head:
    """Return the head of the one meeting whose minutes have these lines."""
    (meeting,) = parse(
        f"{title}\n時間：113年3月15日下午2時\n開會地點{place}\n主席：{chair}\n紀錄：{recorder}\n{BODY}"
    ).meetings
    return meeting.head


@pytest.mark.parametrize(("printed", "name"), LINES["titles"].items())
def test_a_title_is_without_what_says_of_which_copy_it_is(printed: str, name: str) -> None:
    known = head(title=printed)
    assert (known.title, str(known.date), known.place) == (name, "2024-03-15", "本所")


@pytest.mark.parametrize(("printed", "names"), LINES["chairs"].items())
def test_who_presided_is_told_from_whom_he_stood_for(printed: str, names: list[str]) -> None:
    assert [chair.name for chair in head(chair=printed).chairs] == names


@pytest.mark.parametrize(("printed", "name"), LINES["recorders"].items())
def test_what_stands_beside_a_recorder_s_name_is_no_part_of_it(printed: str, name: str) -> None:
    recorder = head(recorder=printed).recorder
    assert recorder is not None and recorder.name == name


@pytest.mark.parametrize(("printed", "place"), LINES["places"].items())
def test_a_meeting_that_is_a_place_begins_no_other_minutes(printed: str, place: str) -> None:
    assert head(place=f"\n{printed}").place == place


def test_a_line_of_the_head_never_goes_on_with_the_names_above_it() -> None:
    known = parse(
        f"{TITLE}\n壹、時間：113年3月15日下午2時\n貳、地點：本所三樓會議室\n參、主持人：\n"
        "周議長冠豪、尤副議長馥甄共同主持\n伍、出席人員：詳簽到表\n肆、紀錄：李佳蓉\n"
        "陸、報告事項\n一、業務報告。\n決定：洽悉。\n柒、散會\n"
    ).meetings[0]
    assert [chair.name for chair in known.head.chairs] == ["周冠豪", "尤馥甄"]


def test_those_who_preside_together_may_stand_in_a_list_below_the_label() -> None:
    known = head(chair="\n- 蒼海縣政府　祝縣長庭瑋\n- 南屏市政府　翁副市長柏年（代理市長）")
    assert [chair.name for chair in known.chairs] == ["祝庭瑋", "翁柏年"]


@pytest.mark.parametrize(
    ("printed", "who"),
    [
        ("業務科 鄧雅芝高級業務員", ("鄧雅芝", "業務科", "高級業務員")),
        ("清潔隊 隊員 羅智文", ("羅智文", "清潔隊", "隊員")),
        ("籌備主任委員 方偉達", ("方偉達", None, "籌備主任委員")),
        ("約僱人員　柯孟潔", ("柯孟潔", None, "約僱人員")),
        ("部落會議幹事 林曉嵐", ("林曉嵐", None, "部落會議幹事")),
        ("部落會議主席　安孝明", ("安孝明", None, "部落會議主席")),
        ("楓林部落會議 幹事 林曉嵐", ("林曉嵐", "楓林部落會議", "幹事")),
    ],
)
def test_an_office_is_told_whole(printed: str, who: tuple[str, str | None, str]) -> None:
    recorder = head(recorder=printed).recorder
    assert recorder is not None and (recorder.name, recorder.org, recorder.title) == who


def test_a_season_counts_where_nothing_else_does() -> None:
    assert head(title="濱海鄉114年第3季工作會報紀錄").ordinal == 3
    assert head(title="濱海鄉114年第3季第1次工作會報紀錄").ordinal == 1


def test_an_inspection_states_when_it_was() -> None:
    known = parse(
        "太麻里噪音陳情案現勘會議紀錄\n勘查時間：114年2月18日上午11時\n勘查地點：太麻里車站\n"
        f"主持人：鄭鄉長維德\n紀錄：李佳蓉\n{BODY}"
    ).meetings[0]
    assert (str(known.head.start), known.head.place) == ("11:00:00", "太麻里車站")


@pytest.mark.parametrize(
    "body", ["苗北縣立海風國民中學", "溪南市立青禾國民小學", "國立嶺東高級中學"]
)
def test_a_school_on_a_line_of_its_own_is_part_of_the_title(body: str) -> None:
    known = head(title=f"{body}\n113學年度第1學期第2次校務會議紀錄")
    assert known.title == f"{body}113學年度第1學期第2次校務會議"


def test_the_office_of_who_records_may_stand_on_the_line_above() -> None:
    (meeting,) = parse(
        "濱海鄉防災會報第3次會議紀錄\n時間：113年3月15日\n地點：本所\n主席：李區長文忠\n"
        "紀　　錄：交通部公路局中區養護工程分局\n          幫工程司 傅筱婷\n出席人員：如簽到簿\n"
    ).meetings
    known = meeting.head.recorder
    assert known and (known.org, known.name) == ("交通部公路局中區養護工程分局", "傅筱婷")
    assert sum("傅筱婷" in e.text and "公路局" in e.text for e in meeting.entries) == 1


def test_whom_a_chair_stands_for_is_the_office_of_one_with_a_title() -> None:
    (meeting,) = parse(
        "濱海醫院第3次勞資會議紀錄\n時間：113年3月15日\n地點：本院\n主席：資方代表 柯副院長敏智\n"
    ).meetings
    (chair,) = meeting.head.chairs
    assert (chair.org, chair.name, chair.title) == ("資方代表", "柯敏智", "副院長")


def test_who_presides_or_records_with_another_stands_on_a_line_of_his_own() -> None:
    (meeting,) = parse(
        "「112-115年大甲溪流域聯合防汛整備」第5次協商會議紀錄\n\n　壹、開會時間：民國114年5月2日下午2時30分\n"
        "　貳、開會地點：臺中市政府水利局8樓\n　參、主席：經濟部水利署第三河川分署李分署長友平\n"
        "　　　　　　臺中市政府水利局范局長世億　　　共同主持\n　肆、紀錄：第三河川分署　謝明昌副工程司\n"
        "　　　　　　臺中市政府水利局　呂依潔股長\n　伍、出席單位及人員：詳簽名冊\n　陸、討論事項：\n"
    ).meetings
    assert [(c.org, c.name) for c in meeting.head.chairs] == [
        ("經濟部水利署第三河川分署", "李友平"),
        ("臺中市政府水利局", "范世億"),
    ]
    assert meeting.head.recorder and meeting.head.recorder.name == "謝明昌、呂依潔"


def test_who_acts_for_the_chair_may_stand_below_chair_and_recorder() -> None:
    (meeting,) = parse(
        "濱海鄉防災會報第3次會議紀錄\n時間：113年3月15日\n地點：本所\n主席：鍾主任委員東錦　　　　記錄：黃詩涵\n"
        "　　　（邱副主任委員俐俐代）\n出席委員：如簽到簿\n"
    ).meetings
    assert [chair.name for chair in meeting.head.chairs] == ["邱俐俐"]
    assert meeting.head.recorder and meeting.head.recorder.name == "黃詩涵"
