"""Small pieces of cards: dates in both calendars, paths, marks of outcomes, offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from handlers.texts import Texts
from knowledge.model import Entry, Fact, Head, Hit, Kind, Outcome

ROC_OFFSET = 1911  # the year 1 of the Republic is 1912
_WEEKDAYS = "一二三四五六日"
_SPACES = re.compile(r"\s+")
_NUMBERED = re.compile(
    r"(?P<number>[壹貳參肆伍陸柒捌玖拾甲乙丙丁戊]+[、:：])(?P<name>.*)", re.DOTALL
)
_ITEM = re.compile(r"(?:提案|討論|案由|議題|第).{1,3}")
# What follows the name of a heading; a short remark in brackets (蔣萬安市長代表) is kept.
_LONG_HEADING = re.compile(r"(?<=.)(?:[，,：:]|[（(](?![^）)]{1,12}[）)]$)).*", re.DOTALL)
# A part of a path that begins with its number: 捌、主席結論, (二), 6.
_OWN_NUMBER = re.compile(
    r"[(（]?(?:[一二三四五六七八九十百零壹貳參肆伍陸柒捌玖拾]+|[0-9]+|[甲乙丙丁戊己])(?=[、.．:：)）]|$)[)）]?"
)
# The number that an item begins with, in any brackets: 1., 二、, (三)
_ITEM_NUMBER = re.compile(r"[(（]?([0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]")
_DIGITS = "〇一二三四五六七八九"
_BULLET = re.compile(r"^[^\w(（「]+")
_LOOSE = re.compile(r"(?<=[\u3000-\u9fff])\s+|\s+(?=[\u3000-\u9fff])")
# A line that a page has ended: long, no sentence's end, and no item or label begins the next.
_WRAPPED = re.compile(
    r"(?<=[^\n]{25})(?<=[\u4e00-\u9fff，、0-9])[ \t\u3000]*\n[ \t\u3000]*(?=[\u4e00-\u9fff])"
    r"(?![一二三四五六七八九十壹貳參肆伍陸柒捌玖拾甲乙丙丁]{1,3}[、.．：:])"
)
# A year of the Republic in a quotation; below 100 it would more often be something else.
_ROC_YEAR = re.compile(r"(?<![0-9])(1[0-4][0-9])\s*年(?!\s*[0-9]+\s*月)")


def roc_date(day: date) -> str:
    return f"{day.year - ROC_OFFSET}年{day.month}月{day.day}日"


def full_date(day: date | None, texts: Texts) -> str:
    """Return *day* in both calendars: 112年2月11日（六）2023-02-11."""
    if day is None:
        return texts.undated
    weekday = _WEEKDAYS[day.weekday()]
    return texts.meeting_date.format(roc=roc_date(day), weekday=weekday, iso=day.isoformat())


def meeting_line(head: Head, texts: Texts) -> str:
    return f"{head.title}　{full_date(head.date, texts)}"


def path_line(path: tuple[str, ...]) -> str:
    """Return where an entry stands: 陸、提案二 › 決議 › 一、交通組."""
    parts = [_short(part) for part in path]
    if len(parts) > 1 and _ITEM.match(parts[1]) and (section := _NUMBERED.match(parts[0])):
        parts[:2] = [section["number"] + parts[1]]
    return " › ".join(part for part in parts if part)


def _short(part: str) -> str:
    return _LONG_HEADING.sub("", _SPACES.sub("", part)).rstrip("、")


def place_line(path: tuple[str, ...]) -> str:
    """Return where an entry stands as it is cited: 捌、二, or 陸、提案二、決議、一."""
    parts = (_BULLET.sub("", unspaced(part)) for part in path)
    return "、".join(_cited(part) for part in parts if part)


def _cited(part: str) -> str:
    number = _OWN_NUMBER.match(part)
    return number[0] if number else _short(part)


def unspaced(text: str) -> str:
    """Return *text* without the blanks beside Chinese characters: 第 2 次 is 第2次."""
    return _LOOSE.sub("", text.strip())


def unwrapped(text: str) -> str:
    """Return *text* with the lines joined that a page, not a sentence, has ended."""
    return _WRAPPED.sub("", text)


def outcome_mark(hit: Hit, texts: Texts) -> str:
    """Return what became of the entry, or what kind of text it is: the first line of a card."""
    entry = hit.entry
    if entry.outcome is Outcome.REMARKED:
        return texts.remark_of.format(office=office_of(hit))
    if entry.outcome is not None:
        return texts.outcomes.get(entry.outcome, entry.outcome.chinese)
    if entry.kind is Kind.HEADER and entry.fact and entry.fact is not Fact.OTHER:
        return texts.facts.get(entry.fact, entry.fact.chinese)
    return texts.kinds.get(entry.kind, entry.kind.chinese)


def number_line(number: int, excerpt: str) -> list[str]:
    """Return a line with *number*, by which a button calls *excerpt*; none where that bears it."""
    own = _ITEM_NUMBER.match(excerpt)
    bears = own is not None and own[1] in (str(number), _chinese_number(number))
    return [] if bears else [f"{number}."]


def _chinese_number(number: int) -> str:
    """Return *number*, below a hundred, as lists of minutes have it: 一, 十二, 三十."""
    tens, ones = divmod(number, 10)
    before = (_DIGITS[tens] if tens > 1 else "") + "十" if tens else ""
    return before + (_DIGITS[ones] if ones else "")


def office_of(hit: Hit) -> str:
    """Return the speaker with office and title where the meeting's head gives them."""
    name = hit.entry.speaker or ""
    for official in hit.head.chairs:
        if official.name == name:
            return f"{official.org or ''}{name}{official.title or ''}"
    return name


def roc_years(entry: Entry, excerpt: str, head: Head, texts: Texts) -> Iterator[str]:
    """Yield a line for each year of the Republic in a quotation that is not the meeting's."""
    own = str(head.date.year - ROC_OFFSET) if head.date else ""
    if entry.kind is Kind.HEADER:
        return
    for roc in dict.fromkeys(_ROC_YEAR.findall(excerpt)):
        if roc != own:
            yield texts.roc_year.format(roc=roc, western=int(roc) + ROC_OFFSET)
