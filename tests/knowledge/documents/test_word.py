"""A DOCX is read as its reader sees it, numbers and all."""

from __future__ import annotations

import pytest

from knowledge.documents.word import text
from tests.knowledge.documents.builders import abstract, docx, lvl, num, p

OUTLINE = abstract(
    0,
    lvl(0, "ideographLegalTraditional", "%1、"),
    lvl(1, "taiwaneseCountingThousand", "%2、"),
    lvl(2, "taiwaneseCountingThousand", "（%3）"),
    lvl(3, "decimal", "%4."),
    lvl(4, "decimal", "(%5)"),
)


def lines(body: str, numbering: str = "", styles: str = "") -> list[str]:
    return text(docx(body, numbering, styles)).split("\n\n")


def r(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_every_level_has_its_number_and_begins_anew_below_the_next_one_above() -> None:
    levels = [0, 1, 1, 2, 3, 4, 4, 2, 1, 2, 0, 1]
    body = "".join(p("甲案", 1, level) for level in levels)
    assert lines(body, OUTLINE + num(1, 0)) == [
        "壹、甲案",
        "一、甲案",
        "二、甲案",
        "（一）甲案",
        "1. 甲案",
        "(1) 甲案",
        "(2) 甲案",
        "（二）甲案",
        "三、甲案",
        "（一）甲案",
        "貳、甲案",
        "一、甲案",
    ]


@pytest.mark.parametrize(
    ("style", "pattern", "printed"),
    [
        ("taiwaneseCountingThousand", "%1、", "三、甲"),
        ("ideographDigital", "%1、", "三、甲"),
        ("chineseLegalThousand", "%1、", "參、甲"),
        ("ideographTraditional", "%1、", "丙、甲"),
        ("decimalFullWidth", "%1、", "３、甲"),
        ("decimalFullWidth", "%1．", "３．甲"),
        ("decimalEnclosedCircle", "%1", "③甲"),
        ("decimal", "第%1案：", "第3案：甲"),
        ("decimal", "%1.", "3. 甲"),
        ("decimal", "(%1)", "(3) 甲"),
        ("bullet", "\uf06e", "• 甲"),
        ("bullet", "◆", "◆ 甲"),
        ("none", "", "甲"),
    ],
)
def test_a_number_stands_in_its_pattern(style: str, pattern: str, printed: str) -> None:
    numbering = abstract(0, lvl(0, style, pattern, start=3)) + num(1, 0)
    assert lines(p("甲", 1), numbering) == [printed]


def test_a_pattern_may_show_the_levels_above_it() -> None:
    levels = lvl(0, "taiwaneseCountingThousand", "%1、"), lvl(1, "decimal", "%1.%2")
    legal = lvl(2, "decimal", "%1.%2.%3", more="<w:isLgl/>")
    body = p("甲", 1) + p("乙", 1, 1) + p("丙", 1, 2)
    numbering = abstract(0, *levels, legal) + num(1, 0)
    assert lines(body, numbering) == ["一、甲", "一.1 乙", "1.1.1 丙"]


def test_another_list_of_the_same_kind_goes_on_unless_it_says_where_to_begin() -> None:
    numbering = OUTLINE + num(1, 0) + num(2, 0) + num(3, 0, {0: 1}) + num(4, 0, {0: 7})
    body = "".join(p("甲", number) for number in (1, 1, 2, 3, 3, 4, 3))
    assert [line[0] for line in lines(body, numbering)] == list("壹貳參壹貳柒捌")


@pytest.mark.parametrize(
    ("restart", "printed"),
    [("", "12112"), ('<w:lvlRestart w:val="0"/>', "12345"), ('<w:lvlRestart w:val="1"/>', "12312")],
)
def test_a_level_says_which_levels_above_restart_it(restart: str, printed: str) -> None:
    levels = lvl(0, "none", ""), lvl(1, "none", ""), lvl(2, "decimal", "%3.", more=restart)
    body = "".join(p("甲", 1, level) for level in (0, 1, 2, 2, 1, 2, 0, 2, 2))
    numbered = [line for line in lines(body, abstract(0, *levels) + num(1, 0)) if line != "甲"]
    assert [line[0] for line in numbered] == list(printed)


def test_a_style_numbers_its_paragraphs_and_hands_that_down() -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "(%2)")) + num(1, 0)
    by = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Item">{by.format(1, 1)}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Item"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="Item"/>'
        f"{by.format(0, 0)}</w:style>"
    )
    body = p("甲", style="Item") + p("乙", style="Child") + p("丙", style="Plain")
    body += p("丁", 0, style="Item")  # a paragraph may leave its style's list: numId 0
    assert lines(body, numbering, styles) == ["(1) 甲", "(2) 乙", "丙", "丁"]


