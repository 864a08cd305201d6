"""Ways of writing that only some bodies have: tracked items, councils' numbers, offices' reports."""

import pytest

from knowledge.model import Entry, Head, Kind, Outcome
from knowledge.parser.minutes import parse
from knowledge.parser.outcomes import outcome
from knowledge.text import plain

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def head(lines: str) -> Head:
    return parse("雲海協會第三屆第五次理監事會議紀錄\n" + lines).meetings[0].head


def test_tracked_items_are_told_apart_by_their_numbers() -> None:
    found = entries(
        "一、列管事項追蹤\n列管編號：114-05-01\n列管事項：人行道修繕\n主辦單位：建設課\n"
        "辦理情形：已完工。\n鄉長裁示：解除列管。\n列管編號：114-05-02\n列管事項：停車場\n鄉長裁示：持續列管。\n"
    )
    assert [(e.kind, e.path[1:]) for e in found] == [
        (Kind.REPORT, ("列管編號：114-05-01", "列管事項")),
        (Kind.OTHER, ("列管編號：114-05-01", "主辦單位")),
        (Kind.REPORT, ("列管編號：114-05-01", "辦理情形")),
        (Kind.RESOLUTION, ("列管編號：114-05-01", "鄉長裁示")),
        (Kind.REPORT, ("列管編號：114-05-02", "列管事項")),
        (Kind.RESOLUTION, ("列管編號：114-05-02", "鄉長裁示")),
    ]


def test_each_office_reports_for_itself() -> None:
    found = entries(
        "二、各課室工作報告\n民政課：\n1、祭典圓滿完成。\n2、7月份將辦理座談會。\n"
        "社會課：\n急難救助本月核發十八件。\n財經課：略\n清潔隊：無。\n三、散會\n"
    )
    assert [(e.kind, e.path[1], e.text) for e in found[:5]] == [
        (Kind.REPORT, "民政課", "1、祭典圓滿完成。"),
        (Kind.REPORT, "民政課", "2、7月份將辦理座談會。"),
        (Kind.REPORT, "社會課", "急難救助本月核發十八件。"),
        (Kind.REPORT, "財經課", "財經課：略"),
        (Kind.REPORT, "清潔隊", "清潔隊：無。"),
    ]


@pytest.mark.parametrize(
    ("section", "second"),
    [
        ("參、各單位工作報告", "總務處（報告人：侍總務長冠中）"),
        ("參、各單位工作報告", "永續發展暨社會實踐辦公室"),
        ("參、各單位近況", "北區分會："),
        ("參、各單位提案", "資訊組"),
    ],
)
def test_an_office_heads_items_whose_numbers_run_on_across_offices(
    section: str, second: str
) -> None:
    found = entries(
        f"{section}\n教務處（報告人：卓教務長亦凡）\n1. 加退選已截止。\n2. 門檻已公告。\n"
        f"{second}\n3. 耐震補強已開工。\n圖書館\n4. 新書已上架。\n5. 自習區已開放。\n"
    )
    name = second.partition("（")[0].rstrip("：")
    assert [(e.path[1:], e.text) for e in found] == [
        (("教務處", "1."), "1. 加退選已截止。"),
        (("教務處", "2."), "2. 門檻已公告。"),
        ((name, "3."), "3. 耐震補強已開工。"),
        (("圖書館", "4."), "4. 新書已上架。"),
        (("圖書館", "5."), "5. 自習區已開放。"),
    ]


@pytest.mark.parametrize(
    "form",
    ["{}", "{}：", "（{}）", "【{}】", "〈{}〉", "{}報告：", "{}（林主任）", "{}—林主任", "{} 林主任佩君",
     "{}主任林佩君", "**{}**", "- {}", "## {}", "■ {}"],
)  # fmt: skip
def test_an_office_heads_items_in_whatever_form(form: str) -> None:
    first, second = form.format("教務處"), form.format("圖書館")
    found = entries(
        f"參、各單位工作報告\n{first}\n1. 加退選已截止。\n2. 門檻已公告。\n{second}\n3. 新書已上架。\n"
    )
    assert [e.text for e in found] == ["1. 加退選已截止。", "2. 門檻已公告。", "3. 新書已上架。"]
    assert ["教務處" in e.path[1] for e in found] == [True, True, False]
    assert "圖書館" in found[2].path[1]


