"""Raw updates, as far as they must be understood before they are parsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

Raw = Mapping[str, Any]

# Telegram's own limit, TQueue::EventId::MAX_ID of its server; anything else names no update, and
# a higher offset would confirm all that is still to come.
_HIGHEST_ID = 2_000_000_000


class Kind(Enum):
    """What a person does; each kind has a limit of its own."""

    MESSAGE = "message"
    BUTTON = "callback_query"
    INLINE = "inline_query"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One person's queue for one kind of update."""

    person: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an update came from: what keeps it in order, and in whose queue it waits."""

    chat: str
    line: Line


def id_of(raw: Raw) -> int | None:
    """Return the id of an update, None where it has none that Telegram could have given it."""
    number = raw.get("update_id")
    return number if type(number) is int and 0 < number <= _HIGHEST_ID else None


def origin_of(raw: Raw) -> Origin:
    """Return the origin of an update: its chat and sender, each standing in for the other."""
    for name, value in raw.items():
        if name != "update_id" and isinstance(value, Mapping):
            inner = value.get("message") if isinstance(value.get("message"), Mapping) else value
            chat = next(_ids(inner, "chat", "from"), "")
            # An anonymous admin is one user for all groups, so that the group stands for him.
            person = next(_ids(value, "sender_chat", "from"), chat)
            return Origin(chat, Line(person, _kind(name)))
    return Origin("", Line("", Kind.OTHER))


def _ids(value: Any, *names: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name in names:
            if isinstance(found := value.get(name), Mapping):
                yield str(found.get("id"))


_KINDS = {kind.value: kind for kind in Kind}


def _kind(name: str) -> Kind:
    return _KINDS.get(name, Kind.OTHER)
