"""Tables that reach the parser as lines: a cell a line, between bars, or beside each other."""

import pytest

from knowledge.excerpt import excerpt
from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n"
NAMES = "項次\n管制事項\n主辦機關\n執行情形\n列管建議\n"
ROWS = (
    "1\n老街路燈汰換\n工務局\n三十盞均已換新。\n解除列管\n"
    "2\n淨水場用地\n水利局\n地主尚有二人未同意。\n繼續列管，請水利局於五月底前協議\n"
)


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def told(body: str) -> list[tuple[Kind, str, str]]:
    return [(e.kind, e.path[-1], e.text) for e in entries(body)]


def test_a_cell_a_line_makes_a_report_and_a_ruling_of_each_row() -> None:
    found = told(f"報告事項\n一、列管案件。\n{NAMES}{ROWS}主席裁示：洽悉。\n二、收支情形。\n")
    assert found[1:] == [
        (Kind.REPORT, "1 老街路燈汰換", "1\n老街路燈汰換\n工務局\n三十盞均已換新。"),
        (Kind.RESOLUTION, "列管建議", "解除列管"),
        (Kind.REPORT, "2 淨水場用地", "2\n淨水場用地\n水利局\n地主尚有二人未同意。"),
        (Kind.RESOLUTION, "列管建議", "繼續列管，請水利局於五月底前協議"),
        (Kind.RESOLUTION, "主席裁示", "主席裁示：洽悉。"),
        (Kind.REPORT, "二、", "二、收支情形。"),
    ]


def test_what_follows_a_table_stands_where_the_table_does() -> None:
    found = entries(f"報告事項\n一、列管案件。\n{NAMES}{ROWS}主席裁示：洽悉。\n")
    assert found[-1].path == ("報告事項", "一、", "主席裁示")


def test_a_row_without_one_of_its_cells_still_has_its_ruling() -> None:
    short = "3\n圍牆修繕\n已完工。\n解除列管\n"
    found = told(f"列管事項\n{NAMES}{ROWS}{short}")
    assert found[-2:] == [
        (Kind.REPORT, "3 圍牆修繕", "3\n圍牆修繕\n已完工。"),
        (Kind.RESOLUTION, "列管建議", "解除列管"),
    ]


def test_names_repeated_in_every_row_label_each_cell() -> None:
    row = "編號\n{n}\n陳情人\n{who}\n陳情理由\n請改為住宅區。\n公所研析意見\n建議採納。\n審議會決議\n{ruled}\n\n"
    first, second = (
        row.format(n=1, who="林○○", ruled="同意採納。"),
        row.format(n=2, who="何○○", ruled="緩議。"),
    )
    found = entries(
        "審議案件\n第1案：山城都市計畫變更案\n決議：如附表。\n"
        f"附表　陳情意見綜理表\n{first}{second}第2案：河濱公園案\n決議：通過。\n"
    )
    assert [(e.kind, e.text.split("\n")[0], e.outcome) for e in found][2:] == [
        *[
            (Kind.OTHER, "陳情人", None), (Kind.OTHER, "陳情理由", None),
            (Kind.EXPLANATION, "公所研析意見", None), (Kind.RESOLUTION, "審議會決議", Outcome.APPROVED),
            (Kind.OTHER, "陳情人", None), (Kind.OTHER, "陳情理由", None),
            (Kind.EXPLANATION, "公所研析意見", None), (Kind.RESOLUTION, "審議會決議", Outcome.CONTINUED),
        ],
        (Kind.PROPOSAL, "第2案：河濱公園案", None), (Kind.RESOLUTION, "決議：通過。", Outcome.APPROVED),
    ]  # fmt: skip
    assert found[2].path[1:] == (
        "第1案", "附表　陳情意見綜理表", "編號 1 林○○", "陳情人"
    )  # fmt: skip


