"""Answers and entries as cards: what became of it first, then the words, then where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from handlers.citations import citation
from handlers.links import deep_link, entry_payload
from handlers.markup import (
    Button,
    Card,
    bold,
    cut,
    linked,
    plain_text,
    quiet,
    quote,
    safe,
)
from handlers.outline import pages
from handlers.refusals import no_card
from handlers.rows import (
    View,
    everywhere,
    example_rows,
    leads,
    numbers,
    origin_of,
    reactions,
    returning,
    stacked,
    turning,
)
from handlers.texts import Texts
from handlers.trackcards import history_card, pending_card, voices_card
from handlers.wording import (
    meeting_line,
    number_line,
    outcome_mark,
    path_line,
    roc_date,
    roc_years,
    unwrapped,
)
from knowledge.model import Answer, Form, Hit, Outcome
from knowledge.tracked import History, Pending, Voices

__all__ = ["Button", "Card", "answer_card", "plain_text"]

# A reply longer than this is read by nobody (tests/data: replies of lists stay below 3,000).
MOST_CHARACTERS = 2800
_SHORTENED = 60  # characters of an item in a list that has no more room
_THANKS = re.compile("[謝谢]|感恩|辛苦|than[kx]|thx", re.IGNORECASE)
_LEAVES = re.compile("再見|再见|掰|拜拜|bye|了解|知道了|收到|沒事|不用了", re.IGNORECASE)
_NUMERALS = "一二三四五六七八九十0123456789(（"
LIST_PAGE = 10  # items of a list on one card, two rows of numbers
_ALONE = View()  # as one reads it who asks from the command line


def answer_card(answer: Answer, texts: Texts, position: int = 0, view: View = _ALONE) -> Card:
    """Return the card of *answer*; *position* is the first hit that it shows."""
    if isinstance(answer, History):
        return history_card(answer, texts)
    if isinstance(answer, Voices):
        return voices_card(answer, texts)
    if isinstance(answer, Pending):
        return pending_card(answer, texts)
    if answer.form is Form.SMALL_TALK:
        return examples_card(_greeting(answer.question, texts), texts)
    if answer.form is Form.NO:
        return no_card(answer, texts, view)
    if answer.form is not Form.EXCERPT:
        return _list_card(answer, position, texts, view)
    position = min(position, len(answer.hits) - 1)
    if view.most > 1 and len(answer.hits) > 1:
        return _results_card(answer, position, texts, view)
    return _excerpt_card(answer, position, texts, view)


def entry_card(hit: Hit, texts: Texts, bot_name: str, up: Button, origin: str = "") -> Card:
    """Return one entry by itself, with the permanent code by which a link opens it.

    *up* leads to the heading above it, *origin* to where the person came from: see `rows.returning`.
    """
    link = linked(hit.entry.id, deep_link(bot_name, entry_payload(hit.entry.id)))
    lines = [*_quotation(hit, texts), f"{quiet(texts.code)} {link}"]
    here = Button(texts.this_meeting, f"m:{hit.meeting_id}:0")
    ways = (*returning(origin, texts), up, *((here,) if up.data != here.data else ()))
    rows = (
        _around(hit, texts, origin),
        _citing(hit, texts),
        *_follow_up(hit, texts),
        ways,
        everywhere(texts),
    )
    return Card(stacked(lines), rows)


def _excerpt_card(answer: Answer, position: int, texts: Texts, view: View) -> Card:
    hit = answer.hits[position]
    lines = [*_replaced(answer, texts), *_quotation(hit, texts)]
    if position == 0:
        lines += [*_elsewhere_line(answer, texts), *_matched(answer, texts)]
    here = (Button(texts.this_meeting, f"m:{hit.meeting_id}:0"),)
    around = _around(hit, texts, origin_of(answer, position))
    rows = [around + _next(answer, position, 1, texts), _citing(hit, texts) + here]
    if answer.elsewhere and position == 0:
        rows.append((Button(texts.read_there, f"e:{answer.elsewhere.entry.id}"),))
    onward = (*leads(answer, texts), *reactions(answer, position, texts, view))
    return Card(stacked(lines), (*rows, *_follow_up(hit, texts), *onward))


def _results_card(answer: Answer, position: int, texts: Texts, view: View) -> Card:
    """Return several results of an excerpt answer at once, each a number away."""
    hits = answer.hits[position : position + view.most]
    lines = _replaced(answer, texts)
    lines += _sections(hits, texts, MOST_CHARACTERS, position + 1)
    if position == 0:
        lines += [*_elsewhere_line(answer, texts), *_matched(answer, texts)]
    lines.append(quiet(texts.numbers))
    turn = _next(answer, position, len(hits), texts)
    rows = (
        *numbers(hits, origin_of(answer, position), position + 1),
        *((turn,) if turn else ()),
        *leads(answer, texts),
        *reactions(answer, position, texts, view),
        everywhere(texts),
    )
    return Card(stacked(lines), rows)


def _quotation(hit: Hit, texts: Texts) -> list[str]:
    lines = [
        bold(outcome_mark(hit, texts)),
        quote(unwrapped(hit.excerpt)),
        safe(meeting_line(hit.head, texts)),
    ]
    if path := path_line(hit.entry.path):
        lines.append(safe(path))
    if hit.entry.follow_up:
        lines.append(quiet(texts.follow_up.format(promise=hit.entry.follow_up)))
    lines += [quiet(line) for line in roc_years(hit.entry, hit.excerpt, hit.head, texts)]
    return lines


def _replaced(answer: Answer, texts: Texts) -> list[str]:
    return [quiet(texts.replaced.format(typed=t, meant=m)) for t, m in answer.replaced]


def _matched(answer: Answer, texts: Texts) -> list[str]:
    words = "、".join(answer.matched)
    return [quiet(texts.matched.format(words=words))] if words else []


def _elsewhere_line(answer: Answer, texts: Texts) -> list[str]:
    if not answer.elsewhere:
        return []
    day = answer.elsewhere.head.date
    return [quiet(texts.elsewhere.format(date=roc_date(day) if day else texts.undated))]


def _around(hit: Hit, texts: Texts, origin: str) -> tuple[Button, ...]:
    here = f"{hit.entry.id}:{origin}" if origin else hit.entry.id
    numbered = len(hit.entry.path) > 1 and hit.entry.path[-1][:1] in _NUMERALS
    whole = (Button(texts.whole_list, f"l:{here}"),) if numbered else ()
    return (*whole, Button(texts.context, f"x:{here}"))


def _citing(hit: Hit, texts: Texts) -> tuple[Button, ...]:
    return (
        Button(texts.cite, copy=citation(hit)),
        Button(texts.cite_whole, f"c:{hit.entry.id}"),
    )


def _next(answer: Answer, position: int, shown: int, texts: Texts) -> tuple[Button, ...]:
    """Return the button to the results behind those *shown*; behind the last is the first."""
    total = len(answer.hits)
    if total <= shown or not answer.key:
        return ()
    following = position + shown if position + shown < total else 0
    label = texts.next_hit.format(number=following + 1, total=total)
    return (Button(label, f"n:{answer.key}:{following}"),)


def _follow_up(hit: Hit, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Return the row that offers to tell of the follow-up, where one was promised or is open."""
    is_open = hit.entry.follow_up or hit.entry.outcome is Outcome.CONTINUED
    return ((Button(texts.follow_resolution, f"fa:r{hit.entry.id}"),),) if is_open else ()


