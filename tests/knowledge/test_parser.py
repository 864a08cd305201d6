"""Documents and what must become of them; then one rule of the parser at a time."""

import json
from pathlib import Path

import pytest

from knowledge.model import Entry, Fact, Head, Kind, Outcome
from knowledge.parser.minutes import parse
from knowledge.parser.outcomes import outcome
from knowledge.parser.people import officials
from knowledge.parser.voices import spoken_by
from knowledge.report import as_json
from knowledge.text import plain

GOLDEN = Path(__file__).parents[1] / "data" / "minutes"
# `styles` holds a document for each way of writing minutes that bodies elsewhere have.
PAIRS = {path.stem: path for path in GOLDEN.rglob("*.json")}
PUBLISHED = Path(__file__).parents[2] / "knowledge" / "minutes"
HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n"


def document(name: str) -> str:
    found = [
        p for p in (*GOLDEN.rglob(f"{name}.*"), *PUBLISHED.glob(f"{name}.*")) if p.suffix != ".json"
    ]
    return found[0].read_bytes().decode()


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the four lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def head(lines: str) -> Head:
    return parse(lines).meetings[0].head


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_a_document_becomes_what_its_golden_pair_says(name: str) -> None:
    expected = json.loads(PAIRS[name].read_text(encoding="utf-8"))
    assert as_json(parse(document(name))) == expected


@pytest.mark.parametrize("path", sorted(PUBLISHED.glob("*.txt")), ids=lambda path: path.stem)
def test_the_published_minutes_are_understood_without_a_warning(path: Path) -> None:
    assert parse(path.read_bytes().decode()).warnings == ()


def test_a_page_break_in_a_sentence_is_joined_and_a_line_end_kept() -> None:
    statement = parse(document("2025-04-09-tariff")).meetings[0].entries
    joined = next(e for e in statement if "辦理中小企業放款" in e.text)
    assert "信用保證機制，加強辦理中小企業放款。" in joined.text
    headed = next(e for e in statement if e.text.startswith("1. 產業外銷受阻"))
    assert headed.text.count("\n") == 1


def test_a_promised_report_is_kept_in_the_entry_s_own_words() -> None:
    promised = [e.follow_up for e in parse(document("2024-03-15-mayors-2")).meetings[0].entries]
    assert [p for p in promised if p] == ["於下次副市長層級會議提出階段性成果報告"] * 2


def test_the_facts_of_a_head_are_entries_that_say_which_fact_they_are() -> None:
    facts = [e.fact for e in parse(document("2024-03-15-mayors-2")).meetings[0].entries if e.fact]
    assert facts == [
        Fact.TITLE, Fact.TIME, Fact.PLACE, *[Fact.CHAIR] * 4, Fact.OTHER,
        Fact.ATTENDANCE, Fact.RECORDER, Fact.ADDRESS, Fact.ADJOURNED,
    ]  # fmt: skip


def test_each_line_of_a_head_is_an_entry_and_a_label_alone_heads_them() -> None:
    lines = parse(document("2023-02-11-pilot")).meetings[0].entries
    chairs = [e for e in lines if e.path == ("參、 主席",)]
    assert [e.text for e in chairs] == [
        "基隆市政府 謝市長國樑", "新北市政府 侯市長友宜", "共同主持",
        "臺北市政府 蔣市長萬安", "桃園市政府 張市長善政",
    ]  # fmt: skip
    assert [e.fact for e in chairs if e.text == "共同主持"] == [Fact.OTHER]


@pytest.mark.parametrize(
    "text", ["", "   \n", "今天天氣很好。\n我們去爬山。", "時間：一個謎", "SELECT * FROM minutes;"]
)
def test_a_text_without_a_meeting_has_none_and_a_warning(text: str) -> None:
    parsed = parse(text)
    assert parsed.meetings == ()
    assert parsed.warnings


def test_unknown_facts_are_none_and_named_in_a_warning() -> None:
    parsed = parse("雲海會議紀錄\n地點：市府\n報告事項\n一、收支情形。\n")
    assert parsed.meetings[0].head.date is None
    assert any("日期" in warning for warning in parsed.warnings)


def test_what_cannot_be_placed_is_other_and_counted_in_a_warning() -> None:
    parsed = parse(HEAD + "壹、活動花絮\n請各位首長移步至大廳。\n")
    assert [e.kind for e in parsed.meetings[0].entries][-1] is Kind.OTHER
    assert any("列為「其他」" in warning for warning in parsed.warnings)


