"""A document's text becomes its meetings: where each begins and ends, its head and entries."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.model import Entry, Fact, Head, Kind, Meeting, Parsed
from knowledge.parser.acting import hands_over
from knowledge.parser.attachments import attachments
from knowledge.parser.blocks import blocks
from knowledge.parser.cut import skipped
from knowledge.parser.extents import Extent, extents
from knowledge.parser.head import head, stated
from knowledge.parser.kinds import Place, is_pause, is_scene, moves_procedure
from knowledge.parser.marks import mark
from knowledge.parser.outline import outline
from knowledge.parser.roles import Role
from knowledge.parser.sections import Writer
from knowledge.parser.sheet import sheet
from knowledge.parser.themes import theme
from knowledge.parser.tree import Node
from knowledge.parser.words import ABOUT
from knowledge.regex import regex
from knowledge.text import plain

_SHOWN = 20  # characters of an entry that a warning quotes
_SLOGAN = regex("[「『【][^「」]{4,30}[」』】]")


def parse(text: str, source: str = "") -> Parsed:
    """Return the meetings that *text* records, every entry with its place in the text.

    Ids stay empty. Never raises: what cannot be placed is an entry of kind OTHER, what cannot
    be read a warning in Chinese, and a text without a meeting has none.
    """
    writer = Writer(text)
    meetings = tuple(_meeting(writer, extent, source) for extent in extents(blocks(sheet(text))))
    taken = (piece for m in meetings for entry in m.entries for piece in entry.pieces)
    warnings = tuple(w for meeting in meetings for w in _warnings(meeting))
    if not meetings:
        warnings = ("看不出會議：沒有會議名稱，也沒有時間、地點、主席的標示",)
    return Parsed(meetings, skipped(len(text), taken), warnings)


def _meeting(writer: Writer, extent: Extent, source: str) -> Meeting:
    root = outline(extent.body)
    facts = [n for n in root.walk() if n.role in (Role.HEAD, Role.ADJOURNED)]
    stated_facts = {n.block.name.fact for n in facts if n.block and n.block.name}
    facts += [n for n in outline(extent.signatures).children if _adds(n, stated_facts)]
    title = stated(facts, Fact.TITLE) or "".join(block.raw for block in extent.title)
    known = head(title, facts, [block.text for block in extent.above])
    chair = known.chairs[0] if len(known.chairs) == 1 else None
    handed_over = hands_over(plain(stated(facts, Fact.CHAIR) or ""))
    opener = known.chairs[0] if known.chairs and handed_over else chair
    entries = [
        *_titles(writer, extent),
        *writer.entries(root, Place(chair=chair, opener=opener)),
        *writer.entries(outline(extent.signatures), Place()),
        *attachments(writer, extent.attached),
    ]
    return Meeting(known, tuple(entries), source=source)


def _adds(node: Node, stated_facts: set[Fact | None]) -> bool:
    """Tell whether a signature states what the head did not."""
    name = node.block.name if node.block else None
    return name is not None and name.fact not in stated_facts


def _titles(writer: Writer, extent: Extent) -> Iterator[Entry]:
    """Yield the unlabelled lines of a head; a title of several lines is one entry."""
    title = frozenset(extent.title)
    for block in extent.above:
        if block not in title:
            slogan = _SLOGAN.fullmatch(block.text.strip())
            fact = Fact.SLOGAN if slogan else Fact.OTHER
            yield writer.entry([block], Place(Kind.HEADER), fact)
        elif block is extent.title[0]:
            yield writer.entry(extent.title, Place(Kind.HEADER), Fact.TITLE)


def _warnings(meeting: Meeting) -> Iterator[str]:
    title = meeting.head.title or "這次會議"
    for value, what in _facts(meeting.head):
        if not value:
            yield f"{title}：看不出{what}"
    others = [entry for entry in meeting.entries if _is_unplaced(entry)]
    if others:
        begins = others[0].text.replace("\n", " ")[:_SHOWN]
        yield f"{title}：{len(others)} 段看不出歸屬，列為「其他」，第一段是「{begins}」"


def _is_unplaced(entry: Entry) -> bool:
    about_an_item = bool(entry.path) and entry.path[-1].endswith(ABOUT)
    known = about_an_item or any(_is_known(heading) for heading in entry.path)
    known = known or any(told(entry.text) for told in (is_pause, moves_procedure, is_scene))
    return entry.kind is Kind.OTHER and not known


def _is_known(heading: str) -> bool:
    """Tell whether *heading* is of what has no kind of its own, as an election has not."""
    sign = mark(heading)
    return theme(heading[sign.end if sign else 0 :].strip("【】《》〔〕")) in (
        Role.ELECTIONS,
        Role.ASIDE,
    )


def _facts(head: Head) -> tuple[tuple[object, str], ...]:
    return (
        (head.date, "日期"),
        (head.start, "開始時間"),
        (head.place, "地點"),
        (head.chairs, "主席"),
    )