@pytest.mark.parametrize("rule", ["|---|---|---|---|\n", ""])
def test_between_bars_a_row_is_an_entry_and_its_ruling_another(rule: str) -> None:
    found = told(
        f"列管事項\n| 案號 | 案由 | 執行情形 | 決議 |\n{rule}"
        "| 7-1 | 圍牆修繕 | 已完工。 | 解除列管。 |\n| 7-2 | 路燈 |  | 請工務局趕辦。 |\n決議：依表列辦理。\n"
    )
    assert found == [
        (Kind.REPORT, "7-1 圍牆修繕", "7-1 | 圍牆修繕 | 已完工。"),
        (Kind.RESOLUTION, "決議", "解除列管。"),
        (Kind.REPORT, "7-2 路燈", "7-2 | 路燈"),
        (Kind.RESOLUTION, "決議", "請工務局趕辦。"),
        (Kind.RESOLUTION, "決議", "決議：依表列辦理。"),
    ]


def test_a_table_drawn_with_lines_is_read_as_one_with_bars() -> None:
    found = told(
        "列管事項\n┌──┬────┬────┬────┐\n│編號│案由│辦理情形│裁示│\n├──┼────┼────┼────┤\n"
        "│7-1│圍牆修繕│已完工。│解除列管。│\n└──┴────┴────┴────┘\n"
    )
    assert found == [
        (Kind.REPORT, "7-1 圍牆修繕", "7-1│圍牆修繕│已完工。│解除列管。"),
    ]


def test_cells_that_wrap_in_a_drawn_table_are_in_the_row_above() -> None:
    found = told(
        "列管事項\n┌──┬────┬────┬───┐\n│項次│決議│辦理情形│管考│\n├──┼────┼────┼───┤\n"
        "│1│汛期前清淤│已清淤3公里，餘│續管│\n│ │東排水│1公里俟用地│ │\n├──┼────┼────┼───┤\n"
        "│2│抽水機支援│已簽協定│解管│\n└──┴────┴────┴───┘\n"
    )
    assert [words for *_, words in found] == [
        "1│汛期前清淤│已清淤3公里，餘│續管\n東排水│1公里俟用地",
        "2│抽水機支援│已簽協定│解管",
    ]


def test_a_ruling_that_wraps_in_a_drawn_table_is_whole() -> None:
    found = told(
        "列管事項\n┌──┬────┬────┬────┐\n│案次│決議│辦理情形│列管建議│\n├──┼────┼────┼────┤\n"
        "│1│票價介接│甲縣已完成，乙縣│繼續列管，請│\n│ │ │測試中│九月底前完成│\n├──┼────┼────┼────┤\n"
        "│2│匝道儀控│已啟用│解除列管│\n│ │（東向）│ │ │\n└──┴────┴────┴────┘\n"
    )
    assert [(kind, words) for kind, _, words in found] == [
        (Kind.REPORT, "1│票價介接│甲縣已完成，乙縣\n測試中"),
        (Kind.RESOLUTION, "繼續列管，請\n九月底前完成"),
        (Kind.REPORT, "2│匝道儀控│已啟用\n（東向）"),
        (Kind.RESOLUTION, "解除列管"),
    ]


def test_cells_beside_each_other_are_a_row_too() -> None:
    found = told(
        "列管事項\n案號　　案由　　辦理情形　　管考建議\n"
        "114-1　　圍牆修繕　　已完工。　　解除列管\n114-2　　路燈　　招標中。　　繼續列管\n"
    )
    assert found == [
        (Kind.REPORT, "114-1 圍牆修繕", "114-1　　圍牆修繕　　已完工。　　解除列管"),
        (Kind.REPORT, "114-2 路燈", "114-2　　路燈　　招標中。　　繼續列管"),
    ]


def test_columns_need_no_numbers_where_their_names_are_known() -> None:
    found = told(
        "工作報告\n一、稽核結果\n項目　　稽核點　　合格率　　改善建議\n欄杆　　120　　95%　　無\n呼叫鈴　　96　　81%　　加強\n"
        "決議：請改善。\n"
    )
    assert found == [
        (Kind.REPORT, "一、", "一、稽核結果"),
        (Kind.REPORT, "欄杆", "欄杆　　120　　95%　　無"),
        (Kind.REPORT, "呼叫鈴", "呼叫鈴　　96　　81%　　加強"),
        (Kind.RESOLUTION, "決議", "決議：請改善。"),
    ]


