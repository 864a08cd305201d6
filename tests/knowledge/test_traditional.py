"""How Taiwan writes a folded word that stands in nothing that is shown."""

import pytest

from knowledge.text import fold
from knowledge.traditional import in_traditional


@pytest.mark.parametrize("word", ["機械工程學系", "衛生福利部", "後續辦理", "里長", "mri"])
def test_a_folded_word_is_written_as_in_taiwan(word: str) -> None:
    assert in_traditional(fold(word)) == word
