"""The numbers of a question that must stand where it is answered."""

from __future__ import annotations

import re

from knowledge import spelled
from knowledge.measures import MEASURES
from knowledge.question import Question
from knowledge.regex import regex

_FIGURE = regex("[0-9]{2,}|[a-z][0-9]{1,3}")  # A2類 is not A1類
_MOST_SPELLED = 12  # numbers up to it are written in words as well


def absent_figures(question: Question, held: str, title: str) -> tuple[str, ...]:
    """Return the numbers of *question* that stand not in *held*.

    One that names (縣道176線) and counts nothing may stand in the *title* of the meeting.
    """
    if {"planned", "decision"} <= question.intents:
        return ()  # 本來要漲到1800，最後定多少
    counts = {n: _counted(n, question.folded) for n in _figures(question)}
    absent = (n for n in counts if not _stands(n, held, of_day=not counts[n]))
    return tuple(n for n in absent if n not in title or counts[n])


def _stands(number: str, held: str, *, of_day: bool) -> bool:
    """Tell whether *held* has *number* as minutes write it, *of_day* also the day it names."""
    others = spelled.others(number) if number.isdigit() else ()
    return number in held or any(n in held for n in others if of_day or "月" not in n)


def _figures(question: Question) -> tuple[str, ...]:
    """Return the numbers that must stand: 72項 is not told where 72 does not."""
    said = tuple(t.text for t in question.terms if _FIGURE.fullmatch(t.text))
    return (*said, str(question.count)) if (question.count or 0) > _MOST_SPELLED else said


def _counted(number: str, folded: str) -> bool:
    """Tell whether *number* counts something in *folded*: 72 of 72項, not 176 of 縣道176線."""
    return bool(re.search(f"{number} ?[{MEASURES}元%万亿]", folded))
