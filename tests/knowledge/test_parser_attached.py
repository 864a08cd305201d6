"""What is attached to minutes: a statement point by point, what people wrote in, tables."""

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n散會：下午3時\n"


def entries(attached: str) -> tuple[Entry, ...]:
    """Return what follows the adjournment."""
    return tuple(e for e in parse(HEAD + attached).meetings[0].entries if e.start >= len(HEAD))


@pytest.mark.parametrize(
    "title",
    ["附件一　四縣市致中央建言書（草案）", "三區致行政院建言書", "附件 四縣市聯名訴求書"],
)
def test_what_bodies_ask_of_the_government_together_is_a_statement(title: str) -> None:
    found = entries(
        f"{title}\n下游承受上游的後果，我們難以沉默。\n一、應公布計畫。\n二、應提高比率。\n"
    )
    assert {e.kind for e in found} == {Kind.STATEMENT}
    assert found[-1].path[-1] == "二、"


def test_a_whole_sentence_of_a_statement_is_a_point_though_another_has_a_list() -> None:
    found = entries(
        "附件一　治水共同聲明\n下游承受上游的後果，我們難以沉默。\n一、中央應於三年內完成計畫。\n二、水利署應公開：\n"
        "（一）操作規則。\n（二）維護紀錄。\n三、雨量資料應共享。\n以上各點，請中央回應。\n"
    )
    assert [e.text for e in found[2:]] == [
        "一、中央應於三年內完成計畫。", "（一）操作規則。", "（二）維護紀錄。",
        "三、雨量資料應共享。", "以上各點，請中央回應。",
    ]  # fmt: skip
    assert found[-1].path == ("附件一　治水共同聲明",)


def test_an_attached_table_is_no_part_of_the_statement_before_it() -> None:
    found = entries(
        "附件一　治水共同聲明\n我們主張：\n一、資料應共享。\n\n附件二　分組會議期程\n"
        "組別　　　　召集機關　　　　　　會議\n農業組　　　　雲林縣政府農業處　　　1 月 8 日\n"
        "治水組　　　　臺南市政府水利局　　　1 月 14 日\n"
    )
    assert {e.kind for e in found if e.path[0] == "附件二　分組會議期程"} == {Kind.OTHER}
    assert sum(e.path[0] == "附件二　分組會議期程" for e in found) == 3


@pytest.mark.parametrize(
    ("who", "name"),
    [("養蜂協會 游理事長金水：", "游金水"), ("綠色和平淡水河工作站", None)],
)
def test_who_wrote_in_is_named_on_the_line_above(who: str, name: str | None) -> None:
    found = entries(f"附件　書面意見\n水利局 宋局長德仁：\n請清淤。\n{who}\n請保留蜜源植物。\n")
    assert [(e.speaker, e.text) for e in found] == [
        ("宋德仁", "請清淤。"),
        (name, "請保留蜜源植物。"),
    ]


def test_points_that_words_count_stand_apart_where_lines_wrap() -> None:
    points = [
        "第一，航線復飛。四縣市共同向交通部爭取高雄、臺東、馬公三座機場國際包機補助，並簡化落地簽證程\n序。",
        "第二，票券整合。一一四年三月前推出四縣市通用之「南方通行證」。",
        "第三，災後重建。請中央比照花蓮震災方案，對颱風受災旅宿提供貸款展延。",
    ]
    found = entries("附件　觀光復甦聯合聲明\n\n" + "\n".join(points) + "\n")
    assert [e.text for e in found[1:]] == [point.replace("\n", "") for point in points]


def test_the_chair_speaks_in_a_transcript_and_signs_above_it() -> None:
    found = entries(
        "主席：周柏翰　　紀錄：林怡君\n附件　委員發言逐字稿\n王委員大明：\n請公布數據。\n主席：\n請局裡回應。\n"
    )
    assert sum(e.kind is Kind.HEADER for e in found) == 2
    assert [e.path[-1] for e in found if e.kind is Kind.SPEECH] == ["王委員大明", "主席"]


def test_an_office_above_its_tasks_says_nothing() -> None:
    found = entries("附件　各機關分工\n環境保護局\n負責聯合稽查。\n工務局\n辦理道路修復。\n")
    assert {e.kind for e in found} == {Kind.OTHER}
    assert len(found) == 5


def test_who_sends_a_demand_signs_it_in_no_point() -> None:
    found = entries(
        "附件二、地方訴求書\n致台灣電力公司，請允下列二事。\n一、請保留遺構。\n二、請提撥回饋金。\n三民里里民一百二十三人　敬上\n"
    )
    assert [e.text for e in found[-2:]] == ["二、請提撥回饋金。", "三民里里民一百二十三人　敬上"]
