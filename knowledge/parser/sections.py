"""The tree of a meeting becomes its entries, each with its kind, path, speaker and group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import Entry, Fact, Kind
from knowledge.parser import names
from knowledge.parser.acting import only_says_together
from knowledge.parser.blocks import Block
from knowledge.parser.cut import join, pieces
from knowledge.parser.grid import ROW
from knowledge.parser.headings import is_heading
from knowledge.parser.kinds import ITEMS, Place, is_aside, kind_of
from knowledge.parser.latin import is_called_in_latin
from knowledge.parser.outcomes import follow_up, outcome
from knowledge.parser.people import is_office
from knowledge.parser.replying import heads_reply, says_what
from knowledge.parser.reporters import is_title
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.tree import Node
from knowledge.parser.voices import (
    SAID,
    TURN,
    is_chair,
    is_office_of,
    named_below,
    spoken_by,
    voice,
)
from knowledge.regex import regex
from knowledge.text import plain

_IN_BRACKETS = regex(r"\(([^()]+)\)\s*:?\s*$")  # 陸、主席致詞（江縣長柏諺）：
_ORDERS = regex("指示|裁示|提示|交[代辦]事項|叮[嚀囑]")  # the heading of what the chair bids all
_SUBJECT = regex(r"\s*(?:案\s*由|主\s*旨|議\s*題)\s")
_NOTE = regex(r"\s*(?:附註|備註)\s*:")
# What tells nothing of a report that a line names: words it quotes, and that it is submitted.
_NAMED_ONLY = regex(r"「.*」|,\s*(?:謹?[報提陳]請|敬請)\s*[公鑒鑑核查備悉照察]{2,3}。?\s*$")
_COLON = regex(r":(?![^()]*\))")  # none in brackets: 水利局（代表：王科長大明）
_OFFICE_REPORTS = regex(r"(\S{1,4}長|主委|主任委員)(?:施政(?:總|工作)?)?報告\s*:?\s*$")
_OMITTED = regex(r"\(?(?:略|無|另載|詳如?.{0,12})\)?。?")


class Writer:
    """Writes the entries of one document in order."""

    def __init__(self, document: str) -> None:
        self._document = document

    def entries(self, root: Node, place: Place) -> Iterator[Entry]:
        """Yield the entries of everything under *root*."""
        for node in root.children:
            lead = root.block if node is root.children[0] and _share_line(root, node) else None
            yield from self._visit(node, place, lead)

    def entry(
        self,
        blocks: Sequence[Block],
        place: Place,
        fact: Fact | None = None,
        lead: Block | None = None,
    ) -> Entry:
        """Return *blocks* as one entry at *place*, after the label *lead* on the same line."""
        kind = place.kind or Kind.OTHER
        parts = pieces(self._document, [lead, *blocks] if lead else blocks)
        value = "\n".join([blocks[0].value, *(block.text for block in blocks[1:])])
        ordered = not _is_of_next(blocks[0]) and any(map(_ORDERS.search, place.path))
        text = join(self._document, parts)
        return Entry(
            kind,
            place.path,
            parts,
            text,
            outcome(kind, value, ordered),
            follow_up(kind, "".join(b.text for b in blocks), "".join(b.raw for b in blocks)),
            place.speaker if kind is Kind.SPEECH else None,
            place.group,
            fact,
        )

    def _visit(self, node: Node, place: Place, lead: Block | None = None) -> Iterator[Entry]:
        if node.block is None:
            return
        if node.role in (Role.HEAD, Role.ADJOURNED) or _is_omitted_address(node):
            yield from self._head(node)
            return
        inner = _inner(node, node.block, place)
        name = _name(node, node.block, place, inner)
        if is_heading(node, inner):
            yield from self._below_heading(node, replace(inner, path=(*place.path, *name)))
            return
        body = _body(node, inner)
        path = (*place.path, *name)
        kind = replace(inner, path=path)
        yield self.entry([node.block, *(b for n in body if (b := n.block))], kind, lead=lead)
        for child in node.children[len(body) :]:
            yield from self._visit(child, replace(kind, kind=_below(node, inner)))

    def _below_heading(self, node: Node, place: Place) -> Iterator[Entry]:
        """Yield what stands below a heading: after 案由一： its subject, and what explains it."""
        first = node.children[0].block if node.children and node.children[0].is_text else None
        if node.role is not Role.ITEM or node.block is None or first is None or _is_apart(first):
            yield from self.entries(node, place)
            return
        yield self.entry([node.block, first], place)
        below = replace(place, kind=_below(node, place) if first.ends else place.kind)
        for child in node.children[1:]:
            yield from self._visit(child, below)

    def _head(self, node: Node) -> Iterator[Entry]:
        """Yield a line of the head, or each of several; a label alone heads them."""
        label, *lines = [n.block for n in node.walk() if n.block is not None]
        fact = label.name.fact if label.name else None
        fact = Fact.ADDRESS if node.role is Role.ADDRESS else fact or Fact.OTHER
        told = label.name is not None and not label.name.value  # 16:10 散會 has no label
        name = names.own(label, titled=True) if node.style and not told else ""
        place = Place(Kind.HEADER, path=(name,) if name else ())
        of_office = fact is Fact.RECORDER and is_office(label.value)
        if len(lines) == 1 and (of_office or not label.value):
            yield self.entry([label, *lines], place, fact)
            return
        if label.value or not lines:
            yield self.entry([label], place, fact)
        for line in lines:
            yield self.entry([line], place, Fact.OTHER if only_says_together(line.text) else fact)


def _is_apart(block: Block) -> bool:
    """Tell whether the line below an item's number has a label of its own, or is quoted."""
    return block.quoted or _SUBJECT.match(block.text) is not None


