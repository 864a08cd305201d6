"""Whether an answer is what a question set expects.

White space is ignored, 台 is 臺 and full width is half width. A case passes when the first
excerpt holds the expected words and comes from the expected day, which the reply shows; one
that must be refused passes when the answer says so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers.cards import answer_card, plain_text
from handlers.wording import roc_date
from knowledge.model import Answer

LONGEST_EXCERPT = 400
LONGEST_REPLY = 3000


def packed(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).replace("台", "臺").replace("**", "")
    return "".join(folded.split())


def fault(expect: Mapping[str, Any], answer: Answer) -> str | None:
    """Return why *answer* is not what *expect* asks for, None where it is."""
    if expect.get("refuse"):
        return "answered" if answer.answered else None
    if not answer.answered:
        return "refused"
    reply = packed(plain_text(answer_card(answer)))
    if len(reply) > LONGEST_REPLY:
        return f"a reply of {len(reply)} characters"
    missing = [words for words in expect.get("all", ()) if packed(words) not in reply]
    if missing:
        return f"the reply lacks {missing[0]}"
    return _excerpt_fault(expect, answer) or _day_fault(expect, reply)


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
