"""The tree of a meeting: blocks and what stands under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.parser.blocks import Block
from knowledge.parser.labels import Label
from knowledge.parser.roles import RULINGS, SECTIONS, Role
from knowledge.parser.themes import theme

_SECTION_HEADING = 30


@dataclass(eq=False)
class Node:
    """A block and what stands under it; the root and unmarked paragraphs have no style."""

    block: Block | None = None
    style: str = ""
    role: Role | None = None
    parent: Node | None = None
    said_by: str | None = None  # who replies, "" where that one is not known by name
    ahead: str = ""  # the label, 說明 or 決議, that comes before the next mark of its style
    children: list[Node] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        return self.block.sign.number if self.block and self.block.sign else None

    @property
    def sign(self) -> str:
        """The style of its list mark, though it be a part as ▲ 決議 is; empty without one."""
        return self.block.sign.style if self.block and self.block.sign else ""

    @property
    def word(self) -> str:
        """The word of its label; empty without one."""
        return self.block.name.word if self.block and self.block.name else ""

    @property
    def is_text(self) -> bool:
        return not self.style and self.block is not None

    @property
    def depth(self) -> int:
        return sum(1 for _ in up(self.parent))

    @cached_property
    def listed(self) -> frozenset[str]:
        """The styles of those children that have a list of their own; of a finished tree."""
        return frozenset(c.style for c in self.children if any(g.style for g in c.children))

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def last(self, style: str) -> Node | None:
        """Return the last child with a mark of that style."""
        return next((c for c in reversed(self.children) if c.style == style), None)


def up(node: Node | None) -> Iterator[Node]:
    """Yield *node* and what it stands under, the root last."""
    while node is not None:
        yield node
        node = node.parent


def section_of(node: Node) -> Node | None:
    """Return the section *node* stands in, itself included."""
    return next((n for n in up(node) if n.role in SECTIONS or n.role is Role.ITEM), None)


def part_word(name: Label) -> str:
    """Return the word of a part's label; 決議 for every word of a decision but 附帶決議."""
    decides = name.role in RULINGS and not name.word.startswith("附帶")
    return "決議" if decides else name.word


def announced(block: Block) -> Role | None:
    """Return what a short marked line, read as a section's heading, announces."""
    line = re.sub(r"\([^()]*\)", "", block.text[block.body :])
    heading = re.split(r"[:(]", line, maxsplit=1)[0].strip()
    if len(heading) > _SECTION_HEADING or heading.endswith("。"):
        return None
    return theme(heading)
