"""A question that asks about several things is answered for each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from knowledge.model import Kind
from knowledge.parts import by_item, by_meeting, by_pair, by_source, by_speaker, by_subject
from knowledge.question import Question, Reader
from knowledge.text import fold

TODAY = date(2025, 12, 1)


def test_a_question_for_each_meeting(reader: Reader) -> None:
    parts = by_meeting(reader.read("第2次跟第3次市長會議的捷運", TODAY))
    assert [part.scope.meetings for part in parts] == [
        frozenset({"2024-03-15"}),
        frozenset({"2025-07-23"}),
    ]
    assert all([t.text for t in part.terms] == [fold("捷運")] for part in parts)


def test_a_question_for_each_item(reader: Reader) -> None:
    parts = by_item(reader.read("提案一跟提案二的決議各是什麼", TODAY))
    assert [part.items for part in parts] == [
        (frozenset({"proposal 1"}),),
        (frozenset({"proposal 2"}),),
    ]


def test_a_question_for_each_speaker(reader: Reader) -> None:
    parts = by_speaker(reader.read("侯友宜跟謝國樑對捷運的看法比較", TODAY))
    assert [part.scope.speaker for part in parts] == ["侯友宜", "謝國樑"]
    assert all(fold("捷運") in [t.text for t in part.terms] for part in parts)


def test_a_question_for_each_group(reader: Reader) -> None:
    parts = by_subject(reader.read("衛生社福組跟觀光文創組的決議分別是什麼", TODAY))
    groups = [[t.text for t in part.terms if t.text.endswith("组")] for part in parts]
    assert groups == [[fold("衛生社福組")], [fold("觀光文創組")]]


def test_groups_that_are_called_together_are_groups(reader: Reader) -> None:
    parts = by_subject(reader.read("交通、社福兩組的決議分別是什麼", TODAY))
    groups = [[t.text for t in part.terms if not t.generic] for part in parts]
    assert groups == [[fold("交通組")], [fold("社福組")]]


def test_a_question_for_each_of_two_things(reader: Reader) -> None:
    parts = by_pair(reader.read("先導會議的捷運跟月票各是誰報告的", TODAY))
    named = [[t.text for t in part.terms if not t.generic] for part in parts]
    assert named == [[fold("捷運")], [fold("月票")]]


@pytest.mark.parametrize(
    ("parts_of", "asked"),
    [
        pytest.param(by_pair, "捷運跟月票是誰報告的", id="two-things-at-once"),
        pytest.param(by_pair, "捷運各是誰報告的", id="one-thing"),
        pytest.param(by_item, "提案二的決議", id="one-item"),
        pytest.param(by_speaker, "侯友宜對捷運的看法比較", id="one-speaker"),
        pytest.param(by_speaker, "侯友宜跟謝國樑談捷運", id="two-speakers-of-one-thing"),
        pytest.param(by_subject, "衛生社福組的決議是什麼", id="one-group"),
        pytest.param(by_subject, "交通組跟社福組一起討論", id="two-groups-of-one-thing"),
        pytest.param(by_meeting, "月票的財源", id="no-meeting"),
        pytest.param(by_source, "聯合聲明怎麼說關稅", id="one-source"),
        pytest.param(by_source, "媒體聯訪各怎麼說關稅", id="the-other-source"),
        pytest.param(by_source, "聯合聲明跟先導會議各是什麼", id="no-speech"),
    ],
)
def test_a_question_about_one_thing_has_no_parts(
    reader: Reader, parts_of: Callable[[Question], list[Question]], asked: str
) -> None:
    assert parts_of(reader.read(asked, TODAY)) == []


def test_a_question_for_what_was_stated_and_for_what_was_said(reader: Reader) -> None:
    stated, said = by_source(reader.read("聯合聲明跟7月聯訪各怎麼說關稅", TODAY))
    assert (stated.kind, said.kind) == (Kind.STATEMENT, Kind.SPEECH)
    assert stated.scope.meetings is None
    assert said.scope.meetings == frozenset({"2025-07-23"})
    assert all(fold("關稅") in [t.text for t in part.terms] for part in (stated, said))
