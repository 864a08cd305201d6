"""What a chat does with its subscriptions, and what a notice says when it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from knowledge.drafting import Worker
from knowledge.engine import Engine
from knowledge.followed import (
    Alteration,
    MeetingNews,
    News,
    Offer,
    Pace,
    Subject,
    SubjectKind,
    Subscription,
    Told,
)
from knowledge.subscriptions import since

# A code begins with one of these; behind it stands what is followed.
_QUESTION, _WORDS, _RESOLUTION, _ALL = "q", "w", "r", "a"
_NAMED = {
    "g": SubjectKind.GROUP,
    "c": SubjectKind.CITY,
    "m": SubjectKind.MAYOR,
    "l": SubjectKind.LEVEL,
}
_LETTERS = {kind: letter for letter, kind in _NAMED.items()}
_LONGEST_NAME = 15  # characters that fit a button: three bytes each


class Following:
    """Subscriptions of chats and topics; `chat` and `thread` are Telegram's numbers.

    A *code* stands for a subject in a button, across restarts: "q" and the key of an answer, "r"
    and the id of an entry, or what an Offer brings. Methods that take a code return None where
    what it stands for is gone.
    """

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self._engine = engine
        self._worker = worker

    async def offer_text(self, text: str, chat: int, thread: int | None) -> Offer | None:
        """Return what following *text* would mean, None where it names nothing to follow."""
        return await self._worker(lambda: self._offer_text(text, chat, thread))

    async def offer(self, code: str, chat: int, thread: int | None) -> Offer | None:
        """Return what following the subject of *code* would mean."""
        return await self._worker(lambda: self._offer(code, chat, thread))

    async def choices(self) -> tuple[Offer, ...]:
        """Return what can be followed without words of one's own; nothing is counted in them."""
        return await self._worker(self._choices)

    async def follow(
        self,
        code: str,
        pace: Pace,
        chat: int,
        thread: int | None,
        language: str,
        *,
        anytime: bool = False,
    ) -> Subscription | None:
        """Follow the subject of *code* from now on. Raises TooManyError."""
        how = pace, anytime, language
        return await self._worker(lambda: self._follow(code, how, chat, thread))

    async def code(self, subject: Subject) -> str:
        """Return the code that stands for *subject*."""
        return await self._worker(lambda: self._code(subject))

    async def here(self, chat: int, thread: int | None) -> tuple[Subscription, ...]:
        """Return what is followed in a chat or topic, the oldest first."""
        return await self._worker(lambda: tuple(self._engine.subscriptions.here(chat, thread)))

    async def one(self, chat: int, key: str) -> Subscription | None:
        return await self._worker(lambda: self._engine.subscriptions.one(chat, key))

    async def set_pace(self, chat: int, key: str, pace: Pace, *, anytime: bool) -> None:
        """Tell a subscription at another pace, with *anytime* at night and on weekends, too."""
        await self._worker(
            lambda: self._engine.subscriptions.set_pace(chat, key, pace, anytime=anytime)
        )

    async def pause(self, chat: int, keys: Iterable[str]) -> None:
        """Tell nothing for the subscriptions *keys* until they are resumed."""
        await self._worker(lambda: self._pause(chat, keys))

    async def resume(self, chat: int, keys: Iterable[str], *, missed: bool) -> bool:
        """Go on telling *keys*; with *missed*, also what was published meanwhile.

        Returns whether a notice of what was missed is on its way.
        """
        return await self._worker(lambda: self._resume(chat, keys, missed))

    async def end(self, chat: int, keys: Iterable[str]) -> None:
        await self._worker(lambda: self._engine.subscriptions.end(chat, keys))

    async def revive(self, chat: int) -> int:
        """Bring back what ended because *chat* could not be reached; return how many."""
        return await self._worker(lambda: self._engine.subscriptions.revive(chat))

    async def end_chat(self, chat: int, reason: str) -> None:
        """End all that *chat* follows, for it cannot be reached any more; `revive` undoes it."""
        await self._worker(lambda: self._end_chat(chat, reason))

    async def leave_topic(self, chat: int, thread: int) -> None:
        """Let *chat* itself follow, and be told, what a topic of it did: it was deleted."""
        await self._worker(lambda: self._leave_topic(chat, thread))

    def _leave_topic(self, chat: int, thread: int) -> None:
        with self._engine.unit():
            self._engine.subscriptions.leave_topic(chat, thread)
            self._engine.outbox.leave_topic(chat, thread)

    def _end_chat(self, chat: int, reason: str) -> None:
        with self._engine.unit():
            self._engine.subscriptions.end_chat(chat, reason)
            self._engine.outbox.end_chat(chat, reason, self._engine.now())

    async def news(self, body: Mapping[str, Any]) -> News | None:
        """Return what a notice with *body* says now, None where all of it was retracted."""
        return await self._worker(lambda: self._news(body))

    def _offer_text(self, text: str, chat: int, thread: int | None) -> Offer | None:
        subject = self._engine.subjects.of_text(text)
        if subject is None:
            return None
        return self._counted(Offer(self._code(subject), subject), chat, thread)

    def _code(self, subject: Subject) -> str:
        """Return the code of *subject*; words that would not fit into a button are kept."""
        return _code(subject) or _WORDS + self._engine.chats.keep(subject.words, date.min)

    def _offer(self, code: str, chat: int, thread: int | None) -> Offer | None:
        subject = self._subject(code)
        return self._counted(Offer(code, subject), chat, thread) if subject else None

    def _counted(self, offer: Offer, chat: int, thread: int | None) -> Offer:
        heads = self._engine.subjects.speaking_of(offer.subject)
        last = max((head.date for head in heads if head.date), default=None)
        kept = self._engine.subscriptions.here(chat, thread)
        standing = next((one for one in kept if one.subject == offer.subject), None)
        return replace(offer, times=len(heads), last=last, standing=standing)

    def _choices(self) -> tuple[Offer, ...]:
        offers = ((_code(subject), subject) for subject in self._engine.subjects.choices())
        return tuple(Offer(code, subject) for code, subject in offers if code)

    def _follow(
        self, code: str, how: tuple[Pace, bool, str], chat: int, thread: int | None
    ) -> Subscription | None:
        subject = self._subject(code)
        if subject is None:
            return None
        today = since(self._engine.now())
        new = Subscription("", chat, thread, subject, *how, today)
        return self._engine.subscriptions.put(new, self._engine.subjects.terms(subject))

    def _subject(self, code: str) -> Subject | None:
        letter, rest = code[:1], code[1:]
        if letter == _QUESTION:
            found = self._engine.understood(rest)
            if found is None:
                return None
            return self._engine.subjects.of_question(found.question, found.answer.hits)
        if letter == _WORDS:
            kept = self._engine.chats.question(rest)
            return Subject(SubjectKind.WORDS, kept[0]) if kept else None
        if letter == _RESOLUTION:
            return self._engine.subjects.of_entry(rest)
        return Subject(_NAMED[letter], rest) if letter in _NAMED else Subject(SubjectKind.ALL)

    def _pause(self, chat: int, keys: Iterable[str]) -> None:
        self._engine.subscriptions.pause(chat, keys, self._engine.store.generation())

    def _resume(self, chat: int, keys: Iterable[str], missed: bool) -> bool:
        kept = [self._engine.subscriptions.one(chat, key) for key in keys]
        paused = [one for one in kept if one and one.paused_at is not None]
        with self._engine.unit():
            self._engine.subscriptions.resume(chat, [one.key for one in paused])
            return missed and self._engine.announcer.catch_up(paused)

    def _news(self, body: Mapping[str, Any]) -> News | None:
        found = [self._meeting_news(item) for item in body["meetings"]]
        meetings = tuple(one for one in found if one)
        return News(_subjects(body), body["language"], meetings) if meetings else None

    def _meeting_news(self, item: Mapping[str, Any]) -> MeetingNews | None:
        """Return what *item* of a notice's body says of a meeting that is still on record."""
        head = self._engine.quotes.head(item["id"])
        if head is None:
            return None
        told = [(self._engine.quotes.hit(one["id"]), one["why"]) for one in item.get("entries", ())]
        return MeetingNews(
            item["id"],
            head,
            tuple(Told(hit, tuple(why)) for hit, why in told if hit),
            item.get("more", 0),
            tuple(Alteration(**one) for one in item.get("alterations", ())),
            tuple(item.get("without", ())),
        )


def _code(subject: Subject) -> str | None:
    """Return the code of what has a name, None for words."""
    if subject.kind is SubjectKind.ALL:
        return _ALL
    if subject.kind is SubjectKind.RESOLUTION:
        return _RESOLUTION + subject.words
    letter = _LETTERS.get(subject.kind)
    return letter + subject.words if letter and len(subject.words) <= _LONGEST_NAME else None


def _subjects(body: Mapping[str, Any]) -> tuple[tuple[str, Subject], ...]:
    return tuple(
        (one["key"], Subject(SubjectKind(one["kind"]), one["words"], one["label"]))
        for one in body["subscriptions"]
    )
