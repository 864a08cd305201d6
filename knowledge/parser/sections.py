"""The tree of a meeting becomes its entries, each with its kind, path, speaker and group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Entry, Fact, Kind
from knowledge.parser import names
from knowledge.parser.blocks import Block
from knowledge.parser.cut import join, pieces
from knowledge.parser.labels import SECTIONS, Role
from knowledge.parser.offices import OFFICE
from knowledge.parser.outcomes import follow_up, outcome
from knowledge.parser.people import SAID, only_says_together, spoken_by
from knowledge.parser.tree import Node

_KINDS = {
    Role.REPORTS: Kind.REPORT,
    Role.PROPOSALS: Kind.PROPOSAL,
    Role.SPEECHES: Kind.SPEECH,
    Role.ADDRESS: Kind.SPEECH,
    Role.SPEAKER: Kind.SPEECH,
    Role.CONCLUSIONS: Kind.CONCLUSION,
    Role.MOTIONS: Kind.MOTION,
    Role.STATEMENT: Kind.STATEMENT,
    Role.EXPLANATION: Kind.EXPLANATION,
    Role.RESOLUTION: Kind.RESOLUTION,
    Role.ABOUT: Kind.OTHER,
}
_VALUED = frozenset((Role.EXPLANATION, Role.RESOLUTION, Role.SUBJECT))
_ITEMS = frozenset((Kind.REPORT, Kind.PROPOSAL, Kind.MOTION))
_OMITTED = re.compile(r"\(?(?:略|無|另載|詳如?.{0,12})\)?。?")
_SYMBOLS = frozenset("◆◇■●▪►▶★☆※◎")
_ASIDE = re.compile(r"\s*\([^()]{12,}[。!?]\)\s*")
_LEADS = re.compile("如下|下列|以下")  # a sentence that goes on in a list
_BARE_HEADING = 12  # characters: 交通類： says no more than its place in a path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, as far as the headings above it say."""

    kind: Kind | None = None
    item: Kind | None = None  # what the items of the section are: 案由 of a 臨時動議 is one
    path: tuple[str, ...] = ()
    group: str | None = None
    speaker: str | None = None
    chair: str | None = None  # the one person who presided: 主席： in a discussion


class Writer:
    """Writes the entries of one document in order."""

    def __init__(self, document: str) -> None:
        self._document = document

    def entries(self, root: Node, place: Place) -> Iterator[Entry]:
        """Yield the entries of everything under *root*."""
        for node in root.children:
            yield from self._visit(node, place)

    def entry(self, blocks: Sequence[Block], place: Place, fact: Fact | None = None) -> Entry:
        """Return *blocks* as one entry that stands at *place*."""
        kind = place.kind or Kind.OTHER
        parts = pieces(self._document, blocks)
        value = "\n".join([blocks[0].value, *(block.text for block in blocks[1:])])
        text = join(self._document, parts)
        return Entry(
            kind,
            place.path,
            parts,
            text,
            outcome(kind, value),
            follow_up(kind, "".join(b.text for b in blocks), "".join(b.raw for b in blocks)),
            place.speaker if kind is Kind.SPEECH else None,
            place.group,
            fact,
        )

    def _visit(self, node: Node, place: Place) -> Iterator[Entry]:
        if node.block is None:
            return
        if node.role in (Role.HEAD, Role.ADJOURNED) or _is_omitted_address(node):
            yield from self._head(node)
            return
        inner = _inner(node, node.block, place)
        name = _name(node, node.block, place, inner)
        if _is_heading(node, inner):
            yield from self.entries(node, replace(inner, path=(*place.path, *name)))
            return
        body = _body(node, inner)
        path = (*place.path, *name)
        kind = replace(inner, path=path)
        yield self.entry([node.block, *(b for n in body if (b := n.block))], kind)
        for child in node.children[len(body) :]:
            yield from self._visit(child, replace(kind, kind=_below(node, inner)))

    def _head(self, node: Node) -> Iterator[Entry]:
        """Yield a line of the head, or each of several; a label alone heads them."""
        label, *lines = [n.block for n in node.walk() if n.block is not None]
        fact = label.name.fact if label.name else None
        fact = Fact.ADDRESS if node.role is Role.ADDRESS else fact or Fact.OTHER
        place = Place(Kind.HEADER, path=(names.own(label, titled=True),) if node.style else ())
        if label.value or not lines:
            yield self.entry([label], place, fact)
        elif len(lines) == 1:
            yield self.entry([label, *lines], place, fact)
            return
        for line in lines:
            yield self.entry([line], place, Fact.OTHER if only_says_together(line.text) else fact)