def _is_of_next(block: Block) -> bool:
    """Tell whether a line only says when the next meeting is: 下次例會：11月16日."""
    return block.name is not None and block.name.role is Role.ASIDE


def _share_line(label: Node, first: Node) -> bool:
    """Tell whether a list begins on the line of its label: 決議：一、照案通過。二、…"""
    about = label.role is Role.ITEM and first.role is Role.ABOUT  # 提案一　　提案單位：註冊組
    inline = first.block is not None and first.block.indent is None and bool(first.style)
    return inline and (about or label.role in (Role.RESOLUTION, Role.EXPLANATION))


def _is_omitted_address(node: Node) -> bool:
    if node.role is not Role.ADDRESS or node.block is None:
        return False
    value = re.split(":", node.block.text[node.block.body :], maxsplit=1)[1:] or [node.block.value]
    lines = [value[0].strip(), *(n.block.text.strip() for n in node.children if n.block)]
    told = [line for line in lines if line]
    return len(told) < 2 and all(_OMITTED.fullmatch(line) for line in told)


def _inner(node: Node, block: Block, place: Place) -> Place:
    """Return the place of *node*'s own words."""
    kind = kind_of(node, place)
    item = kind if node.role in SECTIONS and kind in ITEMS else place.item
    speaker, group = place.speaker, names.group(block) or place.group
    if kind is Kind.SPEECH:
        speaker = names.as_printed(_speaker(node, block, place), block)
    return replace(place, kind=kind, item=item, speaker=speaker, group=group)


def _speaker(node: Node, block: Block, place: Place) -> str | None:
    if node.style == ROW:
        cells = names.parted([n.block for n in node.walk() if n.block])[:2]
        return next((name for cell in cells if (name := spoken_by(plain(cell)))), None)
    if node.said_by is not None:
        return node.said_by or None
    if block.name and block.name.person:
        return block.name.person
    bracket = _IN_BRACKETS.search(block.text) if node.role in (Role.ADDRESS, *SECTIONS) else None
    named = spoken_by(bracket[1]) if bracket else None
    if named or node.role is Role.ADDRESS:
        return named or (place.opener.name if place.opener and _presided(block, place) else None)
    told = node.role is Role.SPEAKER and block.name is not None and not block.name.colon
    end = block.name.name if told and block.name else len(block.text)
    words = block.text[block.body : end]
    asked = words.lstrip()[:1] in tuple("問Q") and TURN.match(words) is not None
    for before_who in (SAID, TURN):
        found = before_who.match(words)
        words = words[found.end() :] if found else words
    if name := named_below(words):
        return name
    before = _COLON.split(words, maxsplit=1)[0].strip(" 【】")
    name = _called(node, before)
    if name is not None:
        return name
    if place.chair and (is_chair(before) or is_office_of(before, place.chair.title)):
        return place.chair.name
    if is_chair(before):
        return None
    replied = heads_reply(before) or (node.role is Role.SPEAKER and not says_what(before))
    return None if replied and not asked else place.speaker


