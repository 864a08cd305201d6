"""Cards of /stats: figures, the questions that wait, and what one of their words may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.markup import Button, Card, bold, cut, quiet, quote, rows_of, safe
from handlers.pictures.dayswords import Bar, Chart
from handlers.rows import everywhere, stacked
from handlers.texts import Texts
from knowledge.figures import Day, Figures, Learned, Pairing, Waiting

_WEEK = 7
_CHARTED = 14  # days on a picture
_LINE = 60  # characters of a question in a list of them
_WHOLE = 400  # of one by itself
_LABEL = 14  # of a word on a button
_MOST_ANSWERED = 5  # questions that are named when an alias answers them


def stats_card(figures: Figures, texts: Texts) -> Card:
    """Return the figures, and the ways on from them."""
    lines = [bold(texts.stats.heading), *map(safe, _lines(figures, texts))]
    lines += _worst(figures, texts)
    rows = (
        (Button(texts.stats.questions, "sq"), Button(texts.stats.chart, "sc")),
        everywhere(texts),
    )
    return Card(stacked(lines), rows)


def _lines(figures: Figures, texts: Texts) -> Iterator[str]:
    words, days = texts.stats, figures.days
    for form, span in (words.today, days[-1:]), (words.week, days[-_WEEK:]), (words.month, days):
        yield _share(form, span, texts)
    yield words.waiting.format(total=figures.waiting)
    yield words.following.format(chats=figures.chats, **figures.following)
    states = [
        f"{words.states.get(state, state)} {number}" for state, number in figures.notices.items()
    ]
    yield words.notices.format(states="、".join(states)) if states else words.no_notices
    yield words.votes.format(helpful=figures.helpful, unhelpful=figures.unhelpful)


def _share(form: str, days: Sequence[Day], texts: Texts) -> str:
    asked, answered = (
        sum(getattr(day, name) for day in days) for name in ("questions", "answered")
    )
    percent = f"{answered / asked:.0%}" if asked else texts.stats.none_asked
    return form.format(questions=asked, answered=answered, share=percent)


def _worst(figures: Figures, texts: Texts) -> list[str]:
    if not figures.worst:
        return []
    lines = [safe(texts.stats.worst)]
    for one in figures.worst:
        counts = {"helpful": one.helpful, "unhelpful": one.unhelpful}
        lines.append(quiet(texts.stats.worst_line.format(code=one.entry_id, **counts)))
    return lines


def chart_of(figures: Figures, texts: Texts) -> Chart:
    """Return what the picture of the last days shows."""
    words, days = texts.stats, figures.days[-_CHARTED:]
    bars = [Bar(_label(one), one.answered, one.questions - one.answered) for one in days]
    return Chart(words.chart_title, words.chart_answered, words.chart_unanswered, bars)


def caption_card(figures: Figures, texts: Texts) -> Card:
    """Return the same in words, for those who do not see the picture."""
    words, days = texts.stats, figures.days[-_CHARTED:]
    lines = [safe(words.chart_caption)]
    for one in days:
        if one.questions:
            counts = {"questions": one.questions, "answered": one.answered}
            lines.append(safe(words.chart_line.format(day=_label(one), **counts)))
    return Card(stacked(lines), ((Button(words.back, "ss"),),))


def _label(day: Day) -> str:
    return f"{day.day.month}/{day.day.day}"


def questions_card(waiting: Sequence[Waiting], texts: Texts) -> Card:
    """Return the questions that were not answered, each a number away from being mended."""
    words = texts.stats
    back = (Button(words.back, "ss"),)
    if not waiting:
        return Card(safe(words.questions_none), (back,))
    lines = [bold(words.questions_heading)]
    for number, one in enumerate(waiting, 1):
        line = words.questions_line.format(text=cut(_one_line(one.text), _LINE), times=one.times)
        lines.append(f"{number}. {safe(line)}")
    lines.append(quiet(words.questions_numbers))
    numbers = [Button(str(number), f"sq:{one.code}") for number, one in enumerate(waiting, 1)]
    return Card(stacked(lines), (*rows_of(numbers), back))


def one_card(one: Waiting, pairs: Sequence[Pairing], texts: Texts) -> Card:
    """Return one question, and each pair of words that may mean the same as a button."""
    words = texts.stats
    lines = [bold(words.one_heading.format(times=one.times)), quote(cut(one.text, _WHOLE))]
    lines.append(safe(words.one_pairs if pairs else words.one_none))
    buttons = [(Button(_pair(pair, texts), f"sa:{one.code}:{pair.code}"),) for pair in pairs]
    away = (Button(words.settle, f"sx:{one.code}"), Button(words.back_to_questions, "sq"))
    return Card(stacked(lines), (*buttons, away))


def _pair(pair: Pairing, texts: Texts) -> str:
    asked, minutes = (cut(word, _LABEL) for word in (pair.asked, pair.minutes))
    return texts.stats.pair.format(asked=asked, minutes=minutes)


def learned_card(learned: Learned, texts: Texts) -> Card:
    """Return the alias that holds now, and what it answers."""
    words = texts.stats
    lines = [safe(words.learned.format(asked=learned.asked, minutes=learned.minutes))]
    answered = learned.answered
    if answered:
        lines.append(safe(words.learned_answers.format(total=len(answered))))
        lines += [quote(cut(_one_line(text), _LINE)) for text in answered[:_MOST_ANSWERED]]
    else:
        lines.append(safe(words.learned_nothing))
    return Card(
        stacked(lines), ((Button(words.back_to_questions, "sq"), Button(words.back, "ss")),)
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
