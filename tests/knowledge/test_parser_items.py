"""Items and their parts: who reports, a form's fields, earlier decisions, lists after a label."""

import pytest

from knowledge.model import Entry, Fact, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def test_a_report_s_title_with_its_reporter_stands_apart_from_what_is_reported() -> None:
    found = entries(
        "工作報告\n一、圖書館搬遷進度（報告單位：文化局）\n新館完成八成。\n舊館十月閉館。\n決定：洽悉。\n"
    )
    assert [(e.kind, e.path[-1], e.text) for e in found] == [
        (Kind.REPORT, "一、", "一、圖書館搬遷進度（報告單位：文化局）"),
        (Kind.REPORT, "一、", "新館完成八成。"),
        (Kind.REPORT, "一、", "舊館十月閉館。"),
        (Kind.RESOLUTION, "決定", "決定：洽悉。"),
    ]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("(二)會計室(報告人:鍾主任美玉)", "本月結餘三萬元。\n"),
        ("(二)會計室(報告人:鍾主任美玉)", "A.本月結餘三萬元。\n"),
        ("二、觀光組（報告人：李科長大同）：", "A.本月結餘三萬元。\n"),
    ],
)
def test_an_office_that_reports_only_heads_its_report(line: str, below: str) -> None:
    found = entries(f"工作報告\n{line}\n{below}")
    assert [(e.kind, e.text) for e in found] == [(Kind.REPORT, below.strip())]


def test_a_list_that_begins_on_the_line_of_its_label_begins_with_that_label() -> None:
    found = entries(
        "討論事項\n案由一：路燈案。\n說　明　(一)燈具老舊。\n(二)已逾年限。\n"
        "決議：一、照案通過。二、請養護科排程。\n"
    )
    assert [(e.text, e.path[2:], e.outcome) for e in found][1:] == [
        ("說　明　(一)燈具老舊。", ("說明", "(一)"), None),
        ("(二)已逾年限。", ("說明", "(二)"), None),
        ("決議：一、照案通過。", ("決議", "一、"), Outcome.APPROVED),
        ("二、請養護科排程。", ("決議", "二、"), Outcome.DIRECTED),
    ]


def test_a_form_s_fields_explain_their_item_and_are_nobody_s_words() -> None:
    found = entries(
        "審議案件\n第一案：「青山社區環境影響說明書」變更案\n申請單位：青山建設公司\n"
        "工程內容：增建停車場一座，可停八十輛。\n委員意見\n王委員大明：車太多。\n"
        "開發單位：將減為六十輛。\n結論：修正通過。\n"
    )
    assert [(e.kind, e.text) for e in found] == [
        (Kind.PROPOSAL, "第一案：「青山社區環境影響說明書」變更案"),
        (Kind.EXPLANATION, "申請單位：青山建設公司"),
        (Kind.EXPLANATION, "工程內容：增建停車場一座，可停八十輛。"),
        (Kind.SPEECH, "王委員大明：車太多。"),
        (Kind.SPEECH, "開發單位：將減為六十輛。"),
        (Kind.RESOLUTION, "結論：修正通過。"),
    ]


def test_a_field_after_a_full_line_is_a_line_of_its_own() -> None:
    found = entries(
        "審查事項\n（一）社團法人海線幸福家庭協會「更生家庭訪視計畫」申請補助案\n　　申請金額：48萬元\n　　決議：核定。\n"
        "（二）提案里別為千甲里之測速照相案\n　　提案里別：千甲里\n　　辦法：請評估。\n　　單位意見：交通隊：六月會勘。\n"
    )
    assert [(e.kind, e.text.split("：")[0]) for e in found if e.kind is not Kind.PROPOSAL] == [
        (Kind.EXPLANATION, "申請金額"), (Kind.RESOLUTION, "決議"), (Kind.OTHER, "提案里別"),
        (Kind.EXPLANATION, "辦法"), (Kind.EXPLANATION, "單位意見"),
    ]  # fmt: skip


def test_what_offices_make_known_is_reported() -> None:
    found = entries(
        "捌、業務宣導：\n一、民政課：\n（一）推薦至六月底止。\n二、社會課：系統改版。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.REPORT, "一、民政課"), (Kind.REPORT, "二、"),
    ]  # fmt: skip


