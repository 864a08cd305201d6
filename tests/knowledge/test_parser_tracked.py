"""Reports on earlier decisions, who takes the floor in an item, chairs that relieve each other."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize("word", ["後續期程", "後續規劃", "其他說明"])
def test_what_a_tracked_item_tells_besides_how_far_it_is_reports_too(word: str) -> None:
    told = f"{word}：6月底全線完工，屆時開放通行。"
    found = entries(
        f"參、列管事項\n列管第1案：道路復建\n辦理情形：已完成四成。\n{told}\n決定：繼續列管。\n"
    )
    assert [(e.kind, e.text) for e in found] == [
        (Kind.REPORT, "列管第1案：道路復建"),
        (Kind.REPORT, "辦理情形：已完成四成。"),
        (Kind.REPORT, told),
        (Kind.RESOLUTION, "決定：繼續列管。"),
    ]
    assert {e.path[:2] for e in found} == {("參、列管事項", "列管第1案")}


def test_the_same_label_explains_a_proposal() -> None:
    found = entries("參、討論事項\n第1案：道路復建案\n其他說明：經費未定。\n決議：照案通過。\n")
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.EXPLANATION, Kind.RESOLUTION]


def test_counted_reports_are_items_of_their_section() -> None:
    found = entries(
        "肆、業務報告\n業務報告一：預算執行（報告人：主計處 白處長家豪）\n執行率七成四，較去年高。\n"
        "決定：洽悉。\n業務報告二：語言認證\n報考一千人。\n決定：洽悉。\n"
    )
    assert [e.path[1] for e in found] == ["業務報告一"] * 3 + ["業務報告二"] * 2


@pytest.mark.parametrize("name", ["簡美鳳", "桂思涵", "住戶閻永昌"])
@pytest.mark.parametrize("explained", ["說明：水池曾有幼童跌落。", "說明：\n1. 曾有幼童跌落。"])
def test_whoever_takes_the_floor_in_an_item_speaks(name: str, explained: str) -> None:
    found = entries(
        f"參、討論事項\n案由一：水池填平案。\n{explained}\n{name}發言：裝圍欄就好，不必填。\n"
        "決議：本案緩議。\n"
    )
    assert [(e.kind, e.speaker) for e in found[-2:]] == [
        (Kind.SPEECH, name.removeprefix("住戶")),
        (Kind.RESOLUTION, None),
    ]


@pytest.mark.parametrize("heading", ["委員及列席意見：", "與會發言：", "出席者發言"])
def test_what_heads_a_talk_within_an_item_is_no_entry(heading: str) -> None:
    found = entries(
        f"參、討論事項\n案由一：水池填平案。\n說明：\n1. 曾有幼童跌落。\n{heading}\n"
        "王委員大明：請裝圍欄。\n決議：本案緩議。\n"
    )
    assert heading not in [e.text for e in found]
    assert [e.kind for e in found[-2:]] == [Kind.SPEECH, Kind.RESOLUTION]


def test_who_relieves_the_chair_presides_beside_him_and_the_address_is_the_first_one_s() -> None:
    line = "主席：歐陽市長若蘭（上午11時後由伊凡．諾幹副市長代理）"
    text = HEAD.replace("主席：周市長柏翰", line) + "壹、主席致詞\n各位早安，謝謝各位出席。\n"
    meeting = parse(text).meetings[0]
    assert [(c.name, c.title) for c in meeting.head.chairs] == [
        ("歐陽若蘭", "市長"),
        ("伊凡．諾幹", "副市長"),
    ]
    assert meeting.entries[-1].speaker == "歐陽若蘭"


def test_a_report_named_by_a_heading_of_markdown_is_what_stands_below_it() -> None:
    found = entries(
        "## 貳、港方報告\n### 一、航道疏濬\n1. 最淺處5.8公尺。\n2. 10月20日開工。\n"
        "### 二、費率\n碇泊費擬自115年起調整，漁船免收。\n"
    )
    assert [e.path[:2] for e in found] == [("貳、港方報告", "一、航道疏濬")] * 2 + [
        ("貳、港方報告", "二、費率")
    ]
    assert all(e.text.endswith("。") for e in found)


@pytest.mark.parametrize(
    ("name", "is_item"), [("語言測驗結果報告", True), ("會務報告", False), ("監察報告", False)]
)
def test_a_report_on_a_result_that_is_decided_on_is_an_item(name: str, is_item: bool) -> None:
    line = f"一、{name}（總幹事 余家蓁）"
    found = entries(
        f"乙、報告事項\n{line}\n（一）新生三百人。\n（二）平均六十分。\n決定：洽悉。\n二、略。\n"
    )
    assert (line in [e.text for e in found]) is is_item


def test_who_signs_a_statement_of_opinion_is_part_of_no_point() -> None:
    found = entries(
        "肆、散會\n\n附件　使用者共同意見書\n\n請港務處於一個月內書面回復。\n\n主張：\n\n"
        "（一）費率調整應先溝通。\n\n（二）替代設施應先啟用。\n\n漁會、客輪公司　共同簽署\n"
    )
    assert {(e.kind, e.outcome) for e in found[1:]} == {(Kind.STATEMENT, Outcome.DECLARED)}
    assert found[-1].text == "漁會、客輪公司　共同簽署"


def test_an_address_left_out_is_a_line_of_the_head_whatever_stands_behind_its_number() -> None:
    found = entries("陸：主席致詞：略\n柒：臨時動議：無\n")
    assert found[0].kind is Kind.HEADER


@pytest.mark.parametrize("heading", ["六、確認前次會議紀錄", "六、確認本會第240次會議紀錄："])
def test_a_section_that_only_confirms_earlier_minutes_is_the_decision_below_it(
    heading: str,
) -> None:
    (found,) = entries(f"{heading}\n決定：紀錄確定。\n")
    assert (found.kind, found.outcome) == (Kind.RESOLUTION, Outcome.NOTED)
    assert found.path[0] == heading.rstrip("：")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("同意調整單價，惟請工務處檢討施工時段。", Outcome.DIRECTED),
        ("同意代燒，惟車輛應於9時前進廠，並請先提供路線。", Outcome.DIRECTED),
        ("同意追認，惟嗣後應先徵得理事長同意。", Outcome.APPROVED),
        ("同意通過，惟請留意工期。", Outcome.APPROVED),
        ("洽悉。北埕里部分同意以小巴試辦三個月。", Outcome.NOTED),
        ("各進駐人員不得以電話代替。", Outcome.DIRECTED),
        ("申請流程由航政課會同引水人訂定，10月底前公告。", Outcome.DIRECTED),
        ("因議會審議中，代燒量保留，俟議會同意後另案函復。", Outcome.RESERVED),
    ],
)
def test_what_a_decision_s_words_say_became_of_it(words: str, told: Outcome) -> None:
    assert entries(f"參、討論事項\n案由一：代燒案。\n決議：{words}\n")[-1].outcome is told


def test_a_report_noted_at_once_is_noted_whatever_it_tells_after_that() -> None:
    found = entries("陸、前次會議結論辦理情形報告：洽悉，結論共9項，已完成7項。\n柒、散會\n")
    assert (found[0].kind, found[0].outcome) == (Kind.REPORT, Outcome.NOTED)


def test_a_record_confirmed_once_it_was_corrected_is_noted() -> None:
    found = entries("貳、確認前次會議紀錄\n前次會議紀錄，經委員指出誤植，更正後確定。\n參、散會\n")
    assert found[0].outcome is Outcome.NOTED


def test_what_is_told_below_what_somebody_moves_explains_it() -> None:
    found = entries(
        "玖、臨時動議\n\n一、住戶宣國棟：機車格常遭占用，建議加裝車牌辨識。\n\n"
        "機車格共312格，登記使用289格。\n\n主席裁示：請總幹事估價。\n"
    )
    assert [e.kind for e in found] == [Kind.MOTION, Kind.EXPLANATION, Kind.RESOLUTION]


def test_tracked_works_are_items_and_what_their_forms_tell_explains_them() -> None:
    found = entries(
        "捌、列管案件執行情形\n列管案件01：大排護岸改善工程（水利處）\n"
        "辦理情形：實際進度六成五。\n機關說明：電桿已排定遷移。\n預算執行：執行率五成四。\n"
        "主席裁示：請於11月底前追上進度。\n列管案件02：陸橋補強工程（工務處）\n辦理情形：已完成四成。\n"
        "主席裁示：洽悉。\n"
    )
    assert [(e.kind, e.path[1:]) for e in found] == [
        (Kind.REPORT, ("列管案件01",)),
        (Kind.EXPLANATION, ("列管案件01", "辦理情形")),
        (Kind.EXPLANATION, ("列管案件01", "機關說明")),
        (Kind.EXPLANATION, ("列管案件01", "預算執行")),
        (Kind.RESOLUTION, ("列管案件01", "主席裁示")),
        (Kind.REPORT, ("列管案件02",)),
        (Kind.REPORT, ("列管案件02", "辦理情形")),
        (Kind.RESOLUTION, ("列管案件02", "主席裁示")),
    ]


def test_a_section_whose_matter_is_told_below_it_is_only_a_heading() -> None:
    told = "案由：113年第2次會議紀錄，請　確認。\n決定：紀錄確定。\n"
    found = entries(f"貳、確認前次會議紀錄\n{told}參、確認歷次會議紀錄\n決定：確認。\n")
    assert [e.text for e in found] == [*told.splitlines(), "決定：確認。"]
