"""A notice as a card: why it came and from which meeting, then what the minutes say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from handlers.cards import MOST_CHARACTERS
from handlers.followcards import subject_name
from handlers.markup import Button, Card, bold, cut, quiet, quote, safe
from handlers.rows import everywhere, stacked
from handlers.texts import Texts, texts_for
from handlers.wording import meeting_line, outcome_mark, path_line, unwrapped
from knowledge.followed import Alteration, MeetingNews, News, Subject, SubjectKind, Told

if TYPE_CHECKING:
    from knowledge.service import Knowledge

_LONGEST = 220  # characters of an entry
_MOST_BUTTONS = 4  # of a kind; the others are in /following
_UNASKABLE = (SubjectKind.ALL, SubjectKind.LEVEL, SubjectKind.RESOLUTION)


async def notice_card(
    body: Mapping[str, Any], door: Knowledge, language: str | None = None
) -> Card | None:
    """Return the card of a notice with *body* as the minutes stand now.

    It speaks *language*, the chat's own choice, or that of whoever followed. None where all that
    it would tell was retracted meanwhile: then nothing is to be sent.
    """
    news = await door.following.news(body)
    return news_card(news, texts_for(language, news.language)) if news else None


def news_card(news: News, texts: Texts) -> Card:
    """Return one merged notice; what does not fit is a button away."""
    names = {key: _named(subject, texts) for key, subject in news.subjects}
    lines: list[str] = []
    for told, meeting in enumerate(news.meetings):
        section = list(_section(meeting, names, texts))
        if lines and sum(map(len, [*lines, *section])) > MOST_CHARACTERS:
            rest = len(news.meetings) - told
            lines.append(quiet(texts.notice_more_meetings.format(total=rest)))
            break
        lines += section
    followed_up = _followed_up(news)
    if followed_up:
        lines.append(safe(texts.notice_followed_up))
    return Card(stacked(lines), tuple(_buttons(news, followed_up, texts)))


def _followed_up(news: News) -> set[str]:
    """Return the keys of resolutions whose follow-up is told: they are followed no longer."""
    told = {key for one in news.meetings for hit in one.told for key in hit.why}
    return {key for key, one in news.subjects if one.kind is SubjectKind.RESOLUTION and key in told}


def _section(meeting: MeetingNews, names: Mapping[str, str], texts: Texts) -> Iterator[str]:
    why = dict.fromkeys(key for told in meeting.told for key in told.why)
    keys = list(why) or list(meeting.without or names)
    heading = _heading(meeting, texts).format(subjects=_joined(keys, names))
    yield f"{bold(heading)}　{safe(meeting_line(meeting.head, texts))}"
    for told in meeting.told:
        yield from _entry_lines(told, names if len(keys) > 1 else {}, texts)
    for one in meeting.alterations:
        yield from _alteration_lines(one, texts)
    if meeting.more:
        yield quiet(texts.notice_more.format(total=meeting.more))
    if meeting.without and meeting.told:
        yield safe(texts.notice_without.format(subjects=_joined(meeting.without, names)))
    if meeting.without:
        yield safe(texts.notice_absent)


def _heading(meeting: MeetingNews, texts: Texts) -> str:
    if meeting.alterations:
        return texts.notice_corrected
    return texts.notice_new if meeting.told else texts.notice_without


def _entry_lines(told: Told, names: Mapping[str, str], texts: Texts) -> Iterator[str]:
    yield bold(outcome_mark(told.hit, texts))
    yield quote(cut(unwrapped(told.hit.excerpt), _LONGEST))
    if path := path_line(told.hit.entry.path):
        yield safe(path)
    if names:
        yield quiet(texts.notice_why.format(subjects=_joined(told.why, names)))


def _alteration_lines(one: Alteration, texts: Texts) -> Iterator[str]:
    if one.before:
        yield safe(texts.notice_before.format(words=one.before))
    if one.after:
        yield quote(texts.notice_after.format(words=one.after))


def _buttons(news: News, ended: set[str], texts: Texts) -> Iterator[tuple[Button, ...]]:
    asked = [key for key, subject in news.subjects if subject.kind not in _UNASKABLE]
    whole = [Button(texts.notice_answer, f"fw:{key}") for key in asked[:1]]
    here = [Button(texts.this_meeting, f"m:{one.meeting_id}:0") for one in news.meetings]
    yield (*whole, *here) if len(here) == 1 else (*whole, *everywhere(texts))
    followed = [(key, subject) for key, subject in news.subjects if key not in ended]
    for key, subject in followed[:_MOST_BUTTONS]:
        label = texts.end_named.format(subject=subject_name(subject, texts))
        yield (Button(label, f"fs:{key}"),)
    if len(followed) > _MOST_BUTTONS:
        yield (Button(texts.following_all, "fm"),)


def _joined(keys: Iterable[str], names: Mapping[str, str]) -> str:
    return "、".join(names[key] for key in keys if key in names)


def _named(subject: Subject, texts: Texts) -> str:
    return texts.notice_subject.format(subject=subject_name(subject, texts))