def test_whom_an_item_is_about_says_nothing_there() -> None:
    found = entries(
        "審議案\n案號 1：「許氏家廟」指定縣定古蹟案\n所有權人：許氏宗親會\n建物概述：三進式建築。\n"
        "水利處：排水無虞。\n決議：指定為縣定古蹟。\n"
    )
    assert [e.kind for e in found] == [
        Kind.PROPOSAL, Kind.EXPLANATION, Kind.EXPLANATION, Kind.SPEECH, Kind.RESOLUTION,
    ]  # fmt: skip


def test_earlier_items_are_told_apart_by_their_numbers() -> None:
    found = entries(
        "陸、報告事項\n一、上次會期議決案執行情形報告\n案號：第1號　類別：建設\n案由：整修活動中心。\n執行情形：已發包。\n"
        "案號：第2號　類別：民政\n案由：增設櫃位。\n執行情形：已編列預算。\n"
    )
    assert [(e.kind, e.path[2]) for e in found if e.kind is not Kind.OTHER] == [
        (Kind.REPORT, "案號：第1號"), (Kind.REPORT, "案號：第1號"),
        (Kind.REPORT, "案號：第2號"), (Kind.REPORT, "案號：第2號"),
    ]  # fmt: skip


def test_a_form_has_fields_of_any_name_below_its_first() -> None:
    found = entries(
        "追蹤事項\n編號：114-2-01\n追蹤事項：洗手遵從率偏低\n負責單位：護理部\n執行進度：升至九成。\n結論：結案。\n"
        "討論議題\n議題一：動線調整\n現況說明：與民眾重疊。\n建議方案：另設入口。\n總務室：可先設臨時燈。\n決議：通過。\n"
    )
    assert [(e.kind, e.text.split("：")[0]) for e in found] == [
        (Kind.REPORT, "追蹤事項"), (Kind.OTHER, "負責單位"), (Kind.REPORT, "執行進度"),
        (Kind.RESOLUTION, "結論"), (Kind.PROPOSAL, "議題一"), (Kind.EXPLANATION, "現況說明"),
        (Kind.EXPLANATION, "建議方案"), (Kind.SPEECH, "總務室"), (Kind.RESOLUTION, "決議"),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["審查結論", "委員會決議", "審議決議", "會勘結論", "研商結論"])
def test_what_a_body_concludes_is_a_resolution_by_whatever_name(label: str) -> None:
    found = entries(
        f"審查案件\n案由一：砂石場案\n委員意見：\n1. 王委員大明：請補附資料。\n業者答復：八月可提送。\n"
        f"{label}：\n1. 修正通過。\n案由二：農路案\n{label}：緩議。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.PROPOSAL, "案由一"), (Kind.SPEECH, "案由一"), (Kind.SPEECH, "案由一"),
        (Kind.RESOLUTION, "案由一"), (Kind.PROPOSAL, "案由二"), (Kind.RESOLUTION, "案由二"),
    ]  # fmt: skip


def test_a_reply_to_a_numbered_suggestion_is_apart_from_it() -> None:
    found = entries(
        "三、建議事項\n1. 勞方建議：增加素食。\n資方回應：已洽業者。\n2. 勞方建議：公告輪調。\n"
    )
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.EXPLANATION, Kind.PROPOSAL]


def test_an_office_above_a_list_only_heads_it() -> None:
    found = entries("業務報告\n一、教育處\n（一）午餐供應二十校。\n二、教育處新址啟用。\n")
    assert [e.text for e in found] == ["（一）午餐供應二十校。", "二、教育處新址啟用。"]


def test_an_earlier_decision_and_how_far_it_was_done_are_reported() -> None:
    found = entries(
        "前次會議決議執行情形\n案號 7　老樹修剪\n決議事項：請公園處修剪。\n執行情形：已修剪。\n"
        "決定：解除列管，請定期巡查。\n"
    )
    assert [(e.kind, e.outcome) for e in found] == [
        *[(Kind.REPORT, None)] * 3, (Kind.RESOLUTION, Outcome.DIRECTED),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "item", ["提案第3號　　提案人：王理事大明", "提案第3之2號", "第3之2案", "預算案(本案先行討論)"]
)
def test_a_line_that_only_names_an_item_is_no_entry(item: str) -> None:
    found = entries(f"提案討論\n{item}\n案由：添購烘豆機。\n決議：照案通過。\n")
    assert [e.kind for e in found if e.kind is not Kind.OTHER] == [Kind.PROPOSAL, Kind.RESOLUTION]
    assert all(len(e.path) == 3 for e in found)


