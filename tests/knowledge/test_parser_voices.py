"""Whose words stand where: labels of speakers alone on a line, elections, the next meeting."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse
from knowledge.parser.voices import spoken_by
from knowledge.text import plain

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def warnings(body: str) -> tuple[str, ...]:
    return parse(HEAD + body).warnings


def test_labels_in_brackets_on_one_line_name_each_their_own() -> None:
    named = parse(
        "雲海座談會紀錄\n【時間】114年8月12日\n【主席】市長　茅文彬　　【紀錄】里幹事　佘淑娟\n"
    )
    known = named.meetings[0].head
    assert [chair.name for chair in known.chairs] == ["茅文彬"]
    assert known.recorder is not None and known.recorder.name == "佘淑娟"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("■羅偉倫（居民）", "羅偉倫"),
        ("■鄧文彬（東河商圈發展協會）", "鄧文彬"),
        ("■里長 郭秀英", "郭秀英"),
        ("■桑立軒（積寬電子廠務副總經理）", "桑立軒"),
        ("宣志豪主任答覆：", "宣志豪"),
        ("一、王委員大明", "王大明"),
        ("(一) 李美玲委員：", "李美玲"),
        ("三、台灣環境聯盟 陳建志", "陳建志"),
        ("王委員大明：", "王大明"),
        ("【王委員大明】", "王大明"),
        ("B棟尤委員美君：", "尤美君"),
        ("住戶謝立威（A15-2）：", "謝立威"),
        ("都市發展局", None),
        ("○○科長回應：", None),
        ("主席：", "周柏翰"),
        ("主席說明：", "周柏翰"),
        ("民眾A：", None),
        ("開發單位答覆：", None),
    ],
)
def test_a_label_alone_on_its_line_only_says_whose_words_follow(
    label: str, name: str | None
) -> None:
    found = entries(
        f"肆、發言紀要\n{label}\n希望早點動工，並請把工期與交通維持計畫先告訴附近的商家。\n我們擔心生意。\n"
    )
    assert [(e.kind, e.speaker, e.text) for e in found] == [
        (Kind.SPEECH, name, "希望早點動工，並請把工期與交通維持計畫先告訴附近的商家。"),
        (Kind.SPEECH, name, "我們擔心生意。"),
    ]


def test_a_turn_behind_a_dot_is_over_when_somebody_else_speaks() -> None:
    found = entries("肆、發言紀要\n■羅偉倫（居民）\n太吵。\n溫所長靜宜：會改善。\n")
    assert [e.path for e in found] == [
        ("肆、發言紀要", "■羅偉倫（居民）"), ("肆、發言紀要", "溫所長靜宜"),
    ]  # fmt: skip


def test_each_question_and_each_reply_is_a_speech() -> None:
    found = entries("肆、意見交換\n問：何時動工？\n答：明年一月。\n")
    assert [e.text for e in found] == ["問：何時動工？", "答：明年一月。"]


def test_a_short_sentence_among_speeches_is_no_speaker() -> None:
    found = entries("肆、發言紀要\n王委員大明：\n一、停車場。\n二、設置於國小。\n三、請環保局\n")
    assert [e.text for e in found] == ["一、停車場。", "二、設置於國小。", "三、請環保局"]


@pytest.mark.parametrize(
    ("before_the_colon", "name"),
    [
        ("鄧文彬（東河商圈發展協會）", "鄧文彬"),
        ("鹿港鎮公所（王課長志豪）", "王志豪"),
        ("台灣環境聯盟 陳建志", "陳建志"),
        ("環境保護局（書面意見）", None),
        ("主席說明", None),
        ("資方馬代表淑媛", "馬淑媛"),
        ("得泰砂石行江負責人添壽", "江添壽"),
        ("勞方代表", None),
        ("秘書單位", None),
        ("陸委會（書面意見）", None),
    ],
)
def test_brackets_and_gaps_tell_a_person_from_whom_he_speaks_for(
    before_the_colon: str, name: str | None
) -> None:
    assert spoken_by(plain(before_the_colon)) == name


@pytest.mark.parametrize("matter", ["確認前次會議紀錄", "上次會議決議事項執行情形"])
def test_a_matter_that_was_decided_on_is_an_item_though_it_has_a_label_s_words(
    matter: str,
) -> None:
    found = entries(f"一、報告事項\n（一）{matter}\n決定：洽悉。\n")
    assert [e.kind for e in found] == [Kind.REPORT, Kind.RESOLUTION]


def test_who_was_elected_is_no_proposal_but_what_was_put_to_the_vote_is() -> None:
    body = (
        "陸、選舉事項\n一、補選理事二名，由林怡君當選。\n二、推選召集人案。\n決議：推選王大明。\n"
    )
    assert [e.kind for e in entries(body)] == [Kind.OTHER, Kind.PROPOSAL, Kind.RESOLUTION]
    assert warnings(body) == ()


@pytest.mark.parametrize(
    "line",
    [
        "柒、下次會議時間：114年10月16日下午2時。",
        "捌、下次會議：另行通知。",
        "下次會議訂於114年12月5日召開。",
        "【下次會議】\n114年6月14日，地點同本次。",
    ],
)
def test_when_the_next_meeting_is_belongs_to_no_item_and_needs_no_warning(line: str) -> None:
    body = f"陸、討論事項\n一、公園案。\n決議：照案通過。\n{line}\n"
    assert entries(body)[-1].kind is Kind.OTHER
    assert entries(body)[1].text == "決議：照案通過。"
    assert warnings(body) == ()


def test_who_counted_votes_and_who_was_elected_are_no_proposals() -> None:
    found = entries(
        "陸、選舉第7屆理事\n（一）推選監票員由戴美惠擔任。\n（二）選舉結果：\n理事：莊清泉（98票）。\n"
        "（三）理事長選舉：莊清泉當選。\n"
    )
    assert [e.kind for e in found] == [Kind.OTHER, Kind.RESOLUTION, Kind.OTHER]


def test_an_announced_meeting_among_conclusions_stays_one_of_them() -> None:
    found = entries("玖、主席結論\n一、請儘速辦理。\n二、下次會議訂於114年12月召開。\n")
    assert [e.kind for e in found] == [Kind.CONCLUSION, Kind.CONCLUSION]


@pytest.mark.parametrize("line", ["柒、主席宣布散會：下午5時", "八、禮成散會", "宣布散會(17時)"])
def test_the_end_may_be_declared(line: str) -> None:
    assert entries(f"陸、臨時動議：無。\n{line}\n")[-1].kind is Kind.HEADER


def test_talk_under_the_word_discussion_is_talk() -> None:
    found = entries("柒、討論：\n◎陳召集人昶憲\n1.目標年建議採2050年。\n◎水利資源處\n（無意見）\n")
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.SPEECH, "陳昶憲"), (Kind.SPEECH, None),
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["七、意見交流：", "七、民眾提問", "七、申請單位陳述："])
def test_further_words_head_what_people_say(heading: str) -> None:
    found = entries(f"{heading}\nQ1：何時動工？\nA1：明年一月。\n")
    assert [(e.kind, e.text[:2]) for e in found] == [(Kind.SPEECH, "Q1"), (Kind.SPEECH, "A1")]


@pytest.mark.parametrize(
    ("before_the_colon", "name"),
    [
        ("地政局回應（張副總工程司○民）", "張○民"),
        ("都市發展局（科長 郭○君）", "郭○君"),
        ("八斗街坊(許文霞)", "許文霞"),
        ("民政處（陳處長）", None),
        ("台中市野鳥救援及保育學會林副理事長文隆", "林文隆"),
        ("張召集委員智倫", "張智倫"),
        ("社寮里曾里長勝雄", "曾勝雄"),
        ("理事林金龍問", "林金龍"),
    ],
)
def test_who_speaks_for_an_office_may_stand_in_brackets(
    before_the_colon: str, name: str | None
) -> None:
    assert spoken_by(plain(before_the_colon)) == name


def test_an_office_that_names_its_head_reports_and_is_nobody_s_speech() -> None:
    found = entries(
        "參、各單位業務報告\n民政處（陳處長）：\n一、清明掃墓已規劃。\n縣長裁示：洽悉。\n"
        "教育處（王處長）：\n一、考場已布置。\n"
    )
    assert [(e.kind, e.path[1]) for e in found] == [
        (Kind.REPORT, "民政處（陳處長）"),
        (Kind.RESOLUTION, "民政處（陳處長）"),
        (Kind.REPORT, "教育處（王處長）"),
    ]


def test_an_office_on_a_numbered_line_heads_the_sentences_below() -> None:
    body = (
        "肆、各科報告\n(1)養護科\n路燈更換三百盞，年省電費六萬元。\n邊坡滑動，已申請復建經費。\n"
        "主席裁示：洽悉。\n(2)會計室\n九月底前已清查完畢。\n主席裁示：准予備查。\n"
    )
    found = [(entry.kind, entry.text) for entry in entries(body)]
    assert found == [
        (Kind.REPORT, "路燈更換三百盞，年省電費六萬元。"),
        (Kind.REPORT, "邊坡滑動，已申請復建經費。"),
        (Kind.RESOLUTION, "主席裁示：洽悉。"),
        (Kind.REPORT, "九月底前已清查完畢。"),
        (Kind.RESOLUTION, "主席裁示：准予備查。"),
    ]


def test_a_title_alone_is_somebody_else_s_voice() -> None:
    found = entries(
        "五、討論提案\n第一案\n案由：預算案。\n董事 藍國正：油料費偏低。\n執行長：可由管理費流用。\n總務主任回覆：可。\n決議：通過。\n"
    )
    assert [e.speaker for e in found if e.kind is Kind.SPEECH] == ["藍國正", None, None]


def test_who_takes_sides_moves_nothing() -> None:
    found = entries(
        "四、臨時動議\n許世璋監事：建議期刊線上開放。\n周儒理事：同意，但印刷費仍需編列。\n決議：交議。\n"
    )
    assert [e.kind for e in found] == [Kind.MOTION, Kind.SPEECH, Kind.RESOLUTION]


def test_questions_and_answers_have_their_heads() -> None:
    found = entries(
        "乙、質詢及答詢\n問：潘代表韋廷\n地磚已經破裂。\n答：工務課李課長明峰\n八月底前修繕。\n"
    )
    assert [(e.kind, e.speaker) for e in found] == [
        (Kind.SPEECH, "潘韋廷"), (Kind.SPEECH, "李明峰"),
    ]  # fmt: skip


def test_those_present_are_not_among_who_records() -> None:
    head = parse(
        "雲海工作會議紀錄\n時間：2025 年 1 月 9 日\n主持：吳佩璇\n記錄：丘子軒\n與會：吳佩璇、方俊傑\n"
    ).meetings[0].head  # fmt: skip
    assert head.recorder is not None
    assert head.recorder.name == "丘子軒"


def test_a_person_with_a_title_alone_below_an_explanation_says_the_sentence_that_follows() -> None:
    found = entries(
        "討論事項\n案由一　臨托收費標準，提請討論。\n說　明　擬訂每小時收費180元。\n郭委員明裕　\n"
        "臨托八點就關門，等於沒有。\n決　議　續議。\n"
    )
    assert [(e.kind, e.speaker) for e in found[1:]] == [
        (Kind.EXPLANATION, None), (Kind.SPEECH, "郭明裕"), (Kind.RESOLUTION, None),
    ]  # fmt: skip


def test_an_address_begins_behind_a_space() -> None:
    (found,) = entries("主席致詞　今天先談人力，不要再各做各的。\n")
    assert (found.kind, found.speaker) == (Kind.SPEECH, "周柏翰")


def test_who_answers_under_a_letter_and_a_number_has_no_name_of_them() -> None:
    assert spoken_by("A1(第一分局 李分局長)") is None


def test_who_reports_on_one_of_the_reports_reports_and_dissent_is_said() -> None:
    found = entries(
        "貳　報告事項\n報告案一　營運成果\n王處長士聖報告：參觀人次成長一成。\n王委員嵩山：外國旅客占比？\n主席裁示：洽悉。\n"
        "參　討論事項\n討論案一　資費調降\n決議：照案通過。\n【陳委員崇樹不同意見書】調降不足，不予同意。\n"
    )
    assert [e.kind for e in found] == [
        Kind.REPORT, Kind.REPORT, Kind.SPEECH, Kind.RESOLUTION, Kind.PROPOSAL, Kind.RESOLUTION, Kind.SPEECH,
    ]  # fmt: skip