def test_the_same_numeral_may_stand_above_or_below_another() -> None:
    above = entries("壹、討論事項\n甲、公園案。\n乙、路燈案。\n")
    below = entries("甲、討論事項\n壹、公園案。\n貳、路燈案。\n")
    assert [e.path for e in above] == [("壹、討論事項", "甲、"), ("壹、討論事項", "乙、")]
    assert [e.path for e in below] == [("甲、討論事項", "壹、"), ("甲、討論事項", "貳、")]


def test_a_list_under_an_item_does_not_end_the_list_of_items() -> None:
    found = entries(
        "討論事項\n一、公園案。\n說明：\n一、樹木老化。\n二、設施破損。\n決議：照案通過。\n"
        "二、路燈案。\n決議：續議。\n"
    )
    assert [(e.kind, e.path) for e in found] == [
        (Kind.PROPOSAL, ("討論事項", "一、")),
        (Kind.EXPLANATION, ("討論事項", "一、", "說明", "一、")),
        (Kind.EXPLANATION, ("討論事項", "一、", "說明", "二、")),
        (Kind.RESOLUTION, ("討論事項", "一、", "決議")),
        (Kind.PROPOSAL, ("討論事項", "二、")),
        (Kind.RESOLUTION, ("討論事項", "二、", "決議")),
    ]


def test_repeated_and_skipped_numbers_stay_sections() -> None:
    found = entries("柒、主持人結論：請儘速辦理。\n柒、散會：上午十一時三十分。\n")
    assert [e.kind for e in found] == [Kind.CONCLUSION, Kind.HEADER]


def test_numbering_restarts_under_a_heading_without_a_number() -> None:
    found = entries("壹、報告事項\n交通類\n1. 公車路線。\n2. 停車場。\n文化類\n1. 展覽。\n")
    assert [e.path[1:] for e in found] == [("交通類", "1."), ("交通類", "2."), ("文化類", "1.")]


def test_numerals_that_have_lost_their_sign_count_where_they_begin_at_one() -> None:
    found = entries("甲　報　告　事　項\n一報告上次會議紀錄。\n決定：確定。\n二主計處報告收支。\n")
    assert [e.path for e in found] == [
        ("甲　報告事項", "一"), ("甲　報告事項", "一", "決定"), ("甲　報告事項", "二"),
    ]  # fmt: skip
    words = entries("報告事項\n三縣市共同辦理。\n四年內完成。\n")
    assert all(e.path == ("報告事項",) for e in words)


def test_levels_may_be_numbered_with_points() -> None:
    found = entries("7. 討論事項\n7.1 案由：分配案。\n7.1.1 說明：依章程。\n7.1.2 決議：通過。\n")
    assert [(e.kind, e.text[:5]) for e in found] == [
        (Kind.PROPOSAL, "7.1 案"), (Kind.EXPLANATION, "7.1.1"), (Kind.RESOLUTION, "7.1.2"),
    ]  # fmt: skip


def test_an_item_s_number_and_its_subject_may_share_a_line() -> None:
    found = entries("討論事項\n第一案　案由：公園案。\n決議：照案通過。\n")
    assert [(e.kind, e.text) for e in found] == [
        (Kind.PROPOSAL, "第一案　案由：公園案。"), (Kind.RESOLUTION, "決議：照案通過。"),
    ]  # fmt: skip


def test_a_label_and_its_value_may_be_cells_of_a_table() -> None:
    known = head("雲海會議紀錄\n| 時　間 | 112年2月11日 |\n| --- | --- |\n| 地　點 | 市府 |\n")
    assert (str(known.date), known.place) == ("2023-02-11", "市府")


def test_a_note_on_the_proceedings_is_no_part_of_a_report() -> None:
    found = entries(
        "報告事項\n一、花生收購情形。\n（議員三人提出質詢，由處長即席答復。）\n決定：洽悉。\n"
    )
    assert [e.kind for e in found] == [Kind.REPORT, Kind.OTHER, Kind.RESOLUTION]


