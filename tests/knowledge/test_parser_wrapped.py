"""Lines that the page's margin has ended are whole again, and say what they said unbroken."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.marks import mark
from knowledge.parser.minutes import parse
from knowledge.text import plain

GOLDEN = Path(__file__).parents[1] / "data" / "minutes"
DOCUMENTS = [p for p in sorted(GOLDEN.rglob("*.*")) if p.suffix in (".txt", ".md")]
HANGING = "，。、；：」）』》,.;:)"  # may stand beyond the margin
HEAD = (
    "雲海市流域綜合治理推動委員會第三次會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n"
    "主席：周市長柏翰\n紀錄：林怡君\n一、報告事項\n"
)
# Lines of 30 ideographs, so that there is a margin.
FULL = "（一）本府已依前次會議各委員意見逐項修正計畫內容並於會前一週\n送請各委員審閱。\n" * 3


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def wrapped(text: str, columns: int) -> str:
    """Return *text* as a page of that many columns breaks it."""
    return "\n".join(part for line in text.split("\n") for part in broken(line, columns))


def broken(line: str, columns: int) -> Iterator[str]:
    part = ""
    for c in line:
        if width(part + c) > columns and c not in HANGING:
            yield part
            part = ""
        part += c
    yield part


def said(text: str) -> set[tuple[Kind, str]]:
    found = (e for meeting in parse(text).meetings for e in meeting.entries)
    return {(e.kind, re.sub(r"\s", "", e.text)) for e in found}


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the head of a document that has a margin."""
    found = parse(HEAD + FULL + body).meetings[0].entries
    return tuple(e for e in found if e.start >= len(HEAD + FULL))


@pytest.mark.parametrize("columns", [68, 76])
def test_pages_of_any_width_change_hardly_an_entry(columns: int) -> None:
    kept = total = 0
    for path in DOCUMENTS:
        document = path.read_bytes().decode()
        before = said(document)
        kept += len(before & said(wrapped(document, columns)))
        total += len(before)
    assert kept >= 0.99 * total


def test_a_numeral_at_a_line_s_start_that_counts_nothing_is_a_word() -> None:
    body = "（二）擬劃設聯防區其經費由三縣市環保局依河道長度比例分攤四成\n五、餘由中央補助。\n"
    assert [e.text for e in entries(body)] == [body.strip()[:30] + "五、餘由中央補助。"]


def test_a_label_that_the_margin_tears_is_whole_again() -> None:
    body = "（二）環境保護局報告海洋廢棄物清除成果並報請公鑒。　　　主席\n裁示：洽悉。\n"
    assert [(e.kind, re.sub(r"\s", "", e.text)) for e in entries(body)] == [
        (Kind.REPORT, "（二）環境保護局報告海洋廢棄物清除成果並報請公鑒。"),
        (Kind.RESOLUTION, "主席裁示：洽悉。"),
    ]


def test_how_far_an_old_decision_is_stays_with_it_behind_the_margin() -> None:
    body = "（二）前次會議決議「有關夜間延誤班機之統計方式本次緩議」。\n辦理情形：已洽業者。\n"
    assert [e.text.endswith("辦理情形：已洽業者。") for e in entries(body)] == [True]


def test_a_sentence_that_ends_at_the_margin_need_not_be_the_last() -> None:
    body = "（二）去年本會召開兩次會議並完成七項工作及三項委辦計畫成果。\n今年將持續辦理。\n"
    assert len(entries(body)) == 1


def test_a_sentence_that_ends_before_the_margin_is_the_paragraph_s_last() -> None:
    body = "二、意見交換\n王委員大明：\n道路挖掘三十七件均已復原並完成路平檢測與路面標線補繪。\n路燈換裝三百盞。\n"
    assert len(entries(body)) == 2


def test_points_of_a_statement_begin_where_a_line_does() -> None:
    body = (
        "貳、散會\n四縣觀光安全共同宣言\n第二、縣內各景點應於颱風警報發布前三小時公告封閉與開放。\n"
        "第三、四縣旅宿業者應公開澄清。\n"
    )
    assert [e.text[:3] for e in entries(body)[-2:]] == ["第二、", "第三、"]


def test_a_dot_begins_a_sentence_that_the_margin_ends() -> None:
    body = "貳、工作報告\n● 套票自四月試賣至九月底共售出三萬餘張其中外國旅客購買\n占三成七。\n● 退票率百分之五。\n"
    assert [e.text[:2] for e in entries(body)] == ["套票", "● "]


