"""What is quoted of an entry: its own words, whole sentences, never more than a card holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.model import Entry
from knowledge.regex import regex
from knowledge.text import fold, without_tags

LONGEST = 400  # contract.md, Answer object
_SPOKEN_FOR = regex(r"[（(][^（()）]{2,12}代(?:表|理)[^（()）]{0,4}[）)]")
_FIRST = regex(r"[（(]?[一1１](?![0-9０-９一二三四五六七八九十])")
_SENTENCE = regex(r"[^。！？；\n]*[。！？；\n]+[」』）)]*|[^。！？；\n]+")


def excerpt(entry: Entry, words: Collection[str] = (), *, who: bool = False) -> str:
    """Return *entry*'s text without markdown marks or tags of a table, or the sentences of it that hold *words*.

    Verbatim and in one piece; ≤ LONGEST characters, cut inside a sentence only where that
    one sentence is longer. *words* are folded. With *who*, the first entry under a heading that
    tells whose words follow (主席結論，蔣萬安市長代表) is quoted with that heading, which it follows.
    """
    if who and (heading := _spoken_for(entry)):
        return f"{heading}\n{excerpt(entry, words)}"[:LONGEST]
    text = without_tags(entry.text.replace("**", "")).strip()
    if len(text) <= LONGEST:
        return text
    return _window(_SENTENCE.findall(text), words)


def _spoken_for(entry: Entry) -> str | None:
    heading, number = ("", "", *entry.path)[-2:]
    return heading if _SPOKEN_FOR.search(heading) and _FIRST.match(number) else None


def _window(sentences: Sequence[str], words: Collection[str]) -> str:
    start, end = _best(sentences, words)
    return "".join(sentences[start:end]).strip()[:LONGEST]


def _best(sentences: Sequence[str], words: Collection[str]) -> tuple[int, int]:
    """Return the run of sentences that fits and holds most of the words, the earliest first."""
    runs = [(start, _reach(sentences, start)) for start in range(len(sentences))]
    return max(runs, key=lambda run: (_held(sentences[run[0] : run[1]], words), -run[0]))


def _reach(sentences: Sequence[str], start: int) -> int:
    length, end = 0, start
    while end < len(sentences) and (end == start or length + len(sentences[end]) <= LONGEST):
        length += len(sentences[end])
        end += 1
    return end


def _held(sentences: Sequence[str], words: Collection[str]) -> int:
    folded = fold("".join(sentences))
    return sum(word in folded for word in words)
