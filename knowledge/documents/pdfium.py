"""The text of a PDF, read with PDFium: the fastest, and right with the odd fonts of offices."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from knowledge.documents import layout, pdffallback
from knowledge.documents.pages import completed, joined, refuse_too_many
from knowledge.documents.ruled import Box
from knowledge.errors import DocumentError, Fault

_ONLY_THE_END = 2  # bytes: the NUL that ends every text PDFium gives


def text(data: bytes) -> str:
    """Return the text of the PDF *data*. Raises DocumentError; on some files PDFium aborts."""
    try:
        document = pypdfium2.PdfDocument(data)
        refuse_too_many(len(document))
        return joined(_pages(document, data))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError("encrypted; remove its password", Fault.ENCRYPTED) from error
        raise DocumentError("damaged; export it again", Fault.DAMAGED) from error


def _pages(document: pypdfium2.PdfDocument, data: bytes) -> Iterator[str]:
    others, laid_out = pdffallback.Pages(data), layout.Layout()
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        text = laid_out.text(layer, page.get_bbox(), _figures(page))
        if number == 0:
            text = layout.with_whole_title(text, layer)
        if _loses(page, layer):
            text = completed(text, others.text(number))
        yield text
        layer.close()
        page.close()


def _figures(page: pypdfium2.PdfPage) -> list[Box]:
    drawn = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)
    return [figure.get_bounds() for figure in drawn]


def _loses(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage) -> bool:
    """Tell whether *layer* leaves out something drawn.

    PDFium gives a single character of a font that is not embedded no width, and leaves out what
    has none: the full stop alone on a line, the last character of a name.
    """
    return any(
        raw.FPDFTextObj_GetText(drawn.raw, layer.raw, None, 0) <= _ONLY_THE_END
        for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    )