@pytest.mark.parametrize(
    ("names", "row", "called"),
    [
        ("編號　單位　意見", "1　新社區公所　請留農路橋。", "1 新社區公所"),
        ("案　　由　　　　　決　　議　　　　　執行情形", "導覽培訓計畫　　照案通過　　　　　已辦二場", "導覽培訓計畫"),
        ("案號\t案由\t辦理情形", "A-01\t排水溝\t已完工。", "A-01 排水溝"),
    ],
)  # fmt: skip
def test_gaps_may_be_close_or_wide(names: str, row: str, called: str) -> None:
    assert told(f"列管事項\n{names}\n{row}\n決議：洽悉。\n") == [
        (Kind.REPORT, called, row), (Kind.RESOLUTION, "決議", "決議：洽悉。"),
    ]  # fmt: skip


def test_a_row_with_a_cell_of_several_paragraphs_stands_among_those_of_one_line() -> None:
    found = told(
        "列管事項\n序號　　指示事項　　承辦單位　　執行情形　　列管建議\n1　　藥局輪值　　衛生局　　七家已簽約。　　解除列管\n"
        "2\n古厝修復\n文化局\n一、屋頂完成八成。\n二、影片剪輯中。\n繼續列管\n"
        "3　　氨氣外洩　　農漁局　　完成演練。　　繼續列管\n主席裁示：洽悉。\n"
    )
    assert [(label, text.split("\n")[-2:]) for _, label, text in found] == [
        ("1 藥局輪值", ["1　　藥局輪值　　衛生局　　七家已簽約。　　解除列管"]),
        ("2 古厝修復", ["二、影片剪輯中。", "繼續列管"]),
        ("3 氨氣外洩", ["3　　氨氣外洩　　農漁局　　完成演練。　　繼續列管"]),
        ("主席裁示", ["主席裁示：洽悉。"]),
    ]  # fmt: skip


@pytest.mark.parametrize("stays", ["繼續列管", "繼續列管，九月底前完成"])
def test_a_row_of_what_became_of_a_decision_is_a_report_to_its_last_cell(stays: str) -> None:
    rows = f"1\n老街路燈\n工務局\n已換新。\n解除列管\n2\n淨水場\n水利局\n未同意。\n{stays}\n"
    found = entries(f"報告事項\n一、列管案件。\n{NAMES}{rows}主席裁示：洽悉。\n")
    assert [(e.kind, e.text.split("\n")[-1], e.outcome) for e in found][1:3] == [
        (Kind.REPORT, "解除列管", None), (Kind.REPORT, stays, None),
    ]  # fmt: skip


def test_blank_lines_may_part_the_cells() -> None:
    cells = "編號 案件名稱 主辦課室 執行情形 裁示 A-01 老街路燈 建設課 完工八成。 請趕工 B-02 排水護岸 工務課 設計中。 解除列管"
    found = entries(
        "壹、列管案件檢討\n\n" + "\n\n".join(cells.split()) + "\n\n貳、討論事項\n\n一、普渡場地案\n"
    )
    assert [(e.kind, e.path[1:]) for e in found] == [
        (Kind.REPORT, ("A-01 老街路燈",)), (Kind.RESOLUTION, ("A-01 老街路燈", "裁示")),
        (Kind.REPORT, ("B-02 排水護岸",)), (Kind.RESOLUTION, ("B-02 排水護岸", "裁示")),
        (Kind.PROPOSAL, ("一、",)),
    ]  # fmt: skip


def test_names_beside_each_other_are_no_table() -> None:
    found = entries("出席人員：\n王大明    李小華    陳美玉\n林正義    何文彬    吳國樑\n")
    assert "王大明    李小華    陳美玉" in "".join(e.text for e in found)


