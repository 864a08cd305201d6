"""What is said around a question of who asks and what for is no part of it; what it is about is.

What people say stands in tests/data/asked-around.toml.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from knowledge.chatter import Chatter
from knowledge.engine import Engine
from knowledge.lexicon import load
from knowledge.question import Reader
from knowledge.text import fold

_CASES = tomllib.loads(
    (Path(__file__).parents[1] / "data/asked-around.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def chatter(reader: Reader) -> Chatter:
    return Chatter(**load().chatter, terms=reader.terms)


@pytest.mark.parametrize("asked", _CASES["asked"], ids=lambda asked: asked["question"])
def test_what_stands_around_a_question_changes_no_answer(
    engine: Engine, asked: dict[str, str]
) -> None:
    question = asked["question"]
    around = [before + question for before in _CASES["before"]]
    for said in (*around, *(question + behind for behind in _CASES["behind"])):
        answer, _ = engine.answer(said)
        shown = answer.hits[0].entry.text if answer.answered else ""
        assert "".join(shown.split()).startswith(asked["begins"]), said


@pytest.mark.parametrize(
    ("asked", "rest"),
    [
        pytest.param("主計處打來問,月票怎麼決定", "月票怎麼決定", id="who-asks"),
        pytest.param("月票怎麼決定?急件", "月票怎麼決定?", id="in-what-hurry"),
        pytest.param("疫苗快過期了,社福組怎麼處理", None, id="what-it-is-about"),
        pytest.param("民眾,月票怎麼決定", None, id="nobody-does-anything"),
        pytest.param("聲明標題是?關稅的", None, id="a-clause-that-asks"),
        pytest.param("議員質詢月票,市府怎麼說", None, id="a-word-of-the-minutes"),
        pytest.param("急件", None, id="nothing-else"),
    ],
)
def test_a_clause_of_such_words_alone_is_left_out(
    chatter: Chatter, asked: str, rest: str | None
) -> None:
    assert chatter.without(fold(asked)) == fold(rest or asked)
