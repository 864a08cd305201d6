"""What a question asks for is what the patterns of its intents find, one by one."""

from __future__ import annotations

import json
import re
import tomllib
from importlib import resources
from pathlib import Path

from knowledge.intents import Intents
from knowledge.patterns import ANY, beginnings
from knowledge.text import fold

DATA = Path(__file__).parents[1] / "data"


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


def test_what_may_begin_with_any_character_is_found_anywhere() -> None:
    intents = Intents({"free": ["[^,]费", "免费"], "who": ["谁"]})
    assert intents.of("规费") == {"free"}
    assert intents.of("谁免费") == {"free", "who"}
    assert intents.of(",费") == frozenset()


def test_what_is_prepared_finds_the_same() -> None:
    intents = Intents({"free": ["[^,]费", "免费"], "who": ["谁"]})
    intents.prepare()
    assert intents.of("谁免费") == {"free", "who"}


def test_no_alternative_that_ships_is_tried_at_every_place() -> None:
    file = resources.files("knowledge") / "lexicon" / "intents.toml"
    shipped = tomllib.loads(file.read_text(encoding="utf-8"))
    anywhere = [one for words in shipped.values() for one in words if ANY in beginnings(fold(one))]
    assert anywhere == []  # such a one takes as long as all others together
