"""Who is known by name: those whom the head names speak by their names alone,
or by surname and title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.model import Official
from knowledge.parser.blocks import Block
from knowledge.parser.gapped import apart
from knowledge.parser.labels import Label
from knowledge.parser.offices import HONORIFICS, OFFICE, TITLE
from knowledge.parser.people import DOTTED, is_whole_name, officials
from knowledge.parser.replying import replier
from knowledge.parser.roles import Role
from knowledge.parser.tree import Node, up
from knowledge.parser.voices import spoken_by, who_spoke
from knowledge.regex import regex

_APART = regex(r"[、,;/\s]+")
_NOT_NAMES = regex(r"\([^()]*\)|等\s*[\d一二三四五六七八九十]*\s*[人位名]")

# 何文彬（監察委員）, 沈家豪 主任委員
_WITH_OFFICE = regex(
    rf"(?<![^、,;:/\s])(?P<name>[^\s、,;()]{{3}})"
    rf"(?:\((?P<office>[^(),;、]{{0,4}}?{TITLE.pattern})[),]|\s+(?P<title>{TITLE.pattern})(?=[\s、,]|$))"
)
_LATIN = regex(
    r"(?P<first>[A-Z][a-z]+)(?:(?: [A-Z][a-z]+)+(?=\s*(?:\(|[、,;]|$|委員|教授|顧問|代表|女士|先生))|(?=\s*\([\u4e00-\u9fff]{2,8}\)))"
)  # Kevin Tran（安全委員）
_SHARED = regex("(?P<title>理事|監事|委員|董事|議員|代表)$")
_ADDRESS = regex(r"\s*(?P<who>[^\s:()、]{2,10}?)(?:致[詞辭]|施政(?:總|工作)?報告)\s*:?\s*")
_WHOLE_NAME = 3  # characters
_IN_BRACKETS = regex(r"\([^()]*\)$")


def people_in(block: Block) -> Iterator[str]:
    """Yield the whole names in a line of the head: 閻淑惠（護理部主任）、高逸群."""
    for word in _APART.split(_NOT_NAMES.sub(" ", block.value)):
        if TITLE.search(word):
            yield from (p.name for p in officials(word) if _is_person(p))
        elif (is_whole_name(word) or DOTTED.fullmatch(word)) and not OFFICE.fullmatch(word):
            yield word


def _is_person(person: Official) -> bool:
    """Tell whether a name is whole: by its surname, or between an office and a title."""
    placed = person.org is not None and person.title is not None
    return is_whole_name(person.name) or (placed and len(person.name) == _WHOLE_NAME)


def called_in(block: Block) -> Iterator[tuple[str, str]]:
    """Yield how those named in a line of the head are called, and their names: 蒙經理, 蒙啟元."""
    words = _APART.split(_NOT_NAMES.sub(" ", block.value))
    titled = [(p, word) for word in words if TITLE.search(word) for p in officials(word)]
    # 財政局局長　潘啟仁
    apart = ((a, a + b) for a, b in pairwise(words) if is_whole_name(b) and _ends_in_title(a))
    titled += [(p, a) for a, joined in apart for p in officials(joined)]
    for person, word in titled:
        polite = next((h for h in HONORIFICS if person.name[0] + h in word), person.title)
        if polite and is_whole_name(person.name):
            yield from ((person.name[0] + title, person.name) for title in _in_short(polite))
        titled_alone = person.org is None and (person.title or "").endswith("長")
        heads = titled_alone and is_whole_name(person.name)
        if person.title and (heads or word == person.title):  # 石校長國棟, of whom there is one
            yield person.title, person.name
    if block.name and (shared := _SHARED.search(block.name.word)):  # 出席理事：黎國棟
        yield from ((name[0] + shared["title"], name) for name in people_in(block))
    for found in _WITH_OFFICE.finditer(block.value):
        if is_whole_name(found["name"]):
            office = found["office"] or found["title"]
            yield from ((found["name"][0] + title, found["name"]) for title in _in_short(office))


def _ends_in_title(word: str) -> bool:
    return any(title.end() == len(word) for title in TITLE.finditer(word))


def _in_short(title: str) -> set[str]:
    """Return how a title is said: 財務委員 as well as 委員 and 財委, 副主任委員 as 副主委."""
    short = title.replace("任委員", "委") if title.endswith("主任委員") else title
    kind = title[0] + "委" if re.fullmatch("..委員", title) else title
    if title == "常務監事":
        kind = "常監"
    common = title[-2:] if title.endswith(("委員", "主任")) and "副" not in title else title
    return {title, short, kind, common}


class Present:
    """Those whom the lines of a head have named so far."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._called: dict[str, set[str]] = {}

    @property
    def names(self) -> Collection[str]:
        """How those named so far may be called before a colon: by name, or by an only title."""
        titles = (called for called, who in self._called.items() if len(who) == 1)
        return self._names | set(filter(TITLE.fullmatch, titles))

    def add(self, block: Block) -> None:
        """Add those whom a line of the head names."""
        self._names.update(people_in(block))
        for called, name in called_in(block):
            self._called.setdefault(called, set()).add(name)
        for found in _LATIN.finditer(block.value):
            self._names.update((found[0], found["first"]))
            self._called.setdefault(found["first"], set()).add(found[0])

    def replying(self, line: str) -> str | None:
        """Return the name of who replies in brackets at a line's start; "" where none is known."""
        who = replier(line)
        if who is None:
            return None
        names = self._names_of(who)
        return names.pop() if len(names) == 1 else spoken_by(who) or ""

    def addressing(self, heading: str) -> str | None:
        """Return the name of whose address a heading announces by a title alone: 校長致詞."""
        found = _ADDRESS.fullmatch(heading.strip("【】 "))
        title = found["who"] if found else ""
        ends = (title[at:] for at in range(len(title) - 1))  # 家長會長 is 會長
        names = set(next((self._called[end] for end in ends if end in self._called), ()))
        return names.pop() if len(names) == 1 else None

    def named(self, block: Block) -> Block:
        """Return *block* with the name of a speaker whom it only calls by surname and title."""
        label = block.name
        if label is None or label.role is not Role.SPEAKER:
            return block
        called = _IN_BRACKETS.sub("", who_spoke(block.text[block.body : label.name]))
        whole = {n for n in self._names if is_whole_name(n) and n in called and n != called}
        if len(whole) == 1:  # 東岸再生能源施冠廷專案經理: an office that is not known here
            return replace(block, name=replace(label, person=whole.pop()))
        names = self._names_of(called)
        return replace(block, name=replace(label, person=names.pop())) if len(names) == 1 else block

    def _names_of(self, called: str) -> set[str]:
        """Return who may be meant, an office or a firm before it or not: 業務部蒙經理."""
        ends = (called[at:] for at in (0, *range(2, len(called) - 2)))
        return set(next((self._called[end] for end in ends if end in self._called), ()))


