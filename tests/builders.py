"""Meetings made by hand: a document of a few lines and the entries cut from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from knowledge.model import Entry, Fact, Head, Kind, Meeting, Official, Outcome, Span

LINES = (
    "壹、時間：112年2月11日(星期六)16時30分",
    "一、 交通組：生活圈月票之財源及分擔比例有待向中央溝通。",
    "二、 衛生社福組：照案通過。",
    "三、 觀光文創組：照案通過。",
)
HEAD = Head(
    title="基北北桃合作交流平臺會議",
    series="基北北桃合作交流平臺",
    level="市長層級",
    ordinal=1,
    date=date(2023, 2, 11),
    start=time(16, 30),
    end=time(17, 10),
    place="新北市立平溪國民中學",
    chairs=(Official("謝國樑", "基隆市政府", "市長"), Official("侯友宜", None, "市長")),
    recorder=Official("林大文", "新北市政府", None),
)


def document(lines: Sequence[str] = LINES) -> str:
    """A document of *lines*, as `meeting` cuts its entries from it."""
    return "\n".join(lines)


def meeting(lines: Sequence[str] = LINES, source: str = "minutes.txt", **head: object) -> Meeting:
    """A meeting with an entry a line of `document(lines)`; *head* changes facts of HEAD."""
    entries, start = [], 0
    for line in lines:
        entries.append(entry(line, start))
        start += len(line) + 1
    return Meeting(replace(HEAD, **head), tuple(entries), source=source)  # type: ignore[arg-type]


def entry(text: str, start: int = 0) -> Entry:
    """An entry that stands whole at *start*; the first of a document states the time."""
    if start == 0:
        return Entry(Kind.HEADER, ("壹、時間",), (Span(0, len(text)),), text, fact=Fact.TIME)
    middle = start + len(text) // 2
    pieces = (Span(start, middle), Span(middle, start + len(text)))
    path = ("陸、 提案討論及主席裁示", "決議", text.partition("：")[0])
    group = text.partition("：")[0][3:] or None
    outcome = Outcome.APPROVED if "照案通過" in text else None
    return Entry(Kind.RESOLUTION, path, pieces, text, outcome, "下次提報", "蔣萬安", group)