# -- lists and comparisons --------------------------------------------------------------


def _list_card(answer: Answer, position: int, texts: Texts, view: View) -> Card:
    """Return a list, or where *view* has pages the one that holds *position*."""
    hits = answer.hits[: answer.shown]
    length = view.page if view.page and answer.key else len(hits)
    shown, page, total = pages(hits, position // length, length)
    first = page * length
    lines = _replaced(answer, texts)
    if answer.form is Form.LIST:
        lines.append(_list_heading(hits, texts))
    lines += _sections(shown, texts, MOST_CHARACTERS - sum(map(len, lines)), first + 1)
    lines += [*_matched(answer, texts), *_page_lines(page, total, texts)]
    rows = (
        *numbers(shown, origin_of(answer, first), first + 1),
        *turning(f"n:{answer.key}:{{}}", page, page + 1 < total, texts, length),
        *leads(answer, texts),
        *reactions(answer, first, texts, view),
        everywhere(texts),
    )
    return Card(stacked(lines), rows)


def siblings_card(hits: Sequence[Hit], texts: Texts, origin: str = "", page: int = 0) -> Card:
    """Return a page of the entries under one heading."""
    shown, page, total = pages(hits, page, LIST_PAGE)
    first, heading = page * LIST_PAGE + 1, _list_heading(hits, texts)
    lines = [heading, *_sections(shown, texts, MOST_CHARACTERS - len(heading), first)]
    lines += _page_lines(page, total, texts)
    here = Button(texts.this_meeting, f"m:{hits[0].meeting_id}:0")
    turn = f"l:{hits[0].entry.id}.{{}}{f':{origin}' if origin else ''}"
    rows = (
        *numbers(shown, origin, first),
        *turning(turn, page, page + 1 < total, texts),
        (*returning(origin, texts), here, *everywhere(texts)),
    )
    return Card(stacked(lines), rows)


def _page_lines(page: int, total: int, texts: Texts) -> list[str]:
    """Return which page it is, of several, and what the numbers under it do."""
    place = [quiet(texts.page.format(page=page + 1, pages=total))] if total > 1 else []
    return [*place, quiet(texts.numbers)]


def _list_heading(hits: Sequence[Hit], texts: Texts) -> str:
    heading = _common_heading(hits, texts)
    return bold(texts.list_heading.format(heading=heading, total=len(hits)))


def _common_heading(hits: Sequence[Hit], texts: Texts) -> str:
    """Return the innermost heading that all *hits* stand under, else their outcome."""
    paths = [hit.entry.path[:-1] for hit in hits]
    shared = [parts[0] for parts in zip(*paths, strict=False) if len(set(parts)) == 1]
    return path_line((shared[-1],)) if shared else outcome_mark(hits[0], texts)


def _sections(hits: Sequence[Hit], texts: Texts, room: int, first: int = 1) -> list[str]:
    """Return each meeting's quotations above its title and date, whole while there is room.

    They are numbered from *first* on, as their buttons are.
    """
    whole = sum(len(hit.excerpt) + len(meeting_line(hit.head, texts)) for hit in hits) <= room
    longest = 400 if whole else max(_SHORTENED, room // len(hits) - _SHORTENED)
    lines: list[str] = []
    for _, group in groupby(hits, key=lambda hit: hit.meeting_id):
        members = list(group)
        lines += _section(members, first, texts, longest)
        first += len(members)
    return lines


def _section(hits: Sequence[Hit], first: int, texts: Texts, longest: int) -> list[str]:
    marks = {outcome_mark(hit, texts) for hit in hits}
    headings = {hit.entry.path[:-1] for hit in hits}
    lines = [bold(mark) for mark in sorted(marks)] if len(marks) == 1 else []
    numbered = enumerate(hits, first)
    for path, group in groupby(numbered, key=lambda one: one[1].entry.path[:-1]):
        lines += [bold(_one_line(path[-1]))] if len(headings) > 1 and path else []
        for number, hit in group:
            mark = [] if len(marks) == 1 else [f"{number}. {bold(outcome_mark(hit, texts))}"]
            lines += mark or number_line(number, hit.excerpt)
            lines.append(quote(cut(unwrapped(hit.excerpt), longest)))
    return [*lines, safe(meeting_line(hits[0].head, texts))]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _greeting(message: str, texts: Texts) -> str:
    """Return what is said to a *message* that asks nothing: thanks are not met with a greeting."""
    if _THANKS.search(message):
        return texts.thanked
    return texts.leaving if _LEAVES.search(message) else texts.small_talk


def examples_card(sentence: str, texts: Texts) -> Card:
    """Return one friendly *sentence* and three things that can be asked."""
    lines = [sentence, *(f"· {example}" for example in texts.examples)]
    return Card(safe(stacked(lines)), (*example_rows(texts), everywhere(texts)))