def test_a_chair_who_is_named_already_speaks_after_the_word_chair() -> None:
    found = entries("主席：現在開會。\n主席：請說明。\n王大明：沒有意見。\n")
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.SPEECH, "周柏翰"), (Kind.SPEECH, "周柏翰"), (Kind.SPEECH, "王大明"),
    ]  # fmt: skip


def test_an_old_decision_quoted_is_neither_an_item_nor_an_outcome() -> None:
    found = entries("報告事項\n一、上次會議紀錄第三案「決議：照案通過」更正為「修正通過」。\n")
    assert [(e.kind, e.outcome) for e in found] == [(Kind.REPORT, None)]


def test_an_acting_chair_stands_for_the_absent_one() -> None:
    chairs = head(
        "雲海會議紀錄\n時間：112年2月11日\n主席：林主任委員鼎超 (鄭主任秘書慶賢代理主持)\n"
    ).chairs
    assert [(c.name, c.title) for c in chairs] == [("鄭慶賢", "主任秘書")]


def test_labels_may_share_a_line_or_stand_above_their_value() -> None:
    known = head(
        "雲海會議紀錄\n開會地點\n  十二樓簡報室\n主席：張主任委員國龍 紀錄：張瑞芸\n時間：95/8/28\n"
    )
    assert known.place == "十二樓簡報室"
    assert [c.name for c in known.chairs] == ["張國龍"]
    assert known.recorder is not None and known.recorder.name == "張瑞芸"


def test_a_range_ends_the_meeting_where_no_adjournment_is_printed() -> None:
    known = head("雲海會議紀錄\n時間：105年5月2日(星期一)14時30分至17時56分\n地點：市府\n")
    assert (str(known.start), str(known.end)) == ("14:30:00", "17:56:00")


def test_date_and_time_may_share_a_label() -> None:
    known = head("雲海會議紀錄\n日期／時間：2025-08-20 12:30-13:40\n地點：市府\n")
    assert (str(known.date), str(known.start), str(known.end)) == (
        "2025-08-20",
        "12:30:00",
        "13:40:00",
    )


@pytest.mark.parametrize(
    ("printed", "title", "series", "ordinal"),
    [
        ("基北北桃合作交流平臺會議 會議紀錄", "基北北桃合作交流平臺會議", "基北北桃合作交流平臺", None),
        ("新北市政府689次市政會議紀錄", "新北市政府689次市政會議", "新北市政府市政會議", 689),
        ("金沙市政府第八○○次市政會議紀錄", "金沙市政府第八○○次市政會議", "金沙市政府市政會議", 800),
        ("港務局第 1 6 次局務會議紀錄", "港務局第 1 6 次局務會議", "港務局局務會議", 16),
        ("研考會114年第1次委員會議紀錄", "研考會114年第1次委員會議", "研考會", 1),
        ("市府第524次市政會議紀錄111/01/04", "市府第524次市政會議", "市府市政會議", 524),
        ("「稅改怎麼走」公聽會會議記錄", "「稅改怎麼走」公聽會", "「稅改怎麼走」公聽會", None),
        ("長照委員會會議紀錄", "長照委員會會議", "長照委員會", None),
        ("學會第一屆第八次理事會暨第二次監事會會議紀錄", "學會第一屆第八次理事會暨第二次監事會會議", "學會", 8),
    ],
)  # fmt: skip
def test_a_title_tells_its_series_and_number(
    printed: str, title: str, series: str | None, ordinal: int | None
) -> None:
    known = head(f"{printed}\n時間：112年2月11日\n地點：市府\n")
    assert (known.title, known.series, known.ordinal) == (title, series, ordinal)


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("基北北桃合作交流平臺第 2 次市長層級會議紀錄", "市長層級"),
        ("基北北桃合作交流平臺第 4 次副市長層級會議紀錄", "副市長層級"),
        ("基北北桃合作交流平臺交通議題小組第 5 次會議紀錄", "議題小組"),
        ("雲海市政府第 5 次市政會議紀錄", None),
    ],
)
def test_a_title_tells_the_level_of_the_meeting(printed: str, level: str | None) -> None:
    assert head(f"{printed}\n時間：112年2月11日\n地點：市府\n").level == level


