"""An entry as it is quoted elsewhere: its words, and where they stand.

Citations are Chinese in every language, for they go into Chinese documents.
"""

from __future__ import annotations

import re

from handlers.links import deep_link, entry_payload
from handlers.markup import MOST_UNITS, Button, Card, cut, quote, safe, showable, units
from handlers.texts import Texts
from handlers.wording import (
    full_date,
    office_of,
    outcome_mark,
    path_line,
    place_line,
    roc_date,
    unspaced,
    unwrapped,
)
from knowledge.model import Hit, Outcome

MOST_COPIED = 256  # core.telegram.org/bots/api#copytextbutton
_MOST_SOURCE = 150  # of those; the longest title on record leads to 60
_MOST_OFFICE = 40
_ENDS = re.compile(r"[。！？；]")
_CLAUSES = re.compile(r"[，、：]")
# What became of these stands in their headings, or is said by naming who spoke.
_UNMARKED = (None, Outcome.DECLARED, Outcome.REMARKED)


def citation(hit: Hit) -> str:
    """Return 「…」（…會議紀錄，113年3月15日，捌、二）, at most MOST_COPIED UTF-16 units.

    What is too long is cut at a sentence's end, and then says what became of the whole: the
    words that say so, 有待…持續討論, may be those left out.
    """
    words = _one_line(hit.excerpt)
    source = _within(source_line(hit), _MOST_SOURCE)
    remark = hit.entry.outcome is Outcome.REMARKED
    spoken = [_within(f"{office_of(hit)}發言", _MOST_OFFICE)] if remark else []
    whole = _quoted(words, [*spoken, source])
    if words == _one_line(hit.entry.text) and units(whole) <= MOST_COPIED:
        return whole
    outcome = hit.entry.outcome
    marks = ["節錄", *spoken, *([outcome.chinese] if outcome and outcome not in _UNMARKED else [])]
    room = MOST_COPIED - units(_quoted("", [*marks, source]))
    return _quoted(_within(words, room), [*marks, source])


def source_line(hit: Hit) -> str:
    """Return the minutes, the date and the place: 基北北桃…會議紀錄，113年3月15日，捌、二."""
    title = f"{unspaced(hit.head.title)}紀錄"
    day = roc_date(hit.head.date) if hit.head.date else ""
    return "，".join(part for part in (title, day, place_line(hit.entry.path)) if part)


def citation_card(hit: Hit, texts: Texts, bot_name: str) -> Card:
    """Return the whole entry with its full reference, to be copied or forwarded."""
    link = deep_link(bot_name, entry_payload(hit.entry.id))
    below = [
        safe(f"{unspaced(hit.head.title)}紀錄，{full_date(hit.head.date, texts)}"),
        *([safe(path)] if (path := path_line(hit.entry.path)) else []),
        safe(outcome_mark(hit, texts)),
        safe(link),
    ]
    room = MOST_UNITS - sum(map(len, below)) - 100
    words = unwrapped(hit.entry.text.replace("**", "").strip())
    rows = (
        (Button(texts.cite, copy=citation(hit)), Button(texts.file, f"f:{hit.meeting_id}")),
        (Button(texts.this_entry, f"e:{hit.entry.id}"),),
    )
    return Card("\n".join([quote(cut(words, room)), *below]), rows)


def _quoted(words: str, notes: list[str]) -> str:
    return showable(f"「{words}」（{'；'.join(notes)}）")


def _one_line(text: str) -> str:
    lines = unwrapped(text.replace("**", "")).split("\n")
    return " ".join(line.strip() for line in lines if line.strip())


def _within(text: str, room: int) -> str:
    """Return *text*, or as much of it as *room* UTF-16 units hold: sentences, else clauses."""
    if units(text) <= room:
        return text
    longest = room - (units(text[:room]) - len(text[:room])) - 1
    for ends in (_ENDS, _CLAUSES):
        if found := [match.end() for match in ends.finditer(text, 0, longest)]:
            return f"{text[: found[-1]]}…"
    return f"{text[:longest]}…"
