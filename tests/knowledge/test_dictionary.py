"""Words in a tree: what is known of each, and which of them a text is likeliest made of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

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


CERTAIN = math.log(sum(count for count, _ in WORDS.values()) + 3)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("市政府", ["市政府"], id="a-whole-word-before-its-parts"),
        pytest.param("北市政府的", ["北", "市政府", "的"], id="beside-what-is-unknown"),
        pytest.param("市政", ["市政"], id="no-further-than-the-text"),
        pytest.param("市長", ["市", "長"], id="none-that-was-never-counted"),
        pytest.param("政府", ["政", "府"], id="single-characters-where-there-is-none"),
        pytest.param("𠮷野家", ["𠮷野", "家"], id="beyond-the-usual-characters"),
        pytest.param("市長室", ["市長室"], id="one-of-our-own"),
    ],
)
def test_a_text_is_cut_into_its_likeliest_words(
    dictionary: Dictionary, text: str, words: list[str]
) -> None:
    own = {"市長": [("市長室", math.log(3))]}
    assert list(dictionary.likeliest(text, own, CERTAIN)) == words


WORD = st.text(alphabet="市政府長a", min_size=1, max_size=5)
FACTS = st.tuples(st.integers(0, 3), st.integers(0, 7))


@given(st.dictionaries(WORD, FACTS, max_size=30), st.lists(WORD, max_size=10))
def test_any_words_are_known_as_a_dict_knows_them(
    words: dict[str, tuple[int, int]], others: list[str]
) -> None:
    packed = Dictionary(pack(words))
    for word in [*words, *others]:
        assert packed.facts(word) == words.get(word, UNKNOWN)


@given(st.dictionaries(WORD, FACTS, max_size=30), WORD)
def test_no_other_words_are_likelier(words: dict[str, tuple[int, int]], text: str) -> None:
    certain = math.log(100)
    counts = {word: count for word, (count, _) in words.items() if count}

    def likely(cut: Iterable[str]) -> float:
        return sum(math.log(counts.get(word, 1)) - certain for word in cut)

    def ways(rest: str) -> Iterator[list[str]]:
        if not rest:
            yield []
            return
        ends = [end for end in range(1, len(rest) + 1) if rest[:end] in counts] or [1]
        yield from ([rest[:end], *cut] for end in ends for cut in ways(rest[end:]))

    found = list(Dictionary(pack(words)).likeliest(text, {}, certain))
    assert "".join(found) == text
    assert likely(found) == pytest.approx(max(map(likely, ways(text))))