def _is_omitted_address(node: Node) -> bool:
    if node.role is not Role.ADDRESS or node.block is None:
        return False
    value = re.split(":", node.block.text, maxsplit=1)[1:] or [node.block.value]
    return not node.children and (
        not value[0].strip() or bool(_OMITTED.fullmatch(value[0].strip()))
    )


def _inner(node: Node, block: Block, place: Place) -> Place:
    """Return the place of *node*'s own words."""
    kind = _kind(node, place)
    item = kind if node.role in SECTIONS and kind in _ITEMS else place.item
    speaker, group = place.speaker, names.group(block) or place.group
    if kind is Kind.SPEECH:
        speaker = _speaker(node, block, place)
    return replace(place, kind=kind, item=item, speaker=speaker, group=group)


def _is_aside(node: Node) -> bool:
    """Tell whether a paragraph is a note on the proceedings: （議員三人質詢，處長即席答復。）"""
    return node.is_text and node.block is not None and bool(_ASIDE.fullmatch(node.block.text))


def _kind(node: Node, place: Place) -> Kind | None:
    if place.kind is Kind.STATEMENT:
        return Kind.STATEMENT
    if _is_aside(node) and place.kind is not Kind.SPEECH:
        return Kind.OTHER
    if node.role is Role.SPEAKER and place.kind is Kind.MOTION:
        return Kind.MOTION
    if node.role in (Role.ITEM, Role.SUBJECT):
        return _kind_of_item(node, place)
    if node.role is Role.RESOLUTION or node.role is Role.CONCLUSIONS:
        return _kind_of_decision(node, place)
    return _KINDS.get(node.role, place.kind) if node.role else place.kind


def _kind_of_item(node: Node, place: Place) -> Kind:
    word = node.block.name.word if node.block and node.block.name else ""
    if "動議" in word or "臨時" in word:
        return Kind.MOTION
    if place.item is not None:
        return place.item
    return Kind.REPORT if "報告" in word else Kind.PROPOSAL


def _kind_of_decision(node: Node, place: Place) -> Kind:
    """One item's outcome is a resolution by whatever name; the whole meeting's, a conclusion."""
    if place.item is not None or place.kind in (*_ITEMS, Kind.EXPLANATION, Kind.SPEECH):
        return Kind.RESOLUTION
    word = node.block.name.word if node.block and node.block.name else ""
    ordered = re.search(r"結論|裁示|指示|提示", word)
    return Kind.CONCLUSION if ordered or node.role is Role.CONCLUSIONS else Kind.RESOLUTION


def _speaker(node: Node, block: Block, place: Place) -> str | None:
    if node.role is Role.ADDRESS:
        return place.chair
    words = SAID.sub("", block.text[block.body :], count=1)
    before = re.split(":", words, maxsplit=1)[0].strip(" 【】")
    name = spoken_by(before)
    if name is not None:
        return name
    if re.fullmatch(r"主\s*席|主持人|召集人", before):
        return place.chair
    return None if node.role is Role.SPEAKER else place.speaker


