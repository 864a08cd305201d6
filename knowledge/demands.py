"""Which fact an answer must state: a price, a day, a name, by what a question asks for."""

from __future__ import annotations

# The intents that ask for a fact, the more particular before the more general.
_WANTED = (
    "basis",
    "cause",
    "contractor",
    "firm",
    "funding",
    "reporter",
    "nationality",
    "country",
    "proposer",
    "percent",
    "age",
    "money",
    "headcount",
    "vote",
    "phone",
    "site",
    "duration",
    "calendar",
    "day",
    "hour",
    "where",
    "count",
    "city",
    "name",
    "called",
    "agent",
    "reply",
    "meaning",
    "roster",
    "weekday",
    "amount",
)

_TOLD_TO = frozenset(("ordered", "agent"))


def meant(intents: frozenset[str]) -> frozenset[str]:
    """Return *intents* without the decision where somebody's wish is asked for.

    Nor do they ask what was said where they ask who was told to: 市長們叫哪個組去談; nor what was
    proposed where they ask what is to be discussed next.
    """
    if intents >= _TOLD_TO:
        intents -= {"speech"}
    if "goes_on" in intents:
        intents = (intents - {"proposal"}) | {"ordered"}
    return (intents - {"decision"}) | {"speech"} if "wish" in intents else intents


def demanded(intents: frozenset[str], count: int | None) -> str | None:
    """Return what the answer must hold: 三個方向是哪三個 wants three things to be told."""
    named = next((name for name in _WANTED if name in intents), None)
    if "settled" in intents and named != "funding":
        return None  # who pays must be told even where it is put off
    if named in ("day", "calendar") and "next" in intents:
        return "date"  # of a meeting to come: 下次 alone says nothing
    if named is None and {"place", "next"} <= intents:
        return "where"
    told = intents & {"list", "named", "compare"}
    return named or ("items" if told and count and count > 2 else None)
