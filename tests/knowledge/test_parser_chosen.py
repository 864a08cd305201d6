"""Elections, tables of figures, petitions by their roll, who signs, and who speaks by a title."""

import pytest

from knowledge.model import Entry, Kind, Outcome
from knowledge.parser.minutes import parse
from knowledge.parser.outcomes import outcome
from knowledge.text import plain

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def kinds(body: str) -> list[Kind]:
    return [e.kind for e in entries(body)]


@pytest.mark.parametrize("label", ["結果", "結　果", "結果如下", "選舉結果", "當選人", "當選名單"])
def test_who_was_elected_decides_each_election(label: str) -> None:
    found = entries(
        f"四、選舉事項\n（一）選舉家長委員\n- **{label}**：何政霖等 19 人當選。\n"
        f"（二）選舉家長會會長\n- **{label}**：何政霖以 13 票當選。\n"
    )
    assert [e.kind for e in found] == [Kind.PROPOSAL, Kind.RESOLUTION] * 2
    assert [e.path[1] for e in found] == ["（一）", "（一）", "（二）", "（二）"]


def test_a_result_elsewhere_is_no_decision() -> None:
    assert kinds("報告事項\n一、水質檢驗。\n結果：均符合標準。\n")[-1] is Kind.REPORT


def test_how_many_were_there_is_a_line_of_the_head() -> None:
    (meeting,) = parse(
        f"{HEAD}- **應到**：委員 54 人；**實到**：41 人\n一、報告事項\n1. 略。\n"
    ).meetings
    counted = next(e for e in meeting.entries if "54" in e.text)
    assert (counted.kind, counted.path) == (Kind.HEADER, ("應到",))


@pytest.mark.parametrize(
    ("heading", "name"),
    [("二、校長致詞", "石國棟"), ("二、家長會長致詞：", "何政霖"), ("二、局長致詞", None)],
)
def test_a_title_alone_is_whoever_present_has_it(heading: str, name: str | None) -> None:
    found = entries(
        f"列席：石校長國棟、何會長政霖、潘局長淑惠、林局長美雲\n一、報告事項\n1. 略。\n"
        f"{heading}\n跑道預定於明年整修。\n"
    )
    assert (found[-1].kind, found[-1].speaker) == (Kind.SPEECH, name)


def test_a_rank_that_is_not_known_stands_between_surname_and_given_name() -> None:
    found = entries(
        "討論事項\n第一案：電池安全案\n討論意見\n商業發展署溫副組長淑玲：保額過高。\n"
        "內政部警政署谷警政監正浩：小貨車沒有防火箱。\n"
    )
    assert [e.speaker for e in found[1:]] == ["溫淑玲", "谷正浩"]


def test_rows_of_figures_tell_a_table_whatever_its_columns_are_called() -> None:
    rows = "甲廠　900　128,400　22,100\n乙廠　450　63,750　4,300\n"
    found = entries(
        f"報告事項\n一、處理量統計（單位：公噸）\n廠別　設計量　實際量　代燒量\n{rows}決定：備查。\n"
    )
    assert [(e.kind, e.text) for e in found[-4:]] == [
        (Kind.REPORT, "一、處理量統計（單位：公噸）"),
        *((Kind.REPORT, row) for row in rows.splitlines()),
        (Kind.RESOLUTION, "決定：備查。"),
    ]


def test_a_table_of_figures_may_have_signs_and_dashes() -> None:
    rows = ["雲海縣\t1.2萬\t3萬人次\t+12%", "松嶺縣\t—\t5萬人次\t-3%"]
    found = entries(
        "報告事項\n一、各縣人次\n縣名\t春季\t秋季\t成長\n" + "\n".join(rows) + "\n決定：備查。\n"
    )
    assert [e.text for e in found[1:-1]] == rows


def test_a_person_at_a_margin_is_no_petition() -> None:
    (found,) = entries("報告事項\n一、申請案共五件，申請人於\n人12 月底前補件。\n")
    assert found.kind is Kind.REPORT


def test_words_apart_are_no_table_of_figures() -> None:
    lines = "甲組　吳秀英　林美雲\n乙組　何政霖　石國棟\n"
    found = entries(f"報告事項\n一、分組如後。\n組別　召集者　成員群\n{lines}")
    assert "組別" in "".join(e.text for e in found)


