"""What means the same, how much it counts, and what an operator may add."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from knowledge.lexicon import Lexicon, LexiconError, load, longest_first
from knowledge.text import fold


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@pytest.mark.parametrize(
    ("asked", "minutes", "weight"),
    [
        pytest.param("TPASS", "生活圈月票", 1.0, id="asked-for"),
        pytest.param("特朗普", "川普", 1.0, id="same"),
        pytest.param("輪辦", "依序接棒", 1.0, id="same-both-in-the-minutes"),
        pytest.param("鐵路", "捷運", 0.6, id="broader"),
        pytest.param("分攤", "分擔", 0.8, id="synonym"),
        pytest.param("museum", "博物館", 0.8, id="english"),
        pytest.param("museum", "周遊列博", 1.0, id="the-better-of-two-kinds"),
    ],
)
def test_a_word_is_widened_by_what_it_may_mean(
    lexicon: Lexicon, asked: str, minutes: str, weight: float
) -> None:
    assert lexicon.expansions[fold(asked)][fold(minutes)] == weight


@pytest.mark.parametrize(
    ("minutes", "asked"),
    [
        pytest.param("生活圈月票", "TPASS", id="asked-for"),
        pytest.param("川普", "特朗普", id="same"),
    ],
)
def test_a_word_of_the_minutes_is_never_widened_by_a_word_of_questions(
    lexicon: Lexicon, minutes: str, asked: str
) -> None:
    assert fold(asked) not in lexicon.expansions.get(fold(minutes), {})


def test_no_word_is_widened_by_itself(lexicon: Lexicon) -> None:
    assert [word for word, others in lexicon.expansions.items() if word in others] == []


def test_an_everyday_word_is_in_one_class(lexicon: Lexicon) -> None:
    classes = (lexicon.stopwords, lexicon.generic, lexicon.slight, lexicon.ordinary)
    pairs = list(combinations(classes, 2))[1:]  # some words ask and are of every meeting, too
    assert [one & other for one, other in pairs if one & other] == []


def test_everything_is_folded(lexicon: Lexicon) -> None:
    words = lexicon.terms | lexicon.fillers | lexicon.small_talk | lexicon.vocabulary
    assert [word for word in words if fold(word) != word] == []


def test_people_keep_the_name_as_the_minutes_write_it(lexicon: Lexicon) -> None:
    assert lexicon.people[fold("謝市長")] == "謝國樑"


@pytest.mark.parametrize("kind", ["expansions", "people", "places", "stopwords", "generic"])
def test_segmentation_keeps_every_word_whole_that_means_something(
    lexicon: Lexicon, kind: str
) -> None:
    assert set(getattr(lexicon, kind)) <= lexicon.terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("票", "粟", id="of-one-group"),
        pytest.param("社", "杜", id="of-two-groups-that-name-both"),
    ],
)
def test_characters_that_look_alike_have_one_that_stands_for_them(
    lexicon: Lexicon, one: str, other: str
) -> None:
    assert lexicon.shapes[fold(one)] == lexicon.shapes[fold(other)]


def test_characters_that_do_not_look_alike_are_apart(lexicon: Lexicon) -> None:
    assert lexicon.shapes[fold("票")] != lexicon.shapes[fold("社")]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        pytest.param(("月票", "生活圈月票"), "生活圈月票的", "生活圈月票", id="longest"),
        pytest.param(("on",), "the monthly", None, id="latin-inside-a-word"),
        pytest.param(("on",), "票on時", "on", id="latin-beside-chinese"),
        pytest.param(("a.b",), "axb", None, id="no-expression"),
        pytest.param((), "月票", None, id="no-words"),
    ],
)
def test_words_are_found_longest_first(
    words: tuple[str, ...], text: str, found: str | None
) -> None:
    match = longest_first(words).search(text)
    assert (match and match[0]) == found


def test_an_operator_adds_groups_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text(
        '[[group]]\nkind = "asked"\nminutes = ["生活圈月票"]\nasked = ["通勤神票"]\n', "utf-8"
    )
    assert load(file).expansions[fold("通勤神票")] == {fold("生活圈月票"): 1.0}
    assert fold("TPASS") in load(file).expansions


def test_an_operator_needs_no_file(tmp_path: Path, lexicon: Lexicon) -> None:
    assert load(tmp_path / "none.toml").expansions == lexicon.expansions


@pytest.mark.parametrize(
    ("content", "named"),
    [
        pytest.param(b"[[group", "aliases.toml", id="no-toml"),
        pytest.param("[[group]] # 月".encode("big5"), "aliases.toml", id="no-utf-8"),
        pytest.param(b'[[group]]\nkind = "same"\n', "minutes", id="no-minutes"),
        pytest.param(b'[[group]]\nkind = "same"\nminutes = []\n', "minutes", id="empty-minutes"),
        pytest.param(b'[[group]]\nminutes = ["x"]\n', "kind", id="no-kind"),
        pytest.param(b'[[group]]\nkind = "odd"\nminutes = ["x"]\n', "odd", id="unknown-kind"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_error(
    tmp_path: Path, content: bytes, named: str
) -> None:
    file = tmp_path / "aliases.toml"
    file.write_bytes(content)
    with pytest.raises(LexiconError, match=named):
        load(file)


@pytest.mark.xfail(raises=(TypeError, AttributeError), reason="only keys are checked, no types")
@pytest.mark.parametrize(
    "content",
    [
        pytest.param('group = "月票"\n', id="groups-that-are-no-tables"),
        pytest.param('[[group]]\nkind = "same"\nminutes = [1]\n', id="a-number-for-a-word"),
        pytest.param('[[group]]\nkind = ["same"]\nminutes = ["x"]\n', id="a-list-for-a-kind"),
    ],
)
def test_groups_of_another_shape_are_one_clear_error(tmp_path: Path, content: str) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(LexiconError):
        load(file)
