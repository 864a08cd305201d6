"""Every meeting answers to every name it has, and every entry to its place: 第二部分第三點.

The names and the forms of the questions stand in tests/data/asked-by-place.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from knowledge.context import Context
from knowledge.engine import Engine
from knowledge.model import Answer

_CASES = tomllib.loads(
    (Path(__file__).parents[1] / "data/asked-by-place.toml").read_text(encoding="utf-8")
)
_NUMERALS = "一二三四五六七八九"
_TOO_MANY = 9  # no list of the four minutes has so many


@pytest.mark.parametrize("fact", _CASES["fact"], ids=lambda fact: fact["fact"])
@pytest.mark.parametrize("meeting", _CASES["meeting"], ids=lambda meeting: meeting["date"])
def test_a_meeting_answers_to_each_of_its_names(
    engine: Engine, meeting: dict[str, Any], fact: dict[str, Any]
) -> None:
    for question in _questions(meeting["names"], fact["forms"]):
        assert _facts(engine.answer(question)[0]) == _told(meeting, fact), question


@pytest.mark.parametrize("fact", _CASES["fact"], ids=lambda fact: fact["fact"])
@pytest.mark.parametrize("meeting", _CASES["meeting"], ids=lambda meeting: meeting["date"])
def test_a_fact_is_asked_of_the_meeting_that_is_spoken_of(
    engine: Engine, meeting: dict[str, Any], fact: dict[str, Any]
) -> None:
    for before in meeting["before"]:
        _, context = engine.answer(before)
        for question in fact.get("next", ()):
            answer, _ = engine.answer(question, context)
            assert _facts(answer) == _told(meeting, fact), (before, question)


@pytest.mark.parametrize("fact", _CASES["fact"], ids=lambda fact: fact["fact"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(one, other, id=f"{one['date']}-{other['date']}")
        for one, other in combinations(_CASES["meeting"], 2)
    ],
)
def test_two_meetings_are_compared(
    engine: Engine, one: dict[str, Any], other: dict[str, Any], fact: dict[str, Any]
) -> None:
    for first, second in product(one["short"], other["short"]):
        for form in fact.get("both", ()):
            question = form.format(name=first, other=second)
            told = _told(one, fact) | _told(other, fact)
            assert _facts(engine.answer(question)[0]) >= told, question


@pytest.mark.parametrize("fact", _CASES["fact"], ids=lambda fact: fact["fact"])
def test_all_meetings_are_compared(engine: Engine, fact: dict[str, Any]) -> None:
    told = set().union(*(_told(meeting, fact) for meeting in _CASES["meeting"]))
    for question in fact.get("each", ()):
        assert _facts(engine.answer(question)[0]) == told, question


@pytest.mark.parametrize("around", _CASES["around"])
def test_what_stands_around_a_question_changes_nothing(engine: Engine, around: str) -> None:
    for meeting, fact in product(_CASES["meeting"], _CASES["fact"]):
        question = around.format(question=fact["forms"][0].format(name=meeting["names"][0]))
        assert _facts(engine.answer(question)[0]) == _told(meeting, fact), question
    for numbered in _CASES["numbered"]:
        plain = next(_questions(numbered["names"], numbered["forms"]))
        question = around.format(question=plain)
        assert _shown(engine, question) == _shown(engine, plain), question


@pytest.mark.parametrize("numbered", _CASES["numbered"], ids=lambda numbered: numbered["names"][0])
def test_an_entry_is_found_by_its_number(engine: Engine, numbered: dict[str, Any]) -> None:
    for number, begins in enumerate(numbered["begins"], 1):
        for question in _questions(numbered["names"], numbered["forms"], number):
            assert _shown(engine, question).startswith(begins), question


@pytest.mark.parametrize("numbered", _CASES["numbered"], ids=lambda numbered: numbered["names"][0])
def test_a_number_that_nothing_bears_gets_a_no(engine: Engine, numbered: dict[str, Any]) -> None:
    for question in _questions(numbered["names"], numbered["forms"][:1], _TOO_MANY):
        assert not engine.answer(question)[0].answered, question


@pytest.mark.parametrize("decided", _CASES["decided"], ids=lambda decided: decided["names"][0])
def test_an_item_is_asked_about_by_any_of_its_names(
    engine: Engine, decided: dict[str, Any]
) -> None:
    for question in _questions(decided["names"], decided["forms"]):
        assert _shown(engine, question).startswith(decided["begins"]), question


@pytest.mark.parametrize("listed", _CASES["listed"], ids=lambda listed: listed["names"][0])
def test_all_of_a_list_is_shown_and_nothing_else(engine: Engine, listed: dict[str, Any]) -> None:
    for question in _questions(listed["names"], listed["forms"]):
        answer, _ = engine.answer(question)
        shown = [_plain(hit.entry.text) for hit in answer.hits[: answer.shown]]
        begins = listed["begins"]
        introduced = shown[-len(begins) :]  # a sentence may lead to them
        assert len(shown) <= len(begins) + 1, question
        assert all(map(str.startswith, introduced, begins)), question


@pytest.mark.parametrize("after", _CASES["after"], ids=lambda after: after["before"][0])
def test_a_few_words_go_on_from_the_answer_before(engine: Engine, after: dict[str, Any]) -> None:
    for before in after["before"]:
        _, context = engine.answer(before)
        for question, begins in after["next"]:
            assert _shown(engine, question, context).startswith(begins), (before, question)


def _facts(answer: Answer) -> set[tuple[str, str]]:
    """Return the meetings and facts that *answer* shows, none where it is a no."""
    return {(hit.meeting_id, hit.entry.fact or "") for hit in answer.hits if answer.answered}


def _told(meeting: dict[str, Any], fact: dict[str, Any]) -> set[tuple[str, str]]:
    """Return what must be shown; the first minutes do not say who took them."""
    date, name = meeting["date"], fact["fact"]
    return set() if (date, name) == ("2023-02-11", "recorder") else {(date, name)}


def _questions(names: list[str], forms: list[str], number: int = 1) -> Iterator[str]:
    for name in names:
        for form in forms:
            yield form.format(name=name, n=_NUMERALS[number - 1], a=number)


def _shown(engine: Engine, question: str, context: Context | None = None) -> str:
    """Return the first excerpt without white space and marks of emphasis, "" for a no."""
    answer, _ = engine.answer(question, context)
    return _plain(answer.hits[0].entry.text) if answer.answered and answer.hits else ""


def _plain(text: str) -> str:
    return "".join(text.replace("*", "").split())
