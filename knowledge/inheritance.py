"""What an entry inherits from where it stands, so that it is found by words it does not repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from knowledge.dates import digits, number
from knowledge.model import Entry, Kind
from knowledge.regex import regex
from knowledge.replies import asked_before
from knowledge.text import fold, plain

# 劉副市長和然: surname, office, given name (aliases.md, I 101).
_PROPOSER = regex(r"提 *案 *(?:單 *位|人|機 *關|者)|連署人|報告單位")
_CLASSES = ("類別", "案別")  # 第一號　類別：財政　提案者：鄉公所
_ITEMS = (Kind.PROPOSAL, Kind.REPORT, Kind.MOTION)
_SUBJECT_LABEL = regex(r"(?:案 *由|主 *旨|提 *案|事 *由|議 *題)[:： ]*")
Path: TypeAlias = tuple[str, ...]
_NUMERAL = regex(r"(?:[0-9]+[.-])?(?P<n>[0-9〇零一二三四五六七八九十百]+)")  # 1, of 7.1
_REFERS = regex(
    r"(?:提案|審議案|議題|討論案|案由)(?P<n>[0-9一二三四五六七八九十]+)|第(?P<m>[0-9一二三四五六七八九十]+)案"
)
_AROUND_OFFICE = regex(
    r"(?P<surname>[\u4e00-\u9fff])(?:副?(?:市長|縣長|局長|處長|秘書長|主任委員|主任|部長|院長|校長))"
    r"(?P<given>[\u4e00-\u9fff]{2})(?![\u4e00-\u9fff])"
)


def near_contexts(entries: Sequence[Entry]) -> list[str]:
    """Return, for each entry, the folded words it inherits from what it hangs on.

    These are its headings, its group and speaker, the 案由 of the same item for what explains
    or decides it, the paragraph that introduces a numbered list for its points, and the speech
    that a reply answers.
    """
    subjects, leads, proposers = _subjects(entries), _leads(entries), _proposers(entries)
    numbered = _numbered(entries)
    return [
        " ".join(
            (
                *_near(entry, (subject, proposers.get(item, "")), leads),
                *_explained(entry, entries, item),
                *_referred(entry, numbered),
                search_form(asked),
            )
        )
        for entry, (item, subject), asked in zip(
            entries, subjects, asked_before(entries), strict=True
        )
    ]


def _proposers(entries: Sequence[Entry]) -> dict[Path, str]:
    """Return, by the path of its item, who proposed it: 提案單位：人事室."""
    return {entry.path[:-1]: entry.text for entry in entries if _names_proposer(entry)}


def _names_proposer(entry: Entry) -> bool:
    if entry.kind is not Kind.OTHER or not entry.path:
        return False
    label = plain(entry.path[-1])
    classed = label in _CLASSES and _PROPOSER.search(plain(entry.text)) is not None
    return classed or _PROPOSER.match(label) is not None


def _subjects(entries: Sequence[Entry]) -> list[tuple[Path, str]]:
    """Return, for each entry, the path of the item it belongs to and that item's 案由."""
    latest: dict[Path, str] = {}
    found = []
    for entry in entries:
        own = entry.kind in _ITEMS and bool(entry.path)
        own = own and not _continues(entry, latest.get(_item_path(entry), ""))
        if own:
            latest[_item_path(entry)] = entry.text
        item = next((path for path in _upwards(entry.path) if path in latest), ())
        found.append((item, "" if own else latest.get(item, "")))
    return found


def _continues(entry: Entry, begun: str) -> bool:
    """Tell whether *entry* is a paragraph of the report that *begun* names: （二）豪雨應變檢討."""
    label = entry.path[-1]
    again = entry.kind is Kind.REPORT and not entry.text.startswith(label)
    return again and begun.startswith(label)


def _item_path(entry: Entry) -> Path:
    """Return the path that all of an item share: without the label 案由 itself."""
    labelled = len(entry.path) > 1 and _SUBJECT_LABEL.fullmatch(plain(entry.path[-1]))
    return entry.path[:-1] if labelled else entry.path


def items_of(entries: Sequence[Entry]) -> list[str]:
    """Return, for each entry, the item it belongs to, "" for none.

    An item is called by its number (proposal 2), else by where it begins (motion at 14).
    """
    items = {
        _item_path(entry): f"{entry.kind.value} {_item_number(entry) or f'at {position}'}"
        for position, entry in enumerate(entries)
        if entry.kind in _ITEMS and entry.path
    }
    return [next((items[p] for p in _upwards(entry.path) if p in items), "") for entry in entries]


def _item_number(entry: Entry) -> int | None:
    found = _NUMERAL.search(plain(_item_path(entry)[-1]))
    return number(found["n"]) if found else None


def _upwards(path: Path) -> list[Path]:
    return [path[:depth] for depth in range(len(path), 0, -1)]


def _explained(entry: Entry, entries: Sequence[Entry], item: Path) -> list[str]:
    """What a resolution decides: the explanations of its item, of its own group where it has one."""
    if entry.kind is not Kind.RESOLUTION or not item:
        return []
    return [
        search_form(other.text)
        for other in entries
        if other.kind is Kind.EXPLANATION
        and other.path[: len(item)] == item
        and entry.group in (None, other.group)
    ]


def _numbered(entries: Sequence[Entry]) -> dict[int, str]:
    """Return the subjects of numbered proposals by their numbers, where each has its own."""
    subjects: dict[int, list[str]] = {}
    for entry in entries:
        if entry.kind is Kind.PROPOSAL and entry.path and (count := _item_number(entry)):
            subjects.setdefault(count, []).append(entry.text)
    return {count: texts[0] for count, texts in subjects.items() if len(texts) == 1}


def _referred(entry: Entry, numbered: Mapping[int, str]) -> list[str]:
    """What a ruling refers to by its number: 審議案二照案通過."""
    if entry.kind not in (Kind.RESOLUTION, Kind.CONCLUSION):
        return []
    counts = (number(m["n"] or m["m"]) for m in _REFERS.finditer(plain(entry.text)))
    return [search_form(numbered[count]) for count in counts if count and count in numbered]


def _leads(entries: Sequence[Entry]) -> dict[Path, str]:
    """The paragraphs directly under a heading, before its numbered entries begin."""
    numbered = {entry.path[:-1] for entry in entries if len(entry.path) > 1}
    leads: dict[Path, str] = {}
    for entry in entries:
        if entry.path in numbered and entry.kind is not Kind.PROPOSAL:
            begun = leads.get(entry.path, "")
            continues = bool(begun) and _continues(entry, begun)
            leads[entry.path] = f"{begun} {entry.text}" if continues else entry.text
    return leads


def _near(entry: Entry, item: Sequence[str], leads: Mapping[Path, str]) -> list[str]:
    parts = [*entry.path, entry.group or "", entry.speaker or "", leads.get(entry.path[:-1], "")]
    parts += [*item, *official_names(entry.text)]
    return [search_form(part) for part in parts if part]


def official_names(text: str) -> list[str]:
    """Return the names that *text* writes around an office: 鍾鳴時 for 鍾局長鳴時."""
    return [match["surname"] + match["given"] for match in _AROUND_OFFICE.finditer(plain(text))]


def search_form(text: str) -> str:
    """Return what is matched of *text*: folded, numerals of ten and more in digits."""
    return digits(fold(text))
