"""The text of an ODT as its reader sees it.

In: paragraphs, headings, tables, text boxes (after the paragraph they hang on), tracked
insertions, and the numbers of lists and headings. Out: tracked deletions, headers and footers,
notes, comments and tables of contents.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

from knowledge.documents.archive import opened, part
from knowledge.documents.elements import attribute, child, local, row, trimmed, whole
from knowledge.documents.limits import capped
from knowledge.documents.lists import Counts
from knowledge.documents.odtlists import ListStyles
from knowledge.errors import DocumentError, Fault
from knowledge.regex import regex

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

_SPACES_AT_ONCE = 80  # a count of spaces that no document means was once two thousand million
_WRAPPERS = frozenset(("section", "text-box", "index-title", "numbered-paragraph"))
_ROWS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_CELLS = frozenset(("table-cell", "covered-table-cell"))
_LEFT_OUT = frozenset(("note", "annotation", "ruby-text", "tracked-changes", "desc", "title"))
_BLANKS = regex(r"[ \t\r\n]+")


def text(data: bytes) -> str:
    """Return the text of the ODT *data*, paragraphs parted by blank lines.

    Raises DocumentError.
    """
    with opened(data) as archive:
        _refuse_encrypted(archive)
        content = _parsed(part(archive, "content.xml"))
        has_styles = "styles.xml" in archive.namelist()
        styles = [_parsed(part(archive, "styles.xml"))] if has_styles else []
    body = child(child(content, "body"), "text")
    if body is None:
        raise DocumentError("damaged; save it again as ODT", Fault.DAMAGED)
    return "\n\n".join(capped(_Writer(ListStyles([content, *styles])).paragraphs(body)))


def _refuse_encrypted(archive: ZipFile) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in part(archive, manifest):
        raise DocumentError("encrypted; remove its password", Fault.ENCRYPTED)


def _parsed(xml: bytes) -> Element:
    try:
        root: Element = fromstring(xml, forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise DocumentError(
            "damaged, or made to do harm; export it again", Fault.DAMAGED
        ) from error
    return root


class _Writer:
    def __init__(self, lists: ListStyles) -> None:
        self._lists = lists

    def paragraphs(self, container: Element) -> Iterator[str]:
        """Yield the paragraphs in *container*, none of them blank."""
        for block in container:
            name = local(block)
            if name == "p":
                yield from self._paragraph(block, "")
            elif name == "h":
                yield from self._paragraph(block, self._lists.heading(block))
            elif name == "list":
                yield from self._list(block)
            elif name == "table":
                yield from self._rows(block)
            elif name in _WRAPPERS:
                yield from self.paragraphs(block)

    def _paragraph(self, paragraph: Element, mark: str) -> Iterator[str]:
        boxes: list[Element] = []
        words = trimmed("".join(_words(paragraph, boxes)))
        if words:
            yield mark + words
        for box in boxes:
            yield from self.paragraphs(box)

    def _rows(self, table: Element) -> Iterator[str]:
        for inner in table:
            if local(inner) == "table-row":
                cells = [cell for cell in inner if local(cell) in _CELLS]
                yield from row([list(self.paragraphs(cell)) for cell in cells])
            elif local(inner) in _ROWS:
                yield from self._rows(inner)

    def _list(
        self, node: Element, style: str | None = None, counts: Counts | None = None, depth: int = 0
    ) -> Iterator[str]:
        style = attribute(node, "style-name") or style
        counts = counts or self._lists.counts(node, style)
        for item in node:
            start = attribute(item, "start-value")
            if start and depth < len(counts.numbers):
                counts.numbers[depth] = whole(start, 1) - 1
            yield from self._item(item, style, counts, depth)

    def _item(self, item: Element, style: str | None, counts: Counts, depth: int) -> Iterator[str]:
        """Yield the paragraphs of an item; only the first bears its number."""
        numbered = local(item) == "list-item"
        for block in item:
            if local(block) == "list":
                yield from self._list(block, style, counts, depth + 1)
            elif local(block) in ("p", "h"):
                mark = self._lists.item(style, counts, depth) if numbered else ""
                numbered = False
                yield from self._paragraph(block, mark)


def _words(node: Element, boxes: list[Element]) -> Iterator[str]:
    """Yield the words of a paragraph; the text boxes that hang on it are put into *boxes*."""
    yield _BLANKS.sub(" ", node.text or "")
    for inner in node:
        name = local(inner)
        if name == "s":
            yield " " * min(whole(attribute(inner, "c"), 1), _SPACES_AT_ONCE)
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        elif name == "text-box":
            boxes.append(inner)
        elif name not in _LEFT_OUT:
            yield from _words(inner, boxes)
        yield _BLANKS.sub(" ", inner.tail or "")
