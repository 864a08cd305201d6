"""Words in a tree: what is known of each, and which begin at a place of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dictionary import UNKNOWN, Dictionary, pack

WORDS = {
    "市": (9, 0),
    "市政": (4, 1),
    "市政府": (5, 0),
    "市長": (0, 2),
    "長": (7, 4),
    "𠮷野": (3, 0),
}


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary(pack(WORDS))


@pytest.mark.parametrize("word", WORDS)
def test_what_was_told_of_a_word_is_known(dictionary: Dictionary, word: str) -> None:
    assert dictionary.facts(word) == WORDS[word]


@pytest.mark.parametrize("word", ["", "政", "政府", "市政府廳", "市長室", "基隆", "野"])
def test_of_anything_else_nothing_is_known(dictionary: Dictionary, word: str) -> None:
    assert dictionary.facts(word) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "start", "found"),
    [
        pytest.param("市政府", 0, [(1, 9), (2, 4), (3, 5)], id="each-that-goes-on"),
        pytest.param("北市政府的", 1, [(2, 9), (3, 4), (4, 5)], id="inside-a-text"),
        pytest.param("市政", 0, [(1, 9), (2, 4)], id="no-further-than-the-text"),
        pytest.param("市長", 0, [(1, 9)], id="none-that-was-never-counted"),
        pytest.param("政府", 0, [], id="none"),
        pytest.param("𠮷野家", 0, [(2, 3)], id="beyond-the-usual-characters"),
    ],
)
def test_the_words_that_begin_at_a_place_are_found(
    dictionary: Dictionary, text: str, start: int, found: list[tuple[int, int]]
) -> None:
    assert dictionary.beginning(text, start) == found


WORD = st.text(alphabet="市政府長a", min_size=1, max_size=5)
FACTS = st.tuples(st.integers(0, 3), st.integers(0, 7))


@given(st.dictionaries(WORD, FACTS, max_size=30), st.lists(WORD, max_size=10))
def test_any_words_are_known_as_a_dict_knows_them(
    words: dict[str, tuple[int, int]], others: list[str]
) -> None:
    packed = Dictionary(pack(words))
    for word in [*words, *others]:
        assert packed.facts(word) == words.get(word, UNKNOWN)
        prefixes = [word[:end] for end in range(1, len(word) + 1)]
        counted = [(len(one), words[one][0]) for one in prefixes if words.get(one, UNKNOWN)[0]]
        assert packed.beginning(word, 0) == counted
