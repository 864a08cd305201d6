"""Sessions of councils and hearings: petitions, what is said in writing, who leaves, what is planned."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def kinds(body: str) -> list[Kind]:
    return [e.kind for e in entries(body)]


@pytest.mark.parametrize(
    "number",
    [
        "請願案第1號", "人民請願案第一號", "陳情案第3件", "縣府提案第2號", "議員提案第12號",
        "代表臨時提案第1號", "理事會提案第二號", "勞方提案第1案", "臨時動議第1案",
    ],
)  # fmt: skip
def test_whoever_an_item_is_of_its_number_begins_it(number: str) -> None:
    found = entries(
        f"甲、審定事項\n第一案：停車場案。\n決議：通過。\n{number}　公車改線案。\n決議：續議。\n"
    )
    assert [e.path[1:] for e in found] == [
        ("第一案",), ("第一案", "決議"), (number,), (number, "決議"),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["會議結論", "主席結論", "決議", "結論", "主席裁示"])
def test_an_item_and_what_was_concluded_on_it_may_share_a_line(label: str) -> None:
    found = entries(f"甲、討論事項\n議題一：通道寬度，提請討論。{label}：照案通過。\n")
    assert [(e.kind, e.outcome) for e in found] == [
        (Kind.PROPOSAL, None), (Kind.RESOLUTION, Outcome.APPROVED),
    ]  # fmt: skip


def test_a_written_remark_is_that_of_whoever_the_brackets_name() -> None:
    found = entries(
        "甲、討論事項\n第一案：停車場案。\n說明：車位不足。\n討論意見：\n"
        "（人事室卓管理員彥廷請假，以書面表示）請一併檢討補助。\n"
        "（工會蔡代表志明書面意見）不同意收費。\n決議：通過。\n"
    )
    assert [(e.kind, e.speaker) for e in found[2:4]] == [
        (Kind.SPEECH, "卓彥廷"), (Kind.SPEECH, "蔡志明"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "note", ["（廖委員士軒自行迴避，離席）", "（葉委員於14時20分先行離開會場）", "（王理事入席）"]
)
def test_who_comes_and_goes_is_no_speech(note: str) -> None:
    found = entries(
        f"甲、討論事項\n第一案：調查報告案。\n討論：\n葉委員宛真：請補齊前後脈絡。\n{note}\n決議：續議。\n"
    )
    assert [e.kind for e in found[1:]] == [Kind.SPEECH, Kind.OTHER, Kind.RESOLUTION]


@pytest.mark.parametrize("heading", ["各局處補充說明", "各單位補充說明：", "相關單位補充意見"])
def test_what_offices_add_after_a_ruling_is_on_no_item(heading: str) -> None:
    found = entries(
        f"甲、臨時動議\n公所提：建請禁放煙火。\n主席裁示：請消防局辦理。\n{heading}\n"
        "賀局長建中：今年病例八例。\n連局長子揚：月底前提供範本。\n乙、散會\n"
    )
    assert [(e.kind, e.speaker) for e in found[2:4]] == [
        (Kind.SPEECH, "賀建中"), (Kind.SPEECH, "連子揚"),
    ]  # fmt: skip
    assert all(e.path[0] == heading.rstrip("：") for e in found[2:4])


def test_the_business_does_not_stand_below_the_ceremony_before_it() -> None:
    found = entries("壹、頒獎\n表揚義消三人。\n甲、報告事項\n一、業務報告。\n決定：洽悉。\n")
    assert found[1].path == ("甲、報告事項", "一、")


def test_the_rows_of_a_programme_are_a_line_each_however_long() -> None:
    rows = [
        "11月10日　第1次會議　　開幕典禮",
        "11月13日至18日　第2至4次會議　　工作報告，民政、財稅為13日，教育、文化為14日，農業、水利為17日",
        "11月24日至12月4日　第5次會議　　總質詢（11月28日停開會議）",
    ]
    found = entries("乙、散會\n附件　議事日程表\n日期　　會次　　議程\n" + "\n".join(rows))
    assert [e.text for e in found[-3:]] == rows
    assert {e.kind for e in found[1:]} == {Kind.OTHER}


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("本工程係延續民國110年豪雨，改建護岸1,280公尺。", Kind.REPORT),
        ("感謝各位鄉親出席，大家有話直說。", Kind.SPEECH),
    ],
)
def test_a_host_explains_the_project_or_speaks_to_people(first: str, kind: Kind) -> None:
    assert kinds(f"陸：主持人說明\n{first}\n今日會後設諮詢桌。\n柒：散會\n")[:2] == [kind, kind]


def test_an_earlier_record_in_a_block_quote_is_quoted_whole() -> None:
    found = entries(
        "## 一、報告事項\n\n> 前次會議紀錄節錄\n> 主席：顧懷遠館長\n> 決議三：延至春節後再議。\n\n"
        "**決定**：洽悉。\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT, Kind.RESOLUTION]
    assert found[0].text.splitlines()[1:] == ["主席：顧懷遠館長", "決議三：延至春節後再議。"]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("補助案業者先行撤回，另案研議。", Outcome.WITHDRAWN),
        ("補貼調整案保留，待查核後研議。", Outcome.RESERVED),
        ("補貼調整案保留款三萬元。", None),
    ],
)
def test_a_proposal_may_be_told_of_within_its_decision(words: str, outcome: Outcome) -> None:
    (_, decided) = entries(f"甲、討論事項\n第一案：補貼。\n決議：{words}\n")
    assert decided.outcome is outcome


def test_a_record_that_was_confirmed_is_noted() -> None:
    found = entries("甲、報告事項\n一、前次（113年9月5日）會議紀錄，經各單位確認無誤，同意備查。\n")
    assert found[0].outcome is Outcome.NOTED


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("泰岳工程顧問股份有限公司（設計單位，沈柏丞經理）", "沈柏丞"),
        ("水利局（代表：王大明科長）", "王大明"),
    ],
)
def test_brackets_may_say_more_than_who_speaks_for_a_firm(who: str, name: str) -> None:
    found = entries(f"甲、各單位意見\n{who}：\n通道加寬可行。\n鄭科長大同：同意。\n")
    assert found[0].speaker == name


@pytest.mark.parametrize("label", ["獨立董事意見", "專家意見", "各委員意見"])
def test_an_opinion_is_that_of_whoever_is_named_behind_the_label(label: str) -> None:
    found = entries(
        f"伍、討論事項\n第一案\n案由：申請授信案。\n說明：供興建船塢。\n{label}：邱獨立董事淑貞：請補充還款來源。\n"
        "決議：照案通過。\n"
    )
    assert [(e.kind, e.speaker) for e in found[2:]] == [
        (Kind.SPEECH, "邱淑貞"), (Kind.RESOLUTION, None),
    ]  # fmt: skip


def test_a_marked_turn_is_over_when_the_chair_speaks_and_begins_beside_it() -> None:
    found = entries(
        "主席：請學者發言。\n■田教授立文（國立東海大學）\n重點在薪資。\n（現場鼓掌）\n主席：謝謝。\n散會\n"
    )
    assert [(e.kind, e.path[0]) for e in found[:4]] == [
        (Kind.SPEECH, "主席"), (Kind.SPEECH, "■田教授立文（國立東海大學）"),
        (Kind.OTHER, "■田教授立文（國立東海大學）"), (Kind.SPEECH, "主席"),
    ]  # fmt: skip


def test_each_reading_of_a_bill_decides() -> None:
    found = entries(
        "一、審議提案\n第1號案：預算案，請審議。\n說明：追加歲出。\n第一讀會：交付審查。\n第二讀會：照審查意見通過。\n"
        "第三讀會：無異議通過。\n"
    )
    assert [e.kind for e in found[2:]] == [Kind.RESOLUTION] * 3


def test_single_spaces_part_the_cells_of_a_table_whose_rows_are_numbered() -> None:
    found = entries(
        "四、上次指示事項辦理情形\n編號 指示事項 主辦單位 辦理情形 列管\n"
        "1 公車動態系統更新 運輸科 已完成切換 解除列管\n2 機車退出 停車科 已公告 繼續列管\n"
    )
    assert [(e.kind, e.text) for e in found] == [
        (Kind.REPORT, "1 公車動態系統更新 運輸科 已完成切換 解除列管"),
        (Kind.REPORT, "2 機車退出 停車科 已公告 繼續列管"),
    ]


def test_what_is_only_referred_to_is_an_entry_and_no_heading() -> None:
    found = entries(
        "一、開幕典禮（略）\n二、鄉長施政報告（詳書面）\n三、質詢\n林代表進財：路燈何時修？\n"
    )
    assert found[1].text == "二、鄉長施政報告（詳書面）"


def test_items_may_be_counted_by_letters() -> None:
    found = entries(
        "## 討論議題\n\n### 議題 A｜月票擴大\n\n**決議**：同意。\n\n### 議題 B｜聯合演練\n\n**決議**：九月辦理。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.PROPOSAL, "議題 A"), (Kind.RESOLUTION, "議題 A"),
        (Kind.PROPOSAL, "議題 B"), (Kind.RESOLUTION, "議題 B"),
    ]  # fmt: skip


def test_an_arrow_below_what_was_said_to_an_item_tells_what_came_of_it() -> None:
    found = entries(
        "二、協調事項\n 2-1 補助分攤比例\n   北原市：提議六比四。\n   → 未獲共識，下次會議再議。\n"
        " 2-2 資料平台\n   → 同意於七月上線。\n"
    )
    assert [(e.kind, e.path[1], e.outcome) for e in found] == [
        (Kind.PROPOSAL, "2-1", None), (Kind.SPEECH, "2-1", Outcome.REMARKED),
        (Kind.RESOLUTION, "2-1", Outcome.CONTINUED), (Kind.PROPOSAL, "2-2", None),
        (Kind.RESOLUTION, "2-2", Outcome.APPROVED),
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["資方", "公司", "主辦單位"])
def test_whoever_replies_to_a_motion_speaks(who: str) -> None:
    found = entries(
        f"八、臨時動議\n游代表阿財：停車棚漏水，請修繕。\n{who}回應：兩週內處理。\n九、散會\n"
    )
    assert [e.kind for e in found[:2]] == [Kind.MOTION, Kind.SPEECH]


def test_a_further_resolution_among_the_points_of_a_conclusion_is_one_of_them() -> None:
    found = entries(
        "協商結論：\n一、歲入部分：照案通過。\n二、附帶決議：市府應於六個月內提出計畫。\n"
    )
    assert [e.kind for e in found] == [Kind.CONCLUSION] * 2


def test_what_all_are_bidden_is_a_conclusion_whatever_the_brackets() -> None:
    found = entries(
        "五、主持人裁（指）示事項：\n(一)請民政課完成公墓除草。\n(二)請各課室提出概算。\n"
    )
    assert [e.kind for e in found] == [Kind.CONCLUSION] * 2


def test_whoever_commands_presides_and_parties_are_present() -> None:
    known = (
        parse(
            "高灘縣災害應變中心第3次工作會報紀錄\n時間：113年10月3日14時\n地點：應變中心\n"
            "指揮官：賴縣長佩蓉（曾副縣長志豪代理）\n聲請人：王大明　對造人：李小華\n協商主題：收容\n"
            "紀錄：莫凡\n壹、報告事項\n一、疏散310人。\n貳、散會\n"
        )
        .meetings[0]
        .head
    )
    assert [chair.name for chair in known.chairs] == ["曾志豪"]
    assert known.recorder is not None and known.recorder.name == "莫凡"


def test_a_comma_may_stand_where_a_part_has_its_colon() -> None:
    found = entries(
        "肆、提案討論\n案由一、修正獎懲要點\n說明、依函文修正第五條。\n決議、經舉手表決，通過。\n"
    )
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.EXPLANATION, Kind.RESOLUTION]


def test_a_sentence_that_begins_with_two_parts_is_none_of_them() -> None:
    found = entries("肆、提案討論\n一、停車案\n說明、辦法如附件。\n決議：通過。\n")
    assert [e.kind for e in found][-1] is Kind.RESOLUTION
    assert not any(e.path[-1] == "說明" for e in found)


def test_why_a_project_is_needed_is_reported() -> None:
    assert (
        kinds("八、公益性及必要性評估\n（一）公益性：受益漁船214艘。\n九、散會\n")[0] is Kind.REPORT
    )
