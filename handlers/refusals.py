"""An honest no: what stands nowhere, where was looked, and what comes nearest."""

from __future__ import annotations

from handlers.links import deep_link, question_payload
from handlers.markup import Button, Card, bold, cut, quote, safe
from handlers.rows import Row, View, everywhere, origin_of, reactions, stacked
from handlers.texts import Texts
from handlers.wording import meeting_line, roc_date, unwrapped
from knowledge.model import Answer, Coverage, Refusal

_SHORTENED = 120  # characters of a passage that is no answer


def no_card(answer: Answer, texts: Texts, view: View) -> Card:
    """Return why *answer* is a no, and the nearest passages."""
    if answer.refusal is Refusal.UNSURE:
        return _unsure_card(answer, texts, view)
    lines = [bold(_reason(answer, texts)), safe(searched(answer.coverage, texts))]
    if answer.hits:
        lines.append(safe(texts.near_misses))
    for hit in answer.hits:
        lines += [quote(cut(unwrapped(hit.excerpt), _SHORTENED))]
        lines += [safe(meeting_line(hit.head, texts))]
    back = f":{origin_of(answer)}" if answer.key else ""
    looks = tuple(
        Button(texts.look.format(number=number), f"e:{hit.entry.id}{back}")
        for number, hit in enumerate(answer.hits, 1)
    )
    rows = (*((looks,) if looks else ()), *reactions(answer, 0, texts, view), everywhere(texts))
    return Card(stacked(lines), rows)


def _unsure_card(answer: Answer, texts: Texts, view: View) -> Card:
    """Return that nothing is guessed before others, and the way to ask where nobody reads along."""
    rows: tuple[Row, ...] = (everywhere(texts),)
    if answer.key and view.bot_name:
        link = deep_link(view.bot_name, question_payload(answer.key))
        rows = ((Button(texts.ask_privately, url=link),), *rows)
    return Card(safe(texts.unsure), rows)


def _reason(answer: Answer, texts: Texts) -> str:
    words = "、".join(answer.missing)
    if answer.refusal is Refusal.OUT_OF_SCOPE:
        return texts.no_scope.format(words=words)
    if answer.wanted:
        return texts.no_fact.format(wanted=texts.wanted.get(answer.wanted, answer.wanted))
    if words:
        return texts.no_words.format(minutes=_minutes(answer.coverage, texts), words=words)
    if answer.unsaid:
        who, *unsaid = answer.unsaid
        return texts.not_said.format(who=who, words="、".join(unsaid))
    return texts.no_answer


def _minutes(coverage: Coverage, texts: Texts) -> str:
    return texts.minutes.format(total=coverage.meetings)


def searched(coverage: Coverage, texts: Texts) -> str:
    """Return the sentence that says what was looked through."""
    if not coverage.meetings or coverage.first is None or coverage.last is None:
        return texts.searched_nothing
    first, last = roc_date(coverage.first), roc_date(coverage.last)
    return texts.searched.format(first=first, last=last, total=coverage.meetings)