@pytest.mark.parametrize(
    ("text", "org", "name", "title"),
    [
        ("基隆市政府 謝市長國樑", "基隆市政府", "謝國樑", "市長"),
        ("臺北市府蔣萬安市長", "臺北市政府", "蔣萬安", "市長"),
        ("新北市政府侯友宜市長 共同主持", "新北市政府", "侯友宜", "市長"),
        ("新北市政府文化局龔局長雅雯", "新北市政府文化局", "龔雅雯", "局長"),
        ("臺北市政府研究發展考核委員會林曉玲約聘企劃師", "臺北市政府研究發展考核委員會", "林曉玲", "約聘企劃師"),
        ("台灣大學經濟系林向愷教授", "台灣大學經濟系", "林向愷", "教授"),
        ("教育局局長  林奕華", "教育局", "林奕華", "局長"),
        ("張主任委員國龍", None, "張國龍", "主任委員"),
        ("賴副分署長建宏", None, "賴建宏", "副分署長"),
        ("楊總工程司正君", None, "楊正君", "總工程司"),
        ("志工 王美雲", None, "王美雲", "志工"),
        ("鄭戴議員麗香", None, "鄭戴麗香", "議員"),
        ("市           長   朱立倫", None, "朱立倫", "市長"),
        ("吳 局長宗榮", None, "吳宗榮", "局長"),
        ("陳 市 長", None, "陳", "市長"),
        ("李    玟", None, "李玟", None),
        ("代理校長大維", None, "大維", "代理校長"),
        ("柯文哲(公假)鄧家基代", None, "鄧家基", None),
        ("徐國勇邱委員昌嶽代", None, "邱昌嶽", "委員"),
        ("李局長請假，由王五福副局長代理", None, "王五福", "副局長"),
        ("許縣長文昭（赴日招商）　高副縣長淑敏代理主持", None, "高淑敏", "副縣長"),
        ("臺中市政府 葉市長承翰(公出，由盧副市長允文代理)", "臺中市政府", "盧允文", "副市長"),
        ("邱市長志遠（出國）劉副市長宜君代", None, "劉宜君", "副市長"),
        ("謝鎮長淑貞；劉鄉長漢偉（請假）", None, "謝淑貞", "鎮長"),
        ("蔣副議長怡靜（議長公出）", None, "蔣怡靜", "副議長"),
        ("利害關係人蔡鄭月嬌女士", "利害關係人", "蔡鄭月嬌", None),
        ("北興里鍾里長福來", "北興里", "鍾福來", "里長"),
        ("行政處倪佩君", "行政處", "倪佩君", None),
        ("林大明君", None, "林大明", None),
        ("臺東縣警察局偵查佐 呂曼寧", "臺東縣警察局", "呂曼寧", "偵查佐"),
        ("花蓮縣警察局長 江世昌", "花蓮縣警察局", "江世昌", "局長"),
        ("簡 任 技 正　田明正", None, "田明正", "簡任技正"),
        ("部落會議主席 尤命．蘇樣", None, "尤命.蘇樣", "部落會議主席"),
        ("繆檢察長卓然（公出）　麻主任檢察官志豪代", None, "麻志豪", "主任檢察官"),
        ("程委員兼召集人怡安", None, "程怡安", "委員"),
        ("王局長兼主任委員大明", None, "王大明", "局長"),
        ("闕副召集人明德（召集人公出）", None, "闕明德", "副召集人"),
        ("籌備處執行長教育處楊處長文智", "教育處", "楊文智", "處長"),
        ("執行長兼社會局局長王大明", "社會局", "王大明", "局長"),
        ("召集人兼主席張副縣長志銘", None, "張志銘", "副縣長"),
        ("陳副召集人兼執行秘書美玲", None, "陳美玲", "副召集人"),
        ("醫師公會李理事長大明", "醫師公會", "李大明", "理事長"),
        ("新竹縣楊文科縣長", "新竹縣", "楊文科", "縣長"),
        ("新竹縣楊縣長文科", "新竹縣", "楊文科", "縣長"),
        ("民政課 夏曼‧藍波安 課員", "民政課", "夏曼·藍波安", "課員"),
        ("工作圈召集人國立臺中家商李校長玉美", "國立臺中家商", "李玉美", "校長"),
        ("協會匡祕書長若蘭", "協會", "匡若蘭", "祕書長"),
        ("資源循環署 慕容芷琳", "資源循環署", "慕容芷琳", None),
    ],
)  # fmt: skip
def test_a_person_is_told_from_office_and_title(
    text: str, org: str | None, name: str, title: str | None
) -> None:
    assert [(p.org, p.name, p.title) for p in officials(plain(text))] == [(org, name, title)]