def test_a_heading_may_group_items_that_have_numbers_of_their_own() -> None:
    found = entries(
        "乙、審查議案\n一、縣政府提案\n第一號\n案由：修正草案。\n審查意見：照案通過。\n"
        "二、議員提案\n第五號　提案人：尤瑞春　連署人：李成濟\n案由：托嬰案。\n審查意見：送縣府研究辦理。\n"
    )
    assert [(e.kind, e.path[1:3]) for e in found] == [
        (Kind.PROPOSAL, ("一、縣政府提案", "第一號")),
        (Kind.RESOLUTION, ("一、縣政府提案", "第一號")),
        (Kind.OTHER, ("二、議員提案", "第五號")),
        (Kind.PROPOSAL, ("二、議員提案", "第五號")),
        (Kind.RESOLUTION, ("二、議員提案", "第五號")),
    ]


def test_the_minutes_that_are_confirmed_hold_no_items() -> None:
    found = entries(
        "確認上次會議紀錄：\n決定：准予備查。\n報告案1：執行情形\n決定：洽悉。\n"
        "討論案1：比率案，提請討論。\n決議：照案通過。\n"
    )
    assert [(e.kind, e.path[0]) for e in found] == [
        (Kind.REPORT, "確認上次會議紀錄"), (Kind.RESOLUTION, "確認上次會議紀錄"),
        (Kind.REPORT, "報告案1"), (Kind.RESOLUTION, "報告案1"),
        (Kind.PROPOSAL, "討論案1"), (Kind.RESOLUTION, "討論案1"),
    ]  # fmt: skip


def test_corner_brackets_of_any_kind_frame_headings() -> None:
    found = entries(
        "《報告事項》\n1. 補助現況。\n《討論事項》\n【議題一】擺設範圍\n〔說明〕店家外推。\n"
        "〔討論〕\n鄭美蘭委員：先勸導。\n〔決議〕照案通過。\n《散會》20:40\n"
    )
    assert [(e.kind, e.path[:2]) for e in found] == [
        (Kind.REPORT, ("《報告事項》", "1.")),
        (Kind.PROPOSAL, ("《討論事項》", "【議題一】")),
        (Kind.EXPLANATION, ("《討論事項》", "【議題一】")),
        (Kind.SPEECH, ("《討論事項》", "【議題一】")),
        (Kind.RESOLUTION, ("《討論事項》", "【議題一】")),
        (Kind.HEADER, ("《散會》",)),
    ]


def test_lines_of_a_drawn_table_are_no_words() -> None:
    found = entries(
        "貳、上次會議決議執行情形\n┌──┬────┐\n│案次│決議事項│\n├──┼────┤\n"
        "│一│照案通過。│\n└──┴────┘\n決定：同意備查。\n"
    )
    assert [(e.kind, e.text) for e in found] == [
        (Kind.REPORT, "案次│決議事項"),
        (Kind.REPORT, "一│照案通過。"),
        (Kind.RESOLUTION, "決定：同意備查。"),
    ]


def test_what_was_said_and_what_was_replied_stand_below_who_spoke() -> None:
    found = entries(
        "八、土地所有權人陳述意見及回應處理情形：\n（一）李○旺（土地所有權人）\n陳述意見：應按市價。\n"
        "回應：由地價評議委員會評定。\n（二）建功里里長 曾○成\n陳述意見：\n1.請維持通車。\n回應：\n1.將半半施工。\n"
    )
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.SPEECH, "李○旺"), (Kind.SPEECH, None), (Kind.SPEECH, "曾○成"), (Kind.SPEECH, None),
    ]  # fmt: skip


def test_a_group_of_opinions_is_a_heading_and_a_reply_among_them_a_speech() -> None:
    found = entries(
        "捌、討論情形：\n一、委員及專家學者意見（依發言順序）\n（一）林委員文彬\n1.請補充。\n"
        "二、業務單位回應：\n將納入研修參考。\n"
    )
    assert [(e.kind, e.text) for e in found] == [
        (Kind.SPEECH, "1.請補充。"), (Kind.SPEECH, "將納入研修參考。"),
    ]  # fmt: skip