@pytest.mark.parametrize("about", ["四、五十箱，", "三、四年", "五、六位"])
def test_about_how_many_is_no_mark(about: str) -> None:
    assert mark(plain(about)) is None
    assert mark("二、三十二件列管案") is not None


def test_an_office_with_its_head_begins_what_it_reports() -> None:
    body = (
        "二、處室報告\n學務處（詹主任怡伶）\n1、交通安全評鑑訂四月九日到校訪視並請各班完成編組名冊。\n"
        "總務處（薛主任銘仁）\n1、跑道暑假施工。\n"
    )
    assert [e.path[-2] for e in entries(body)] == ["學務處（詹主任怡伶）", "總務處（薛主任銘仁）"]


def test_a_row_that_the_margin_breaks_is_whole_again() -> None:
    body = (
        "貳、列管事項\n（編號／主辦／辦理情形／管考建議）\nA-03／水利處／監測樁已設三十支但颱風後流失六支／\n"
        "繼續列管\nA-05／農業處／通報群組成立且成員已有二百一十四人／解除列\n管\nA-07／環保局／完成／解除列管\n"
    )
    assert [re.sub(r"\s", "", e.text)[-6:] for e in entries(body)] == [
        "支／繼續列管", "人／解除列管", "成／解除列管",
    ]  # fmt: skip


def test_a_numeral_that_continues_no_list_leaves_the_list_open() -> None:
    body = (
        "貳、討論事項\n一　公園案。\n　　決議　照案通過並請農業局就認養方式會同各里辦公處詳加研議。\n"
        "七股一帶另案研議。\n二　停車場案。\n　　決議　續議。\n"
    )
    assert [e.text[:4] for e in entries(body) if e.kind is Kind.PROPOSAL] == [
        "一　公園",
        "二　停車",
    ]


def test_who_proposes_an_item_may_stand_on_the_line_below() -> None:
    body = "貳、討論事項\n提案二：三縣市年度合作項目及經費分攤方式一案，提請大會討論。\n（提案單位：計畫處）\n"
    assert [e.kind for e in entries(body)] == [Kind.PROPOSAL]


def test_a_name_in_the_head_that_the_margin_splits_is_one_name() -> None:
    document = (
        "雲海國家公園計畫委員會第九次會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n"
        "主席：江主任委員文瀚（公假）　　賴副主任委員淑芬代理　　　紀錄：鄧可\n薇\n一、報告事項\n"
    )
    recorder = parse(document + FULL).meetings[0].head.recorder
    assert recorder is not None and recorder.name == "鄧可薇"


def test_a_list_within_a_paragraph_goes_on_beyond_the_margin() -> None:
    body = (
        "二、討論事項\n案由：成立互助金。\n"
        "辦法：(1) 自本年度結餘提撥一百萬元作為基金。(2) 每戶最高補助\n二萬元，無須償還。(3) 由理事會審查。\n"
    )
    assert [e.text for e in entries(body)[1:]] == [
        "辦法：(1) 自本年度結餘提撥一百萬元作為基金。",
        "(2) 每戶最高補助二萬元，無須償還。",
        "(3) 由理事會審查。",
    ]


def test_a_line_that_breaks_off_a_little_before_the_margin_goes_on() -> None:
    said = "主席：今年六月梅雨總共下了二十三天，甘藍價格最高到\n一公斤四十八元，社員十分辛苦。\n"
    assert len(entries(said)) == 1


def test_a_part_that_a_gap_begins_is_none_of_the_full_line_above_it() -> None:
    found = entries(
        "二、討論事項\n第一案　市民請願反對市立體育館停車場改為計時收費一案提請審議。\n"
        "說明　該停車場原為使用體育館者免費停放，自四月起改為每小時收費，\n請求恢復免費。\n"
        "決議　請體育處檢討後於下次會議提出報告。\n"
    )
    assert [(e.kind, e.text[:2]) for e in found] == [
        (Kind.PROPOSAL, "第一"), (Kind.EXPLANATION, "說明"), (Kind.RESOLUTION, "決議"),
    ]  # fmt: skip


def test_a_line_that_hangs_below_the_words_of_a_point_goes_on_with_it() -> None:
    found = [
        e.text
        for e in parse(
            "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n壹、主席報告：\n\n"
            "一、感謝各位老師的辛勞，管樂團獲音樂比賽\n    優等，是創校以來第一次。\n\n"
            "二、請假的老師\n    各位請自行補閱。\n"
        )
        .meetings[0]
        .entries
        if e.kind is not Kind.HEADER
    ]
    assert found[0] == "一、感謝各位老師的辛勞，管樂團獲音樂比賽優等，是創校以來第一次。"
    assert len(found) == 3