def _called(node: Node, before: str) -> str | None:
    """Return the name before a colon, of letters alone where a turn begins with them."""
    latin = node.role is Role.SPEAKER and is_called_in_latin(before)
    return before if latin else spoken_by(before)


def _presided(heading: Block, place: Place) -> bool:
    """Tell whether who presided gave an address: 會長報告 only where that was the 會長."""
    office = _OFFICE_REPORTS.search(heading.text[heading.body :])
    return office is None or is_office_of(office[1], place.opener.title if place.opener else None)


def _name(node: Node, block: Block, place: Place, inner: Place) -> tuple[str, ...]:
    """Return what the node adds to the path: nothing for an unmarked paragraph."""
    if not node.style or (node.style == "-" and node.role is None):
        return ()
    if node.style == ROW:
        return (names.row([n.block for n in node.walk() if n.block]),)
    if is_heading(node, inner):
        return (names.heading(block),) if not _labelled(block) else (names.own(block),)
    name = names.own(block, titled=place.kind is None or node.style in ("#", "free", "單位"))
    return (name,) if name else ()


def _labelled(block: Block) -> bool:
    return block.name is not None and not block.value and block.name.role is not Role.SPEAKER


def _body(node: Node, inner: Place) -> list[Node]:
    """Return the paragraphs below that belong to the node's own entry."""
    spoken = inner.kind is Kind.SPEECH and node.style != ROW
    if spoken or is_title(node) or (inner.kind is Kind.REPORT and _is_told_below(node)):
        return []
    if _is_moved_by(node, inner):
        return []
    body: list[Node] = []
    whole = inner.kind is Kind.EXPLANATION and node.block and node.block.value and node.block.ends
    for child in node.children if node.style and not whole else ():
        if not child.is_text or is_aside(child) or (child.block and _stands_apart(child.block)):
            break
        body.append(child)
    return body


def _stands_apart(block: Block) -> bool:
    """Tell whether a paragraph is quoted, or a note on the whole list above it: 附註：…"""
    return block.quoted or _NOTE.match(block.text) is not None


def _is_moved_by(node: Node, inner: Place) -> bool:
    """Tell whether a person moves something in a whole sentence: 一、住戶宣國棟：建議加裝車牌辨識。"""
    block = node.block
    if inner.kind is not Kind.MOTION or node.number is None or block is None or not block.ends:
        return False
    return voice(block.text, block.body) is not None


def _is_told_below(node: Node) -> bool:
    """Tell whether a report's own line is whole, and each paragraph below it an entry.

    It is where the line has clauses and a full stop, or where several paragraphs report what the
    line only names, as 消防演練成果，報請公鑒。 does; dated lines are one account.
    """
    below = [child.block for child in node.children if child.is_text and child.block]
    told = [block for block in below if block.ends and not block.text[:1].isdigit()]
    if node.block is None or node.role in SECTIONS or node.style == ROW or len(told) < len(below):
        return False
    stated = node.block.text.rstrip().endswith("。")
    stated = stated and "," in _NAMED_ONLY.sub("", node.block.value)
    return bool(told) and (stated or len(told) > 1)


def _below(node: Node, inner: Place) -> Kind | None:
    """Return the kind of an item's sub-points: they explain what is proposed."""
    section = node.role in SECTIONS
    explained = (inner.kind is Kind.PROPOSAL and not section) or _is_moved_by(node, inner)
    return Kind.EXPLANATION if explained else inner.kind
