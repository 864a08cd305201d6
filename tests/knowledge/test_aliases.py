"""An operator's alias: added whole or not at all, and found by the next program that starts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from knowledge.aliases import FILE, add
from knowledge.lexicon import LexiconError, load
from knowledge.text import fold


def groups(file: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = tomllib.loads(file.read_text("utf-8"))["group"]
    return found


def test_an_alias_lets_a_word_of_questions_find_a_word_of_the_minutes(tmp_path: Path) -> None:
    file = add(tmp_path, "通勤神票", "生活圈月票")
    assert load(file).expansions[fold("通勤神票")] == {fold("生活圈月票"): 1.0}


def test_an_alias_is_added_to_those_before(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('# mine\n[[group]]\nkind = "same"\nminutes = ["甲乙"]', "utf-8")
    add(tmp_path, "通勤神票", "生活圈月票")
    add(tmp_path, "雙鐵", "軌道建設")
    assert (tmp_path / FILE).read_text("utf-8").startswith("# mine\n")
    assert [group["minutes"] for group in groups(tmp_path / FILE)] == [
        ["甲乙"],
        ["生活圈月票"],
        ["軌道建設"],
    ]


@pytest.mark.parametrize(
    "word",
    [
        pytest.param('他說"好"', id="quotes"),
        pytest.param("C:\\票", id="backslash"),
        pytest.param("月票]\nkind = 1", id="line-end"),
        pytest.param("票\t證", id="control-character"),
    ],
)
def test_any_word_is_written_so_that_it_is_read_again(tmp_path: Path, word: str) -> None:
    file = add(tmp_path, word, "生活圈月票")
    assert groups(file)[0]["asked"] == [" ".join(word.split())]


@pytest.mark.parametrize(
    ("asked", "minutes"),
    [
        pytest.param("", "月票", id="nothing-asked"),
        pytest.param(" \n", "月票", id="only-blanks"),
        pytest.param("月票", "", id="nothing-found"),
        pytest.param("台北", "臺北", id="the-same-word"),
    ],
)
def test_an_alias_needs_two_different_words(tmp_path: Path, asked: str, minutes: str) -> None:
    with pytest.raises(LexiconError, match="two different words"):
        add(tmp_path, asked, minutes)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(b"[[group", id="no-toml"),
        pytest.param(b"\xff\xfe", id="no-utf-8"),
        pytest.param(b'[[group]]\nkind = "odd"\n', id="a-bad-group"),
    ],
)
def test_a_file_that_cannot_be_read_stays_as_it_is(tmp_path: Path, before: bytes) -> None:
    (tmp_path / FILE).write_bytes(before)
    with pytest.raises(LexiconError):
        add(tmp_path, "通勤神票", "生活圈月票")
    assert (tmp_path / FILE).read_bytes() == before


def test_a_folder_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=FILE):
        add(tmp_path / "none", "通勤神票", "生活圈月票")
