"""Words that are not in the minutes into words that are, and when not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.lexicon import Lexicon, load
from knowledge.text import fold
from knowledge.typos import Alike, Correction, Typos

MINUTES = (
    "月票",
    "捷運",
    "共同生活圈",
    "以工代賑",
    "高齡",
    "財源",
    "無薪假",
    "謝國樑",
    "李巳明",
    "高熊",
    "安全網",
    "社會安全",
)
Correct = Callable[..., Correction | None]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@pytest.fixture(scope="module")
def alike(lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Alike:
    return Alike(lexicon.shapes, tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def correct(lexicon: Lexicon, alike: Alike) -> Correct:
    found: dict[str, list[str]] = {}
    for word in map(fold, MINUTES):
        for key in alike.keys(word):
            found.setdefault(key, []).append(word)
    typos = Typos(
        alike,
        lambda key: found.get(key, ()),
        [fold("氣候變遷")],
        lexicon.places,
        lexicon.surnames,
        lambda word: False,
    )

    def correct(text: str, strange: str, *solid: range) -> Correction | None:
        return typos.correct(fold(text), fold(strange), solid)

    return correct


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("月票", "月飄", id="another-tone"),
        pytest.param("市長", "四長", id="retroflex-and-flat"),
        pytest.param("安全", "骯全", id="front-and-back-nasal"),
        pytest.param("南港", "蘭港", id="n-and-l"),
        pytest.param("飛", "黑", id="f-and-h"),
    ],
)
def test_words_sound_alike_without_tones_and_common_confusions(
    alike: Alike, one: str, other: str
) -> None:
    assert alike.sound(fold(one)) == alike.sound(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [pytest.param("月票", "月台", id="ending"), pytest.param("女", "路", id="n-and-l-before-u")],
)
def test_words_that_sound_otherwise_are_apart(alike: Alike, one: str, other: str) -> None:
    assert alike.sound(fold(one)) != alike.sound(fold(other))


def test_words_look_alike_by_their_characters(alike: Alike) -> None:
    assert alike.shape(fold("捷遇")) == alike.shape(fold("捷運"))
    assert alike.shape(fold("捷徑")) != alike.shape(fold("捷運"))


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("物價穩定工作群組", id="long"),
        pytest.param("票", id="one-character"),
        pytest.param("sop", id="latin"),
        pytest.param("7+1", id="digits"),
    ],
)
def test_a_word_that_is_not_compared_has_no_keys(alike: Alike, word: str) -> None:
    assert alike.keys(fold(word)) == ()


@pytest.mark.parametrize(
    ("text", "strange", "typed", "meant"),
    [
        pytest.param("月飄的財源", "月飄", "月飄", "月票", id="by-sound"),
        pytest.param("捷遇的進度", "捷遇", "捷遇", "捷運", id="by-shape"),
        pytest.param("共同生圈的", "生圈", "共同生圈", "共同生活圈", id="by-a-lost-character"),
        pytest.param("生活圈圈", "圈圈", None, None, id="the-rest-is-no-word-of-the-minutes"),
        pytest.param("以工代振呢", "工代振", "以工代振", "以工代賑", id="around-the-strange"),
        pytest.param("無無薪假", "無無", "無無薪假", "無薪假", id="by-a-doubled-character"),
        pytest.param("氣侯變遷", "氣侯", "氣侯變遷", "氣候變遷", id="one-of-our-own-terms"),
        pytest.param("謝國亮說", "謝國亮", "謝國亮", "謝國樑", id="a-name-by-sound"),
        pytest.param("李己明說", "李己明", None, None, id="a-name-is-never-mended-by-shape"),
        pytest.param("高雄捷運", "高雄", None, None, id="a-place-never"),
        pytest.param("謝國忠說", "謝國忠", None, None, id="another-name"),
        pytest.param("月台的財源", "月台", None, None, id="another-word"),
        pytest.param("閱漂", "閱漂", None, None, id="no-character-stays"),
        pytest.param("bitcoin", "bitcoin", None, None, id="latin"),
    ],
)
def test_a_strange_word_is_corrected_to_one_of_the_minutes(
    correct: Correct, text: str, strange: str, typed: str | None, meant: str | None
) -> None:
    found = correct(text, strange)
    expected = Correction(fold(typed), fold(meant)) if typed and meant else None
    assert found == expected


def test_a_word_that_stands_in_the_minutes_is_not_torn(correct: Correct) -> None:
    assert correct("月飄浮", "月飄") == Correction(fold("月飄"), fold("月票"))
    assert correct("月飄浮", "月飄", range(1, 3)) is None


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param(False, {"~", "#", "-"}, id="a-word-by-sound-shape-and-what-is-lost"),
        pytest.param(True, {"~"}, id="a-name-by-sound-alone"),
    ],
)
def test_what_is_tried(alike: Alike, name: bool, keys: set[str]) -> None:
    tries = list(alike.tries(fold("生活圈圈"), name=name))
    assert {key[0] for key in tries} == keys
    assert tries[0] == alike.sound(fold("生活圈圈"))


def test_the_syllables_are_kept(lexicon: Lexicon, tmp_path: Path) -> None:
    first = Alike(lexicon.shapes, tmp_path).sound(fold("月票"))
    assert list(tmp_path.glob("syllables-*.cache"))
    assert Alike(lexicon.shapes, tmp_path).sound(fold("月票")) == first


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        pytest.param("月票", "月飄", True, id="another-tone"),
        pytest.param("市長", "四長", False, id="a-confusion"),
        pytest.param("月票", "月", False, id="shorter"),
    ],
)
def test_words_that_sound_the_same_but_for_their_tones(
    alike: Alike, word: str, other: str, same: bool
) -> None:
    assert alike.sounds_same(fold(word), fold(other)) is same


def test_of_two_words_as_long_the_one_that_sounds_the_same_is_meant(
    lexicon: Lexicon, alike: Alike
) -> None:
    """四政 is 市政 by a confusion, 政張 is 政章 without one."""
    found: dict[str, list[str]] = {}
    for word in ("市政", "政章"):
        for key in alike.keys(word):
            found.setdefault(key, []).append(word)
    typos = Typos(
        alike, lambda key: found.get(key, ()), (), (), lexicon.surnames, lambda word: True
    )
    assert typos.correct("四政张", "政张", ()) == Correction("政张", "政章")
    assert typos.correct("四政", "四政", ()) == Correction("四政", "市政")


def test_a_word_of_the_dictionary_is_not_taken_for_one_of_none(
    lexicon: Lexicon, alike: Alike
) -> None:
    """除役 is no typing error for 除依, as 除依規定辦理 was cut; a mistyped 除衣 may be."""
    found = {key: ["除依"] for key in alike.keys("除依")}
    known = {"除役"}
    typos = Typos(
        alike,
        lambda key: found.get(key, ()),
        (),
        (),
        lexicon.surnames,
        lambda word: word not in known,
    )
    assert typos.correct("电厂除役", "除役", ()) is None
    assert typos.correct("电厂除衣", "除衣", ()) == Correction("除衣", "除依")


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        pytest.param("財源幾捷遇", "幾捷遇", id="inside"),
        pytest.param("哪飄", "哪飄", id="at-its-beginning"),
    ],
)
def test_what_asks_is_no_typing_error(correct: Correct, text: str, strange: str) -> None:
    assert correct(text, strange) is None