def test_a_level_may_name_the_style_that_stands_on_it() -> None:
    levels = [lvl(i, "decimal", f"%{i + 1}.", more=f'<w:pStyle w:val="H{i}"/>') for i in (0, 1)]
    of = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="H{i}">{of}</w:style>' for i in (0, 1))
    body = p("甲", style="H0") + p("乙", style="H1") + p("丙", style="H1")
    assert lines(body, abstract(0, *levels) + num(1, 0), styles) == ["1. 甲", "1. 乙", "2. 丙"]


def test_a_list_may_be_defined_by_its_style() -> None:
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
    own = abstract(0, '<w:styleLink w:val="S"/>', lvl(0, "decimal", "%1."))
    assert lines(p("甲", 5), link + own + num(5, 1)) == ["1. 甲"]


def test_a_list_that_is_not_there_numbers_nothing() -> None:
    assert lines(p("甲", 9) + p("乙", 1, 12), OUTLINE + num(1, 0)) == ["甲", "乙"]


def test_tracked_insertions_are_read_and_deletions_not() -> None:
    body = (
        f"<w:p>{r('照案')}<w:del><w:r><w:delText>緩議</w:delText></w:r></w:del>"
        f"<w:ins>{r('通過')}</w:ins><w:moveFrom>{r('移走')}</w:moveFrom></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('前段')}</w:p><w:p>{r('後段')}</w:p>"
        f"<w:ins><w:p>{r('新段')}</w:p></w:ins>"
    )
    assert lines(body) == ["照案通過", "前段後段", "新段"]


def test_a_deleted_item_is_not_counted() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>"
    )
    body = p("甲", 1) + gone + p("丙", 1)
    assert lines(body, OUTLINE + num(1, 0)) == ["壹、甲", "貳、丙"]


def test_tables_stand_where_they_stood_a_row_a_line() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    table = row(p("時間"), p("113年3月15日"), "<w:p/>") + row(p("討論"), p("一、甲") + p("二、乙"))
    body = p("前") + f"<w:tbl>{table}</w:tbl>" + p("後")
    assert lines(body) == ["前", "時間　　113年3月15日", "討論", "一、甲", "二、乙", "後"]


def test_a_table_in_a_table_and_content_controls_are_read() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('內')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{inner}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控')}</w:sdtContent></w:sdt>"
    assert lines(outer + control) == ["內", "控"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('附註')}</w:txbxContent>"
    shapes = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(f"<w:p>{r('決議')}<w:r>{shapes}</w:r></w:p>") == ["決議", "附註"]


def test_signs_are_read_and_what_is_not_text_is_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>3</w:t><w:noBreakHyphen/>"
        "<w:t>4</w:t><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>丙</w:t></w:r>"
        "</w:hyperlink><w:r><w:ruby><w:rt><w:r><w:t>ㄉㄧㄥ</w:t></w:r></w:rt><w:rubyBase>"
        "<w:r><w:t>丁</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert lines(body) == ["甲\t乙\n3-4丙丁"]


def test_a_table_of_contents_is_left_out() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('壹、時間 1')}</w:sdtContent></w:sdt>"
    )
    assert lines(contents + p("壹、時間")) == ["壹、時間"]
