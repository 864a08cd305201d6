"""Whether an answer is what a question set expects.

White space is ignored, 台 is 臺 and full width is half width. A case passes when the first
excerpt holds one of the words of `any` and comes from the expected day, which the reply shows,
and the reply holds all the words of `all`; with `refuse`, when the answer is an honest no.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.cards import answer_card, plain_text
from handlers.texts import chinese
from handlers.wording import roc_date
from knowledge.model import Answer

LONGEST_EXCERPT = 400
LONGEST_REPLY = 3000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one case; `fault` is None where it passed."""

    id: str
    category: str
    turns: tuple[str, ...]
    refuse: bool
    fault: str | None
    answered: str  # the beginning of what was shown


def judge(case: Mapping[str, Any], answer: Answer) -> Verdict:
    """Return the verdict on *answer*, the answer to the last turn of *case*."""
    expect = case["expect"]
    return Verdict(
        id=str(case.get("id", "")),
        category=str(case.get("category", "")),
        turns=tuple(case["turns"]),
        refuse=bool(expect.get("refuse")),
        fault=fault(expect, answer),
        answered=_beginning(answer),
    )


def fault(expect: Mapping[str, Any], answer: Answer) -> str | None:
    """Return why *answer* is not what *expect* asks for, None where it is."""
    if expect.get("refuse"):
        return "answered" if answer.answered else None
    if not answer.answered:
        return "refused"
    reply = packed(plain_text(answer_card(answer, chinese())))
    if len(reply) > LONGEST_REPLY:
        return f"a reply of {len(reply)} characters"
    missing = [words for words in expect.get("all", ()) if packed(words) not in reply]
    if missing:
        return f"the reply lacks {missing[0]}"
    return _excerpt_fault(expect, answer) or _day_fault(expect, reply)


def packed(text: str) -> str:
    """Return *text* as it is compared."""
    folded = unicodedata.normalize("NFKC", text).replace("台", "臺").replace("**", "")
    return "".join(folded.split())


def _excerpt_fault(expect: Mapping[str, Any], answer: Answer) -> str | None:
    if "any" not in expect:
        return None
    first = answer.hits[0]
    excerpt = packed(first.excerpt)
    if not any(packed(words) in excerpt for words in expect["any"]):
        return f"quotes {first.excerpt[:40]!r}"
    if len(excerpt) > LONGEST_EXCERPT:
        return f"an excerpt of {len(excerpt)} characters"
    day = str(first.head.date)
    return f"of {day}" if expect.get("date", day) != day else None


def _day_fault(expect: Mapping[str, Any], reply: str) -> str | None:
    if "date" not in expect:
        return None
    forms = (expect["date"], roc_date(date.fromisoformat(expect["date"])))
    return None if any(packed(form) in reply for form in forms) else "does not show the date"


def _beginning(answer: Answer) -> str:
    if not answer.answered:
        return plain_text(answer_card(answer, chinese())).split("\n", 1)[0]
    return " ".join(answer.hits[0].excerpt.split())[:60]