def test_a_reply_to_a_motion_is_a_speech() -> None:
    found = entries(
        "十一、臨時動議\n陳老師建宏：建議調整鐘聲。\n總務處回應：會後調整。\n主席：請學務處評估。\n"
    )
    assert [e.kind for e in found] == [Kind.MOTION, Kind.SPEECH, Kind.SPEECH]


def test_two_numbered_lines_of_a_head_may_share_a_line() -> None:
    known = head(
        "一、時間：114年3月9日下午2時\n二、地點：活動中心\n三、出席人員：\n　　理事：王麗珠、陳志成\n"
        "　　監事：黃秀琴\n四、主　　席：蔡理事長永福　　　五、紀　　錄：性平辦 李雅婷\n六、討論事項：無\n"
    )
    assert [c.name for c in known.chairs] == ["蔡永福"]
    assert known.recorder is not None
    assert (known.recorder.org, known.recorder.name) == ("性平辦", "李雅婷")


def test_who_signs_at_the_end_is_part_of_the_head() -> None:
    found = entries("參、散會：12時\n主持人簽名：　　　　漁會代表簽名：\n")
    assert [e.kind for e in found] == [Kind.HEADER, Kind.HEADER]


def test_suggestions_may_be_a_section_and_a_reply_to_one_is_a_speech() -> None:
    found = entries(
        "參、辦理情形報告\n一、路燈已增設。\n肆、建議事項\n第一案\n提案人：鄰長許清標\n案由：反射鏡案。\n"
        "公所清潔隊回應：納入考量。\n主席裁示：請七月前回復。\n"
    )
    assert [(e.kind, e.path[:2]) for e in found[1:]] == [
        (Kind.OTHER, ("肆、建議事項", "第一案")),
        (Kind.PROPOSAL, ("肆、建議事項", "第一案")),
        (Kind.SPEECH, ("肆、建議事項", "第一案")),
        (Kind.RESOLUTION, ("肆、建議事項", "第一案")),
    ]


def test_who_speaks_to_an_item_may_be_numbered_below_it() -> None:
    found = entries(
        "八、討論議題：\n議題一：補助額度是否調整？\n(一) 業者代表：\n建請提高。\n(二) 城鄉發展局：應設上限。\n"
        "(三) 財政部國庫署（書面意見）\n請先評估。\n結論：原則同意調高。\n"
    )
    assert [e.kind for e in found] == [Kind.PROPOSAL, *[Kind.SPEECH] * 3, Kind.RESOLUTION]


def test_the_conclusion_of_a_report_of_one_line_is_its_resolution() -> None:
    found = entries("七、報告案：成果報告（略）\n結論：洽悉。\n八、臨時動議：無\n結論：散會。\n")
    assert [e.kind for e in found] == [
        Kind.REPORT, Kind.RESOLUTION, Kind.MOTION, Kind.CONCLUSION,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("王主任佩芬表示國中可動員三十名學生。", "王佩芬"),
        ("(一)王委員大明認為經費偏高，建議分年編列。", "王大明"),
        ("主席說明本案已函報中央。", "周柏翰"),
    ],
)
def test_words_may_be_told_of_a_person_without_a_colon(line: str, name: str) -> None:
    found = entries(f"肆、意見交換\n{line}\n")
    assert [(e.kind, e.speaker, e.text) for e in found] == [(Kind.SPEECH, name, line)]


def test_rows_of_a_table_are_told_apart_by_their_numbers() -> None:
    found = entries(
        "一、前次會議決議事項辦理情形：\n項次1　鋼筋查驗缺失改善　承包商　已完成。　結案\n"
        "項次2　交維計畫送審　承包商　審查中。　持續追蹤\n二、協議事項：\n1.承包商應提送趕工計畫。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.REPORT, "項次1"), (Kind.REPORT, "項次2"), (Kind.CONCLUSION, "1."),
    ]  # fmt: skip


