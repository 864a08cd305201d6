"""The rows and cells of a table in the tree: a row stands where its table does."""

from __future__ import annotations

from dataclasses import replace

from knowledge.parser.blocks import Block
from knowledge.parser.cells import Part
from knowledge.parser.labels import Label
from knowledge.parser.marks import mark
from knowledge.parser.roles import SECTIONS, Role
from knowledge.parser.tree import Node, up

ROW = "row"  # the style of a node that is a row
_TOLD = (Role.REPORTS, Role.SPEECHES, Role.MOTIONS)  # there a row says at once what came of it


def cell_node(block: Block, top: Node, labelled: bool = True) -> Node | None:
    """Return the node of a table's cell or row; None for any other block.

    Not *labelled*: the table is attached, where a row on one line rules on nothing.
    """
    cell = block.cell
    if cell is None:
        return None
    if cell.part is Part.TITLE:
        return _title(block, top)
    if cell.part is Part.ROW:
        return Node(block, ROW)
    if not labelled and block.indent is None:
        return Node(block)
    decided = cell.role is Role.RESOLUTION and not _is_speech(top)
    if cell.part is Part.NAME or decided or (cell.role and not _is_told(top)):
        end = len(block.text) if cell.part is Part.NAME else 0
        name = Label(cell.role or Role.ABOUT, end, end, word=block.text[:end].strip())
        return Node(replace(block, name=name), "part", name.role)
    return Node(block)


def _title(block: Block, top: Node) -> Node:
    """Return the node of a table's title: 五、變更內容明細表 after 四、 is one more of that list."""
    sign = mark(block.text)
    before = (n.last(sign.style) for n in up(top)) if sign and sign.number else ()
    counts = any(n and sign and n.number == (sign.number or 0) - 1 for n in before)
    return Node(replace(block, sign=sign), sign.style) if sign and counts else Node(block, "free")


def below_table(top: Node) -> Node:
    """Return what the table that *top* stands in stands under; *top* where it is in none."""
    table = _table(top)
    cell = table.block.cell if table.block else None
    titled = cell is not None and cell.part is Part.TITLE
    return table.parent if titled and table.parent else table


def _table(top: Node) -> Node:
    """Return what the rows of the table that *top* stands in stand under."""
    row = row_of(top)
    return row.parent if row and row.parent else top


def row_of(node: Node) -> Node | None:
    return next((n for n in up(node) if n.style == ROW), None)


def parent_of_cell(node: Node, top: Node) -> Node | None:
    """Return what a row or a cell stands under; None for any other node."""
    if node.block is None or node.block.cell is None:
        return None
    if node.block.cell.part is Part.TITLE and node.style != "free":
        return None  # as any mark of a list
    if node.style == "free":
        items = (n for n in up(top) if n.role is Role.ITEM or n.role in SECTIONS)
        return next(items, top)
    if node.style == ROW:
        return _table(top)
    return row_of(top) if node.style == "part" else top


def _is_speech(top: Node) -> bool:
    return _section(top) is Role.SPEECHES


def _is_told(top: Node) -> bool:
    return _section(top) in _TOLD


def _section(top: Node) -> Role | None:
    return next((n.role for n in up(top) if n.role in SECTIONS), None)