def test_a_numbered_topic_heads_the_paragraphs_below_it() -> None:
    found = entries(
        "會議結論\n一、停車管理：\n請警察局加強取締。\n二、經費：\n（一）由市府負擔。\n"
    )
    assert [(e.kind, e.path[1:], e.text) for e in found] == [
        (Kind.CONCLUSION, ("一、停車管理",), "請警察局加強取締。"),
        (Kind.CONCLUSION, ("二、經費", "（一）"), "（一）由市府負擔。"),
    ]


def test_a_report_between_sections_that_names_who_reports_is_one_of_its_own() -> None:
    found = entries(
        "5. 業務報告\n(1) 社員四百人。\n決定：備查。\n監事會報告(許監事主席永昌)：\n帳目相符。\n決定：洽悉。\n"
    )
    assert [(e.kind, e.path) for e in found[2:]] == [
        (Kind.REPORT, ("監事會報告",)), (Kind.RESOLUTION, ("監事會報告", "決定")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("九、主席致詞（李副縣長文昌）：", "李文昌"),
        ("九、上級指導(農業處衛技士若蘭)：", "衛若蘭"),
        ("九、主席致詞：", "周柏翰"),
    ],
)
def test_who_spoke_may_stand_in_the_heading_s_brackets(heading: str, name: str) -> None:
    found = entries(f"{heading}\n請把握送件期限。\n")
    assert [(e.kind, e.speaker) for e in found] == [(Kind.SPEECH, name)]


def test_an_office_speaks_right_after_what_is_explained() -> None:
    found = entries(
        "討論事項\n案由一：停收現金案。\n說明：現金占比已低。\n社會局班副局長若蘭：長輩怕掉卡。\n決議：緩議。\n"
    )
    assert [(e.kind, e.speaker) for e in found][2] == (Kind.SPEECH, "班若蘭")


def test_a_pause_is_nobody_s_speech() -> None:
    parsed = parse(HEAD + "意見交換\n王委員大明：太貴。\n休息（12時10分）　繼續開會（14時）\n")
    assert parsed.meetings[0].entries[-1].kind is Kind.OTHER
    assert parsed.warnings == ()


@pytest.mark.parametrize("second", ["組員　方小穎", "註冊組 方小穎", "市府秘書處科員方小穎"])
def test_a_second_recorder_may_stand_on_the_next_line(second: str) -> None:
    head = f"雲海會議紀錄\n時　　間　中華民國一百一十二年二月十一日（星期六）下午二時整\n紀　　錄　專員　林怡君\n　　　　　{second}\n"
    meeting = parse(f"{head}甲、報告事項\n一、收支情形。\n").meetings[0]
    assert meeting.head.recorder and meeting.head.recorder.name == "林怡君、方小穎"
    assert meeting.entries[-1].path[0] == "甲、報告事項"


def test_each_attachment_is_a_document_of_its_own() -> None:
    found = entries(
        "散會：下午3時\n附件1　簽名冊\n附件2　各單位書面意見\n一、農業局：請避開老樹。\n"
    )
    assert [(e.kind, e.path[0]) for e in found[-2:]] == [
        (Kind.OTHER, "附件1　簽名冊"), (Kind.SPEECH, "附件2　各單位書面意見"),
    ]  # fmt: skip


def test_a_report_attached_in_writing_is_a_report() -> None:
    found = entries("散會：下午3時\n附件二　消防局書面報告\n一、演練三場。\n二、購置器材。\n")
    assert [(e.kind, e.text) for e in found[1:]] == [
        (Kind.REPORT, "一、演練三場。"), (Kind.REPORT, "二、購置器材。"),
    ]  # fmt: skip


