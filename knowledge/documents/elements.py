"""Small helpers for the XML of office documents, whoever parsed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# A label and its value in two cells become one line; two wide spaces are what the parser takes
# for the gap between them, one could stand inside a name (minutes-formats.md, 9.6).
CELL_GAP = "\u3000\u3000"


def local(node: Element) -> str:
    """Return the name of *node* without its namespace; nothing for a comment."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def child(node: Element | None, name: str) -> Element | None:
    """Return the first child of *node* called *name*."""
    return next(children(node, name), None)


def children(node: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of *node* called *name*."""
    return (inner for inner in (() if node is None else node) if local(inner) == name)


def attribute(node: Element | None, name: str) -> str | None:
    """Return the attribute *name* of *node*, in whichever namespace."""
    found = () if node is None else node.attrib.items()
    return next((value for key, value in found if key.rpartition("}")[2] == name), None)


def whole(text: str | None, default: int) -> int:
    """Return the number in *text*; *default* for none, or one no document can mean."""
    meant = text is not None and text.isascii() and text.isdigit() and len(text) <= 9
    return int(text) if meant and text else default


def trimmed(words: str) -> str:
    """Return *words* without white space around, but for ideographic spaces that indent them."""
    return words.rstrip().lstrip(" \t\r\n\v\f")


def row(cells: list[list[str]]) -> list[str]:
    """Return a table's row, given as the paragraphs of its cells.

    One line where every cell is one paragraph; else the first paragraphs stand in their own
    lines, for a cell with several is the body of the minutes and no value beside a label.
    """
    filled = [paragraphs for paragraphs in cells if paragraphs]
    if all(len(paragraphs) == 1 for paragraphs in filled):
        return [CELL_GAP.join(paragraphs[0] for paragraphs in filled)] if filled else []
    return [paragraph for paragraphs in filled for paragraph in paragraphs]