def _name(node: Node, block: Block, place: Place, inner: Place) -> tuple[str, ...]:
    """Return what the node adds to the path: nothing for an unmarked paragraph."""
    if not node.style or (node.style == "-" and node.role is None):
        return ()
    if _is_heading(node, inner):
        return (names.heading(block),) if not _labelled(block) else (names.own(block),)
    name = names.own(block, titled=place.kind is None or node.style in ("#", "free"))
    return (name,) if name else ()


def _labelled(block: Block) -> bool:
    return block.name is not None and not block.value and block.name.role is not Role.SPEAKER


def _is_heading(node: Node, inner: Place) -> bool:
    """Tell whether the node only names what stands below it."""
    block = node.block
    if block is None or not node.style:
        return False
    listed = any(child.style for child in node.children)
    if inner.kind is Kind.STATEMENT:
        return _heads_statement(node)
    if node.style in ("#", "free"):
        return True
    if inner.kind is Kind.SPEECH and _only_names(block, node):
        return True
    if not block.value:
        open_label = block.text.rstrip().endswith(":") or node.role in _VALUED
        several = node.role in SECTIONS and len(node.children) > 1  # each paragraph is an entry
        return listed or several or not node.children or not open_label
    return _heads_list(node, block, inner) if listed else _is_bare_section(node, block)


def _heads_statement(node: Node) -> bool:
    """A numbered line of a statement is a heading where one of its own rank has a list."""
    if node.style in ("#", "free"):
        return True
    return node.style in (node.parent.listed if node.parent else ())


def _only_names(block: Block, node: Node) -> bool:
    """Tell whether a line among speeches only names a speaker or the occasion."""
    if block.text.rstrip().endswith(":"):
        return True
    if node.style in _SYMBOLS and _is_bare(block.text[block.body :].strip()):
        return True
    return bool(node.children) and not block.ends and node.role in (Role.SPEECHES, Role.ADDRESS)


def _heads_list(node: Node, block: Block, inner: Place) -> bool:
    text = block.text[block.body :].strip()
    if text.rstrip(":") == names.group(block):
        return True
    if node.style in _SYMBOLS and node.role is not Role.ITEM and _is_bare(text):
        return True
    if text.endswith(":") and OFFICE.fullmatch(text[:-1]):
        return True
    nested = node.parent is not None and node.parent.role is None and node.parent.number is not None
    if inner.item is not None and inner.kind is inner.item and node.role not in SECTIONS:
        return nested and _is_bare(text)  # an item's own subject is an entry, however short
    if node.role in SECTIONS or node.role is Role.ADDRESS:
        return not block.ends and any(c.style not in ("", "part") for c in node.children)
    return _is_bare(text) and not _LEADS.search(text)


def _is_bare(text: str) -> bool:
    """Tell whether the words after a mark are no more than a name."""
    return len(text.rstrip(":")) <= _BARE_HEADING and text[-1:] not in tuple("。!?;…」』)")


def _is_bare_section(node: Node, block: Block) -> bool:
    """Tell whether a numbered section's line is its name alone, paragraphs or nothing below."""
    if node.role is None or node.role not in _KINDS or (block.name and block.value):
        return False
    text = block.text[block.body :].strip()
    unbracketed = re.sub(r"\([^()]*\)", "", text)  # 工作報告（報告人：王處長）：
    named = ":" not in unbracketed.rstrip(":") and not block.ends and node.role in SECTIONS
    single = len(node.children) == 1
    return named and not (text.endswith(":") and single)


def _body(node: Node, inner: Place) -> list[Node]:
    """Return the paragraphs below that belong to the node's own entry."""
    if inner.kind is Kind.SPEECH:
        return []
    body: list[Node] = []
    for child in node.children if node.style else ():
        if not child.is_text or _is_aside(child):
            break
        body.append(child)
    return body


def _below(node: Node, inner: Place) -> Kind | None:
    """Return the kind of an item's sub-points: they explain what is proposed."""
    section = node.role in SECTIONS
    return Kind.EXPLANATION if inner.kind is Kind.PROPOSAL and not section else inner.kind