def test_suggestions_are_numbered_in_words_and_seconded() -> None:
    found = parse(
        HEAD + "九、里民建議事項：\n編號一　建議人：賴文龍\n建議內容：水溝淤積。\n區公所答復：已列入。\n決議：請速辦。\n"
        "十、臨時動議\n林議員志強動議：請成立中心。\n附議：蔡政宏、郭美玉\n主席裁定：無異議通過。\n"
    ).meetings[0].entries  # fmt: skip
    assert [e.kind for e in found if e.start >= len(HEAD)] == [
        Kind.OTHER, Kind.PROPOSAL, Kind.SPEECH, Kind.RESOLUTION, Kind.MOTION, Kind.OTHER, Kind.RESOLUTION,
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["第{}項", "第{}點", "第{}題", "第{}目", "議題{}"])
def test_an_item_s_number_alone_on_its_line_ends_the_decision_above(number: str) -> None:
    first, second = number.format("一"), number.format("二")
    found = entries(
        f"乙、協商事項\n{first}\n案由　審查日程\n協商結論\n一、自十一月起付委審查。\n"
        f"{second}\n案由　球場整建案\n協商結論\n同意通過。\n"
    )
    assert [(e.kind, e.path[1], e.text) for e in found] == [
        (Kind.PROPOSAL, first, "案由　審查日程"),
        (Kind.RESOLUTION, first, "一、自十一月起付委審查。"),
        (Kind.PROPOSAL, second, "案由　球場整建案"),
        (Kind.RESOLUTION, second, "協商結論\n同意通過。"),
    ]


def test_an_earlier_instruction_is_reported_on_whoever_carries_it_out_between() -> None:
    found = entries(
        "貳、上次會報指示事項列管情形\n列管編號 114-27\n指示內容：欄杆鏽蝕，請儘速修繕。\n"
        "主辦單位：工務課\n辦理情形：已於十月完工。\n裁示：解除列管。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.REPORT, "列管編號 114-27"), (Kind.OTHER, "列管編號 114-27"),
        (Kind.REPORT, "列管編號 114-27"), (Kind.RESOLUTION, "列管編號 114-27"),
    ]  # fmt: skip


def test_an_office_with_its_head_in_brackets_only_heads_its_report() -> None:
    found = entries(
        "參、各課室報告\n一、民政課（詹課長于萱）\n1. 公墓更新案已完成。\n2. 升旗典禮改地點。\n"
    )
    assert [e.text for e in found] == ["1. 公墓更新案已完成。", "2. 升旗典禮改地點。"]
    assert found[0].path[:2] == ("參、各課室報告", "一、民政課（詹課長于萱）")


def test_how_opinions_were_dealt_with_is_a_report() -> None:
    found = entries("八、第一次公聽會意見處理情形：\n計收到意見17件。\n九、散會\n")
    assert found[0].kind is Kind.REPORT


def test_how_many_are_present_is_a_line_of_the_head() -> None:
    minutes = "某社理事會會議紀錄\n1. 時間：112年2月11日\n2. 應到理事 9 人，實到 8 人（酆理事請假）\n3. 報告事項\n"
    assert [e.fact for e in parse(minutes).meetings[0].entries][2] is Fact.ATTENDANCE


def test_an_item_may_have_its_subject_beside_its_number_and_what_is_stated_below() -> None:
    found = entries(
        "四、討論議案\n第一項　傳統領域案\n案情說明：約340公頃。\n意見陳述：\n黃技士立群：須經會勘。\n"
        "表決結果：同意45票。\n第二項　護漁案\n決議：封溪一年。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.PROPOSAL, "第一項"), (Kind.EXPLANATION, "第一項"), (Kind.SPEECH, "第一項"),
        (Kind.OTHER, "第一項"), (Kind.PROPOSAL, "第二項"), (Kind.RESOLUTION, "第二項"),
    ]  # fmt: skip


