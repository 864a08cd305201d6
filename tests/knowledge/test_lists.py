"""Questions that ask for all of something, or for the nth of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.lists import Lists, nth
from knowledge.posting import Posting
from knowledge.question import Reader
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.text import fold
from knowledge.weights import WEIGHTS

TODAY = date(2025, 12, 1)
STRATEGIES = ["共享產業", "建立跨區", "推動物價", "強化海外", "四市輪流", "利息補貼"]


@pytest.fixture(scope="module")
def lists(search: Search) -> Lists:
    return Lists(search, Scorer(WEIGHTS.rank), WEIGHTS.lists)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param("四市應變方案有哪些", STRATEGIES, id="by-its-heading"),
        pytest.param("共同策略有哪些", STRATEGIES, id="by-what-introduces-it"),
        pytest.param("六項策略有哪些", STRATEGIES, id="by-its-count"),
        pytest.param("三大共同挑戰", ["產業外銷", "勞動市場", "地方政府"], id="all-three"),
        pytest.param(
            "財政面向的呼籲有哪些", ["協助地方", "檢討稅制", "不分朝野"], id="an-inner-heading"
        ),
        pytest.param(
            "共同向中央呼籲的三個面向",
            ["公共服務職缺", "就業服務法", "紓困", "稅制", "不分朝野", "三方聯合應變", "加速談判"],
            id="over-several-headings",
        ),
        pytest.param(
            "共同向中央呼籲分哪幾個面向",
            ["公共服務職缺", "就業服務法", "紓困", "稅制", "不分朝野", "三方聯合應變", "加速談判"],
            id="all-that-are-called-so",
        ),
        pytest.param("提到72項的市長有哪些", ["72", "72"], id="entries-that-each-match"),
        pytest.param("七項策略有哪些", [], id="another-count"),
        pytest.param("月票有哪些", [], id="no-heading"),
    ],
)
def test_all_of_what_is_asked_for_in_the_order_of_the_document(
    reader: Reader, search: Search, lists: Lists, asked: str, words: list[str]
) -> None:
    question = reader.read(asked, TODAY)
    found = lists.members(question, search.rank(question))
    assert len(found) == len(words)
    assert all(fold(word) in posting.body for word, posting in zip(words, found, strict=True))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param("產業面向第二點", "加速談判", id="point"),
        pytest.param("勞動面向第二點", "就業服務法第24條", id="the-same-number-elsewhere"),
        pytest.param("六項策略的第三項", "物價及經濟監控", id="of-a-counted-list"),
        pytest.param("提案一說明第四點", "輪辦", id="with-a-chinese-numeral"),
        pytest.param("產業面向第九點", None, id="a-number-that-is-not-there"),
        pytest.param("聲明 策略 6", "利息補貼", id="without-a-unit"),
        pytest.param("聲明 挑戰 3", "地方政府迎難而上", id="another-section"),
        pytest.param("呼籲 財政 3", "不分朝野", id="a-section-in-a-section"),
        pytest.param("月票 2", None, id="without-a-unit-or-a-heading"),
    ],
)
def test_the_entry_with_a_number_under_the_heading_that_is_named(
    reader: Reader, search: Search, lists: Lists, asked: str, words: str | None
) -> None:
    question = reader.read(asked, TODAY)
    found = lists.numbered(question, search.rank(question))
    assert (found is None) == (words is None)
    assert found is None or fold(words or "") in found.body


def numbered(*numbers: str) -> list[Posting]:
    return [Posting(f"{n}", n, path=("x", number)) for n, number in enumerate(numbers)]


@pytest.mark.parametrize(
    ("numbers", "wanted", "place"),
    [
        pytest.param(("1.", "3.", "2."), 2, 2, id="by-its-own-number"),
        pytest.param(("二、", "三、"), 2, 0, id="chinese-numeral"),
        pytest.param(("◆", "◆"), 2, 1, id="by-its-place"),
        pytest.param(("◆", "◆"), 3, None, id="beyond"),
        pytest.param((), 1, None, id="of-nothing"),
        pytest.param(("◆",), 0, None, id="zero"),
    ],
)
def test_the_nth_member(numbers: tuple[str, ...], wanted: int, place: int | None) -> None:
    found = nth(numbered(*numbers), wanted)
    assert (found and found.position) == place


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("八大面向是哪八個", id="told-in-one-sentence"),
        pytest.param("關稅對哪些企業衝擊最大", id="one-entry-tells-far-more"),
        pytest.param("九大面向是哪九個面向", id="so-many-of-another-kind"),
        pytest.param("7+1兒童守護計畫是哪72項", id="nothing-but-all-of-them"),
    ],
)
def test_no_list_is_made_where_one_sentence_or_none_tells_it(
    reader: Reader, search: Search, lists: Lists, asked: str
) -> None:
    question = reader.read(asked, TODAY)
    assert lists.members(question, search.rank(question)) == []


def test_what_introduces_a_list_is_shown_with_it(
    reader: Reader, search: Search, lists: Lists
) -> None:
    """形成以下共識： says nothing alone; a sentence that ends does."""
    question = reader.read("產業、勞動與財政面向的實質討論", TODAY)
    first = next(r.posting for r in search.rank(question) if r.posting.body.endswith(":"))
    found = lists.introduced(question, first)
    assert found[0] == first
    assert len(found) > 1
    assert lists.introduced(question, found[-1]) == []
    assert lists.introduced(replace(question, count=3), first) == [], "it tells all three itself"


def test_another_groups_entries_are_no_list_of_the_group_that_is_named(
    reader: Reader, search: Search, lists: Lists
) -> None:
    question = reader.read("衛生社福組談了哪三件事", TODAY)
    found = lists.members(question, search.rank(question))
    assert [posting.group for posting in found] == [fold("衛生社福組")] * 3


@pytest.mark.parametrize(
    ("numbers", "wanted", "place"),
    [
        pytest.param(("◆", "◆"), -1, 1, id="the-last"),
        pytest.param(("◆", "◆"), -2, 0, id="the-last-but-one"),
        pytest.param(("◆", "◆"), -3, None, id="before-the-first"),
    ],
)
def test_the_nth_member_from_the_end(
    numbers: tuple[str, ...], wanted: int, place: int | None
) -> None:
    found = nth(numbered(*numbers), wanted)
    assert (found and found.position) == place


def test_what_stands_before_the_sentence_that_leads_a_list_is_told_alone(
    reader: Reader, search: Search, lists: Lists
) -> None:
    question = reader.read("關稅對民生物價的連鎖反應", TODAY)
    first = search.rank(question)[0].posting
    assert first.body.endswith(":")
    assert lists.introduced(question, first) == []
