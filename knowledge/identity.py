"""Which meeting is which, and the permanent code of an entry; decides, stores nothing."""

from __future__ import annotations

import re
from base64 import b32encode
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from itertools import count

from knowledge.model import Entry, Head
from knowledge.regex import regex
from knowledge.text import fold, plain

# With "-99" behind it 40 bytes: an id, a prefix and a page number fit a button's 64 bytes.
_SLUG_BYTES = 37
_CODED_BYTES = 10  # they make the sixteen characters that no code is longer than
_ENTRY_CODE = 10  # 50 bits: among 100,000 entries two share a code once in 200,000 archives

_NUMERAL = "0-9○〇零一二三四五六七八九十百千壹贰叁参肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸"
_OWN_NUMBER = regex(rf"(?:(?:提案|讨论|动议|案由|第)?\(?[{_NUMERAL}]+[、.):案])+")


def short_code(length: int, *parts: object) -> str:
    """Return the same *length* characters of [a-z2-7] for the same *parts*, at any time."""
    digest = sha256("\x1f".join(map(str, parts)).encode()).digest()
    return b32encode(digest[:_CODED_BYTES]).decode("ascii").lower()[:length]


def same_meeting(one: Head, other: Head) -> bool:
    """Tell whether two heads speak of one meeting: the same series, level and day, and number.

    Where either has no number, the title decides.
    """
    if (one.series, one.level, one.date) != (other.series, other.level, other.date):
        return False
    if one.ordinal is not None and other.ordinal is not None:
        return one.ordinal == other.ordinal
    return _called(one) == _called(other)


def _called(head: Head) -> str:
    """Return a title to compare: …會報 and …會報會議 are the same."""
    return fold(head.title).removesuffix("会议")


def meeting_id(head: Head, given: Iterable[tuple[str, Head]]) -> str:
    """Return the id of the meeting with *head*: the one it was *given* before, else a free one.

    Ids are the day, or a slug of the title where there is no date, with -2, -3 for others.
    """
    known = list(given)
    for old_id, old in known:
        if same_meeting(old, head):
            return old_id
    return _free(head.date.isoformat() if head.date else _slug(head.title), {i for i, _ in known})


def entry_ids(meeting: str, entries: Sequence[Entry]) -> list[str]:
    """Return a code for each of a meeting's entries that survives re-imports.

    It is made of the entry's words without its own number, so that it also survives another
    item's insertion; of several with the same words, the order decides.
    """
    seen: Counter[str] = Counter()
    codes = []
    for entry in entries:
        words = _OWN_NUMBER.sub("", fold(entry.text), count=1)
        seen[words] += 1
        codes.append(short_code(_ENTRY_CODE, meeting, words, seen[words]))
    return codes


def _slug(title: str) -> str:
    words = re.sub(r"[\W_]+", "-", plain(title).lower()).strip("-")
    return words.encode()[:_SLUG_BYTES].decode(errors="ignore").strip("-") or "meeting"


def _free(base: str, taken: Collection[str]) -> str:
    others = (f"{base}-{number}" for number in count(2))
    return base if base not in taken else next(one for one in others if one not in taken)
