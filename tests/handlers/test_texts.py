"""The catalogues say the same things with the same placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from handlers.texts import (
    CatalogueError,
    Texts,
    catalogues,
    chinese,
    english,
    read,
    read_all,
    texts_for,
)
from knowledge.errors import Fault
from knowledge.model import Change, Fact, Kind, Outcome
from tests.bot.test_every_button import EMOJI

FORBIDDEN = re.compile(r"[!！]")
# Names that a language may leave to the minutes' own: model.py and errors.py have them.
OPTIONAL = ("outcomes.", "kinds.", "facts.", "faults.")


def sentences(texts: Texts) -> dict[str, str]:
    """Every text of a catalogue by its place in it: settings.back, examples.0."""
    return dict(_flat("", asdict(texts)))


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name.removeprefix("."), value
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _flat(f"{name}.{key}", item)


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


ALL = pytest.mark.parametrize("texts", catalogues().values(), ids=catalogues())


@ALL
def test_a_translation_says_the_same_with_the_same_placeholders(texts: Texts) -> None:
    ours, own = sentences(chinese()), sentences(texts)
    assert {name for name in ours if not name.startswith(OPTIONAL)} <= set(own)
    assert {name: placeholders(own[name]) for name in ours if name in own} == {
        name: placeholders(text) for name, text in ours.items() if name in own
    }


@ALL
def test_no_sentence_shouts_or_says_anything_by_a_picture(texts: Texts) -> None:
    for name, text in sentences(texts).items():
        assert not FORBIDDEN.search(text), name
        assert not EMOJI.search(text), name


@ALL
def test_what_telegram_shows_is_as_long_as_telegram_takes(texts: Texts) -> None:
    """core.telegram.org/bots/api#setmydescription, #botcommand and #answercallbackquery."""
    assert len(texts.description.strip()) <= 512
    assert len(texts.short_description) <= 120
    assert all(len(text) <= 256 for text in texts.commands.values())
    moments = (texts.gone, texts.failed, *asdict(texts.feedback).values())
    assert all(len(text) <= 200 for text in moments)


def test_a_translation_names_every_outcome_kind_and_fact() -> None:
    for names, members in (("outcomes", Outcome), ("kinds", Kind), ("facts", Fact)):
        assert set(getattr(english(), names)) == {member.value for member in members}
    assert set(english().faults) == {fault.name.lower() for fault in Fault}


def test_every_language_names_every_change() -> None:
    for texts in (chinese(), english()):
        assert set(texts.changes) == set(Change)


@pytest.mark.parametrize(
    ("code", "language"), [("zh-hant", "zh"), (None, "zh"), ("en-GB", "en"), ("ja", "zh")]
)
def test_english_is_for_those_whose_telegram_is_english(code: str | None, language: str) -> None:
    assert texts_for(code).language == language


# --- another language is one file ------------------------------------------------------------

CATALOGUES = Path(str(resources.files("handlers") / "catalogue"))
ENGLISH = (CATALOGUES / "english.toml").read_text(encoding="utf-8")


def translated(text: str = ENGLISH) -> str:
    return text.replace('language = "en"', 'language = "ja"').replace('"English"', '"日本語"')


def test_a_file_dropped_in_is_one_more_language(tmp_path: Path) -> None:
    for file in CATALOGUES.glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "japanese.toml").write_text(translated(), encoding="utf-8")
    found = read_all(tmp_path)
    assert set(found) == {"zh", "en", "ja"}
    assert found["ja"].called == "日本語"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        pytest.param(ENGLISH.replace('gone = "', 'gine = "'), "gine", id="misspelt"),
        pytest.param(ENGLISH.replace('skip = "Skip"\n', ""), "skip", id="missing-in-a-table"),
        pytest.param("called = ", "japanese.toml", id="no-toml"),
    ],
)
def test_a_catalogue_that_cannot_be_used_is_told_by_its_file_and_what_is_wrong(
    broken: str, told: str
) -> None:
    with pytest.raises(CatalogueError, match=r"japanese\.toml") as error:
        read(translated(broken), "japanese.toml")
    assert told in str(error.value)
