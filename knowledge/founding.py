"""When something was founded: on one day, and not 每年; 今天…正式成立 tells it."""

from __future__ import annotations

from knowledge.regex import regex

_WHEN = "(?:什么时候|何时|哪一?[年天]|几[年月号]|几时)"
_FOUNDED = regex(
    f"{_WHEN}(?:正式|才|要|会)?(?:成立|创立|设立|创办)|(?:成立|创立|设立|创办)(?:的(?:时间|日期)|[是在于]{{0,2}}{_WHEN})"
)
_TODAY = regex("今[天日][^。]*?(?:成立|创立|设立|创办)")
_RECURRING = regex("每(?:半?年|季|个?月|周|[天日])")


def once(asked: str, sentence: str) -> str:
    """Return *sentence* without what happens again and again, where a founding is *asked* for."""
    return _RECURRING.sub("", sentence) if _FOUNDED.search(asked) else sentence


def founded_today(asked: str, sentence: str) -> bool:
    """Tell whether *sentence* has something founded on the day of its meeting, where that is *asked*."""
    return bool(_TODAY.search(sentence) and _FOUNDED.search(asked))