def test_what_was_assigned_has_its_own_conclusion_after_it_was_followed_up() -> None:
    found = entries(
        "陸、前次會議追蹤事項\n案號：114-2-01\n交辦事項：門禁更新\n權責單位：學務處\n執行情形：完成驗收。\n"
        "追蹤結論：結案。\n案號：114-2-02\n交辦事項：照明改善\n執行情形：完成一半。\n結論：繼續追蹤。\n"
    )
    assert [(e.kind, e.path[1:]) for e in found if e.kind is not Kind.OTHER] == [
        (Kind.REPORT, ("案號：114-2-01", "交辦事項")),
        (Kind.REPORT, ("案號：114-2-01", "執行情形")),
        (Kind.RESOLUTION, ("案號：114-2-01", "追蹤結論")),
        (Kind.REPORT, ("案號：114-2-02", "交辦事項")),
        (Kind.REPORT, ("案號：114-2-02", "執行情形")),
        (Kind.RESOLUTION, ("案號：114-2-02", "結論")),
    ]


def test_the_last_section_s_bare_number_is_a_mark() -> None:
    found = entries("## 4 主席指示\n\n1. 請各課自主檢查。\n\n## 5 散會 15:30\n")
    assert [(e.kind, e.fact) for e in found] == [
        (Kind.CONCLUSION, None), (Kind.HEADER, Fact.ADJOURNED),
    ]  # fmt: skip