def test_a_slash_may_stand_for_the_colon_of_a_head() -> None:
    known = head(
        "日期／113年9月4日\n時間／14:00\n地點／區公所\n主席／簡區長　敏智\n紀錄／課員 邱筱晴\n"
    )
    assert (known.place, known.chairs[0].name) == ("區公所", "簡敏智")
    assert known.start is not None and known.start.hour == 14


@pytest.mark.parametrize(
    ("words", "what_became_of_it"),
    [
        ("本案建議有條件通過審查，送請環評委員會討論。", Outcome.APPROVED),
        ("三讀通過。", Outcome.APPROVED),
        ("通過，商家部分修正為每月280元。", Outcome.AMENDED),
        ("除第3案「12公尺」更正為「15公尺」外，其餘確認。", Outcome.AMENDED),
        ("照案通過，並提校務會議審議。", Outcome.APPROVED),
        ("俟預算通過後再提會討論。", Outcome.CONTINUED),
        ("請業務單位修正後，另行召會研商。", Outcome.CONTINUED),
        ("本案續審。", Outcome.CONTINUED),
        ("送縣府研究辦理。", Outcome.DIRECTED),
        ("送公所建設課辦理會勘。", Outcome.DIRECTED),
        ("應設置即時水質監測站3處。", Outcome.DIRECTED),
        ("留待下次會議討論。", Outcome.CONTINUED),
        ("退回文化局重新檢討後再提。", Outcome.CONTINUED),
        ("擱置，俟公所補充資料後再審。", Outcome.CONTINUED),
        ("未達出席人數四分之三同意，本案不通過。", None),
        ("（無）", Outcome.NONE),
        ("全體出席理事同意通過，提代表大會審議。", Outcome.APPROVED),
        ("請提出諮商同意辦法修正草案。", Outcome.DIRECTED),
        ("公車停靠區位置另案會勘。", Outcome.CONTINUED),
    ],
)
def test_what_became_of_an_item_in_further_words(
    words: str, what_became_of_it: Outcome | None
) -> None:
    assert outcome(Kind.RESOLUTION, plain(words)) is what_became_of_it


def test_a_framed_heading_ends_the_names_of_those_present() -> None:
    found = entries(
        "出席者：漁會、海科館\n【會議緣起】\n暑假將至，爰召開本會。\n【決議】\n(1)停車：開放。\n"
    )
    assert [e.kind for e in found] == [Kind.HEADER, Kind.EXPLANATION, Kind.RESOLUTION]


def test_the_subject_of_a_meeting_may_stand_in_its_head() -> None:
    known = parse("市府會議紀錄\n案由：研商通報\n開會時間：112年2月11日上午10時\n地點：市府\n")
    assert known.meetings[0].head.start is not None


def test_the_record_of_what_was_said_is_named_by_its_meeting() -> None:
    known = parse("社子島開發案聽證會發言紀錄\n時間：112年2月11日上午10時\n地點：市府\n")
    assert known.meetings[0].head.title == "社子島開發案聽證會"


def test_rows_between_bars_are_told_apart() -> None:
    found = entries(
        "貳、追蹤事項\n11401｜碼頭請加速。｜港務處｜已決標。\n11402｜補助請檢討。｜文化處｜提審。\n"
    )
    assert [e.text[:5] for e in found] == ["11401", "11402"]


@pytest.mark.parametrize("number", ["討論案(一)：", "（討論1）", "提案一、"])
def test_an_item_s_number_may_stand_in_brackets(number: str) -> None:
    found = entries(f"參、討論事項\n{number}公園案。\n決議：通過。\n")
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.RESOLUTION]
    assert len(found[0].path) == 2


def test_what_was_agreed_in_consultation_stays_with_its_item() -> None:
    found = entries("參、討論事項\n案由一：公園案。\n附帶決議：請提報。\n協商結論：照案通過。\n")
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.RESOLUTION, Kind.RESOLUTION]


def test_opinions_of_a_review_are_speeches_and_those_on_an_item_its_outcome() -> None:
    review = entries(
        "七、審查意見：\n(一)傅委員朝卿：\n1.應補充圖說。\n(二)文化資產局（書面意見）：\n請補充。\n"
        "(三)業務單位意見：\n請修正。\n"
    )
    assert [e.kind for e in review] == [Kind.SPEECH] * 3
    council = entries("七、審議案\n第1號案\n案由：預算案。\n審查意見：照案通過。\n")
    assert [e.kind for e in council] == [Kind.PROPOSAL, Kind.RESOLUTION]


