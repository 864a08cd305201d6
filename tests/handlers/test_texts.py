"""The catalogues say the same things with the same placeholders."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import pytest

from handlers.texts import chinese, english, texts_for
from knowledge.errors import Fault
from knowledge.model import Change, Fact, Kind, Outcome

TRANSLATED: dict[str, Any] = asdict(english())
FORBIDDEN = re.compile(r"[!！]")


def placeholders(text: Any) -> list[str]:
    return sorted(set(re.findall(r"\{\w+\}", str(text))))


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_translation_has_the_same_placeholders(name: str) -> None:
    assert placeholders(asdict(chinese())[name]) == placeholders(TRANSLATED[name])


@pytest.mark.parametrize("texts", [chinese(), english()], ids=["chinese", "english"])
def test_no_sentence_shouts(texts: object) -> None:
    assert not FORBIDDEN.search(str(texts))


def test_a_translation_names_every_outcome_kind_and_fact() -> None:
    for names, members in (("outcomes", Outcome), ("kinds", Kind), ("facts", Fact)):
        assert set(TRANSLATED[names]) == {member.value for member in members}
    assert set(TRANSLATED["faults"]) == {fault.name.lower() for fault in Fault}


def test_every_language_names_every_change() -> None:
    for texts in (chinese(), english()):
        assert set(texts.changes) == set(Change)


@pytest.mark.parametrize(
    ("code", "language"), [("zh-hant", "zh"), (None, "zh"), ("en-GB", "en"), ("ja", "zh")]
)
def test_english_is_for_those_whose_telegram_is_english(code: str | None, language: str) -> None:
    assert texts_for(code).language == language
