"""What people name or ask about, as a subject to follow; and how often it was spoken of so far."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.followed import Subject, SubjectKind
from knowledge.model import Outcome

ALL, WORDS, GROUP, CITY, MAYOR, LEVEL, RESOLUTION = SubjectKind


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("全部", ALL, ""),
        ("所有新紀錄", ALL, ""),
        ("everything", ALL, ""),
        ("月票", WORDS, "月票"),
        ("  月票 \n 的財源 ", WORDS, "月票 的財源"),
        ("月票後來怎麼決定？", WORDS, "月票後來怎麼決定？"),
        ("交通組", GROUP, "交通組"),
        ("衛社組", GROUP, "衛生社福組"),
        ("災防組", WORDS, "災防組"),
        ("基隆", CITY, "基隆"),
        ("台北市", CITY, "臺北"),
        ("桃園市政府", CITY, "桃園"),
        ("高雄", WORDS, "高雄"),
        ("蔣萬安", MAYOR, "蔣萬安"),
        ("侯友宜說了什麼", MAYOR, "侯友宜"),
        ("基隆市長", MAYOR, "基隆市長"),
        ("副市長層級會議", LEVEL, "副市長層級"),
        ("市長會議", LEVEL, "市長層級"),
        ("議題小組會議", LEVEL, "議題小組"),
        ("第2次市長會議在哪裡開", LEVEL, "市長層級"),
        ("誰主持會議", ALL, ""),
    ],
)
def test_what_is_named_is_what_is_followed(
    engine: Engine, text: str, kind: SubjectKind, words: str
) -> None:
    assert engine.subjects.of_text(text) == Subject(kind, words)


@pytest.mark.parametrize("text", ["", "？？", "您好", "謝謝", "\x00", "\ud800"])
def test_what_names_nothing_cannot_be_followed(engine: Engine, text: str) -> None:
    assert engine.subjects.of_text(text) is None


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        ("月票後來怎麼決定", WORDS, "月票"),
        ("月漂的財源誰出", WORDS, "月票、財源"),
        ("月票一張賣多少錢", WORDS, "月票"),
        ("高雄捷運有什麼結論", WORDS, "高雄、捷運"),
        ("侯友宜對捷運說了什麼", WORDS, "侯友宜、捷運"),
        ("蔣萬安說了什麼", MAYOR, "蔣萬安"),
        ("交通組有什麼結論", GROUP, "交通組"),
    ],
)
def test_a_question_is_followed_by_its_words_as_they_are_written(
    engine: Engine, question: str, kind: SubjectKind, words: str
) -> None:
    found = engine.understood(engine.ask(question, None).key)
    assert found
    assert engine.subjects.of_question(found.question, found.answer.hits) == Subject(kind, words)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("月票", ["2023-02-11"]),
        ("TPASS", ["2023-02-11"]),
        ("關稅", ["2025-04-09", "2025-07-23"]),
        ("高雄捷運", []),
        ("交通組", ["2023-02-11"]),
        ("市長層級會議", ["2024-03-15", "2025-07-23"]),
        ("全部", ["2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"]),
        ("基隆市長", ["2025-07-23"]),
        ("平溪國中", ["2023-02-11"]),
    ],
)
def test_it_is_known_how_often_it_would_have_been_told(
    engine: Engine, text: str, days: list[str]
) -> None:
    subject = engine.subjects.of_text(text)
    assert subject
    found = [head.date for head in engine.subjects.speaking_of(subject) if head.date]
    assert sorted(found) == [date.fromisoformat(day) for day in days]


def test_a_resolution_is_named_by_how_it_begins(engine: Engine) -> None:
    entry = next(
        one
        for one in engine.store.meeting("2023-02-11").entries
        if one.outcome is Outcome.CONTINUED
    )
    subject = engine.subjects.of_entry(entry.id)
    assert subject == Subject(
        RESOLUTION, entry.id, "一、 交通組：生活圈月票之財源及分擔比例有待向…"
    )
    assert engine.subjects.of_entry("aaaaaaaaaa") is None
    assert engine.subjects.speaking_of(subject) == []


def test_what_can_be_chosen_is_what_is_on_record(engine: Engine) -> None:
    named = [(one.kind, one.words) for one in engine.subjects.choices()]
    assert named[:2] == [(ALL, ""), (LEVEL, "市長層級")]
    assert (GROUP, "交通組") in named
    assert {words for kind, words in named if kind is CITY} == {"基隆", "新北", "臺北", "桃園"}
