"""Items that begin within a line, with the sign behind their numeral or without; quoted minutes."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n列席：財政局局長　霍志明\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def told(body: str) -> list[tuple[Kind, str, str]]:
    return [(e.kind, e.path[1], e.text) for e in entries(body)]


@pytest.mark.parametrize("sign", ["、", ""])
def test_the_next_item_may_begin_after_a_ruling_on_the_same_line(sign: str) -> None:
    found = told(
        f"伍、報告事項\n一{sign}報告上次會議紀錄。     主席裁示:紀錄確定。 二{sign}石潭水情:蓄水八成。"
        f"     主席裁示:洽悉。\n三{sign}清淤完成六成。\n主席裁示:請趕工。\n"
    )
    assert found == [
        (Kind.REPORT, f"一{sign}", f"一{sign}報告上次會議紀錄。"),
        (Kind.RESOLUTION, f"一{sign}", "主席裁示:紀錄確定。"),
        (Kind.REPORT, f"二{sign}", f"二{sign}石潭水情:蓄水八成。"),
        (Kind.RESOLUTION, f"二{sign}", "主席裁示:洽悉。"),
        (Kind.REPORT, f"三{sign}", f"三{sign}清淤完成六成。"),
        (Kind.RESOLUTION, f"三{sign}", "主席裁示:請趕工。"),
    ]


def test_a_numeral_that_does_not_count_on_is_a_word() -> None:
    found = told("伍、報告事項\n一報告上次會議紀錄。 三位委員請假。\n二清淤完成。\n")
    assert [text for _, _, text in found] == [
        "一報告上次會議紀錄。 三位委員請假。", "二清淤完成。",
    ]  # fmt: skip


def test_the_points_of_a_decision_end_where_the_next_item_begins() -> None:
    found = told(
        "陸、討論事項\n一、通報案。 決議:(一)通過。(二)請加註圖示。 二、泛舟案。 決議:撤案。\n"
    )
    assert [(kind, item) for kind, item, _ in found] == [
        (Kind.PROPOSAL, "一、"), (Kind.RESOLUTION, "一、"), (Kind.RESOLUTION, "一、"),
        (Kind.PROPOSAL, "二、"), (Kind.RESOLUTION, "二、"),
    ]  # fmt: skip


def test_no_label_counts_in_minutes_that_are_read_out() -> None:
    quote = "「第3次會議議事錄\n　　時　　間　113年10月30日\n　　決　　定　業務報告另擇期質詢。」"
    found = entries(
        f"報告事項\n一、宣讀第3次會議議事錄。\n朗讀人員：\n{quote}\n決　定：議事錄確定。\n"
    )
    assert [(e.kind, e.path, e.text, e.outcome) for e in found] == [
        (Kind.REPORT, ("報告事項", "一、"), "一、宣讀第3次會議議事錄。", None),
        (Kind.REPORT, ("報告事項", "一、", "朗讀人員"), quote, None),
        (Kind.RESOLUTION, ("報告事項", "一、", "決定"), "決　定：議事錄確定。", Outcome.NOTED),
    ]


@pytest.mark.parametrize(("who", "name"), [("霍局長", "霍志明"), ("主辦單位", None)])
def test_a_reply_in_brackets_is_not_the_askers(who: str, name: str | None) -> None:
    found = entries(
        f"報告事項\n一、財產活化報告。\n單委員佩芬：\n- 多久巡查一次？\n- （{who}說明）每季一次。\n- 請給時間表。\n"
    )
    assert [e.speaker for e in found if e.kind is Kind.SPEECH] == ["單佩芬", name, "單佩芬"]


def test_an_amendment_belongs_to_the_item_it_amends() -> None:
    found = entries(
        "討論事項\n一、溫泉自治條例草案。\n【修正動議一】\n主旨：修正第六條。\n決議：修正通過。\n二、標售案。\n決議：撤案。\n"
    )
    assert [(e.kind, e.path[1:3]) for e in found] == [
        (Kind.PROPOSAL, ("一、",)),
        (Kind.MOTION, ("一、", "【修正動議一】")),
        (Kind.RESOLUTION, ("一、", "【修正動議一】")),
        (Kind.PROPOSAL, ("二、",)),
        (Kind.RESOLUTION, ("二、", "決議")),
    ]


def test_what_was_agreed_after_all_items_concludes_the_meeting() -> None:
    found = entries(
        "討論事項\n一、纜車案。\n決議：保留。\n二、標售案。\n決議：續議。\n協商結論\n一、請送營運數據。\n二、請訂細則。\n"
    )
    assert [(e.kind, e.path) for e in found][-2:] == [
        (Kind.CONCLUSION, ("協商結論", "一、")), (Kind.CONCLUSION, ("協商結論", "二、")),
    ]  # fmt: skip


def test_a_line_of_a_budget_is_decided_below_it_or_at_its_end() -> None:
    found = entries(
        "審查事項\n一、歲出部分：\n１款２項３目５頁［財政局］旅費，原列9,000元。\n審查意見：照案通過。\n"
        "１款３項１目６頁［財政局］油料，原列8,000元，照案通過。\n"
    )
    assert [(e.kind, e.outcome) for e in found] == [
        (Kind.PROPOSAL, None),
        (Kind.RESOLUTION, Outcome.APPROVED),
        (Kind.RESOLUTION, Outcome.APPROVED),
    ]


def kinds(body: str) -> list[tuple[Kind, str]]:
    return [(e.kind, e.text) for e in entries(body)]


def test_a_text_without_line_ends_is_cut_where_its_numbering_counts_on() -> None:
    found = kinds(
        "伍、各單位報告:一、水利局報告:淤積1.8公尺,清除完成。二、漁會報告:漁筏73艘受影響。陸、議題討論:"
        "議題一:清疏範圍,請討論。說明:依會勘紀錄辦理。結論:(一)照案通過。(二)請公所協助。"
        "議題二:土石去化,請討論。結論:緩議。柒、臨時動議:一、農會提:車輛行經學校。結論:請警察局派員。"
        "二、漁會提:公布水深圖。結論:照辦。捌、主席指示一、請各單位填報。二、請研議長期方案。\n"
    )
    assert found == [
        (Kind.REPORT, "一、水利局報告:淤積1.8公尺,清除完成。"),
        (Kind.REPORT, "二、漁會報告:漁筏73艘受影響。"),
        (Kind.PROPOSAL, "議題一:清疏範圍,請討論。"),
        (Kind.EXPLANATION, "說明:依會勘紀錄辦理。"),
        (Kind.RESOLUTION, "結論:(一)照案通過。"),
        (Kind.RESOLUTION, "(二)請公所協助。"),
        (Kind.PROPOSAL, "議題二:土石去化,請討論。"),
        (Kind.RESOLUTION, "結論:緩議。"),
        (Kind.MOTION, "一、農會提:車輛行經學校。"),
        (Kind.RESOLUTION, "結論:請警察局派員。"),
        (Kind.MOTION, "二、漁會提:公布水深圖。"),
        (Kind.RESOLUTION, "結論:照辦。"),
        (Kind.CONCLUSION, "捌、主席指示一、請各單位填報。"),
        (Kind.CONCLUSION, "二、請研議長期方案。"),
    ]


def test_items_are_cut_behind_each_heading_of_sections_without_colons() -> None:
    found = kinds(
        "甲、報告事項一、業務報告。決議:洽悉。二、財務報告。決議:備查。乙、討論事項議題一:停車案。決議:通過。"
        "議題二:路燈案。決議:緩議。\n"
    )
    assert [kind for kind, _ in found] == [
        Kind.REPORT, Kind.RESOLUTION, Kind.REPORT, Kind.RESOLUTION,
        Kind.PROPOSAL, Kind.RESOLUTION, Kind.PROPOSAL, Kind.RESOLUTION,
    ]  # fmt: skip


def test_the_points_of_an_address_and_one_item_alone_are_cut_off_their_heading() -> None:
    found = kinds(
        "伍、主席報告:一、感謝各位。二、請配合防疫。陸、討論事項(一)案由:停車案。決議:通過。\n"
    )
    assert found == [
        (Kind.SPEECH, "一、感謝各位。"),
        (Kind.SPEECH, "二、請配合防疫。"),
        (Kind.PROPOSAL, "(一)案由:停車案。"),
        (Kind.RESOLUTION, "決議:通過。"),
    ]


def test_what_an_address_counts_within_a_sentence_stays_in_it() -> None:
    line = "伍、主席致詞:各位好,今天有三件事:一、預算;二、人事;三、搬遷。"
    assert kinds(f"{line}陸、散會\n")[0] == (Kind.SPEECH, line)


def test_a_number_belongs_to_the_label_behind_it_wherever_it_stands() -> None:
    found = kinds("伍、討論事項(一)案由:津貼案。議決:通過。(二)案由:班表案。議決:續議。\n")
    assert found == [
        (Kind.PROPOSAL, "(一)案由:津貼案。"),
        (Kind.RESOLUTION, "議決:通過。"),
        (Kind.PROPOSAL, "(二)案由:班表案。"),
        (Kind.RESOLUTION, "議決:續議。"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "依第3次會議「議題一:清疏範圍。議題二:土石去化。」之結論辦理。",
        "併同議題二:土石去化一併說明。",
        "討論事項一、二併案辦理,三另案。",
    ],
)
def test_numbers_that_are_quoted_or_referred_to_cut_nothing(line: str) -> None:
    assert (Kind.REPORT, f"一、{line}") in kinds(f"伍、報告事項\n一、{line}\n二、業務報告。\n")