def test_what_an_opinion_is_answered_with_is_an_entry_of_its_own() -> None:
    found = told(
        "審議事項\n第1案：功能分區圖案\n項次\n陳情人\n陳情內容\n作業單位研析意見\n審議會決議\n"
        "1\n林○○\n請改劃第三類。\n建議採納。\n酌予採納，請修正圖資。\n2\n何○○\n請劃為鄉村區。\n無。\n保留。\n"
        "決議：餘照案通過。\n"
    )
    assert [(kind, label) for kind, label, _ in found[1:]] == [
        (Kind.EXPLANATION, "1 林○○"), (Kind.EXPLANATION, "作業單位研析意見"),
        (Kind.RESOLUTION, "審議會決議"),
        (Kind.EXPLANATION, "2 何○○"), (Kind.EXPLANATION, "作業單位研析意見"),
        (Kind.RESOLUTION, "審議會決議"), (Kind.RESOLUTION, "決議"),
    ]  # fmt: skip


def test_opinions_in_a_table_are_speeches_whole_rows_each() -> None:
    found = entries(
        "民眾意見及回應\n一、書面意見\n| 編號 | 姓名 | 意見 | 回應 |\n|---|---|---|---|\n"
        "| 1 | 陳先生 | 太吵。 | 加裝隔音牆。 |\n| 2 | 里辦公處 | 請加燈。 | 採納。 |\n"
    )
    assert [(e.kind, e.text) for e in found] == [
        (Kind.SPEECH, "1 | 陳先生 | 太吵。 | 加裝隔音牆。"),
        (Kind.SPEECH, "2 | 里辦公處 | 請加燈。 | 採納。"),
    ]


def test_who_speaks_in_a_row_of_opinions_is_its_first_or_second_cell() -> None:
    found = entries(
        "審查意見及回復：\n審查委員及單位　審查意見　受託單位回復\n邱委員祈榮　請補充案例。　將補充德國案例。\n"
        "農業局　應包含承租人。　納入研議。\n"
    )
    assert [(e.kind, e.speaker) for e in found] == [(Kind.SPEECH, "邱祈榮"), (Kind.SPEECH, None)]


def test_short_lines_that_no_number_follows_are_no_table() -> None:
    found = entries("報告事項\n編號\n說明\n決議\n一、收支情形。\n")
    assert any(e.text == "一、收支情形。" for e in found)


@pytest.mark.parametrize(
    "lines",
    [
        "| 主席 | 顏區長明哲 | 紀錄 | 段曉筠 |\n|---|---|---|---|\n| 時間 | 114年3月5日上午9時 | 地點 | 四樓會議室 |\n",
        "時間　　114年3月5日上午9時　　地點　　四樓會議室\n主席　　顏區長明哲　　紀錄　　段曉筠\n"
        "出席單位　　出席人員　　備註\n民政課　　吳課長大同　　代\n",
    ],
)
def test_a_head_beside_itself_is_no_table(lines: str) -> None:
    known = (
        parse(f"海線區公所114年第3次區務會議紀錄\n{lines}一、報告事項\n1. 戶政宣導。\n")
        .meetings[0]
        .head
    )
    assert (str(known.date), known.place) == ("2025-03-05", "四樓會議室")
    assert [c.name for c in known.chairs] == ["顏明哲"]
    assert known.recorder is not None and known.recorder.name == "段曉筠"


@pytest.mark.parametrize("names", ["（編號／主辦／辦理情形／管考建議）\n", ""])
def test_cells_that_slashes_part_are_a_row(names: str) -> None:
    found = told(
        f"列管事項\n{names}A-03／水利處／監測樁流失6支／繼續列管\nA-05／農業處／群組成立／解除列管\n"
        "結論：A-05解除列管，餘准予備查。\n"
    )
    assert found == [
        (Kind.REPORT, "A-03 水利處", "A-03／水利處／監測樁流失6支／繼續列管"),
        (Kind.REPORT, "A-05 農業處", "A-05／農業處／群組成立／解除列管"),
        (Kind.RESOLUTION, "結論", "結論：A-05解除列管，餘准予備查。"),
    ]


