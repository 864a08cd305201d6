"""An entry as the index holds it: folded, with all that ranking needs, so that it reads no SQL."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from knowledge.inheritance import items_of, near_contexts, search_form
from knowledge.model import Entry, Fact, Kind, Meeting
from knowledge.regex import regex
from knowledge.text import fold

# No question asks for punctuation.
_RUNS = regex(r"[a-z]+|[0-9]+|[^\x00-\x7f\W]+")
_SAID = regex("[。,;:!?]")
_NAMED_LINE = 40  # characters of a speaker's name and offices
_LABEL = 24  # characters before the colon, of who speaks and for whom
_VALUE, _PART = "\x1f", "\x1e"  # the separators that ASCII has for this
_NO_SEPARATORS = str.maketrans(_VALUE + _PART, "  ")


@dataclass(frozen=True, slots=True)
class Posting:
    """An indexed entry, with what ranking needs of it; texts are folded."""

    entry_id: str
    position: int  # in the meeting
    meeting_id: str = ""
    kind: str = ""
    outcome: str = ""
    speaker: str = ""
    group: str = ""
    fact: str = ""
    item: str = ""  # the numbered item it belongs to: "proposal 2", "report 3"
    path: tuple[str, ...] = ()
    above: str = ""  # the headings and labels of the path, in one text
    headings: tuple[str, ...] = ()  # a key for the meeting and for each heading above it
    body: str = ""
    near: str = ""
    far: str = ""

    def __hash__(self) -> int:
        return hash(self.entry_id)

    def packed(self) -> bytes:
        """Return it as `unpacked` takes it: its values in their order."""
        return _VALUE.join(_text(getattr(self, name)) for name in _FIELDS).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Posting:
        # A question unpacks forty: as JSON that took longer than to find them.
        values: list[Any] = data.decode().split(_VALUE)
        values[_POSITION] = int(values[_POSITION])
        for place in _TUPLES:
            values[place] = tuple(values[place].split(_PART)) if values[place] else ()
        return cls(*values)

    @property
    def own_number(self) -> str:
        return self.path[-1] if self.path else ""

    @property
    def is_heading(self) -> bool:
        """Whether it is a line that only names what follows, or who speaks."""
        if self.fact == Fact.TITLE or (self.path and self.path[-1] == self.body):
            return True
        if len(self.body) >= _NAMED_LINE:
            return False
        slogan = self.kind == Kind.STATEMENT and not self.body[:1].isdigit()  # 四市攜手 穩產業
        names = slogan or bool(self.speaker)  # ■羅偉倫（理事長）
        return names and not _SAID.search(self.body)

    @property
    def label(self) -> str:
        """Who speaks, as it is printed before the words: 石局長振邦; "" where nobody is."""
        before, colon, _ = self.body[:_LABEL].partition(":")
        return before if colon else ""

    def beside(self, other: Posting) -> bool:
        """Tell whether it stands under one heading with *other*: that names what both are about."""
        return bool(set(self.headings[1:]) & set(other.headings[1:]))


_FIELDS = tuple(one.name for one in fields(Posting))
_POSITION = _FIELDS.index("position")
_TUPLES = tuple(_FIELDS.index(name) for name in ("path", "headings"))


def _text(value: object) -> str:
    parts = value if isinstance(value, tuple) else (str(value),)
    return _PART.join(part.translate(_NO_SEPARATORS) for part in parts)


def postings_of(meeting: Meeting) -> Iterator[Posting]:
    """Yield the postings of *meeting*'s entries, in their order."""
    slogans = (entry.text for entry in meeting.entries if entry.fact is Fact.SLOGAN)
    far = search_form(" ".join((meeting.head.title, *slogans)))
    inherited = zip(near_contexts(meeting.entries), items_of(meeting.entries), strict=True)
    for position, (entry, (near, item)) in enumerate(zip(meeting.entries, inherited, strict=True)):
        posting = _posting_of(entry, meeting.id, position)
        yield replace(posting, near=near, item=item, far=far)


def _posting_of(entry: Entry, meeting_id: str, position: int) -> Posting:
    return Posting(
        entry_id=entry.id,
        position=position,
        meeting_id=meeting_id,
        kind=entry.kind.value,
        outcome=entry.outcome.value if entry.outcome else "",
        speaker=entry.speaker or "",
        group=fold(entry.group or ""),
        fact=entry.fact.value if entry.fact else "",
        path=tuple(search_form(part) for part in entry.path),
        above=" ".join(search_form(part) for part in entry.path),
        headings=tuple(
            _key(meeting_id, *entry.path[:depth]) for depth in range(max(1, len(entry.path)))
        ),
        body=search_form(entry.text.replace("**", "")),
    )


def _key(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def grams(text: str) -> list[str]:
    """Return single characters and bigrams without punctuation; Latin words and numbers whole."""
    found: list[str] = []
    for run in _RUNS.findall(text):
        if run.isascii():
            found.append(run)
        else:
            found += [*run, *(run[i : i + 2] for i in range(len(run) - 1))]
    return found


def pieces(term: str) -> list[str]:
    """Return what must stand where *term* stands: its bigrams and Latin words."""
    found = grams(term)
    return [gram for gram in found if len(gram) > 1] or found
