"""The text of a PDF on which PDFium failed, read with pypdf: slower, and all Python."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from knowledge.documents.pages import joined, refuse_too_many
from knowledge.errors import DocumentError, Fault


def text(data: bytes) -> str:
    """Return the text of the PDF *data*. Raises DocumentError."""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        refuse_too_many(len(reader.pages))
        return joined(_pages(reader))
    except (FileNotDecryptedError, DependencyError) as error:  # a library for AES is not here
        raise DocumentError("encrypted; remove its password", Fault.ENCRYPTED) from error
    except LimitReachedError as error:
        raise DocumentError("too large to unpack; split the document", Fault.TOO_LARGE) from error
    except PyPdfError as error:
        raise DocumentError("damaged; export it again", Fault.DAMAGED) from error


class Pages:
    """The pages of the PDF *data*, each read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._reader: PdfReader | None = None

    def text(self, number: int) -> str:
        """Return the text of page *number*, counted from 0; "" where it cannot be read."""
        try:
            self._reader = self._reader or PdfReader(BytesIO(self._data))
            return self._reader.pages[number].extract_text()
        except PyPdfError:
            return ""


def _pages(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        yield page.extract_text()
