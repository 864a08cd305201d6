"""The only SQL about who follows what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from knowledge.errors import TooManyError
from knowledge.followed import Pace, Subject, SubjectKind, Subscription
from knowledge.identity import short_code
from knowledge.rows import Row, to_json
from knowledge.schema import Tables, unit
from knowledge.text import without_surrogates

# Far more than a person reads notices of; a keyboard holds a hundred buttons.
MOST = 50
_KEY_LENGTH = 8
_SUBSCRIBING, _CHANGING = "keeping a subscription", "changing subscriptions"

# term -> the subscriptions that have it, and how much of their subject it is
Wanted = Mapping[str, list[tuple[int, float]]]


class Subscriptions(Tables):
    """Who follows what. Each method is one unit; inside a `transaction` it is part of that.

    `chat` and `thread` are Telegram's numbers; *thread* is None outside of a forum's topics.
    What a chat itself ended is forgotten; what ended because it could not be reached stays, and
    `revive` brings it back.
    """

    def put(self, subscription: Subscription, terms: Mapping[str, float]) -> Subscription:
        """Keep *subscription*, whose key is given here, under its *terms* (`matching`).

        One of the same subject there takes its new pace, and is active again. Raises
        TooManyError.
        """
        one = subscription
        subject = one.subject
        with unit(self._db):
            known = self._rows(_SAME, one.chat, one.thread, subject.kind.value, _words(subject))
            if not known and len(self.all(one.chat)) >= MOST:
                raise TooManyError(f"chat {one.chat} follows {MOST} subjects already", MOST)
            key = known[0]["key"] if known else _key(one)
            self._write(_SUBSCRIBING, _PUT, *_values(one, key))
            self._index(key, terms)
            return _subscription(self._rows("select * from subscriptions where key = ?", key)[0])

    def all(self, chat: int) -> list[Subscription]:
        """Return what *chat* and its topics follow, the oldest first; nothing that was ended."""
        rows = self._rows(_CHAT + " order by number", chat)
        return [_subscription(row) for row in rows]

    def here(self, chat: int, thread: int | None) -> list[Subscription]:
        """Return what *chat*, or only that topic of it, follows, the oldest first."""
        rows = self._rows(_CHAT + " and thread is ? order by number", chat, thread)
        return [_subscription(row) for row in rows]

    def one(self, chat: int, key: str) -> Subscription | None:
        """Return the subscription *key* of *chat*, None where it has none such."""
        rows = self._rows(_CHAT + " and key = ?", chat, without_surrogates(key))
        return _subscription(rows[0]) if rows else None

    def exist(self) -> bool:
        """Tell whether anybody ever followed anything here."""
        return bool(self._rows("select 1 from subscriptions limit 1"))

    def numbered(self, numbers: Iterable[int]) -> dict[int, Subscription]:
        """Return subscriptions by their numbers, as `wanting` gives them."""
        rows = self._rows(
            "select * from subscriptions where number in (select value from json_each(?))",
            to_json(list(numbers)),
        )
        return {row["number"]: _subscription(row) for row in rows}

    def wanting(self, terms: Iterable[str]) -> Wanted:
        """Return which subscriptions, neither paused nor ended, have any of *terms*."""
        found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for row in self._rows(_WANTING, to_json(list(terms))):
            found[row["term"]].append((row["number"], row["share"]))
        return found

    def set_pace(self, chat: int, key: str, pace: Pace, *, anytime: bool) -> None:
        """Tell the subscription *key* of *chat* at another pace from now on."""
        self._write(
            _CHANGING,
            "update subscriptions set pace = ?, anytime = ? where chat = ? and key = ?",
            *(pace.value, anytime, chat, without_surrogates(key)),
        )

    def pause(self, chat: int, keys: Iterable[str], generation: int) -> None:
        """Tell nothing for *keys* from the store's *generation* on; earlier pauses stay."""
        self._write(
            _CHANGING,
            _PAUSE,
            *(generation, chat, to_json(list(keys))),
        )

    def resume(self, chat: int, keys: Iterable[str]) -> None:
        self._write(
            _CHANGING,
            _RESUME,
            *(chat, to_json(list(keys))),
        )

    def end(self, chat: int, keys: Iterable[str]) -> None:
        """Forget the subscriptions *keys* of *chat*."""
        self._write(
            _CHANGING,
            _END,
            *(chat, to_json(list(keys))),
        )

    def reword(self, old: str, new: str) -> None:
        """Let who follows the resolution *old* follow *new*: a correction changed its id."""
        self._write(
            _CHANGING,
            "update or ignore subscriptions set words = ? where kind = 'resolution' and words = ?",
            *(new, old),
        )

    def end_chat(self, chat: int, reason: str) -> None:
        """End all that *chat* follows, for *reason*: it cannot be reached any more."""
        self._write(
            _CHANGING,
            "update subscriptions set ended = ? where chat = ? and ended is null",
            *(reason, chat),
        )

    def revive(self, chat: int) -> int:
        """Bring back what `end_chat` ended; return how many subscriptions."""
        with unit(self._db):
            found = self._rows(
                "select count(*) as n from subscriptions where chat = ? and ended is not null", chat
            )
            self._write(_CHANGING, "update subscriptions set ended = null where chat = ?", chat)
        return int(found[0]["n"])

    def move_chat(self, old: int, new: int) -> None:
        """Let *new* follow what *old* did: a group has become a supergroup."""
        with unit(self._db):
            self._write(
                _CHANGING,
                "update or ignore subscriptions set chat = ? where chat = ?",
                *(new, old),
            )
            self.forget(old)

    def leave_topic(self, chat: int, thread: int) -> None:
        """Let *chat* itself follow what a topic of it did, which is gone."""
        place = (chat, thread)
        with unit(self._db):
            self._write(
                _CHANGING,
                "update or ignore subscriptions set thread = null where chat = ? and thread = ?",
                *place,
            )
            self._write(
                _CHANGING, "delete from subscriptions where chat = ? and thread = ?", *place
            )

    def forget(self, chat: int) -> None:
        """Forget all that *chat* ever followed."""
        self._write(_CHANGING, "delete from subscriptions where chat = ?", chat)

    def everyone(self) -> list[Subscription]:
        """Return all subscriptions, ended ones too, the oldest first."""
        return [_subscription(row) for row in self._rows("select * from subscriptions")]

    def counts(self) -> dict[str, int]:
        """Return how many subscriptions are active, paused and ended, and in how many chats."""
        return {name: int(number) for name, number in self._rows(_COUNTS)[0].items()}

    def _index(self, key: str, terms: Mapping[str, float]) -> None:
        number = self._rows("select number from subscriptions where key = ?", key)[0]["number"]
        self._write(_SUBSCRIBING, "delete from subscription_terms where number = ?", number)
        self._write(
            _SUBSCRIBING,
            "insert into subscription_terms (term, number, share)"
            " select key, ?, value from json_each(?)",
            *(number, to_json(dict(terms))),
        )