def test_a_motion_may_be_told_by_its_contents() -> None:
    found = entries("肆、臨時動議\n提案人：黃委員淑芬\n內容：建議聯合稽查。\n主席裁示：請規劃。\n")
    assert [e.kind for e in found] == [Kind.OTHER, Kind.MOTION, Kind.RESOLUTION]


def test_a_year_after_a_number_is_no_fraction() -> None:
    found = entries("二、工作報告：\n1.基金結餘四百萬元。\n2.113年度收繳率98.2%。\n")
    assert [e.path[1] for e in found] == ["1.", "2."]


def test_a_series_keeps_both_quotation_marks() -> None:
    known = parse(
        "教育部「數位學習方案」第4次協調會議紀錄\n時間：112年2月11日上午10時\n地點：部內\n"
    )
    assert known.meetings[0].head.series == "教育部「數位學習方案」協調會議"


def test_roman_numerals_number_sections() -> None:
    found = parse(
        "安全衛生委員會紀錄\nⅠ、時間：113年9月26日14:00\nⅡ、地點：會議室\nⅢ、主席：黃處長光瀛\n"
        "Ⅳ、報告事項\nA. 滑倒防止已完成。\nⅤ、討論事項\nA. 案由：檢查逾期。\nⅥ、散會：15:20\n"
    ).meetings[0]
    assert [c.name for c in found.head.chairs] == ["黃光瀛"]
    assert [e.kind for e in found.entries[-3:]] == [Kind.REPORT, Kind.PROPOSAL, Kind.HEADER]


def test_labels_may_name_the_occasion_and_who_spoke_with_the_chair_is_no_chair() -> None:
    known = parse(
        "停車改善會勘紀錄\n會勘時間：114年6月11日上午10時\n會勘地點：公園\n會勘召集人：陳議員冠羽\n"
        "與談人：童元昭教授\n會勘結論：\n1.請劃設標線。\n"
    ).meetings[0]
    assert [c.name for c in known.head.chairs] == ["陳冠羽"]
    assert known.head.place == "公園"
    assert known.entries[-1].kind is Kind.CONCLUSION


def test_a_title_may_stand_in_brackets() -> None:
    known = parse("【工作小組第九次會議】會議紀錄\n時間：112年2月11日上午10時\n地點：市府\n")
    assert known.meetings[0].head.title == "工作小組第九次會議"


def test_a_section_that_was_left_out_says_so() -> None:
    found = entries("陸、說明重點：（廠商簡報略）\n柒、結論\n一、請提出計畫。\n")
    assert [(e.kind, e.text) for e in found] == [
        (Kind.REPORT, "陸、說明重點：（廠商簡報略）"), (Kind.CONCLUSION, "一、請提出計畫。"),
    ]  # fmt: skip


def test_who_leads_through_the_meeting_is_no_chair_of_it() -> None:
    known = head(
        "時間：114年3月22日上午9時\n地點：活動中心\n"
        "主席：理事長 莊清泉　　司儀：戴美惠　　紀錄：范姜雅琳\n"
    )
    assert [c.name for c in known.chairs] == ["莊清泉"]
    assert known.recorder is not None and known.recorder.name == "范姜雅琳"


def test_the_office_above_a_committee_s_title_is_part_of_it() -> None:
    lines = "空污基金管理委員會第1次會議紀錄\n時間：114年4月25日下午2時\n地點：本局\n"
    assert parse("臺中市環境保護局\n" + lines).meetings[0].head.title == (
        "臺中市環境保護局空污基金管理委員會第1次會議"
    )
    letterhead = parse("空污基金會\n" + lines).meetings[0].head.title
    assert letterhead == "空污基金管理委員會第1次會議"


def test_questions_after_a_report_are_talk() -> None:
    found = entries(
        "參、工作報告：\n稽查大隊：稽查八千件。\n委員提問：\n王委員順成：請說明。\n決議：洽悉。\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT, Kind.SPEECH, Kind.RESOLUTION]
