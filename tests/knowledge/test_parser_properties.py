"""Whatever the text: nothing is lost, nothing is doubled, nothing raises."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.dates import find_dates, find_times, number
from knowledge.model import Parsed, Span
from knowledge.parser.cut import join
from knowledge.parser.minutes import parse
from knowledge.text import plain

# What has hurt parsers of minutes before: labels, numbers, brackets left open, page furniture,
# joined and invisible characters, radicals, private use, surrogates and markup.
HURTING = [
    *("壹、貳、參：甲、一、二、(一)（二）1.2、(1)①⑩㈠⑴◆■●-#*>|～~_"),
    *("會議紀錄", "會 議 紀 錄", "第 2 次會議紀錄", "時間：", "地點", "主席：", "紀錄：", "出席："),
    *("報告事項", "討論事項：", "提案一：", "第一案", "案由：", "說明：", "決　議：", "主席裁示："),
    *(
        "臨時動議：無。",
        "散會（下午5時0分）",
        "聯合聲明",
        "附件一",
        "照案通過。",
        "洽悉",
        "請辦理。",
    ),
    *("侯市長友宜：", "共同主持", "謝國樑市長", "112年2月30日", "113/3/15", "下午25時", "一百二十"),
    *("\n", "\n\n", "\r\n", "\f", "\t", " ", "\u3000", "\u200b", "\u2028", "\x00", "\ud800"),
    *("。", "，", "、", "「", "」", "（", ")", "**", "<br/>", "~1~", "第 1 頁，共 2 頁", "……………"),
    *("⼀", "⻝", "\ue093", "𠮷", "e\u0301", "🙂", "A.", "I", "٣", "½"),
]
documents = st.lists(st.sampled_from(HURTING) | st.characters(), max_size=60).map("".join)
minutes = documents.map(lambda text: f"山海會議紀錄\n時間：112年2月11日\n地點：市府\n{text}")
HERE = Path(__file__)
PUBLISHED = sorted(
    path
    for folder in (HERE.parents[2] / "knowledge" / "minutes", HERE.parents[1] / "data" / "minutes")
    for path in folder.rglob("*.*")
    if path.suffix != ".json"
)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Minutes with lines and letters lost, doubled, moved or made to hurt."""
    text = draw(st.sampled_from(PUBLISHED)).read_bytes().decode()
    for _ in range(draw(st.integers(1, 12))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        end = min(end, start + draw(st.integers(0, 60)))
        at = draw(st.integers(0, len(text)))
        moved = draw(st.sampled_from([*HURTING, text[start:end]]))
        text = text[:at] + moved + text[at:] if draw(st.booleans()) else text[:start] + text[end:]
    return text


texts = documents | minutes | spoilt()


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_the_minutes_kept_here_are_covered_once_and_cut_from_the_document(path: Path) -> None:
    text = path.read_bytes().decode()
    parsed = parse(text)
    spans = sorted((*pieces(parsed), *parsed.skipped), key=lambda span: span.start)
    assert [span.start for span in spans] == [0, *(span.end for span in spans[:-1])]
    assert spans[-1].end == len(text)
    assert all(e.text == join(text, e.pieces) for m in parsed.meetings for e in m.entries)
    assert parse(text) == parsed


def pieces(parsed: Parsed) -> list[Span]:
    return [p for m in parsed.meetings for entry in m.entries for p in entry.pieces]


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_character_is_in_exactly_one_entry_or_skipped(text: str) -> None:
    parsed = parse(text)
    spans = sorted((*pieces(parsed), *parsed.skipped), key=lambda span: span.start)
    assert all(span.start < span.end for span in spans)
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert (spans[-1].end if spans else 0) == len(text)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_the_shown_text_is_what_its_pieces_cut_from_the_document(text: str) -> None:
    for meeting in parse(text).meetings:
        for entry in meeting.entries:
            assert entry.text == join(text, entry.pieces)
            assert entry.text.strip()


@given(texts)
@settings(max_examples=100, deadline=None)
def test_parsing_is_a_function_of_the_text(text: str) -> None:
    assert parse(text) == parse(text)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_a_promised_report_is_quoted_from_the_entry(text: str) -> None:
    for meeting in parse(text).meetings:
        for entry in meeting.entries:
            assert entry.follow_up is None or entry.follow_up in entry.text.replace("\n", "")


@given(texts)
@settings(max_examples=300, deadline=None)
def test_dates_and_times_lie_where_they_are_said_to_lie(text: str) -> None:
    for span, found in [*find_dates(text), *find_times(text)]:
        assert 0 <= span.start < span.end <= len(text)
        assert found is not None


@given(st.text(st.sampled_from("0123456789〇一二兩三十廿百千萬零 ３"), max_size=12))
def test_a_numeral_has_a_value_or_none(text: str) -> None:
    value = number(text)
    assert value is None or value >= 0


@given(texts)
def test_the_matching_copy_is_as_long_as_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)
