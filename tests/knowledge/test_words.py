"""Folded text into words, and what is known of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.lexicon import load
from knowledge.text import fold
from knowledge.words import Words


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    lexicon = load()
    return Words(lexicon.terms | lexicon.vocabulary, tmp_path_factory.getbasetemp())


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("月票的財源", ("月票", "的", "財源"), id="words"),
        pytest.param("生活圈月票", ("生活圈月票",), id="one-of-our-own-is-whole"),
        pytest.param("abc123，基隆", ("abc", "123", ",", "基隆"), id="latin-numbers-marks"),
        pytest.param("monthly", ("monthly",), id="latin-words-are-whole"),
        pytest.param("淡蘭古道", ("淡", "蘭", "古道"), id="what-is-unknown-in-characters"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_text_is_cut_into_words(words: Words, text: str, cut: tuple[str, ...]) -> None:
    assert tuple(words.cut(fold(text))) == tuple(map(fold, cut))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        pytest.param("准予備查", ("准予", "備查"), id="of-two-words"),
        pytest.param("生活圈月票", ("生活圈", "月票"), id="as-few-as-there-may-be"),
    ],
)
def test_a_word_of_our_own_is_cut_apart(words: Words, word: str, parts: tuple[str, ...]) -> None:
    assert tuple(words.cut_apart(fold(word))) == tuple(map(fold, parts))


@example("月票 on 12，龘😀\n")
@given(st.text(alphabet="月票基隆捷運on 12，。龘😀", max_size=30))
def test_the_words_joined_are_the_text(words: Words, text: str) -> None:
    folded = fold(text)
    assert "".join(words.cut(folded)) == folded


@pytest.mark.parametrize(
    ("text", "held", "missing"),
    [
        pytest.param("淡蘭古道", {"淡蘭", "古道"}, {"蘭古"}, id="single-characters-side-by-side"),
        pytest.param("月票的財源", {"月票", "財源"}, {"的", "票的"}, id="words-are-not-joined"),
        pytest.param("淡與蘭", set(), {"淡與", "淡與蘭"}, id="a-character-that-joins"),
        pytest.param("劉和然", {"和然"}, set(), id="a-character-that-names-have"),
    ],
)
def test_the_vocabulary_holds_what_single_characters_may_be(
    words: Words, text: str, held: set[str], missing: set[str]
) -> None:
    vocabulary = words.vocabulary(fold(text))
    assert set(map(fold, held)) <= vocabulary
    assert not set(map(fold, missing)) & vocabulary


def test_a_rarer_word_says_more(words: Words) -> None:
    rarity = [words.rarity(fold(word)) for word in ("的", "交通", "財源", "月票", "龘龘")]
    assert rarity == sorted(rarity)
    assert rarity[0] < rarity[1] - 2


def test_one_of_our_own_words_stays_as_rare_as_it_is(words: Words) -> None:
    assert words.rarity(fold("生活圈月票")) == words.rarity(fold("龘龘"))


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        pytest.param("is_everyday", "同一", "決意", id="everyday"),
        pytest.param("is_unknown", "淡蘭", "決意", id="unknown"),
        pytest.param("is_noun", "財源", "欣慰", id="noun"),
        pytest.param("is_noun", "淡蘭", "往往", id="what-is-unknown-may-be-a-noun"),
        pytest.param("is_name", "臺灣", "財源", id="name"),
        pytest.param("is_function", "到底", "召集人", id="function"),
        pytest.param("is_function", "三個", "三方", id="a-count-is-one-a-thing-is-none"),
    ],
)
def test_what_a_word_is(words: Words, question: str, yes: str, no: str) -> None:
    ask = getattr(words, question)
    assert ask(fold(yes))
    assert not ask(fold(no))


def test_the_dictionary_is_kept_and_made_again_where_it_is_torn(
    words: Words, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    (kept,) = tmp_path_factory.getbasetemp().glob("words-*.cache")
    whole = kept.read_bytes()
    torn = tmp_path / kept.name
    torn.write_bytes(whole[:1000])
    assert Words((), tmp_path).is_noun(fold("財源"))
    assert torn.stat().st_size == len(whole)


def test_another_tokenizer_knows_none_of_our_words(
    words: Words, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert len(Words((), tmp_path_factory.getbasetemp()).cut(fold("生活圈月票"))) > 1
    assert len(words.cut(fold("生活圈月票"))) == 1
