"""Every sentence of the minutes is found by its words, every thing by its name, and no more is told.

The words and the forms of the questions stand in tests/data/asked-by-content.toml.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from knowledge.engine import Engine

_CASES = tomllib.loads(
    (Path(__file__).parents[1] / "data/asked-by-content.toml").read_text(encoding="utf-8")
)
_FORMS = _CASES["forms"]


@pytest.mark.parametrize("said", _CASES["said"], ids=lambda said: said["begins"])
def test_who_said_it_is_found_by_what_was_said(engine: Engine, said: dict[str, Any]) -> None:
    for words in said["words"]:
        for form in _FORMS["said"]:
            question = form.format(words=words)
            assert _shown(engine, question).startswith(said["begins"]), question


@pytest.mark.parametrize(
    "written", [*_CASES["said"], *_CASES["written"]], ids=lambda written: written["begins"]
)
def test_a_sentence_is_found_by_its_words(engine: Engine, written: dict[str, Any]) -> None:
    for words in written["words"]:
        for form in _FORMS["stands"]:
            question = form.format(words=words)
            assert _shown(engine, question).startswith(written["begins"]), question


@pytest.mark.parametrize("whether", _CASES["whether"], ids=lambda whether: whether["begins"])
def test_whether_it_was_so_is_answered_by_what_stands_there(
    engine: Engine, whether: dict[str, Any]
) -> None:
    for question in whether["questions"]:
        assert _shown(engine, question).startswith(whether["begins"]), question


@pytest.mark.parametrize("question", _CASES["not_told"]["questions"])
def test_whether_it_was_so_is_a_no_where_nothing_is_said_of_it(
    engine: Engine, question: str
) -> None:
    assert not engine.answer(question)[0].answered


@pytest.mark.parametrize("form", _FORMS["thing"])
def test_a_thing_is_found_by_its_name(engine: Engine, form: str) -> None:
    for words in _CASES["things"]["words"]:
        assert words in _shown(engine, form.format(words=words)).replace("台", "臺"), words


@pytest.mark.parametrize("form", _FORMS["nowhere"])
def test_of_a_thing_no_more_is_told_than_stands_there(engine: Engine, form: str) -> None:
    for words in _CASES["things"]["untold"]:
        question = form.format(words=words)
        assert not engine.answer(question)[0].answered, question


def _shown(engine: Engine, question: str) -> str:
    """Return the first excerpt without white space and marks of emphasis, "" for a no."""
    answer, _ = engine.answer(question)
    text = answer.hits[0].entry.text if answer.answered and answer.hits else ""
    return "".join(text.replace("*", "").split())
