"""Signs before a line: Roman numerals, bare figures, small pictures, offices alone on theirs."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> list[Entry]:
    """Return what follows the lines of a head."""
    return [e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD)]


def found(body: str) -> list[tuple[Kind, str]]:
    """Return what follows the lines of a head: each kind and how the path ends."""
    return [(e.kind, e.path[-1]) for e in entries(body)]


def test_roman_numerals_of_one_character_count() -> None:
    text = (
        "雲海諮詢會議紀錄\nⅠ. 時間：112年2月11日\nⅡ. 地點：市府\nⅢ. 主持人：周處長柏翰\n"
        "Ⅳ. 專家意見\n一、許教授若蘭\n1. 應限制錨泊。\nⅤ. 結論\n1. 請企劃課公告。\nⅥ. 散會\n"
    )
    meeting = parse(text).meetings[0]
    assert meeting.head.place == "市府"
    assert [e.kind for e in meeting.entries][-3:] == [Kind.SPEECH, Kind.CONCLUSION, Kind.HEADER]


def test_figures_that_count_lines_are_marks_and_others_are_not() -> None:
    told = found(
        "主席裁示事項：\n1　堤防請儘速補強。\n2　路燈請於五月底前修復。\n3 月另行召開工作會議。\n"
    )
    assert told == [(Kind.CONCLUSION, "1"), (Kind.CONCLUSION, "2")]


def test_an_office_alone_on_its_line_heads_what_it_reports() -> None:
    told = found(
        "報告摘要：\n漁業處\n　　本季魚貨量九百公噸，較去年同期減少一成，主因為海水溫度偏高。\n"
        "工務處\n　　道路挖掘三十七件，均已復原並完成路平檢測，民眾陳情計四件。\n"
    )
    assert told == [(Kind.REPORT, "漁業處"), (Kind.REPORT, "工務處")]


def test_small_pictures_are_no_part_of_a_label() -> None:
    meeting = parse(
        "【會議紀錄】海風國中 114 學年度第 2 次家長委員會\n📅 日期：2025/9/26\n👤 主席：會長 宋婉如\n"
        "📍 地點：圖書館\n### 一、會長的話\n請大家支持校慶。\n"
    ).meetings[0]
    assert meeting.head.title == "海風國中 114 學年度第 2 次家長委員會"
    assert [chair.name for chair in meeting.head.chairs] == ["宋婉如"]
    assert meeting.entries[-1].kind is Kind.SPEECH


def test_a_letter_and_a_figure_number_an_item() -> None:
    told = found(
        "B、審查案\nB1. 案號 114-011 睡眠研究\n決議：修正後通過。\nB2. 案號 114-014 步態研究\n決議：不通過。\n"
    )
    assert told == [
        (Kind.PROPOSAL, "B1. 案號 114-011"), (Kind.RESOLUTION, "決議"),
        (Kind.PROPOSAL, "B2. 案號 114-014"), (Kind.RESOLUTION, "決議"),
    ]  # fmt: skip


def test_the_body_of_a_meeting_counted_in_brackets_is_its_series() -> None:
    head = (
        parse("山線三鄉救災聯繫會議（第二次）紀錄\n時間：113年4月10日\n地點：公所\n")
        .meetings[0]
        .head
    )
    assert (head.series, head.ordinal) == ("山線三鄉救災聯繫會議", 2)


def test_a_place_that_fills_its_line_is_complete() -> None:
    head = parse(
        "某大學倫理委員會第 3 次會議記錄\n日　期：2025.03.19\n地　點：行政大樓 502 室暨 Microsoft Teams\n"
        "執行長：查玉珊教授\n記　錄：郎采潔\n"
    ).meetings[0].head  # fmt: skip
    assert head.place == "行政大樓 502 室暨 Microsoft Teams"


@pytest.mark.parametrize("sign", ["▍", "❖", "➤", "◎", "♦", "■"])
def test_any_shape_before_a_section_is_a_sign(sign: str) -> None:
    told = found(
        f"{sign}會務報告\n收支相符。\n決定：備查。\n{sign}臨時動議\n胡金妹提：請增列族語廣播。\n決議：通過。\n"
    )
    assert [kind for kind, _ in told] == [
        Kind.REPORT,
        Kind.RESOLUTION,
        Kind.MOTION,
        Kind.RESOLUTION,
    ]


def test_letters_spaced_out_are_words() -> None:
    head = parse(
        "雲海會議紀錄\n壹、 時 間 ： 113 年 6 月 21 日 ( 星 期 五 ) 下 午 2 時\n參、 主 席 ： 理事長 高進發 Kolas\n"
    ).meetings[0].head  # fmt: skip
    assert head.start is not None
    assert head.start.hour == 14
    assert [chair.name for chair in head.chairs] == ["高進發"]


def test_numerals_in_corner_brackets_are_marks() -> None:
    found = parse(
        "某醫院藥事委員會會議記錄\n時間：114年9月3日\n地點：會議室\n主席：謝志遠\n【一】上次決議追蹤\n1. 進藥案：已進用。\n"
        "【二】新藥申請\n第1案　Semaglutide 注射劑\n決議：暫緩。\n【三】不良反應通報\n本季27件。\n決議：備查。\n〔四〕散會：13:40\n"
    ).meetings[0].entries  # fmt: skip
    assert [(e.kind, e.path[0]) for e in found[4:]] == [
        (Kind.REPORT, "【一】上次決議追蹤"), (Kind.PROPOSAL, "【二】新藥申請"), (Kind.RESOLUTION, "【二】新藥申請"),
        (Kind.REPORT, "【三】不良反應通報"), (Kind.RESOLUTION, "【三】不良反應通報"), (Kind.HEADER, "〔四〕散會"),
    ]  # fmt: skip


def test_roman_numerals_may_stand_apart_and_filed_items_have_letters() -> None:
    found = parse(
        "某機構審查委員會會議紀錄\n時 間：114年6月12日\n地 點：201室\n主 席：葉建宏\n委 員：馮淑華、崔文琪\n"
        "I. 主席報告\n本次新案一件。\nII. 新案審查\n案件編號：IRB-114-07\n計畫名稱：步態分析\n審查意見：\n(1) 字體過小。\n"
        "計畫主持人回覆：改為14號字。\n審查結果：修正後通過。\nIII. 臨時動議：無。\nIV. 散會\n"
    ).meetings[0].entries  # fmt: skip
    assert [(e.kind, e.path[0]) for e in found[4:]] == [
        (Kind.HEADER, "委員"), (Kind.SPEECH, "I. 主席報告"), (Kind.PROPOSAL, "II. 新案審查"),
        (Kind.RESOLUTION, "II. 新案審查"), (Kind.EXPLANATION, "II. 新案審查"), (Kind.RESOLUTION, "II. 新案審查"),
        (Kind.MOTION, "III. 臨時動議"), (Kind.HEADER, "IV. 散會"),
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["◆ ", "● ", "■", "▶ "])
def test_a_sign_before_a_label_is_no_part_of_the_entry(sign: str) -> None:
    body = f"柒、業務報告\n一、藥劑部報告：用量減少。\n{sign}主席裁示：洽悉。\n{sign}主席裁示：請總務室訪談。\n"
    rulings = [e for e in parse(HEAD + body).meetings[0].entries if e.kind is Kind.RESOLUTION]
    assert [(e.path[-1], e.text) for e in rulings] == [
        ("主席裁示", "主席裁示：洽悉。"), ("主席裁示", "主席裁示：請總務室訪談。"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "label",
    [
        "[決議]",
        "＜決議＞",
        "[決　議]",
        "○決議：",
        "→決議：",
        "→ 決議：",
        "主席決定：",
        "決議︰",
        "決議∶",
        "（決議）",
        "（決議）：",
        "「決議」：",
        "⊙決議：",
        "－決議：",
    ],
)
def test_a_decision_s_label_is_known_in_whatever_stands_around_it(label: str) -> None:
    body = f"壹、討論事項\n案由一：步道修繕案，提請討論。\n說明：橋面腐朽。\n{label}照案通過。\n"
    found = parse(HEAD + body).meetings[0].entries[-1]
    assert (found.kind, found.outcome) == (Kind.RESOLUTION, Outcome.APPROVED)


@pytest.mark.parametrize("heading", ["＝臨時動議＝", "— 臨時動議 —", "~~臨時動議~~"])
def test_rules_on_both_sides_frame_a_heading(heading: str) -> None:
    body = f"＝討論事項＝\n案由一：修繕案，提請討論。\n決議：照案通過。\n{heading}\n無。\n"
    assert parse(HEAD + body).meetings[0].entries[-1].kind is Kind.MOTION


def test_a_circle_stands_before_who_speaks_and_for_a_name_that_is_left_out() -> None:
    body = "壹、討論事項\n案由一：修繕案，提請討論。\n○卓委員素貞：新址離溪溝遠一點。\n○先生：我家淹過水。\n"
    found = parse(HEAD + body).meetings[0].entries
    assert next(e.speaker for e in found if e.kind is Kind.SPEECH) == "卓素貞"
    assert "○先生" in found[-1].text


@pytest.mark.parametrize("sign", ["• ", "\uf0b7 ", "\uf0d8"])
def test_the_bullets_of_a_word_processor_are_no_part_of_what_they_stand_before(sign: str) -> None:
    body = (
        "一、討論事項\n案由：外牆整修案。\n{0}提案人：管理委員會\n發言：\n"
        "{0}溫佩如委員：擔心電池起火，變電室旁應該禁止。\n決議：照案通過。\n"
        "二、主席結論\n{0}請工務處於十月底前完成。\n"
    )
    assert found(body.format(sign)) == found(body.format("- "))
    assert (Kind.SPEECH, "溫佩如委員") in found(body.format(sign))


def test_parts_behind_one_sign_stand_beside_each_other_in_a_framed_item() -> None:
    told = entries(
        "【議程一】仙草產銷\n▲ 決議\n　✓ 契作面積提高。\n　✓ 收購價七十二元。\n▲ 待辦\n　□ 關西鎮農會：提供清冊\n"
        "【議程二】膨風茶比賽\n▲ 討論\n　・ 峨眉鄉農會 吳總幹事：農藥殘留應送兩家實驗室檢驗。\n▲ 決議\n　✓ 採兩家複驗。\n"
    )
    assert [(e.kind, e.path[:2]) for e in told] == [
        (Kind.PROPOSAL, ("【議程一】",)),
        (Kind.RESOLUTION, ("【議程一】", "▲ 決議")),
        (Kind.RESOLUTION, ("【議程一】", "▲ 決議")),
        (Kind.RESOLUTION, ("【議程一】", "▲ 待辦")),
        (Kind.PROPOSAL, ("【議程二】",)),
        (Kind.SPEECH, ("【議程二】", "▲ 討論")),
        (Kind.RESOLUTION, ("【議程二】", "▲ 決議")),
    ]


def test_a_ruling_on_all_items_above_stands_in_their_section() -> None:
    told = entries(
        "◎里長建議案\n案1：溪東里 游里長：路燈昏暗。\n處理情形：增設六盞。\n案2：北大里 黃里長：違停嚴重。\n"
        "主席裁示：以上各案請於二月前回復里長。\n"
    )
    assert told[-1].path == ("◎里長建議案", "主席裁示")
