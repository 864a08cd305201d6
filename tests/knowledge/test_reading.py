"""Messages as questions, with what was mistyped or shortened in them put right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from knowledge.abbreviations import Abbreviations
from knowledge.engine import Engine
from knowledge.gate import Gate
from knowledge.lexicon import load
from knowledge.question import Question, Reader
from knowledge.reading import Reading
from knowledge.scoring import Scorer
from knowledge.text import fold
from knowledge.typos import Alike, Typos
from knowledge.weights import WEIGHTS
from knowledge.words import Words

Read = Callable[[str], Question]


@pytest.fixture(scope="module")
def read(
    engine: Engine, reader: Reader, dictionary: Words, tmp_path_factory: pytest.TempPathFactory
) -> Read:
    lexicon, index = load(), engine.index
    scorer = Scorer(WEIGHTS.rank)
    gate = Gate(lexicon, index.frequency, dictionary.is_name, index.speaks_of, scorer, WEIGHTS.gate)
    alike = Alike(lexicon.shapes, tmp_path_factory.getbasetemp())
    typos = Typos(
        alike,
        index.alike,
        lexicon.terms,
        lexicon.places,
        lexicon.surnames,
        dictionary.is_unknown,
    )
    short = Abbreviations(index.bodies, dictionary.cut, lexicon.places)
    reading = Reading(reader, gate, dictionary, typos, short)
    return lambda text: reading.read(text, date(2025, 12, 1))


@pytest.mark.parametrize(
    ("asked", "typed", "meant"),
    [
        pytest.param("月飄後來怎麼決定", "月飄", "月票", id="a-typing-error"),
        pytest.param("四市的海拓活動", "海拓", "海外拓銷", id="a-short-form"),
    ],
)
def test_a_word_that_stands_nowhere_is_put_right(
    read: Read, asked: str, typed: str, meant: str
) -> None:
    question = read(asked)
    assert [(c.typed, c.meant) for c in question.replaced] == [(fold(typed), fold(meant))]
    assert fold(meant) in question.folded
    assert question.text == asked


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("月票後來怎麼決定", id="all-of-it-stands-there"),
        pytest.param("月台的財源", id="another-word"),
        pytest.param("高雄捷運的進度", id="a-place"),
        pytest.param("基隆捷運設幾站", id="what-asks"),
        pytest.param("四市的便當", id="an-everyday-word"),
        pytest.param("謝謝", id="small-talk"),
    ],
)
def test_any_other_question_is_read_as_it_is(read: Read, asked: str) -> None:
    assert read(asked).replaced == ()


def test_several_words_are_put_right(read: Read) -> None:
    assert [c.meant for c in read("月飄跟以工代振").replaced] == ["月票", fold("以工代賑")]
