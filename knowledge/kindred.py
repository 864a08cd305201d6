"""Which words of the minutes a word that stands nowhere in them may mean, for an operator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from knowledge.index import Index
from knowledge.lexicon import Lexicon
from knowledge.model import Entry, Head
from knowledge.question import Question
from knowledge.text import fold
from knowledge.words import Words
from knowledge.working import as_written

MOST = 6  # pairs to choose from; a phone shows so many buttons without scrolling
_MOST_ASKED = 2  # words of one question that are looked at
_NEAR = 5  # entries that share most with the question, whose words are looked at too
_BESIDE = 0.3  # what a word of such an entry is worth, though it looks like nothing asked
_OF_BEST = 0.5  # of the best pair's worth, below which a pair is only a distraction
_LEAST = 0.3  # of resemblance: 1 of 2 characters in each of two words of three is 0.33

Lookup = Callable[[Sequence[str]], dict[str, tuple[Entry, str, Head]]]


class Kindred:
    """Finds, for the strange words of a question, what the minutes may call the same."""

    def __init__(self, lexicon: Lexicon, words: Words, index: Index, lookup: Lookup) -> None:
        self._lexicon = lexicon
        self._words = words
        self._index = index
        self._lookup = lookup

    def pairs(self, question: Question, strange: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return at most MOST pairs, the most alike first: a word asked with, one of the minutes.

        *strange* are the question's words that stand nowhere; without any, its heaviest are
        taken. Both sides are written as in the question and as in the minutes.
        """
        asked = [word for word in strange if len(word) > 1] or _heaviest(question)
        found: dict[tuple[str, str], float] = {}
        beside = self._beside(question)
        for word in asked[:_MOST_ASKED]:
            for meant, worth in self._meant(word, beside).items():
                found[word, meant] = worth
        least = max(found.values(), default=0.0) * _OF_BEST
        good = (pair for pair in found if found[pair] >= least)
        best = sorted(good, key=lambda pair: (-found[pair], pair))[: 2 * MOST]
        written = ((as_written(a, question.text), self._written(m)) for a, m in best)
        return tuple(dict.fromkeys(pair for pair in written if _may_be(*pair)))[:MOST]

    def _meant(self, asked: str, beside: Iterable[str]) -> dict[str, float]:
        found: defaultdict[str, float] = defaultdict(float)
        for term, meant in self._known():
            worth = _alike(asked, term)
            if worth >= _LEAST and meant not in asked:
                found[meant] = max(found[meant], worth)
        for word in beside:
            if word not in asked:
                found[word] = max(found[word], _BESIDE + _alike(asked, word))
        return {word: worth for word, worth in found.items() if self._index.frequency(word)}

    def _known(self) -> Iterator[tuple[str, str]]:
        """Yield every word that the lexicon knows, with each word of the minutes it stands for."""
        for term, targets in self._lexicon.expansions.items():
            yield term, term
            yield from ((term, target) for target in targets)

    def _beside(self, question: Question) -> set[str]:
        """Return the nouns of the entries that share most with *question*."""
        wanted = {form: term.weight for term in question.terms for form, _ in term.forms}
        near = self._index.candidates(wanted, _NEAR) if wanted else []
        found: set[str] = set()
        for _, posting in near:
            found |= {word for word in self._words.cut(posting.body) if self._tells(word)}
        return found

    def _tells(self, word: str) -> bool:
        dull = self._lexicon.generic | self._lexicon.stopwords
        return len(word) > 1 and word.isalpha() and self._words.is_noun(word) and word not in dull

    def _written(self, folded: str) -> str:
        """Return how the minutes write *folded*, "" where that is not found."""
        ids = [p.entry_id for _, p in self._index.candidates({folded: 1.0}, _NEAR)]
        texts = [entry.text for entry, _, _ in self._lookup(ids).values()]
        return next((word for t in texts if (word := as_written(folded, t)) in t), "")


def _heaviest(question: Question) -> list[str]:
    terms = (term for term in question.terms if not term.generic and len(term.text) > 1)
    return [term.text for term in sorted(terms, key=lambda term: -term.weight)]


def _alike(one: str, other: str) -> float:
    """Return how many characters two words share, as a share of both: 1 for the same ones."""
    both = len(set(one) & set(other))
    return 2 * both / (len(set(one)) + len(set(other)))


def _may_be(asked: str, minutes: str) -> bool:
    """An alias needs two different words (`aliases.add`)."""
    return bool(fold(minutes)) and fold(asked) != fold(minutes)
