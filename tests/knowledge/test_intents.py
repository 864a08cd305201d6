"""What a question asks for: patterns are tried only where one of them may begin."""

from __future__ import annotations

import json
import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from knowledge.intents import Intents, beginnings
from knowledge.text import fold

ANY = frozenset({""})
DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize(
    ("source", "first"),
    [
        pytest.param("多少钱", {"多"}, id="a-word"),
        pytest.param("多少|几(个|位)", {"多", "几"}, id="alternatives"),
        pytest.param("(由|给)?谁", {"由", "给", "谁"}, id="what-may-be-missing"),
        pytest.param("(有(没有)?)*准", {"有", "准"}, id="what-may-come-again"),
        pytest.param("的{0,2}人", {"的", "人"}, id="any-number-down-to-none"),
        pytest.param("的{1,2}人", {"的"}, id="at-least-one"),
        pytest.param("(?:a|(b|c)d)e", {"a", "b", "c"}, id="groups"),
        pytest.param("[哪几2-4]位", {"哪", "几", "2", "3", "4", "-"}, id="a-set"),
        pytest.param("(?<!由)(?=谁)[谁他]", {"谁", "他"}, id="what-is-only-looked-at"),
        pytest.param("^请", {"请"}, id="the-beginning"),
        pytest.param("谁.{0,4}说", {"谁"}, id="anything-behind-it"),
        pytest.param("[^,]人", ANY, id="all-but"),
        pytest.param("[一-鿿]费", ANY | {"一", "-", "鿿"}, id="a-wide-range"),
        pytest.param(r"\d元", ANY, id="a-class"),
        pytest.param(".人", ANY, id="anything"),
        pytest.param("的?", ANY | {"的"}, id="nothing"),
    ],
)
def test_a_pattern_tells_what_it_may_begin_with(source: str, first: set[str]) -> None:
    assert beginnings(source) == first


def test_each_question_has_the_intents_that_its_words_have_one_by_one() -> None:
    file = resources.files("knowledge") / "lexicon" / "intents.toml"
    shipped = tomllib.loads(file.read_text(encoding="utf-8"))
    sources = {name: [fold(one) for one in words] for name, words in shipped.items()}
    patterns = {name: re.compile("|".join(words)) for name, words in sources.items()}
    intents = Intents(sources)
    for file_name in ("questions.jsonl", "questions-dev.jsonl", "questions-rules.jsonl"):
        for line in (DATA / file_name).read_text(encoding="utf-8").splitlines():
            for folded in map(fold, json.loads(line)["turns"]):
                held = {name: p.search(folded) for name, p in patterns.items()}
                assert intents.of(folded) == {name for name, match in held.items() if match}
                assert all(
                    (match := intents[name].search(folded)) and match.span() == found.span()
                    for name, found in held.items()
                    if found
                )
