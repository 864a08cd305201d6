"""Which speech a reply answers: what is replied repeats little of what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.model import Entry, Kind
from knowledge.regex import regex
from knowledge.text import plain

_LABEL = regex(r"^[^:：,，。]{2,24}[:：]")
_REPLY = regex("(?:回應|答復|答覆|回覆|補充說明|(?<![問詢])答) *[*:：）)]*$")
_OFFICIAL = regex(
    "(?:縣|鄉|鎮|區|局|處|科|課|所|署|司|室|館|隊)長|主任|祕書|秘書|專員|技正|總幹事|業務單位|開發單位|經理"
)
_ASKER = regex(
    "議員|代表|委員(?!會)|理事(?!長)|監事|董事(?!長)|同學|學生|里長|居民|住戶|民眾|鄉親|先生|女士|小姐|家長|所有權人"
)


def asked_before(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield, for each entry, the text of the speech that it replies to, "" where it replies to none.

    A reply says so (地政處回應), or is an official's word after a member's or a citizen's.
    """
    asked = ""
    place: tuple[str, ...] = ()
    for entry in entries:
        if entry.kind is not Kind.SPEECH or entry.path[:1] != place[:1]:
            asked = ""
        place = entry.path
        if entry.kind is not Kind.SPEECH:
            yield ""
            continue
        label = _label(entry)
        replies = _REPLY.search(label) or (_OFFICIAL.search(label) and not _ASKER.search(label))
        yield asked if replies else ""
        if not replies:
            asked = entry.text if _ASKER.search(label) or "？" in entry.text else ""


def _label(entry: Entry) -> str:
    """Return who speaks, as it is printed: before the words, or on the line above them."""
    own = _LABEL.match(plain(entry.text))
    above = [part for part in entry.path[-2:] if len(part) > 2]
    return plain(own[0] if own else (above or [entry.speaker or ""])[-1]).strip("* ")