def test_lines_that_begin_with_dates_are_no_table() -> None:
    found = told("列管事項\n一、大事記\n112/3/15 橋梁動工。\n112/4/16 橋梁合龍。\n")
    assert found == [(Kind.REPORT, "一、", "一、大事記\n112/3/15 橋梁動工。\n112/4/16 橋梁合龍。")]


def test_an_attached_table_rules_on_nothing_so_its_rows_are_whole() -> None:
    rows = ("1　苗栗縣　2,900　2,420　修正通過", "2　屏東縣　1,850　—　緩議")
    found = entries(
        "陸、散會：下午5時\n附表　各案核定情形\n序號　縣市　申請金額　核定金額　結果\n"
        + "\n".join(rows)
    )
    assert [(e.kind, e.text, e.outcome) for e in found[-2:]] == [
        (Kind.OTHER, row, None) for row in rows
    ]


FEES = ("宿舍", "現行"), ("甲棟", "7,200"), ("乙棟", "")


@pytest.mark.parametrize(
    ("row", "cell", "between"),
    [
        ("<tr>{}</tr>", "<td>{}</td>", " "),
        ("<tr>\n{}\n</tr>", "<td>{}</td>", "\n"),
        ("<tr>\n{}</tr>", '<td style="text-align:right">{}</td>', "\n  "),
    ],
)
def test_a_row_of_markup_is_an_entry_without_its_tags(row: str, cell: str, between: str) -> None:
    rows = "\n".join(row.format(between.join(map(cell.format, cells))) for cells in FEES)
    found = told(
        f"討論事項\n第1案：收費案\n說明\n一、收費如下表：\n\n<table>\n{rows}\n</table>\n\n二、低收入戶全免。\n"
    )
    assert [(kind, " ".join(text.split())) for kind, _, text in found][1:] == [
        (Kind.EXPLANATION, "一、收費如下表："), (Kind.EXPLANATION, "宿舍 現行"),
        (Kind.EXPLANATION, "甲棟 7,200"), (Kind.EXPLANATION, "乙棟"),
        (Kind.EXPLANATION, "二、低收入戶全免。"),
    ]  # fmt: skip


def test_cells_that_only_tags_part_stay_apart() -> None:
    found = entries(
        "報告事項\n一、經費：\n<table><tr><td>甲棟</td><td>7,200</td><td>8,100</td></tr></table>\n"
    )
    assert found[-1].text == "甲棟</td><td>7,200</td><td>8,100"
    assert excerpt(found[-1]) == "甲棟　7,200　8,100"
    assert found[-1].path[-1] == "甲棟"


def test_the_columns_of_markup_say_what_its_cells_are() -> None:
    rows = "".join(
        f"<tr><td>{a}</td>\n<td>{b}</td>\n<td>{c}</td></tr>\n"
        for a, b, c in (("編號", "案由", "列管建議"), ("1", "路燈汰換", "解除列管"))
    )
    found = told(f"報告事項\n一、列管案件：\n<table>\n{rows}</table>\n")
    assert [(kind, text) for kind, _, text in found][1:] == [
        (Kind.REPORT, "1\n路燈汰換"), (Kind.RESOLUTION, "解除列管"),
    ]  # fmt: skip


@pytest.mark.parametrize("page", ["雲海會議紀錄\n第 2 頁\n", "第 2 頁\n雲海會議紀錄\n", "~ 2 ~\n"])
def test_a_table_goes_on_behind_the_end_of_a_page(page: str) -> None:
    rows = [f"{n}　第{n}標工程　工務處　114.08.0{n}　乙等　未設護欄" for n in range(1, 7)]
    table = "\n".join(rows[:3]) + f"\n{page}" + "\n".join(rows[3:])
    found = entries(
        f"壹、散會：上午11時\n附件　查核結果一覽表\n序　工程名稱　主辦機關　查核日期　成績　缺失\n{table}\n"
    )
    assert [e.text for e in found[2:]] == rows
