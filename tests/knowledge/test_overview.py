"""What a meeting, a section or an item holds, where a question names no subject in it."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.overview import of_asked_kind, overview
from knowledge.question import Reader
from knowledge.search import Search
from knowledge.text import fold

TODAY = date(2025, 12, 1)
CONCLUSIONS = ["一、請各議題小組", "二、有關 113 年", "三、請衛生社福組"]
RESOLUTIONS = ["一、 交通組", "二、 衛生社福組", "三、 觀光文創組"]


@pytest.mark.parametrize(
    ("asked", "begin"),
    [
        pytest.param("第2次市長會議有哪些結論", CONCLUSIONS, id="conclusions-of-a-meeting"),
        pytest.param("第2次市長會議", CONCLUSIONS, id="a-meeting-alone"),
        pytest.param("先導會議的決議", ["決議", *RESOLUTIONS], id="resolutions-of-a-meeting"),
        pytest.param("先導會議的提案", ["提案一", "提案二"], id="proposals-of-a-meeting"),
        pytest.param("先導會議有哪些報告事項", ["伍、業務報告"], id="reports-of-a-meeting"),
        pytest.param(
            "先導會議有臨時動議嗎",
            ["柒、 臨時動議：無"],
            id="motions-of-a-meeting",
            marks=pytest.mark.xfail(reason="臨時動議 counts as a subject, so none is bare"),
        ),
        pytest.param("第2次市長會議第捌項", CONCLUSIONS, id="a-section"),
        pytest.param("提案二是什麼", ["提案二：有關"], id="an-item"),
        pytest.param("提案二的決議", RESOLUTIONS, id="the-outcome-of-an-item"),
        pytest.param("謝國樑說了什麼", ["基北北桃四市在", "正如侯市長"], id="a-speaker"),
        pytest.param("第2次市長會議第拾項", [], id="a-section-that-is-not-there"),
        pytest.param("第2次市長會議的氣候變遷", [], id="a-subject-is-named"),
        pytest.param("提案二的月票", [], id="a-subject-in-an-item"),
        pytest.param("第2次市長會議第九點", [], id="a-number"),
        pytest.param("決議", [], id="no-scope"),
    ],
)
def test_an_overview(reader: Reader, search: Search, asked: str, begin: list[str]) -> None:
    found = overview(reader.read(asked, TODAY), search)
    assert len(found) == len(begin)
    assert all(p.body.startswith(fold(b)) for p, b in zip(found, begin, strict=True))


def test_all_of_an_item_may_be_asked_for_with_its_subject(reader: Reader, search: Search) -> None:
    found = overview(reader.read("提案一主視覺的說明全部列出來", TODAY), search)
    assert [posting.own_number for posting in found] == ["一、", "二、", "三、", "四、"]


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        pytest.param("提案二的決議", {"resolution"}, id="outcome"),
        pytest.param("提案二的說明有哪些", {"explanation"}, id="explanation"),
        pytest.param("提案二有哪些", {"explanation"}, id="a-list"),
        pytest.param("提案二", {"proposal"}, id="nothing-else"),
    ],
)
def test_the_part_of_an_item_that_is_asked_for(
    reader: Reader, search: Search, asked: str, kinds: set[str]
) -> None:
    question = reader.read(asked, TODAY)
    assert {p.kind for p in of_asked_kind(question, search.items(question))} == kinds


def test_an_item_without_the_part_that_is_asked_for_is_shown_by_its_beginning(
    reader: Reader, search: Search
) -> None:
    question = reader.read("提案二的決議", TODAY)
    undecided = [p for p in search.items(question) if p.kind != "resolution"]
    assert [p.kind for p in of_asked_kind(question, undecided)] == ["proposal"]


@pytest.mark.parametrize(
    ("asked", "begin"),
    [
        pytest.param("提案二哪一組不是照案通過", ["一、 交通組"], id="of-an-item"),
        pytest.param("哪一案沒有通過", ["一、 交通組"], id="of-all-meetings"),
        pytest.param("提案二哪一組照案通過", RESOLUTIONS[:0], id="no-exception"),
    ],
)
def test_what_was_decided_otherwise_than_the_rest(
    reader: Reader, search: Search, asked: str, begin: list[str]
) -> None:
    question = reader.read(asked, TODAY)
    found = overview(question, search) if "exception" in question.intents else []
    assert len(found) == len(begin)
    assert all(p.body.startswith(fold(b)) for p, b in zip(found, begin, strict=True))


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        pytest.param("關稅會議在談什麼主題", {"conclusion"}, id="what-came-of-it"),
        pytest.param("第3次市長會議在談什麼主題", {"speech"}, id="what-was-said"),
        pytest.param("先導會議在談什麼主題", {"proposal"}, id="its-proposals"),
        pytest.param("第3次市長會議有哪些臨時動議", set(), id="other-business-is-not-replaced"),
        pytest.param("第3次市長會議的決議", {"report"}, id="what-it-took-note-of"),
        pytest.param("先導會議有哪些人報告", set(), id="nor-who-reported"),
    ],
)
def test_a_meeting_without_proposals_spoke_of_something_all_the_same(
    reader: Reader, search: Search, asked: str, kinds: set[str]
) -> None:
    assert {p.kind for p in overview(reader.read(asked, TODAY), search)} == kinds
