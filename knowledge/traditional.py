"""How Taiwan writes a folded word that stands in nothing that is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources

from knowledge.text import simplify


def in_traditional(folded: str) -> str:
    """Return *folded* in Traditional characters: of several the one that our word lists use most.

    OpenCC would take 44 MB for it.
    """
    return "".join(_written().get(character, character) for character in folded)


@cache
def _written() -> Mapping[str, str]:
    lists = resources.files("knowledge") / "lexicon" / "synonyms.toml"
    written: dict[str, str] = {}
    for character, _ in Counter(lists.read_text(encoding="utf-8")).most_common():
        written.setdefault(simplify(character), character)
    return written