_CHAT = "select * from subscriptions where chat = ? and ended is null"
_PAUSE = (
    "update subscriptions set paused_at = ifnull(paused_at, ?)"
    " where chat = ? and key in (select value from json_each(?))"
)
_RESUME = (
    "update subscriptions set paused_at = null"
    " where chat = ? and key in (select value from json_each(?))"
)
_END = "delete from subscriptions where chat = ? and key in (select value from json_each(?))"
_SAME = (
    "select key from subscriptions where chat = ? and ifnull(thread, 0) = ifnull(?, 0)"
    " and kind = ? and words = ?"
)
_PUT = (
    "insert into subscriptions (key, chat, thread, kind, words, label, pace, anytime, language,"
    " since, paused_at, ended) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " on conflict (key) do update set pace = excluded.pace, anytime = excluded.anytime,"
    " language = excluded.language, paused_at = excluded.paused_at, ended = excluded.ended"
)
_WANTING = (
    "select term, number, share from subscription_terms join subscriptions using (number)"
    " where term in (select value from json_each(?)) and paused_at is null and ended is null"
)
_COUNTS = (
    "select count(*) filter (where paused_at is null and ended is null) as active,"
    " count(*) filter (where paused_at is not null and ended is null) as paused,"
    " count(*) filter (where ended is not null) as ended,"
    " count(distinct chat) as chats from subscriptions"
)


def _key(one: Subscription) -> str:
    place = one.chat, one.thread or 0
    return short_code(_KEY_LENGTH, *place, one.subject.kind.value, _words(one.subject))


def _words(subject: Subject) -> str:
    return without_surrogates(subject.words)


def _values(one: Subscription, key: str) -> tuple[object, ...]:
    subject, place = one.subject, (one.chat, one.thread)
    named = (subject.kind.value, _words(subject), without_surrogates(subject.label))
    since = one.since.isoformat()
    when = (one.pace.value, one.anytime, one.language, since, one.paused_at, one.ended)
    return (key, *place, *named, *when)


def _subscription(row: Row) -> Subscription:
    return Subscription(
        key=row["key"],
        chat=row["chat"],
        thread=row["thread"],
        subject=Subject(SubjectKind(row["kind"]), row["words"], row["label"]),
        pace=Pace(row["pace"]),
        anytime=bool(row["anytime"]),
        language=row["language"],
        since=date.fromisoformat(row["since"]),
        paused_at=row["paused_at"],
        ended=row["ended"],
    )


def since(now: datetime) -> date:
    """Return the date of a subscription that is made *now*, in UTC."""
    return now.astimezone(UTC).date()