def known(block: Block, top: Node, present: Collection[str]) -> Block:
    """Return *block* with the label of a speaker where its first word is one of *present*.

    Not in the list below 決議 or 待辦事項, where names say who is to do what.
    """
    line = block.text[block.body :]
    gap = apart(line, 0)
    head, colon = (gap[0], "") if gap else line.partition(":")[:2]
    name = _IN_BRACKETS.sub("", who_spoke(_IN_BRACKETS.sub("", head).strip(" 【】"))).strip()
    name = _around_title(name, present) or name
    framed = line.strip().endswith("】")
    spoken = block.name is not None and block.name.role is Role.SPEAKER
    if block.name and spoken and name in present and name not in head:
        return replace(block, name=replace(block.name, person=name))
    told = colon or framed or (gap and block.sign is None)
    if block.name or name not in present or not told or _lists_rulings(top):
        return block
    end = block.body + len(head)
    value = min(end + len(colon), len(block.text))
    label = Label(Role.SPEAKER, end, value, colon=bool(colon), person=name)
    return replace(block, name=label)


def _around_title(words: str, present: Collection[str]) -> str | None:
    """Return the one of *present* whose name stands around a title: 鐵木委員瓦歷斯, 席處長光輝."""
    for title in TITLE.finditer(words):
        first, last = words[: title.start()], words[title.end() :]
        dotted = (name for name in present if first and DOTTED.fullmatch(name))
        halves = ((name, re.split("[.·]", name)) for name in dotted)
        joined = (name for name, (a, *b) in halves if first.endswith(a) and b == [last])
        if (
            name := first + last
            if first and last and first + last in present
            else next(joined, None)
        ):
            return name
    return None


def _lists_rulings(top: Node) -> bool:
    """Tell whether a decision stands open whose label was alone on its line."""
    rulings = (n for n in up(top) if n.role in (Role.RESOLUTION, Role.CONCLUSIONS))
    return any(n.block is not None and not n.block.value for n in rulings)
