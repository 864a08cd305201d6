"""Questions that get several entries: reporters, meetings, what stands under a heading."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.lists import Lists
from knowledge.model import Form
from knowledge.question import Reader
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.several import Several
from knowledge.text import fold
from knowledge.weights import WEIGHTS

TODAY = date(2025, 12, 1)
TARIFF, THIRD = "2025-04-09", "2025-07-23"


@pytest.fixture(scope="module")
def several(search: Search) -> Several:
    scorer = Scorer(WEIGHTS.rank)
    lists = Lists(search, scorer, WEIGHTS.lists)
    return Several(search, scorer, lists, WEIGHTS.shown.same_subject)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        pytest.param(
            "先導會議有哪些人報告", ["劉副市長", "龔", "鍾局長", "張局長", "龔局長"], id="all"
        ),
        pytest.param("哪幾位局長報告", ["龔", "鍾局長", "張局長", "龔局長"], id="of-an-office"),
        pytest.param("哪幾位科長報告", [], id="of-an-office-that-nobody-held"),
        pytest.param("交通組由誰報告", [], id="one-reporter"),
        pytest.param("提案一由誰提案", [], id="no-reporter"),
    ],
)
def test_all_who_reported_in_their_order(
    reader: Reader, search: Search, several: Several, asked: str, names: list[str]
) -> None:
    question = reader.read(asked, TODAY)
    found, form = several.named(question, search.rank(question))
    assert len(found) == len(names)
    assert all(fold(name) in posting.body for name, posting in zip(names, found, strict=True))
    assert form is Form.LIST


@pytest.mark.parametrize(
    ("asked", "meetings"),
    [
        pytest.param("哪兩場會議談到關稅", [TARIFF, THIRD], id="two"),
        pytest.param("哪幾場談到月票", [], id="one-is-no-list"),
        pytest.param("哪兩場會議談到外星人", [], id="none"),
        pytest.param("關稅談了什麼", [], id="not-asked-for-meetings"),
    ],
)
def test_the_meetings_that_speak_of_something(
    reader: Reader, search: Search, several: Several, asked: str, meetings: list[str]
) -> None:
    question = reader.read(asked, TODAY)
    found, form = several.named(question, search.rank(question))
    if meetings:
        assert form is Form.COMPARISON
        assert [posting.meeting_id for posting in found] == meetings
    else:
        assert form is Form.LIST


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param("聯合聲明的結語", 3, id="a-heading"),
        pytest.param("聯合聲明結語的最後一段", 1, id="the-last-of-them"),
        pytest.param("聯合聲明的結語說每一次國際挑戰", 0, id="what-one-entry-holds"),
        pytest.param("會議", 0, id="no-subject"),
        pytest.param("交通組的決議", 0, id="a-resolution"),
    ],
)
def test_all_that_stands_under_a_heading_that_is_named(
    reader: Reader, search: Search, several: Several, asked: str, count: int
) -> None:
    question = reader.read(asked, TODAY)
    found = several.headed(question, search.rank(question)[0])
    assert len(found) == count
    assert len({posting.path[0] for posting in found}) <= 1


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param("四市應變方案有哪些", 6, id="a-list"),
        pytest.param("四市應變方案的利息補貼", 0, id="no-list-is-asked-for"),
        pytest.param("提案二有哪些組", 0, id="about-one-item"),
        pytest.param("四市應變方案有哪些票價", 0, id="without-what-is-wanted"),
    ],
)
def test_a_list(reader: Reader, search: Search, several: Several, asked: str, count: int) -> None:
    question = reader.read(asked, TODAY)
    assert len(several.named(question, search.rank(question))[0]) == count


@pytest.mark.parametrize(
    ("asked", "holding"),
    [
        pytest.param("提出的三個方向是哪三個", "3方向議題合作", id="called-as-it-is-asked"),
        pytest.param("聲明的三個面向是哪三個", "三大面向", id="of-two-that-tell-three"),
    ],
)
def test_sides_are_told_by_the_entry_that_calls_them_so(
    reader: Reader, search: Search, several: Several, asked: str, holding: str
) -> None:
    question = reader.read(asked, TODAY)
    found, form = several.named(question, search.rank(question))
    assert form is Form.EXCERPT
    assert fold(holding) in found[0].body
