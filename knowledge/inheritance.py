"""What an entry inherits from where it stands, so that it is found by words it does not repeat."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.dates import digits
from knowledge.model import Entry, Kind
from knowledge.text import fold, plain

# 劉副市長和然: surname, office, given name (aliases.md, I 101).
_AROUND_OFFICE = re.compile(
    r"(?P<surname>[\u4e00-\u9fff])(?:副?(?:市長|縣長|局長|處長|秘書長|主任委員|主任|部長|院長|校長))"
    r"(?P<given>[\u4e00-\u9fff]{2})(?![\u4e00-\u9fff])"
)


def near_contexts(entries: Sequence[Entry]) -> list[str]:
    """Return, for each entry, the folded words it inherits from what it hangs on.

    These are its headings, its group and speaker, the 案由 of the same item for what explains
    or decides it, and the paragraph that introduces a numbered list for its points.
    """
    subjects = {entry.path: entry.text for entry in entries if entry.kind is Kind.PROPOSAL}
    leads = _leads(entries)
    return [
        " ".join((_near(entry, subjects, leads), *_explained(entry, entries, subjects)))
        for entry in entries
    ]


def _explained(
    entry: Entry, entries: Sequence[Entry], subjects: Mapping[tuple[str, ...], str]
) -> list[str]:
    """What a resolution decides: the explanations of its item, of its own group where it has one."""
    item = next((p for p in subjects if entry.path[: len(p)] == p), None)
    if entry.kind is not Kind.RESOLUTION or item is None:
        return []
    return [
        search_form(other.text)
        for other in entries
        if other.kind is Kind.EXPLANATION
        and other.path[: len(item)] == item
        and entry.group in (None, other.group)
    ]


def _leads(entries: Sequence[Entry]) -> dict[tuple[str, ...], str]:
    """The paragraphs directly under a heading, before its numbered entries begin."""
    numbered = {entry.path[:-1] for entry in entries if len(entry.path) > 1}
    return {
        entry.path: entry.text
        for entry in entries
        if entry.path in numbered and entry.kind is not Kind.PROPOSAL
    }


def _near(
    entry: Entry, subjects: Mapping[tuple[str, ...], str], leads: Mapping[tuple[str, ...], str]
) -> str:
    parts = [*entry.path, entry.group or "", entry.speaker or "", leads.get(entry.path[:-1], "")]
    parts += [subjects.get(entry.path[:depth], "") for depth in range(1, len(entry.path))]
    parts += official_names(entry.text)
    return " ".join(search_form(part) for part in parts if part)


def official_names(text: str) -> list[str]:
    """Return the names that *text* writes around an office: 鍾鳴時 for 鍾局長鳴時."""
    return [match["surname"] + match["given"] for match in _AROUND_OFFICE.finditer(plain(text))]


def search_form(text: str) -> str:
    """Return what is matched of *text*: folded, numerals of ten and more in digits."""
    return digits(fold(text))
