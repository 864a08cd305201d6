"""Whether an entry tells of the year that a question names, as the meeting or who spoke called it."""

from __future__ import annotations

from knowledge.dates import in_either_calendar
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.spoken import YEARS

_YEAR = regex("(?:1[0-9]{2}|20[0-9]{2})年")


def calls_year(day: str, posting: Posting) -> bool:
    """Tell whether *posting* calls the year *day* by how far it is from the meeting: 明年約僱6人."""
    said = (n for word, n in YEARS.items() if word in posting.body)
    return any(f"{int(posting.meeting_id[:4]) + n}年" in in_either_calendar(day) for n in said)


def says_year(question: Question, posting: Posting) -> bool:
    """Tell whether a year is called as who is named called it: 莫主任說明年會有幾隻, 明年度…16隻."""
    scope = question.scope
    named = scope.office or scope.voice or scope.speakers
    if not named or posting.kind != Kind.SPEECH:
        return False
    return any(word in question.folded and word in posting.body for word in YEARS)


def of_another_year(question: Question, body: str) -> bool:
    """Tell whether *body* tells of years, and of none that *question* names: 114年請了幾位, 112年58人."""
    asked = [day for day in question.scope.dates if day.endswith("年")]
    told = asked and _YEAR.search(body)
    return bool(told) and not any(w in body for day in asked for w in in_either_calendar(day))