@pytest.mark.parametrize("text", ["無", "詳簽到簿", "略", "", "教育部高教司專員", "信義區公所區長"])
def test_a_pointer_names_nobody(text: str) -> None:
    assert officials(text) == ()


@pytest.mark.parametrize(
    ("before_the_colon", "name"),
    [
        ("侯市長友宜", "侯友宜"),
        ("主席(陳委員節如代)", "陳節如"),
        ("王榮璋(公平稅改聯盟召集人)", "王榮璋"),
        ("主席", None),
        ("交通局", None),
        ("請交通局長研議", None),
    ],
)
def test_a_speaker_is_a_name_or_unknown(before_the_colon: str, name: str | None) -> None:
    assert spoken_by(before_the_colon) == name


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("照案通過。", Outcome.APPROVED),
        ("照辦法通過。", Outcome.APPROVED),
        ("修正通過。", Outcome.AMENDED),
        ("除第二點酌作修正外,其餘照案通過。", Outcome.AMENDED),
        ("洽悉。", Outcome.NOTED),
        ("同意備查。", Outcome.NOTED),
        ("紀錄確定。", Outcome.NOTED),
        ("本案緩議。", Outcome.CONTINUED),
        ("財源有待向中央溝通,後續交由平臺持續討論。", Outcome.CONTINUED),
        ("提下次會議再行討論。", Outcome.CONTINUED),
        ("分攤比例另行召開會議討論。", Outcome.CONTINUED),
        ("請交通局儘速辦理。", Outcome.DIRECTED),
        ("由工務局統籌辦理。", Outcome.DIRECTED),
        ("撤案。", Outcome.WITHDRAWN),
        ("保留。", Outcome.RESERVED),
        ("無。", Outcome.NONE),
        ("本案尚未通過。", None),
        ("俟預算通過後實施。", None),
        ("依「照案通過」之意旨記載。", None),
        ("四市共同討論並提出聯合聲明(如附檔)。", None),
        ("撤案,請補正後提會討論。", Outcome.WITHDRAWN),
        ("照案通過,並請總務處辦理。", Outcome.APPROVED),
        ("通過登錄,並請文化局公告。", Outcome.APPROVED),
        ("公開抽籤方案通過,請政風室監督。", Outcome.APPROVED),
        ("不予通過(同意二票、不同意九票)。", None),
        ("節金部分保留,俟董事會討論後再議。", Outcome.RESERVED),
        ("減列1,600萬元,其餘照列。", None),
        ("多數無反對意見,原則通過。", Outcome.APPROVED),
        ("同意八票、不同意二票,通過續聘一年。", Outcome.APPROVED),
        ("書圖補正後再送委員會審查。", Outcome.CONTINUED),
        ("夜間巡守由警察局納入勤務。", Outcome.DIRECTED),
        ("新聞稿應先會秘書處。", Outcome.DIRECTED),
        ("各單位回復時不得只寫研議中。", Outcome.DIRECTED),
        ("附近巷道交通影響評估。", None),
        ("下次會議訂於五月由嶺頂市承辦。", None),
    ],
)
def test_an_outcome_follows_from_the_resolution_s_own_words(
    words: str, found: Outcome | None
) -> None:
    assert outcome(Kind.RESOLUTION, words) is found


@pytest.mark.parametrize(
    ("kind", "words", "found"),
    [
        (Kind.REPORT, "洽悉", Outcome.NOTED),
        (Kind.REPORT, "上次會議照案通過之三案,均已完成。", None),
        (Kind.REPORT, "請各單位持續填報。", None),
        (Kind.MOTION, "無。", Outcome.NONE),
        (Kind.MOTION, "建請增設遮陽設施。", None),
        (Kind.PROPOSAL, "修正通過之條文如附,提請討論。", None),
        (Kind.EXPLANATION, "本案業經第五次會議照案通過。", None),
        (Kind.SPEECH, "照案通過", Outcome.REMARKED),
        (Kind.STATEMENT, "請中央照案通過", Outcome.DECLARED),
        (Kind.HEADER, "無", None),
    ],
)
def test_only_decisions_are_read_for_an_outcome(
    kind: Kind, words: str, found: Outcome | None
) -> None:
    assert outcome(kind, words) is found