def test_a_numbered_ruling_with_how_far_it_is_below_is_an_earlier_one() -> None:
    found = entries(
        "陸、上次裁示事項辦理情形\n一、裁示事項：請警察局加強巡邏。\n辦理情形：已增派。\n主席裁示：解除列管。\n"
        "二、裁示事項：請教育處宣導。\n辦理情形：已辦理。\n主席裁示：繼續辦理。\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT, Kind.REPORT, Kind.RESOLUTION] * 2


def test_a_site_s_meeting_reports_how_far_works_are() -> None:
    found = entries(
        "六、前次會議待辦事項追蹤：\n項次1：滲水改善－已完成。\n項次2：色板選定－尚未回覆。\n七、工程進度：\n實際進度40.1%。\n"
    )
    assert [(e.kind, e.path[-1]) for e in found] == [
        (Kind.REPORT, "項次1"), (Kind.REPORT, "項次2"), (Kind.REPORT, "七、工程進度"),
    ]  # fmt: skip


def test_an_item_s_number_may_have_a_colon_as_a_question_s_has() -> None:
    found = entries(
        "三、討論事項\n第1題：清運預約制\n現況：隨叫隨收。\n結論：併行。\n第2題：停車格收費\n現況：未收費。\n結論：緩議。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.PROPOSAL, "第1題"), (Kind.EXPLANATION, "第1題"), (Kind.RESOLUTION, "第1題"),
        (Kind.PROPOSAL, "第2題"), (Kind.EXPLANATION, "第2題"), (Kind.RESOLUTION, "第2題"),
    ]  # fmt: skip


def test_the_next_outer_number_ends_the_points_of_a_ruling() -> None:
    found = entries(
        "甲、報告事項\n（一）秘書室（黃主任報告）：\n1、公文逾期三件。\n主席裁示：\n1、請改善。\n2、請回報。\n"
        "（二）工務課（林課長報告）：\n1、步道完工。\n裁示：洽悉。\n"
    )
    assert [(e.kind, e.text) for e in found if e.kind is not Kind.HEADER] == [
        (Kind.REPORT, "1、公文逾期三件。"),
        (Kind.RESOLUTION, "1、請改善。"),
        (Kind.RESOLUTION, "2、請回報。"),
        (Kind.REPORT, "1、步道完工。"),
        (Kind.RESOLUTION, "裁示：洽悉。"),
    ]


def test_what_an_item_s_line_says_about_it_is_one_entry_with_its_number() -> None:
    found = entries(
        "伍、討論提案\n第一號議案　　類別：財政　　提案者：鄉公所\n案　由：預算案。\n大會決議：照案通過。\n"
    )
    assert [(e.kind, e.text) for e in found] == [
        (Kind.OTHER, "第一號議案　類別：財政　　提案者：鄉公所"),
        (Kind.PROPOSAL, "案　由：預算案。"),
        (Kind.RESOLUTION, "大會決議：照案通過。"),
    ]


def test_a_line_that_tells_how_far_an_old_decision_is_is_one_report() -> None:
    row = "案次：1　案由：輔系辦法案　執行單位：註冊組　執行情形：已公告施行。　建議：解除列管"
    found = entries(f"陸、前次會議決議事項執行情形：\n{row}\n決定：同意備查。\n")
    assert [(e.kind, e.text) for e in found[:1]] == [(Kind.REPORT, row)]


@pytest.mark.parametrize(
    ("section", "label"),
    [
        ("討論事項", "案由一："),
        ("討論事項", "第一案"),
        ("臨時動議", "動議一："),
        ("報告事項", "報告案一"),
    ],
)
def test_an_item_whose_subject_stands_on_the_next_line_is_one_entry(
    section: str, label: str
) -> None:
    found = entries(
        f"貳、{section}\n{label}\n　　收支預算案，請審議。（理事會提）\n說明：\n1. 預估收入增加。\n"
        "2. 保全費調高。\n決議：照案通過。\n"
    )
    assert found[0].text.split() == [label, "收支預算案，請審議。（理事會提）"]
    assert [e.kind for e in found[1:]] == [Kind.EXPLANATION] * 2 + [Kind.RESOLUTION]


def test_an_item_stays_apart_from_who_proposes_it() -> None:
    found = entries("貳、討論事項\n第一案\n提案單位：社會課\n共餐據點案，請討論。\n決議：通過。\n")
    assert [e.text for e in found] == ["提案單位：社會課", "共餐據點案，請討論。", "決議：通過。"]


def test_an_office_speaks_after_the_points_of_an_explanation() -> None:
    found = entries(
        "陸、討論事項：\n案一、護甲層流失緊急處置\n說明：\n(1)河床刷深。\n(2)固床工外露。\n"
        "台灣電力公司：六月起排洪，施工請避開。\n決議：\n(1)完成拋放。\n"
    )
    assert [e.kind for e in found] == [
        Kind.PROPOSAL, Kind.EXPLANATION, Kind.EXPLANATION, Kind.SPEECH, Kind.RESOLUTION,
    ]  # fmt: skip


def test_proposals_may_be_counted_below_the_number_of_their_section() -> None:
    found = entries(
        "4. 提案討論\n4-1 提案：校慶經費三十萬元（提案人：家委會）\n說明：含園遊會。\n討論：\n"
        "六年三班 曾爸爸：紀念衫能不能自由訂購？\n總務組 林組長：大宗採購便宜。\n→ 表決：贊成 71 票、反對 12 票，通過\n"
        "4-2 提案：午餐改為自設廚房\n說明：由國中供應。\n→ 擱置，請評估後再議\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.PROPOSAL, "4-1 提案"), (Kind.EXPLANATION, "4-1 提案"), (Kind.SPEECH, "4-1 提案"),
        (Kind.SPEECH, "4-1 提案"), (Kind.RESOLUTION, "4-1 提案"),
        (Kind.PROPOSAL, "4-2 提案"), (Kind.EXPLANATION, "4-2 提案"), (Kind.RESOLUTION, "4-2 提案"),
    ]  # fmt: skip


def test_earlier_suggestions_are_items_and_the_office_that_replies_explains() -> None:
    found = entries(
        "柒、前次視察建議事項追蹤\n建議一、增設舍房電風扇。\n機關回復：已增設 120 支。\n小組決議：結案。\n"
        "建議二、縮短候診時間。\n機關回復：縮短為 28 分鐘。\n小組決議：繼續追蹤。\n"
    )
    assert [e.path[1] for e in found] == ["建議一"] * 3 + ["建議二"] * 3
    assert [e.kind for e in found[:3]] == [Kind.REPORT, Kind.EXPLANATION, Kind.RESOLUTION]


def test_who_replies_to_a_numbered_turn_leaves_the_next_one_beside_it() -> None:
    found = entries(
        "八、報告事項：\n(一)監測結果(報告單位：環安組)\n地下水錳濃度略高。\n委員意見：\n1. 葉雲海委員：請釐清來源。\n"
        "環安組回覆：將加設監測井。\n2. 顏己喨科長：請加測。\n營建組回覆：明年納入。\n結論：\n1. 洽悉。\n"
    )
    assert [e.path[2:] for e in found if e.kind is Kind.SPEECH] == [
        ("委員意見", "1. 葉雲海委員"), ("委員意見", "環安組回覆"),
        ("委員意見", "2. 顏己喨科長"), ("委員意見", "營建組回覆"),
    ]  # fmt: skip
