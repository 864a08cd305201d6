"""Cards of /settings: what is chosen, and one card for each choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.markup import Button, Card, bold, packed, safe
from handlers.rows import stacked
from handlers.texts import Texts, catalogues
from knowledge.followed import Pace
from knowledge.settings import RESULTS, Settings

BY_ITSELF = "-"  # stands for no choice of one's own, where a button names one
_YES, _NO = "1", "0"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: its `values`, as buttons name them, and their words."""

    name: str
    question: str
    values: Mapping[str, str]
    chosen: str  # one of the values


def choices(settings: Settings, texts: Texts) -> dict[str, Choice]:
    """Return what can be chosen, by the letters that stand for it in buttons."""
    words = texts.settings
    languages = {BY_ITSELF: words.as_telegram, **{c: t.called for c, t in catalogues().items()}}
    language = settings.language if settings.language in languages else BY_ITSELF
    results = {str(n): words.results_line.format(number=n) for n in RESULTS}
    paces = {BY_ITSELF: words.pace_by_itself, **{p.value: texts.paces[p] for p in Pace}}
    pace = settings.pace.value if settings.pace else BY_ITSELF
    hours = {_NO: words.hours_quiet, _YES: words.hours_anytime}
    at_night = _YES if settings.anytime else _NO
    return {
        "l": Choice(words.language, words.ask_language, languages, language or BY_ITSELF),
        "n": Choice(words.results, words.ask_results, results, str(settings.most)),
        "p": Choice(words.pace, words.ask_pace, paces, pace),
        "h": Choice(words.hours, words.ask_hours, hours, at_night),
    }


def chosen(letter: str, value: str) -> dict[str, object]:
    """Return the field of Settings that *letter* stands for, and what *value* makes of it."""
    by_itself = value == BY_ITSELF
    if letter == "l":
        return {"language": None if by_itself else value}
    if letter == "p":
        return {"pace": None if by_itself else Pace(value)}
    return {"results": int(value)} if letter == "n" else {"anytime": value == _YES}


def settings_card(settings: Settings, texts: Texts, *, topic: bool = False) -> Card:
    """Return all that is chosen; each line has a button that changes it."""
    found = choices(settings, texts)
    heading = texts.settings.heading_topic if topic else texts.settings.heading
    lines = [bold(heading)]
    for one in found.values():
        line = texts.settings.line.format(name=one.name, value=one.values[one.chosen])
        lines.append(safe(line))
    buttons = [Button(one.name, f"se:{letter}") for letter, one in found.items()]
    return Card(stacked(lines), (*packed(buttons), (Button(texts.what_to_ask, "h"),)))


def choice_card(letter: str, settings: Settings, texts: Texts) -> Card:
    """Return the values of one choice, each a button; the one that holds is named."""
    one = choices(settings, texts)[letter]
    buttons = [
        (Button(_label(words, value == one.chosen, texts), f"se:{letter}:{value}"),)
        for value, words in one.values.items()
    ]
    return Card(safe(one.question), (*buttons, (Button(texts.settings.back, "se"),)))


def _label(words: str, holds: bool, texts: Texts) -> str:
    return texts.settings.chosen.format(choice=words) if holds else words
