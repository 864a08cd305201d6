"""An ODT is read as its reader sees it, numbers and all."""

from __future__ import annotations

import pytest

from knowledge.documents.opendocument import text
from tests.knowledge.documents.builders import odt, odt_list, odt_style, tp

OUTLINE = odt_style(
    "L",
    ("", "壹, 貳, 參, ...", "、"),
    ("", "一, 二, 三, ...", "、"),
    ("（", "一, 二, 三, ...", "）"),
    ("", "1", "."),
)


def lines(body: str, automatic: str = "", styles: str = "") -> list[str]:
    return text(odt(body, automatic, styles)).split("\n\n")


def test_every_level_has_its_number_and_begins_anew_below_the_next_one_above() -> None:
    deep = f"<text:list><text:list-item>{tp('丁')}</text:list-item></text:list>"
    inner = f"<text:list><text:list-item>{tp('乙')}{deep}</text:list-item><text:list-item>{tp('丙')}</text:list-item></text:list>"
    body = odt_list("L", tp("甲") + inner, tp("戊") + inner)
    assert lines(body, OUTLINE) == [
        *("壹、甲", "一、乙", "（一）丁", "二、丙"),
        *("貳、戊", "一、乙", "（一）丁", "二、丙"),
    ]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("一, 二, 三, ...", "二、甲"),
        ("甲, 乙, 丙, ...", "乙、甲"),
        ("壹, 貳, 參, ...", "貳、甲"),
        ("①, ②, ③, ...", "②、甲"),
        ("１, ２, ３, ...", "２、甲"),
        ("1", "2、甲"),
        ("a", "b、甲"),
        ("", "、甲"),
    ],
)
def test_a_list_style_says_how_it_counts(form: str, printed: str) -> None:
    assert lines(odt_list("L", tp("無"), tp("甲")), odt_style("L", ("", form, "、")))[1] == printed


def test_a_list_goes_on_where_it_says_so_and_else_begins_anew() -> None:
    body = (
        odt_list("L", tp("甲"), more='xml:id="first"')
        + tp("文")
        + odt_list("L", tp("乙"), more='text:continue-numbering="true"')
        + odt_list("L", tp("丙"))
        + odt_list("L", tp("丁"), more='text:continue-list="first"')
    )
    assert lines(body, OUTLINE) == ["壹、甲", "文", "貳、乙", "壹、丙", "參、丁"]


def test_an_item_may_say_its_number_and_a_header_has_none() -> None:
    body = (
        '<text:list text:style-name="L"><text:list-header><text:p>題</text:p></text:list-header>'
        '<text:list-item text:start-value="5"><text:p>甲</text:p><text:p>續</text:p></text:list-item>'
        "<text:list-item><text:p>乙</text:p></text:list-item></text:list>"
    )
    assert lines(body, OUTLINE) == ["題", "伍、甲", "續", "陸、乙"]


def test_a_level_may_show_those_above_it_or_state_its_whole_pattern() -> None:
    style = (
        '<text:list-style style:name="L">'
        '<text:list-level-style-number text:level="1" style:num-format="1" '
        'loext:num-list-format="第%1%案："/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" '
        'style:num-suffix="." text:display-levels="2"/></text:list-style>'
    )
    body = odt_list("L", tp("甲") + odt_list("L", tp("乙")))
    assert lines(body, style) == ["第1案：甲", "1.1. 乙"]


def test_headings_are_numbered_by_the_outline() -> None:
    styles = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" '
        'style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:outline-style>'
    )
    body = (
        '<text:h text:outline-level="1">時間</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">附件</text:h>'
        '<text:h text:outline-level="1">地點</text:h>'
    )
    assert lines(body, styles=styles) == ["一、時間", "附件", "二、地點"]


def test_tables_stand_where_they_stood_a_row_a_line() -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    head = (
        f"<table:table-header-rows>{row(tp('時間'), tp('113年3月15日'))}</table:table-header-rows>"
    )
    table = f"<table:table>{head}{row(tp('討論'), tp('甲') + tp('乙'))}</table:table>"
    assert lines(tp("前") + table + tp("後")) == ["前", "時間　　113年3月15日", "討論", "甲", "乙", "後"]  # fmt: skip


def test_signs_are_read_and_what_is_not_text_is_left_out() -> None:
    body = (
        "<text:tracked-changes><text:p>刪</text:p></text:tracked-changes>"
        '<text:p>甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>\n   丁'
        "<text:note><text:p>註</text:p></text:note><text:span>戊</text:span></text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box>"
        "<svg:desc>圖說</svg:desc></draw:frame>己</text:p>"
    )
    assert lines(body) == ["甲  乙\t丙\n 丁戊", "己", "框"]


def test_contents_are_left_out_and_sections_read() -> None:
    body = (
        "<text:table-of-content><text:index-body><text:p>壹、時間 1</text:p></text:index-body>"
        "</text:table-of-content><text:section><text:p>壹、時間</text:p></text:section>"
    )
    assert lines(body) == ["壹、時間"]
