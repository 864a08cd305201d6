"""The two forms of a text that are matched, and the way back to the one that is quoted."""

import pytest

from knowledge.text import beginnings, fold, plain, shadow


@pytest.mark.parametrize(
    ("raw", "level"),
    [
        ("（１１２）：", "(112):"),
        ("⼀⽅⻝", "一方食"),
        ("年度", "年度"),
        ("列博—基北", "列博-基北"),
        ("結・攜", "結·攜"),
        ("決\u3000議", "決 議"),
        ("一\u200b二", "一 二"),
        ("一\u2028二\f", "一\n二\n"),
        ("臺北", "臺北"),
    ],
)
def test_plain_replaces_one_character_by_one(raw: str, level: str) -> None:
    assert plain(raw) == level
    assert len(plain(raw)) == len(raw)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺北市政府", "台北市政府"),
        ("會議紀錄", "会议记录"),
        ("決　議", "決議"),
        ("ＳＯＰ", "sop"),
        ("第 3 次", "第３次"),
    ],
)
def test_fold_makes_one_of_what_is_written_in_two_ways(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_what_is_found_in_a_shadow_is_cut_from_the_raw_text() -> None:
    raw = "生活圈 月 票，臺北"
    folded = shadow(raw)
    found, city = folded.find("月票"), folded.find("台北")
    assert found is not None and raw[found] == "月 票"
    assert city is not None and raw[city] == "臺北"
    assert folded.find("捷运") is None


def test_white_space_stays_between_latin_words_only() -> None:
    assert fold(" CALL  IN 專線 4 市 ") == "call in专线4市"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        pytest.param(["美国", "关税"], [0, 2], id="each-word"),
        pytest.param(["美国关税"], [0, 2], id="four-characters-are-two-of-two"),
        pytest.param(["博物馆", "票"], [0, 3], id="three-are-one"),
        pytest.param(["站"], [0], id="a-single-character"),
        pytest.param([], [], id="none"),
    ],
)
def test_where_words_begin(words: list[str], places: list[int]) -> None:
    assert beginnings(words) == places
