"""The working that an answer shows: which words were matched, and which were replaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.bearing import holds
from knowledge.model import Hit
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.text import shadow
from knowledge.traditional import in_traditional

_POINT = regex("第[0-9一二三四五六七八九十]{1,3}(?:大)?[點点項项條条個个段]")
_ITEM = regex(
    "(?:提案|議案)第?[0-9一二三四五六七八九十]{1,3}案?|第[0-9一二三四五六七八九十]{1,3}案"
)
_DATE = regex("[0-9年月日/.-]+(?:[上下]半年?|[春夏秋冬][天季]?|[年月]?[初中底末])?")


def matched(
    question: Question, found: Sequence[Posting], scorer: Scorer, hits: Sequence[Hit]
) -> tuple[str, ...]:
    """Return the question's own words that stand in what was found, as they were typed.

    Words that a follow-up takes from what was asked before are written as the *hits* have them.
    """
    held = [
        term.text
        for term in question.terms
        if not term.generic and any(scorer.holds(term, posting) for posting in found)
    ]
    whole = [word for word in held if not any(word != o and word in o for o in held)]
    places = (question.text, *_texts(hits))
    written = (_written(word, places) for word in whole)
    return tuple(word for word in written if word is not None)


def unsaid(question: Question, search: Search) -> tuple[str, ...]:
    """Return who is asked about and which words of *question* he never said, () for nobody or none."""
    who = question.scope.speaker
    if not who:
        return ()
    spoken = search.scoped(question)
    named = (t for t in question.terms if not t.generic)
    words = [t.text for t in named if not any(holds(t, p.body) for p in spoken)]
    return (who, *(as_written(word, question.text) for word in longest(words))) if words else ()


def numbered(question: Question) -> str | None:
    """Return the point or item that *question* asks for, as it is written: 第三點, 提案六.

    None where no more than a number is named, which may be of anything.
    """
    named = question.scope.meetings or question.intents & {"statement"} or not question.bare
    point = question.number is not None
    if not (question.items or (point and named)):
        return None
    found = (_POINT if point else _ITEM).search(question.text)
    return found[0] if found else None


def longest(words: Iterable[str]) -> list[str]:
    """Return the words that are no part of another, without single characters beside others."""
    found = list(dict.fromkeys(words))
    whole = [word for word in found if not any(word != o and word in o for o in found)]
    return [word for word in whole if len(word) > 1] or whole


def as_written(folded: str, *texts: str) -> str:
    """Return how one of *texts* writes the *folded* word, else how Taiwan does."""
    return _written(folded, texts) or in_traditional(folded)


def said(words: Iterable[str], text: str) -> tuple[str, ...]:
    """Return *words* as *text* writes them, without those that it says in other words.

    A year that a message before it named, or 今年 means, is no word of *text*: it is written as it is.
    """
    found = ((word, _written(word, (text,))) for word in words)
    told = (there or word for word, there in found if there or _DATE.fullmatch(word))
    whole: list[str] = []
    for word in told:  # 李|四川 is one name
        beside = whole and whole[-1] + word in text
        whole[-1:] = [whole[-1] + word] if beside else [*whole[-1:], word]
    return tuple(whole)


def _written(folded: str, texts: Iterable[str]) -> str | None:
    for text in texts:
        if found := shadow(text).find(folded):
            return text[found]
    return None


def replaced(question: Question, hits: Sequence[Hit]) -> tuple[tuple[str, str], ...]:
    quoted = tuple(_texts(hits))
    return tuple(
        (as_written(one.typed, question.text), as_written(one.meant, *quoted))
        for one in question.replaced
    )


def _texts(hits: Sequence[Hit]) -> Iterable[str]:
    return (text for hit in hits for text in (hit.entry.text, *hit.entry.path, hit.head.title))
