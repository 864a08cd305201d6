"""What is quoted of an entry: verbatim, whole sentences, never too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.excerpt import LONGEST, excerpt
from knowledge.model import Entry, Kind, Span
from knowledge.text import fold


def entry(text: str) -> Entry:
    return Entry(Kind.SPEECH, (), (Span(0, len(text)),), text)


FILL = "四市持續合作推動各項議題並定期檢討成果。"
LONG = FILL * 15 + "基隆捷運目標122年順利完工。" + FILL * 15


def test_a_short_entry_is_quoted_whole() -> None:
    assert excerpt(entry("決議：照案通過。"), ["月票"]) == "決議：照案通過。"


def test_marks_and_outer_blanks_are_not_quoted() -> None:
    assert excerpt(entry(" 1. **共享資訊**：四市即刻啟動。\n")) == "1. 共享資訊：四市即刻啟動。"


def test_of_a_long_entry_the_sentences_are_quoted_that_hold_the_words() -> None:
    quoted = excerpt(entry(LONG), [fold("基隆捷運"), fold("完工")])
    assert "基隆捷運目標122年順利完工。" in quoted
    assert quoted.endswith("。")
    assert quoted in LONG


def test_without_words_a_long_entry_is_quoted_from_its_beginning() -> None:
    assert LONG.startswith(excerpt(entry(LONG)))


def test_of_equal_runs_the_earliest_is_quoted() -> None:
    text = "月票甲。" + FILL * 25 + "月票乙。"
    assert excerpt(entry(text), ["月票"]).startswith("月票甲。")


def test_a_sentence_ends_after_its_closing_quotation_mark() -> None:
    text = "「" + "合" * 390 + "。」" + FILL * 2
    assert excerpt(entry(text)).endswith("。」")


def test_a_sentence_that_is_too_long_is_cut() -> None:
    assert excerpt(entry("合" * 900)) == "合" * LONGEST


@given(st.text(alphabet="月票，。！\n」 *", max_size=900), st.lists(st.sampled_from("月票")))
def test_an_excerpt_is_verbatim_and_never_too_long(text: str, words: list[str]) -> None:
    quoted = excerpt(entry(text), words)
    assert len(quoted) <= LONGEST
    assert quoted in text.replace("**", "")


SPOKEN = "捌、主席結論與指示（蔣萬安市長代表）"


def under(*path: str) -> Entry:
    text = f"{path[-1]} 請各議題小組持續推動。"
    return Entry(Kind.CONCLUSION, path, (Span(0, len(text)),), text)


def test_who_is_asked_for_is_told_by_the_heading_before_the_first_entry() -> None:
    first = under(SPOKEN, "一、")
    assert excerpt(first, who=True) == f"{SPOKEN}\n{first.text}"
    assert (
        len(excerpt(under("捌、" + "結" * 400 + "（蔣萬安市長代表）", "一、"), who=True)) == LONGEST
    )


def test_no_heading_is_quoted_where_it_tells_nobody_or_nobody_is_asked_for() -> None:
    first, second = under(SPOKEN, "一、"), under(SPOKEN, "二、")
    assert excerpt(first) == first.text
    assert excerpt(second, who=True) == second.text
    assert excerpt(under(SPOKEN, "十一、"), who=True) == "十一、 請各議題小組持續推動。"
    plain = under("捌、主席結論（如附檔）", "一、")
    assert excerpt(plain, who=True) == plain.text
