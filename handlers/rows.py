"""Rows of buttons that stand under many cards, and the lines of a card put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handlers.markup import Button, rows_of
from handlers.texts import Texts
from knowledge.model import Answer, Hit, Outcome
from knowledge.settings import ONE_RESULT

Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class View:
    """How a chat sees an answer: so many quotations at once, with or without a vote on it."""

    most: int = ONE_RESULT
    page: int = 0  # items of a list on one card; 0 for all of them
    voting: bool = False
    bot_name: str = ""  # for links into the private chat


def stacked(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def everywhere(texts: Texts) -> Row:
    return (Button(texts.meetings, "ms"),)


def example_rows(texts: Texts) -> tuple[Row, ...]:
    return tuple((Button(example, f"q:{n}"),) for n, example in enumerate(texts.examples))


def origin_of(answer: Answer, position: int = 0) -> str:
    """Return what leads back to *answer* from a card that was opened under it."""
    return f"{answer.key}:{position}" if answer.key else ""


def returning(origin: str, texts: Texts) -> Row:
    """Return the way back to *origin*: an answer's key and position, a list's data, "" for none."""
    words = texts.tracking
    lists = {"r": texts.to_list, "t": words.to_history, "o": words.to_voices, "p": words.to_pending}
    if name := lists.get(origin.partition(":")[0]):
        return (Button(name, origin),)
    return (Button(texts.to_answer, f"n:{origin}"),) if origin else ()


def numbers(hits: Sequence[Hit], origin: str, first: int = 1) -> list[Row]:
    """Return a number for each of *hits*, which opens it; the card has a line that says so."""
    back = f":{origin}" if origin else ""
    return rows_of([Button(str(n), f"e:{hit.entry.id}{back}") for n, hit in enumerate(hits, first)])


def turning(data: str, page: int, more: bool, texts: Texts, step: int = 1) -> tuple[Row, ...]:
    """Return a row of buttons to the pages before and after; *data* has a place for the number.

    A page is named by its number, or with a *step* by the position of its first item.
    """
    back = (Button(texts.earlier, data.format((page - 1) * step)),) if page else ()
    on = (Button(texts.later, data.format((page + 1) * step)),) if more else ()
    return ((*back, *on),) if back or on else ()


def leads(answer: Answer, texts: Texts) -> tuple[Row, ...]:
    """Return the row that leads on from a subject: over time, and to others who spoke of it."""
    if not (answer.key and answer.matched):
        return ()
    over_time = Button(texts.tracking.history, f"t:{answer.key}")
    remarked = any(hit.entry.outcome is Outcome.REMARKED for hit in answer.hits)
    voices = (Button(texts.tracking.voices, f"o:{answer.key}"),) if remarked else ()
    return ((over_time, *voices),)


def reactions(answer: Answer, position: int, texts: Texts, view: View) -> tuple[Row, ...]:
    """Return the row under an answer: be told of new minutes on its subject, and say if it helped.

    A vote is for the entry at the head of the card.
    """
    if not answer.key:
        return ()
    label = texts.follow if answer.answered else texts.notify
    follow = (Button(label, f"fa:q{answer.key}"),)
    if not (view.voting and answer.answered):
        return (follow,)
    about, words = f"{answer.hits[position].entry.id}:{answer.key}", texts.feedback
    votes = (Button(words.helpful, f"v:1:{about}"), Button(words.unhelpful, f"v:0:{about}"))
    return ((*follow, *votes),)
