"""Who of several speakers spoke first, or last: 聯訪誰先講."""

from __future__ import annotations

from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Search

_WHO = "(?:谁|哪一?[位个](?:市长|首长|县长|委员|代表)?)"
_SPEAKS = "(?:接受)?(?:讲话?|说话?|发言|受访|开口|上台)"
_FIRST = "(?:第一个|第一位|最先|率先|首先|头一个|先)"
_LAST = "(?:最后一个|最后一位|压轴|最后|最晚)"
_TURN = regex(
    f"{_WHO}(?:是|在)?(?:(?P<first>{_FIRST})|{_LAST})(?:来|出来)?{_SPEAKS}"
    f"|(?:(?P<early>{_FIRST})|{_LAST})(?:来|出来)?{_SPEAKS}的?(?:人|市长|首长)?(?:是|为)?{_WHO}"
)


def asks_turn(question: Question) -> bool:
    """Tell whether *question* asks whose turn to speak it was, and nothing of what was said."""
    return bool(_TURN.search(question.folded))


def speaking_first(question: Question, search: Search) -> list[Posting]:
    """Return what the first of the speakers said, or the last; [] where another thing is asked."""
    turn = _TURN.search(question.folded) if "who" in question.intents else None
    if turn is None or not question.bare or question.scope.speakers or question.items:
        return []
    spoken = search.speeches(question)
    if not spoken:
        return []
    if turn["first"] or turn["early"]:
        return [spoken[0]]
    return [next(p for p in spoken if p.speaker == spoken[-1].speaker)]
