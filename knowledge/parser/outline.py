"""Blocks become a tree: what stands under what, inferred from the document itself.

Levels are a stack. A list mark belongs to the innermost open list it continues; one that
continues none opens a new list under what stands last. Numerals mean nothing by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.model import Fact
from knowledge.parser.blocks import Block
from knowledge.parser.labels import PARTS, SECTIONS, Role, theme

_TOP = frozenset(("壹", "甲"))  # styles that never stand inside a line of the head
_SECTION_HEADING = 30
_FREE_HEADING = 20


@dataclass(eq=False, slots=True)
class Node:
    """A block and what stands under it; the root and unmarked paragraphs have no style."""

    block: Block | None = None
    style: str = ""
    role: Role | None = None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        return self.block.sign.number if self.block and self.block.sign else None

    @property
    def is_text(self) -> bool:
        return not self.style and self.block is not None

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def last(self, style: str) -> Node | None:
        """Return the last child with a mark of that style."""
        return next((c for c in reversed(self.children) if c.style == style), None)


def outline(blocks: Sequence[Block], labelled: bool = True) -> Node:
    """Return the root of the tree the blocks of one meeting, or one attachment, form.

    Not *labelled*: words like 決議 at a line's start mean nothing there.
    """
    root = top = Node()
    in_head = True
    for i, block in enumerate(blocks):
        role = _role(block, top, in_head) if labelled else None
        node = _node(block, role, blocks[i + 1] if i + 1 < len(blocks) else None)
        in_head = in_head and node.role in (None, Role.HEAD, Role.ADDRESS)
        parent = _parent(node, top, root)
        node.parent = parent
        parent.children.append(node)
        top = node if node.style else parent
    return root


def _node(block: Block, role: Role | None, following: Block | None) -> Node:
    if block.sign:
        return Node(block, block.sign.style, role)
    if role is not None:
        inner = role in PARTS or role in (Role.CONCLUSIONS, Role.ITEM)
        return Node(block, {Role.ITEM: "案"}.get(role, "part" if inner else "label"), role)
    if block.heading and not block.ends and following is not None:
        return Node(block, "#")
    if block.bullet and not _is_free_heading(block, following):
        return Node(block, "-")
    return Node(block, "free" if _is_free_heading(block, following) else "")


def _role(block: Block, top: Node, in_head: bool) -> Role | None:
    """Return what the block's label says it is, as far as that can be where it stands."""
    name = block.name
    role = name.role if name else None
    if role is Role.HEAD and not in_head and name and name.fact is not Fact.OTHER:
        spoken = name.fact is Fact.CHAIR and name.colon and not block.sign
        return Role.SPEAKER if spoken else None
    if role is None and block.sign and _section_of(top) is None:
        return _theme(block)
    return role


def _theme(block: Block) -> Role | None:
    heading = re.split(r"[:(]", block.text[block.body :], maxsplit=1)[0].strip()
    if len(heading) > _SECTION_HEADING or heading.endswith("。"):
        return None
    return theme(heading)


def _is_free_heading(block: Block, following: Block | None) -> bool:
    """Tell whether an unmarked short line heads the list that begins right after it."""
    short = len(block.text) <= _FREE_HEADING and not block.ends
    return short and following is not None and bool(following.sign and following.sign.number == 1)


def _section_of(node: Node) -> Node | None:
    """Return the section *node* stands in, itself included."""
    return next((n for n in _up(node) if n.role in SECTIONS or n.role is Role.ITEM), None)


def _up(node: Node | None) -> Iterator[Node]:
    while node is not None:
        yield node
        node = node.parent


def _parent(node: Node, top: Node, root: Node) -> Node:
    if node.is_text:
        return _parent_of_text(node, top)
    if node.style == "label":
        return root
    if node.style == "part":
        return _item_of(top)
    if node.style == "free":
        return _parent_of_heading(top)
    top = _out_of_head(node, top)
    if node.style == "案":
        return next((n for n in _up(top) if n.role in SECTIONS), None) or _beside(node, top) or root
    return _parent_of_mark(node, top)


def _parent_of_text(node: Node, top: Node) -> Node:
    """A paragraph belongs to what stands last, but not a sentence to a line of the head."""
    if top.role is not Role.HEAD or top.block is None or node.block is None:
        return top
    open_value = not top.block.value or (top.block.name and top.block.name.fact is Fact.ATTENDANCE)
    if open_value or not node.block.ends:
        return top
    return top.parent or top


def _item_of(top: Node) -> Node:
    """Return the item that 說明 or 決議 after *top* is part of."""
    chain = list(_up(top))
    for inner, node in zip([None, *chain], chain, strict=False):
        if node.role is Role.ITEM:
            return node
        if node.role in SECTIONS and node.style != "part":
            numbered = inner is not None and inner.style not in ("", "part", "label")
            return inner if inner is not None and numbered else node
    part = next((n for n in chain if n.role in PARTS and n.parent), None)
    if part is not None and part.parent is not None and part.style == "part":
        return part.parent
    return chain[0] if chain[0].role is not Role.HEAD else chain[-1]


def _parent_of_heading(top: Node) -> Node:
    numbered = next((n for n in _up(top) if n.style == "free"), None)
    if numbered is None:
        numbered = next((n for n in _up(top) if n.number is not None and n.role is None), None)
    return numbered.parent if numbered and numbered.parent else top


def _out_of_head(node: Node, top: Node) -> Node:
    """Leave a line of the head, unless the mark counts the people present."""
    while top.role in (Role.HEAD, Role.ADJOURNED) and top.parent is not None:
        block = top.block
        listing = block and block.name and block.name.fact is Fact.ATTENDANCE
        if listing and node.role is None and node.style not in _TOP and not _continues(node, top):
            break
        top = top.parent
    return top


def _continues(node: Node, top: Node) -> bool:
    return top.style == node.style or any(_precedes(n, node) for n in _up(top))


def _precedes(parent: Node, node: Node) -> bool:
    last = parent.last(node.style)
    return last is not None and last.number is not None and node.number == last.number + 1


def _parent_of_mark(node: Node, top: Node) -> Node:
    if node.number is None:
        return _beside(node, top) or top
    fitting = [n for n in _up(top) if _precedes(n, node)]
    if fitting:
        return next((n for n in fitting if _alike(n.last(node.style), node)), fitting[0])
    if node.number == 1:
        return _parent_of_first(node, top)
    return _beside(node, top) or top


def _alike(a: Node | None, b: Node) -> bool:
    return a is not None and _class(a.role) == _class(b.role)


def _class(role: Role | None) -> str:
    if role in (Role.HEAD, Role.ADDRESS, Role.ADJOURNED) or role in SECTIONS:
        return "section"
    if role in PARTS:
        return "part"
    return "item" if role is Role.ITEM else ""


def _parent_of_first(node: Node, top: Node) -> Node:
    """A list that begins again where one of its style is open stands beside it, not in it."""
    if top.style != node.style or top.block is None or top.block.text.rstrip().endswith(":"):
        return top
    return top.parent or top


def _beside(node: Node, top: Node) -> Node | None:
    """Return the innermost open list of the node's style."""
    return next((n for n in _up(top) if n.last(node.style) is not None), None)
