"""Cards about following: an offer, the list of what is followed, one subscription."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.markup import Button, Card, bold, cut, packed, quiet, rows_of, safe
from handlers.rows import everywhere, stacked
from handlers.texts import Texts
from handlers.wording import roc_date
from knowledge.followed import Offer, Pace, Subject, SubjectKind, Subscription
from knowledge.settings import Settings

_LABEL = 30  # characters of what is followed, on a button or in a line
ALL = "all"  # stands for every subscription of the chat, where a button names one


def subject_name(subject: Subject, texts: Texts) -> str:
    """Return what is followed, as it stands between quotation marks."""
    form = texts.subjects.get(subject.kind.value, "{words}")
    return cut(form.format(words=subject.words, label=subject.label), _LABEL)


def choices_card(offers: Sequence[Offer], sentence: str, texts: Texts) -> Card:
    """Return what can be followed without words of one's own, each a button."""
    buttons = [Button(subject_name(o.subject, texts), f"fo:{o.code}") for o in offers]
    pairs = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return Card(safe(sentence), (*pairs, everywhere(texts)))


def offer_card(offer: Offer, texts: Texts, settings: Settings) -> Card:
    """Return how often the subject would have been told of so far, and ask when to tell.

    The pace that *settings* have comes first, and is named.
    """
    lines = [bold(texts.offer_heading.format(subject=subject_name(offer.subject, texts)))]
    lines += [safe(line) for line in _offer_lines(offer, texts)]
    lines.append(quiet(texts.offer_anytime if settings.anytime else texts.offer_quiet))
    paces = sorted(Pace, key=lambda pace: pace is not settings.pace)
    buttons = [Button(_pace(p, settings, texts), f"fy:{p.value}:{offer.code}") for p in paces]
    return Card(stacked(lines), (*packed(buttons), (Button(texts.offer_decline, "fn"),)))


def _pace(pace: Pace, settings: Settings, texts: Texts) -> str:
    words = texts.paces[pace]
    return texts.settings.usual.format(choice=words) if pace is settings.pace else words


def _offer_lines(offer: Offer, texts: Texts) -> Iterator[str]:
    if offer.times:
        day = roc_date(offer.last) if offer.last else texts.undated
        yield texts.offer_times.format(times=offer.times, date=day)
    else:
        yield texts.offer_never
    if offer.standing:
        yield texts.offer_standing
    elif offer.subject.kind is SubjectKind.RESOLUTION:
        yield texts.offer_follow_up
    else:
        yield texts.offer_when


def declined_card(texts: Texts) -> Card:
    """Return that nothing is followed after all."""
    return Card(safe(texts.offer_declined), (everywhere(texts),))


def followed_card(one: Subscription, texts: Texts) -> Card:
    """Return that something is followed from now on."""
    name = subject_name(one.subject, texts)
    sentence = texts.followed.format(subject=name, pace=texts.paces[one.pace])
    return Card(safe(sentence), ((Button(texts.following_all, "fm"),),))


def following_card(kept: Sequence[Subscription], texts: Texts) -> Card:
    """Return what is followed here, each a button, and what can be done with all of it."""
    if not kept:
        return Card(safe(texts.following_nothing), (everywhere(texts),))
    lines = [bold(texts.following_heading.format(total=len(kept)))]
    lines += [f"{n}. {safe(_line(one, texts))}" for n, one in enumerate(kept, 1)]
    lines.append(quiet(texts.following_numbers))
    numbers = [Button(str(n), f"fm:{one.key}") for n, one in enumerate(kept, 1)]
    rows = (*rows_of(numbers), tuple(_for_all(kept, texts)), everywhere(texts))
    return Card(stacked(lines), rows)


def _for_all(kept: Sequence[Subscription], texts: Texts) -> Iterator[Button]:
    if any(one.paused_at is None for one in kept):
        yield Button(texts.pause_all, f"fp:{ALL}")
    if any(one.paused_at is not None for one in kept):
        yield Button(texts.resume_all, f"fr:{ALL}")
    yield Button(texts.end_all, "fe")


def _line(one: Subscription, texts: Texts) -> str:
    parts = [subject_name(one.subject, texts), texts.paces[one.pace]]
    parts += [texts.anytime] if one.anytime else []
    parts += [texts.following_paused] if one.paused_at is not None else []
    return "　".join(parts)


def subscription_card(one: Subscription, texts: Texts) -> Card:
    """Return one subscription, with what can be changed of it."""
    paused = one.paused_at is not None
    pausing = (
        Button(texts.resume, f"fr:{one.key}") if paused else Button(texts.pause, f"fp:{one.key}")
    )
    flag = int(one.anytime)
    paces = [
        Button(texts.paces[pace], f"ft:{one.key}:{pace.value}{flag}")
        for pace in Pace
        if pace is not one.pace
    ]
    hours = Button(
        texts.quiet_hours if one.anytime else texts.anytime,
        f"ft:{one.key}:{one.pace.value}{1 - flag}",
    )
    rows = ((pausing, Button(texts.end, f"fx:{one.key}")), tuple(paces), (hours,), _back(texts))
    return Card(safe(_line(one, texts)), rows)


def resume_card(key: str, texts: Texts) -> Card:
    """Ask what to do with what was published while *key*, or ALL, was paused."""
    buttons = (
        Button(texts.resume_missed, f"fr:{key}:m"),
        Button(texts.resume_from_now, f"fr:{key}:n"),
    )
    return Card(safe(texts.resume_ask), (buttons, _back(texts)))


def end_all_card(total: int, texts: Texts) -> Card:
    """Ask before everything is ended."""
    sure = Button(texts.end_all, f"fx:{ALL}")
    return Card(safe(texts.end_all_sure.format(total=total)), ((sure,), _back(texts)))


def ended_card(subject: Subject | None, code: str | None, texts: Texts) -> Card:
    """Return that *subject*, or everything, is followed no longer; *code* would follow it again."""
    if subject is None:
        return Card(safe(texts.ended_all), (everywhere(texts),))
    sentence = texts.ended.format(subject=subject_name(subject, texts))
    again = (Button(texts.again, f"fo:{code}"),) if code else ()
    return Card(safe(sentence), ((*again, *_back(texts)),))


def said_card(sentence: str, texts: Texts) -> Card:
    """Return one *sentence*, and the way back to the list."""
    return Card(safe(sentence), (_back(texts),))


def _back(texts: Texts) -> tuple[Button, ...]:
    return (Button(texts.following_back, "fm"),)
