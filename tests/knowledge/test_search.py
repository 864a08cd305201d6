"""A question into ranked postings, and the postings that a form of answer needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.model import Kind
from knowledge.question import Reader
from knowledge.search import CANDIDATES, Search
from knowledge.text import fold

TODAY = date(2025, 12, 1)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        pytest.param("月票後來怎麼決定", "一、 交通組：生活圈月票", id="what-was-decided"),
        pytest.param("月票的補助", "(二) 生活圈月票共同提案向中央爭取補助", id="what-was-proposed"),
        pytest.param("TPASS的財源", "一、 交通組：生活圈月票", id="by-an-alias"),
        pytest.param("侯友宜談基隆捷運", "對新北市而言，軌道建設是核心", id="by-the-speaker"),
        pytest.param("謝國樑談基隆捷運", "正如侯市長所指出", id="by-another-speaker"),
        pytest.param("社福組的決議", "二、 衛生社福組：照案通過", id="by-the-group"),
    ],
)
def test_the_best_posting_is_first(reader: Reader, search: Search, asked: str, first: str) -> None:
    ranked = search.rank(reader.read(asked, TODAY))
    assert ranked[0].posting.body.startswith(fold(first))
    assert [r.score for r in ranked] == sorted((r.score for r in ranked), reverse=True)


def test_only_so_many_are_looked_at(reader: Reader, search: Search) -> None:
    assert len(search.rank(reader.read("四市合作推動平臺的交通與產業", TODAY))) == CANDIDATES


def test_a_question_that_nothing_shares_a_character_with_ranks_nothing(
    reader: Reader, search: Search
) -> None:
    assert search.rank(reader.read("龘龘", TODAY)) == []


def test_what_is_ranked_is_of_the_meetings_asked_about(reader: Reader, search: Search) -> None:
    ranked = search.rank(reader.read("關稅會議的產業", TODAY))
    assert {r.posting.meeting_id for r in ranked} == {"2025-04-09"}


def test_an_item_that_is_named_is_looked_into(reader: Reader, search: Search) -> None:
    ranked = search.rank(reader.read("提案二的月票", TODAY))
    assert {r.posting.item for r in ranked} == {"proposal 2"}


def test_an_item_without_any_of_the_words_is_left(reader: Reader, search: Search) -> None:
    ranked = search.rank(reader.read("提案九的月票", TODAY))
    assert fold("生活圈月票") in ranked[0].posting.body


def test_facts_of_all_meetings_in_their_order(reader: Reader, search: Search) -> None:
    found = search.facts(reader.read("每次會議在哪裡開", TODAY))
    assert [p.meeting_id for p in found] == ["2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"]


def test_a_meeting_is_read_in_its_order(reader: Reader, search: Search) -> None:
    found = search.scoped(reader.read("第2次市長會議", TODAY))
    assert {p.meeting_id for p in found} == {"2024-03-15"}
    assert [p.position for p in found] == sorted(p.position for p in found)


def test_without_a_meeting_the_latest_speeches_are_meant(reader: Reader, search: Search) -> None:
    found = search.speeches(reader.read("四位市長說了什麼", TODAY))
    assert {(p.meeting_id, p.kind) for p in found} == {("2025-07-23", Kind.SPEECH)}
    assert not search.speeches(reader.read("第2次市長會議四位市長說了什麼", TODAY))


def test_the_item_of_a_posting_and_the_items_of_a_question(reader: Reader, search: Search) -> None:
    question = reader.read("提案二", TODAY)
    items = search.items(question)
    assert {p.item for p in items} == {"proposal 2"}
    assert search.item(items[-1]) == items


def test_an_entry_beyond_those_looked_at_under_a_heading_stands_alone(
    reader: Reader, search: Search
) -> None:
    """The last sheets of a long record hold a kind that none of its first entries is of."""
    posting = search.rank(reader.read("侯友宜談基隆捷運", TODAY))[0].posting
    beyond = replace(posting, kind="other")
    assert search.members(beyond, len(beyond.headings) - 1) == [beyond]


def test_members_of_a_heading_and_of_the_one_above_it(reader: Reader, search: Search) -> None:
    ranked = search.rank(reader.read("檢討稅制 降稅 延稅", TODAY))
    posting = ranked[0].posting
    inner = search.members(posting, len(posting.headings) - 1)
    outer = search.members(posting, len(posting.headings) - 2)
    assert len(inner) == 3
    assert set(inner) < set(outer)
