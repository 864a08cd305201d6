"""The text of a DOCX as its reader sees it.

In: paragraphs, tables, text boxes (after the paragraph they hang on), tracked insertions, and
the numbers that Word prints by itself. Out: tracked deletions, headers and footers (they repeat
on every page), notes, comments, field codes and tables of contents.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError

from knowledge.documents.archive import unpacked
from knowledge.documents.elements import attribute, child, local, row, trimmed
from knowledge.documents.limits import capped
from knowledge.documents.wordlists import Numbering, is_contents
from knowledge.errors import DocumentError, Fault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from docx.document import Document

# Around a block, a row or a cell; they say nothing about the text.
_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# `Fallback` repeats for old readers what `Choice` says; `rt` is the reading beside a character.
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback", "rt", "sdtPr")
)


def text(data: bytes) -> str:
    """Return the text of the DOCX *data*, paragraphs parted by blank lines.

    Raises DocumentError.
    """
    try:
        document = docx.Document(unpacked(data))
    except (OpcError, KeyError, ValueError, SyntaxError) as error:
        # lxml's errors of syntax are Python's; it also gives one where its memory ends
        raise DocumentError("damaged, or made to do harm; save it again", Fault.DAMAGED) from error
    styles = _related(document, RELATIONSHIP_TYPE.STYLES)
    writer = _Writer(Numbering(_related(document, RELATIONSHIP_TYPE.NUMBERING), styles))
    return "\n\n".join(capped(writer.paragraphs(document.element.body)))


def _related(document: Document, kind: str) -> Element | None:
    try:
        part = document.part.part_related_by(kind)
    except KeyError:
        return None
    return getattr(part, "element", None)


class _Writer:
    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._carried = ""  # text of paragraphs whose ends were deleted

    def paragraphs(self, container: Element) -> Iterator[str]:
        """Yield the paragraphs in *container*, none of them blank."""
        for block in container:
            name = local(block)
            if name == "p":
                yield from self._paragraph(block)
            elif name == "tbl":
                for cells in _unwrapped(block, "tr"):
                    yield from self._row(cells)
            elif name in _WRAPPERS and not is_contents(block):
                yield from self.paragraphs(block)

    def _row(self, cells: Element) -> list[str]:
        if child(child(cells, "trPr"), "del") is not None:
            return []
        return row([list(self.paragraphs(cell)) for cell in _unwrapped(cells, "tc")])

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes: list[Element] = []
        words = self._carried + trimmed("".join(_words(paragraph, boxes)))
        if child(child(child(paragraph, "pPr"), "rPr"), "del") is not None:
            self._carried = words
        else:
            self._carried = ""
            mark = self._numbering.mark(paragraph)
            if words:
                yield mark + words
        for box in boxes:
            yield from self.paragraphs(box)


def _unwrapped(node: Element, name: str) -> Iterator[Element]:
    for inner in node:
        if local(inner) == name:
            yield inner
        elif local(inner) in _WRAPPERS:
            yield from _unwrapped(inner, name)


def _words(node: Element, boxes: list[Element]) -> Iterator[str]:
    """Yield the words of a paragraph; the text boxes that hang on it are put into *boxes*."""
    for inner in node:
        name = local(inner)
        if name == "t":
            yield inner.text or ""
        elif name == "txbxContent":
            boxes.append(inner)
        elif name in _SIGNS:
            yield "" if attribute(inner, "type") == "column" else _SIGNS[name]
        elif name not in _LEFT_OUT:
            yield from _words(inner, boxes)
