"""Those whom the head names are known by their names; a converter's bullets below its headings."""

import pytest

from knowledge.model import Entry, Fact, Kind
from knowledge.parser.minutes import parse

HEAD = (
    "感染管制委員會會議紀錄\n\n- 時間：112年2月11日下午2時\n- 地點：市府\n- 主席：葉宗翰副院長\n"
    "- 紀錄：林怡君\n- 出席人員：閻淑惠（護理部主任）、卞育誠（檢驗科）、馮至剛等14位，詳簽到單\n\n"
)


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize("name", ["閻淑惠", "卞育誠", "馮至剛", "葉宗翰", "林怡君"])
def test_who_is_present_speaks_by_name_below_an_item(name: str) -> None:
    found = entries(
        "## 4. 討論事項\n### 議題1\n- 案由：修正標準書。\n- 說明：1) 擬先採檢。\n- 2) 費用另計。\n"
        f"- {name}：報告約五天。\n- 決議：通過。\n"
    )
    assert [(e.kind, e.speaker, e.path[1]) for e in found] == [
        (Kind.PROPOSAL, None, "議題1"),
        (Kind.EXPLANATION, None, "議題1"),
        (Kind.EXPLANATION, None, "議題1"),
        (Kind.SPEECH, name, "議題1"),
        (Kind.RESOLUTION, None, "議題1"),
    ]


def test_who_is_present_speaks_to_a_report() -> None:
    found = entries(
        "## 3. 業務報告\n### 3.1 感染監測（感管中心）\n- a. 密度下降。\n- b. 通報五名。\n"
        "- 馮至剛：濾網已改成每月量。\n- 決議：備查。\n"
    )
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.REPORT, None), (Kind.REPORT, None), (Kind.SPEECH, "馮至剛"), (Kind.RESOLUTION, None),
    ]  # fmt: skip


def test_whom_the_head_does_not_name_is_nobody() -> None:
    found = entries(
        "## 4. 討論事項\n### 議題1\n- 案由：修正。\n- 說明：已辦。\n- 配電盤：已檢修。\n"
    )
    assert Kind.SPEECH not in [e.kind for e in found]


def test_a_numbered_name_above_bullets_is_a_heading() -> None:
    found = entries(
        "## 3. 業務報告\n### 3.1 抗生素管理（藥劑部）\n- 使用量減少12%。\n- 分離株共21株。\n- 決議：備查。\n"
        "### 3.2 員工健康（職安室）\n- 針扎事件7件。\n- 決議：洽悉。\n"
    )
    assert [(e.kind, e.path[1], e.text) for e in found] == [
        (Kind.REPORT, "3.1 抗生素管理（藥劑部）", "使用量減少12%。"),
        (Kind.REPORT, "3.1 抗生素管理（藥劑部）", "分離株共21株。"),
        (Kind.RESOLUTION, "3.1 抗生素管理（藥劑部）", "決議：備查。"),
        (Kind.REPORT, "3.2 員工健康（職安室）", "針扎事件7件。"),
        (Kind.RESOLUTION, "3.2 員工健康（職安室）", "決議：洽悉。"),
    ]


def test_when_a_meeting_was_over_may_stand_behind_a_bullet() -> None:
    found = entries("## 6. 臨時動議\n無。\n\n## 7. 散會\n- 13:40\n")
    assert [(e.kind, e.fact) for e in found[-1:]] == [(Kind.HEADER, Fact.ADJOURNED)]


PRESENT = (
    "運銷合作社理事會會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：束理事主席慶豐\n"
    "出席：沈家豪 主任委員、何文彬（監察委員）、Kevin Tran（安全委員）、趙子晴（副主任委員，請假）\n"
    "出席理事：黎國棟、童雅玲\n列席：常務監事葉正雄、鄺監事主席秋月、蒙經理啟元、會計聞小姐雅雯、王課長大明、王課長小華、巫老闆順發\n"
)


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("鄺監事主席詢問", "鄺秋月"),
        ("蒙經理答覆", "蒙啟元"),
        ("業務部蒙經理", "蒙啟元"),
        ("億昌巫老闆", "巫順發"),
        ("聞小姐", "聞雅雯"),
        ("何監委", "何文彬"),
        ("何委員", "何文彬"),
        ("沈主委", "沈家豪"),
        ("趙副主委（書面意見）", "趙子晴"),
        ("Kevin", "Kevin Tran"),
        ("葉常監", "葉正雄"),
        ("黎理事", "黎國棟"),
        ("王課長", None),  # one of two
        ("趙主委", None),  # is not who is 副主委
    ],
)
def test_whom_the_head_names_is_known_by_surname_and_title(called: str, name: str | None) -> None:
    body = f"8. 討論事項\n提案第 1 號\n案由：調整費率，提請審議。\n討論：\n{called}：先等到明年。\n決議：通過。\n"
    found = [e for e in parse(PRESENT + body).meetings[0].entries if e.kind is Kind.SPEECH]
    assert [(e.text[: len(called)], e.speaker) for e in found] == [(called, name)]


@pytest.mark.parametrize(
    "turn",
    ["馮至剛（工務室）：", "馮至剛回應：", "馮至剛補充說明：", "(1) 馮至剛：", "◎馮至剛：", "馮至剛：\n", "【馮至剛】\n"],
)  # fmt: skip
def test_who_is_present_speaks_in_whatever_form(turn: str) -> None:
    found = entries(
        "參、臨時動議\n一、購置案，提請討論。\n說明：使用已逾年限。\n"
        f"{turn}期程抓得太緊，應該再評估。\n決議：照案通過。\n"
    )
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.MOTION, None), (Kind.EXPLANATION, None),
        (Kind.SPEECH, "馮至剛"), (Kind.RESOLUTION, None),
    ]  # fmt: skip


def test_names_below_a_decision_say_who_is_to_do_what() -> None:
    found = entries(
        "四、討論事項\n案由一：購置案。\n決議：\n- 馮至剛：8月底前完成報價。\n- 卞育誠：送驗。\n"
    )
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.RESOLUTION, Kind.RESOLUTION]