@pytest.mark.parametrize("title", ["變更內容明細表", "災損統計表（單位：戶）"])
def test_a_numbered_table_is_a_point_and_the_next_point_goes_on(title: str) -> None:
    found = entries(
        f"審議案件\n第一案：變更案\n說明：\n一、申請單位：縣府。\n二、{title}\n編號　位置　原計畫\n"
        "1　石門段312地號　農業區\n2　石門段330地號　住宅區\n三、公開展覽：期間收到意見2件。\n決議：通過。\n"
    )
    assert [e.kind for e in found] == [Kind.PROPOSAL, *[Kind.EXPLANATION] * 4, Kind.RESOLUTION]
    assert {e.path[:3] for e in found[1:5]} == {("審議案件", "第一案", "說明")}
    assert found[-1].path == ("審議案件", "第一案", "決議")


@pytest.mark.parametrize("roll", ["人", "逕", "陳"])
def test_a_petition_and_what_a_group_thinks_of_it_are_one_line(roll: str) -> None:
    rows = [f"{roll}{n}　陳情人何君：請另覓地點。　專案小組意見：不予採納。" for n in (1, 2)]
    found = entries(
        "審議案件\n第一案：細部計畫案\n說明：建議意見詳附件。\n人民陳情意見綜理：\n"
        + "\n".join(rows)
        + "\n決議：照專案小組意見通過。\n"
    )
    assert [(e.kind, e.text) for e in found[-3:-1]] == [(Kind.EXPLANATION, row) for row in rows]
    assert found[-1].outcome is Outcome.APPROVED


def test_a_petition_that_a_margin_broke_is_still_one_line() -> None:
    row = "人1　陳情人石門自治會：站前廣場地下停車場開挖恐影響鄰房，請"
    rest = "另覓地點。　專案小組意見：非屬本次檢討範圍，移請交通處參處。"
    found = entries(
        f"審議案件\n第一案：細部計畫案\n說明：建議意見詳附件。\n{row}\n{rest}\n決議：照案通過。\n"
    )
    assert [(e.kind, "".join(e.text.split())) for e in found[2:-1]] == [
        (Kind.EXPLANATION, "".join((row + rest).split()))
    ]


@pytest.mark.parametrize("who", ["共同聲明人", "簽署人", "簽署首長", "連署單位"])
def test_who_signs_a_statement_is_no_point_of_it(who: str) -> None:
    found = entries(
        "散會：下午5時\n附件　三縣共同聲明\n三縣宣示如下：\n一、上游不傾倒，下游不推責。\n"
        f"{who}：周柏翰、湯國鈞　中華民國112年2月11日\n"
    )
    assert [e.kind for e in found[-2:]] == [Kind.STATEMENT, Kind.OTHER]
    assert found[-1].outcome is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("第6次首長會議由北澗縣主辦，時間訂於115年2月。", None),
        ("第3次會議訂於114年7月16日召開，並邀請消防局列席。", None),
        ("第3次會議請消防局列席，時間訂於114年7月16日。", Outcome.DIRECTED),
        ("第3次會議應於二週前送出資料。", Outcome.DIRECTED),
    ],
)
def test_when_a_further_meeting_is_gives_nobody_something_to_do(
    words: str, found: Outcome | None
) -> None:
    assert outcome(Kind.CONCLUSION, plain(words), ordered=True) is found


def test_an_item_may_be_withdrawn_in_the_last_clause() -> None:
    words = "活動組表示已獲捐贈背心，撤回本案。"
    assert outcome(Kind.RESOLUTION, plain(words)) is Outcome.WITHDRAWN


def test_who_signs_with_the_proposer_stands_on_one_line_with_him() -> None:
    line = "提案人：施美娥　　連署人：簡麗霞、馬中和"
    found = entries(f"討論事項\n第一號　案由：增設路燈案。\n{line}\n議決：照案通過。\n")
    assert [(e.kind, e.text) for e in found][1] == (Kind.OTHER, line)


def test_a_label_in_a_bracket_that_a_margin_broke_begins_no_line() -> None:
    first = "第一號　案由：建請縣政府於縣道138線與台19線路口增設左轉專用號誌。（提"
    found = entries(f"討論事項\n{first}\n案人：古桂英　連署人：田國樑、湯正雄）決議：照案通過。\n")
    assert [(e.kind, e.text[-6:]) for e in found] == [
        (Kind.PROPOSAL, "樑、湯正雄）"), (Kind.RESOLUTION, "：照案通過。"),
    ]  # fmt: skip
