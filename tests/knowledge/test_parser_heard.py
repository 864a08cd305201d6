"""Who speaks and who reports, told by title, office and the word that says so."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse
from knowledge.parser.voices import speaks, spoken_by

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周鎮長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def voices(body: str) -> list[tuple[Kind, str | None]]:
    return [(e.kind, e.speaker) for e in entries(body)]


def test_whoever_heads_the_body_speaks_by_title_alone() -> None:
    found = voices(
        "丙、報告事項\n一、海岸清理進度報告。\n鎮長：我去沙灘走過，垃圾袋還堆在堤防下。\n"
        "鎮長裁示：洽悉。\n"
    )
    assert found == [(Kind.REPORT, None), (Kind.SPEECH, "周柏翰"), (Kind.RESOLUTION, None)]


def test_a_title_before_names_is_nobody_s_speech() -> None:
    found = parse("某會議紀錄\n時間：112年2月11日\n地點：公所\n鎮長：周柏翰\n").meetings[0].entries
    assert Kind.SPEECH not in [e.kind for e in found]


def test_a_numbered_report_by_a_person_is_a_report() -> None:
    found = voices(
        "2. 管理報告\n1) 丁副理：本月報修 12 件。\n1-1) 丁副理：水塔已清洗。\n2) 湯財委：結餘 9 萬元。\n"
        "決議：備查。\n湯財委補充：定存下月到期，請委員會決定。\n"
    )
    assert [kind for kind, _ in found] == [*[Kind.REPORT] * 3, Kind.RESOLUTION, Kind.SPEECH]


def test_an_address_among_elections_is_a_speech() -> None:
    found = voices(
        "伍、選舉事項\n一、推選計票員二人。\n二、新任董理事長素蘭致詞：謝謝各位，我會把道路修好。\n"
    )
    assert found[1] == (Kind.SPEECH, "董素蘭")


def test_a_section_of_no_known_kind_holds_reports_after_the_first() -> None:
    found = voices(
        "8、環境保護\na.環保員倪志豪報告：洗車台已設置。\nb.主持人提醒：雨天請加派人力清洗。\n"
        "c.陳情三件均已改善。\n"
    )
    assert [kind for kind, _ in found] == [Kind.REPORT, Kind.SPEECH, Kind.REPORT]


@pytest.mark.parametrize("phrase", ["宏泰江老闆", "監造柳主任", "德昌營造巫經理"])
def test_a_firm_a_surname_and_a_title_are_somebody(phrase: str) -> None:
    assert speaks(phrase)
    assert spoken_by(phrase) is None  # the name itself is not said


@pytest.mark.parametrize("phrase", ["勞方代表", "校方代表", "社區外聘專家"])
def test_whom_others_stand_for_is_no_surname(phrase: str) -> None:
    assert not speaks(phrase)


def test_the_office_that_reports_may_be_said_with_its_report() -> None:
    found = entries(
        "5、進度報告\n5.1 承攬廠商報告\na.鋼筋已到場。\n5.2 業務單位報告\na.款項已付。\n"
    )
    assert [e.path[1] for e in found] == ["5.1 承攬廠商報告", "5.2 業務單位報告"]


def test_what_is_asked_in_a_council_and_answered_is_said() -> None:
    found = voices(
        "乙、質詢事項\n一、柳代表明珠質詢：\n（一）公墓何時擴建？\n鎮長答復：\n（一）十月動工。\n"
        "二、鄔代表建良質詢：\n菜色不佳。\n社會課丁課長答復：已改善。\n"
    )
    assert found == [
        (Kind.SPEECH, "柳明珠"), (Kind.SPEECH, "周柏翰"),
        (Kind.SPEECH, "鄔建良"), (Kind.SPEECH, None),
    ]  # fmt: skip


def test_what_the_chair_said_may_be_told_in_brief() -> None:
    found = voices(
        "主席宣布開會，略以：本屆首次會議，請各位指教。\n報告案一\n案名：巡檢概況。\n決定：備查。\n"
    )
    assert [kind for kind, _ in found] == [Kind.SPEECH, Kind.REPORT, Kind.RESOLUTION]


def test_each_reading_of_a_bill_and_the_assembly_s_view_decide() -> None:
    found = voices(
        "丙、審議公所提案\n第一號案：追加預算案\n大會意見：\n二讀：照審查意見通過。\n三讀：照案通過。\n"
        "第二號案：市場規費案\n大會意見：同意備查。\n"
    )
    assert [kind for kind, _ in found] == [
        Kind.PROPOSAL, Kind.RESOLUTION, Kind.RESOLUTION, Kind.PROPOSAL, Kind.RESOLUTION,
    ]  # fmt: skip


def test_a_list_goes_on_where_a_date_ends_a_line() -> None:
    found = entries("伍、決議\n1. 改採推播／資訊局／11/30\n2. 送檢測報告／地政局／12/20\n")
    assert [e.text[:2] for e in found] == ["1.", "2."]


def test_who_states_something_is_named_above_it_and_the_reply_is_not_his() -> None:
    found = voices(
        "九、民眾陳述意見及本府回應\n（一）陳述意見人：鄔添財\n陳述意見：茶園有一半要被徵收。\n"
        "本府回應：得申請一併徵收。\n（二）陳述意見人：茶亭國小家長會\n陳述意見：車速會變快。\n本府回應：速限三十公里。\n"
    )
    assert found == [
        (Kind.SPEECH, "鄔添財"), (Kind.SPEECH, None), (Kind.SPEECH, None), (Kind.SPEECH, None),
    ]  # fmt: skip


def test_an_office_s_view_beside_a_person_s_is_what_it_says() -> None:
    found = voices(
        "## 肆、提案討論\n\n**提案：修訂收費標準（提案單位：財政課）**\n\n- **說明**：周轉率低。\n"
        "- **民政課意見**：建議保留月票。\n- **池課長俊佑意見**：系統要一併更新。\n- **決議**：修正後通過。\n"
    )
    assert found == [
        (Kind.PROPOSAL, None), (Kind.EXPLANATION, None), (Kind.SPEECH, None),
        (Kind.SPEECH, "池俊佑"), (Kind.RESOLUTION, None),
    ]  # fmt: skip


def test_the_word_that_somebody_spoke_may_stand_apart() -> None:
    found = voices(
        "五、討論提案\n案一：調整會費案。\n說明：調為1,500元。\n會員 彭玉珍 發言：影響小店家。\n決議：修正通過。\n"
    )
    assert found[2] == (Kind.SPEECH, "彭玉珍")


def test_an_address_is_over_where_another_is_given() -> None:
    found = voices(
        "主席致詞：\n　歡迎新生家長。\n校長致詞：\n　校舍暑假已完工。\n工作報告：\n1. 結餘三萬元。\n"
    )
    assert found == [(Kind.SPEECH, "周柏翰"), (Kind.SPEECH, None), (Kind.REPORT, None)]


def test_whoever_heads_the_body_replies_to_a_motion() -> None:
    found = voices("臨時動議：\n八年級代表方先生：圖書館週六開放。\n校長：先試辦一個月。\n")
    assert [kind for kind, _ in found] == [Kind.MOTION, Kind.SPEECH]


def test_in_which_order_they_spoke_may_be_said_in_brackets() -> None:
    found = voices(
        "貳、報告案\n第一案：減量進度\n報告機關：氣候變遷署\n委員發言重點(依發言順序)：\n"
        "1.滕委員書豪：減量不足。\n2.侯委員靜宜：應納入預算。\n主席裁示：洽悉。\n"
    )
    assert found == [
        (Kind.REPORT, None), (Kind.OTHER, None), (Kind.SPEECH, "滕書豪"),
        (Kind.SPEECH, "侯靜宜"), (Kind.RESOLUTION, None),
    ]  # fmt: skip


def test_who_suggests_may_stand_between_a_suggestion_and_the_reply() -> None:
    found = voices(
        "四、村民建議事項\n案由（一）：道路坍方，請修復。\n建議人：邱阿妹\n鄉公所答覆：六月動工。\n主席裁示：請追蹤。\n"
        "五、臨時動議：村民余美花建議加裝冷氣。\n余鄉長忠義：納入明年度預算。\n"
    )
    assert [kind for kind, _ in found] == [
        Kind.PROPOSAL, Kind.OTHER, Kind.SPEECH, Kind.RESOLUTION, Kind.MOTION, Kind.SPEECH,
    ]  # fmt: skip


def test_what_is_answered_below_its_heading_is_not_the_asker_s() -> None:
    found = voices(
        "七、意見交流（依發言順序）：\n1.金山里 許里長文雄\n(1)漁船要停哪？\n《回應》\n(1)規劃臨時泊位。\n"
        "2.林里長文章\n希望再辦說明會。\n《回應》\n錄案辦理。\n"
    )
    assert [name for _, name in found] == ["許文雄", None, "林文章", None]
