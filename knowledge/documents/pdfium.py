"""The text of a PDF, read with PDFium: the fastest, and right with the odd fonts of offices."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]

from knowledge.documents.pages import joined, refuse_too_many
from knowledge.errors import DocumentError, Fault


def text(data: bytes) -> str:
    """Return the text of the PDF *data*. Raises DocumentError; on some files PDFium aborts."""
    try:
        document = pypdfium2.PdfDocument(data)
        refuse_too_many(len(document))
        return joined(_pages(document))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError("encrypted; remove its password", Fault.ENCRYPTED) from error
        raise DocumentError("damaged; export it again", Fault.DAMAGED) from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        yield layer.get_text_bounded()
        layer.close()
        page.close()
