"""What a page prints besides the minutes, and what stands after them."""

from __future__ import annotations

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse
from knowledge.parser.voices import spoken_by
from knowledge.text import plain

TITLE = "雲海鄉民代表會第22屆第6次定期會"
HEAD = f"{TITLE}會議紀錄\n時間：113年3月15日下午2時\n地點：本所\n主席：鄭鄉長維德\n紀錄：李佳蓉\n\n"
DECIDED = "大會決議：照案通過，送請公所辦理。"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize(
    "footer",
    [
        "雲海鄉民代表會第6次定期會會議紀錄　P. 1",
        "雲海鄉工作會報　　第2頁",
        "第 2 頁　雲海鄉民代表會定期會",
        "雲海鄉民代表會會議紀錄 (第2頁/共9頁)",
    ],
)
def test_a_meeting_s_name_with_a_page_s_number_is_no_part_of_an_item(footer: str) -> None:
    found = entries(
        f"壹、討論事項\n案由一：路燈。\n{DECIDED}\n\n{footer}\n\n案由二：水溝。\n{DECIDED}\n"
    )
    assert [e.text for e in found] == ["案由一：路燈。", DECIDED, "案由二：水溝。", DECIDED]


def test_the_title_alone_again_and_again_is_a_running_head() -> None:
    found = entries(
        f"壹、討論事項\n案由一：路燈。\n{DECIDED}\n\n{TITLE}\n\n案由二：水溝。\n{DECIDED}\n\n"
        f"{TITLE}\n\n案由三：橋梁。\n{DECIDED}\n"
    )
    assert [e.text for e in found if e.kind is Kind.RESOLUTION] == [DECIDED] * 3


def test_a_page_that_a_sentence_names_is_part_of_it() -> None:
    found = entries("壹、討論事項\n案由：路燈。\n說明：詳如上次會議紀錄 第8頁\n決議：通過。\n")
    assert found[1].text == "說明：詳如上次會議紀錄 第8頁"


def test_the_title_of_another_meeting_is_no_running_head() -> None:
    again = HEAD.replace("3月15日", "3月16日")
    known = parse(f"{HEAD}壹、報告事項\n一、業務。\n貳、散會\n\n{again}壹、報告事項\n一、其他。\n")
    assert len(known.meetings) == 2


def test_a_petition_attached_is_a_statement_and_ends_at_the_next_attachment() -> None:
    found = entries(
        "壹、報告事項\n一、業務報告。\n決定：洽悉。\n貳、散會：下午4時\n\n附件一　致中央建言書（草案）\n\n"
        "四縣市人口合計三百萬，向中央提出下列訴求。\n一、農業部應補助溫室，讓青年敢於投資。\n"
        "二、交通部應將月票法制化，明定比率：\n（一）明定中央負擔比率。\n（二）編列跨年度預算。\n\n"
        "附件二　各組聯絡人\n組別　　　召集機關\n農業組　　雲林縣政府\n治水組　　臺南市政府\n"
    )
    stated = [e.text for e in found if e.kind is Kind.STATEMENT]
    assert stated[2:] == [
        "一、農業部應補助溫室，讓青年敢於投資。",
        "（一）明定中央負擔比率。",
        "（二）編列跨年度預算。",
    ]


@pytest.mark.parametrize(
    ("who", "name"),
    [("資方馬代表淑媛", "馬淑媛"), ("潔海環保公司丁負責人文凱", "丁文凱")],
)
def test_who_stands_for_a_side_or_owns_a_firm_speaks(who: str, name: str) -> None:
    found = entries(
        f"壹、討論事項\n案由：費率。\n說明：連年虧損。\n{who}：再不調整，只能停業。\n決議：通過。\n"
    )
    assert [e.speaker for e in found if e.kind is Kind.SPEECH] == [name]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("資方代表（董副院長）", None),
        ("資方代表（董副院長世賢）", "董世賢"),
        ("勞方代表（洪佩君）", "洪佩君"),
        ("廠商代表（林經理）", None),
    ],
)
def test_who_stands_for_others_is_called_by_a_name_alone(who: str, name: str | None) -> None:
    assert spoken_by(plain(who)) == name


def test_who_presides_for_a_side_may_be_named_in_brackets() -> None:
    chairs = [
        parse(HEAD.replace("鄭鄉長維德", f"{side}代表（{who}）")).meetings[0].head.chairs[0]
        for side, who in (("資方", "董副院長世賢"), ("勞方", "洪佩君"))
    ]
    assert [(c.name, c.title) for c in chairs] == [("董世賢", "副院長"), ("洪佩君", "勞方代表")]
