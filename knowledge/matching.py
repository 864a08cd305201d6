"""What an entry speaks of, in the words that subscriptions are kept under.

The same words, aliases and synonyms as search, with the coverage that search ranks by; but a
word must stand in an entry as a word, or begin or end one, not only as characters side by side:
城市民生 does not speak of 市民.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from knowledge.lexicon import Lexicon
from knowledge.model import Fact, Head, Kind, Official
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.text import fold
from knowledge.words import Words

# Least share of a subject that an entry must hold. Of two equal words both are needed, of a word
# and what is asked of it (月票一張賣多少錢, .64) the word; a broader word alone (.6) is too little.
LEAST = 0.62
_NEAR = 0.75  # a word that stands only in what the entry hangs on, as in `weights.RankWeights`
_LONGEST = 12  # characters of several words that make a term
_MEANS = regex(r"[\u3400-\u9fff0-9a-z]+")
# Of a meeting's head, what may be news by itself: not who was there.
_TELLING = (Fact.TITLE.value, Fact.PLACE.value)

# Terms that are no words; a word never begins so.
EVERYTHING = "#all"

Said = Mapping[str, float]  # term -> how far an entry speaks of it
# subscription -> the places of the entries that match it, and how well
Matched = Mapping[int, Mapping[int, float]]


def of_level(level: str) -> str:
    return f"#level:{fold(level)}"


def of_city(city: str) -> str:
    return f"#city:{fold(city)}"


def said_by(name: str) -> str:
    """Return the term for what is said by who goes by *name*, a name or an office."""
    return f"#by:{fold(name)}"


def after(series: str | None, level: str | None) -> str:
    """Return the term for the next meeting of a *series*, where given of a *level*."""
    return f"#after:{fold(series or '')}:{fold(level or '')}"


def of_meeting(head: Head) -> frozenset[str]:
    """Return the terms that a meeting bears as a whole."""
    levels = {of_level(head.level)} if head.level else set()
    return frozenset({EVERYTHING, *levels, after(head.series, head.level), after(head.series, "")})


def of_question(question: Question) -> dict[str, float]:
    """Return the terms of what is asked about, with how much of it each is.

    Where a speaker is named, that is half of it.
    """
    terms = [term for term in question.terms if not term.generic]
    weights = {term.text: term.weight for term in terms}
    if speaker := question.scope.speaker:
        weights[fold(speaker)] = sum(weights.values()) or 1.0
    total = sum(weights.values())
    return {term: weight / total for term, weight in weights.items()}


class Matcher:
    """Tells what entries speak of."""

    def __init__(self, lexicon: Lexicon, words: Words) -> None:
        self._cut = words.cut
        self._expansions = lexicon.expansions
        # The 案由 of an item is inherited by all that hangs on it.
        self._lately = lru_cache(maxsize=500)(self._stands)

    @cached_property
    def _meant(self) -> Mapping[str, Mapping[str, float]]:
        return _inverse(self._expansions)

    def words_for(self, term: str) -> list[str]:
        """Return the words in which the minutes may speak of *term*, itself first."""
        return [term, *(word for word, terms in self._meant.items() if term in terms)]

    def said(self, posting: Posting, chairs: Sequence[Official]) -> Said:
        """Return what *posting* speaks of, in its own words or by what it hangs on."""
        if posting.kind == Kind.HEADER and posting.fact not in _TELLING:
            return {}
        found = {term: weight * _NEAR for term, weight in self._lately(posting.near).items()}
        for term, weight in self._stands(posting.body).items():
            found[term] = max(weight, found.get(term, 0.0))
        return found | dict.fromkeys(_speaker(posting.speaker, chairs), 1.0)

    def _stands(self, text: str) -> dict[str, float]:
        found = dict.fromkeys(_terms(self._cut(text)), 1.0)
        for word in list(found):
            for term, weight in self._meant.get(word, {}).items():
                found[term] = max(weight, found.get(term, 0.0))
        return found


def matched(said: Sequence[Said], wanted: Mapping[str, Iterable[tuple[int, float]]]) -> Matched:
    """Return which subscriptions hold at least LEAST of their subject in which of the entries."""
    found: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for place, terms in enumerate(said):
        for number, score in _scores(terms, wanted).items():
            if score >= LEAST:
                found[number][place] = score
    return found


def _scores(said: Said, wanted: Mapping[str, Iterable[tuple[int, float]]]) -> Mapping[int, float]:
    scores: defaultdict[int, float] = defaultdict(float)
    for term, strength in said.items():
        for number, share in wanted.get(term, ()):
            scores[number] += share * strength
    return scores


def score(said: Said, terms: Mapping[str, float]) -> float:
    """Return how much of a subject's *terms* an entry holds."""
    return sum(share * said.get(term, 0.0) for term, share in terms.items())


def _terms(words: Sequence[str]) -> Iterator[str]:
    """Yield the words, how each begins and ends, and words side by side."""
    for start, word in enumerate(words):
        if not _MEANS.fullmatch(word):
            continue
        yield from _edges(word)
        run = word
        for following in words[start + 1 :]:
            run += following
            if len(run) > _LONGEST or not _MEANS.fullmatch(following):
                break
            yield run


def _edges(word: str) -> Iterator[str]:
    yield word
    for length in range(2, len(word)) if not word.isascii() else ():
        yield word[:length]
        yield word[-length:]


def _speaker(name: str, chairs: Sequence[Official]) -> Iterator[str]:
    """Yield the terms for who speaks: the name, the office, the city."""
    if not name:
        return
    yield said_by(name)
    for chair in chairs:
        if chair.name == name and chair.org:
            city = chair.org.removesuffix("政府")
            for short in (city, city.rstrip("市縣")):
                yield of_city(short)
                yield said_by(f"{short}{chair.title or ''}")


def _inverse(expansions: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Return, for each word of the minutes, the words that it may be asked for with.

    Words that mean exactly the same (TPASS and 月票 are both the 生活圈月票) stand for one another,
    for one cannot know which of them the next minutes will write.
    """
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for term, words in expansions.items():
        for word, weight in words.items():
            found[word][term] = weight
    same = {word: _exactly(terms) for word, terms in found.items()}
    for term, words in expansions.items():
        for word in _exactly(words):
            found[term] |= dict.fromkeys({word, *same[word]} - {term}, 1.0)
    return dict(found)


def _exactly(words: Mapping[str, float]) -> set[str]:
    return {word for word, weight in words.items() if weight == 1.0}
