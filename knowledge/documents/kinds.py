"""What kind of file it is, by its name and by its first bytes; the two must agree."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from knowledge.errors import DocumentError, Fault


class FileKind(Enum):
    """A kind of file that can be read; the value is how an operator calls it."""

    TEXT = "text"
    PDF = "PDF"
    DOCX = "DOCX"
    ODT = "ODT"


_BY_SUFFIX = {
    ".txt": FileKind.TEXT,
    ".md": FileKind.TEXT,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
    ".odt": FileKind.ODT,
}
SUFFIXES = tuple(_BY_SUFFIX)
_HINTS = {
    ".doc": "the old Word format; save it as .docx",
    ".rtf": "Rich Text; save it as .docx",
    ".pages": "a Pages document; export it as .docx",
}
# What is neither text nor any of the kinds, though it begins with letters.
_FOREIGN = (
    (re.compile(rb"\s*\{\\rtf"), "Rich Text; save it as .docx"),
    (
        re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b"),
        "a web page; save it as .docx",
    ),
    (re.compile(rb"(?i)mime-version:\s*1"), "a web archive; save it as .docx"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_HEADER_WITHIN = 1024  # bytes: what other readers accept (PDF 32000-1, annex H)


def kind_named(name: str) -> FileKind:
    """Return the kind that the suffix of *name* promises. Raises DocumentError for another."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    hint = _HINTS.get(suffix, f"use {suffixes()}")
    raise DocumentError(f"{name}: not a kind of file that can be read; {hint}", Fault.UNKNOWN_KIND)


def kind_of(data: bytes, name: str) -> FileKind:
    """Return the kind of the file *name*. Raises DocumentError where *data* is of another."""
    named, found = kind_named(name), _kind_inside(data)
    foreign = next((told for form, told in _FOREIGN if form.match(data)), None)
    if foreign and found is None:
        raise DocumentError(f"{name}: its content is {foreign}", Fault.WRONG_NAME)
    if found is named or (found is None and named is FileKind.TEXT):
        return named
    if data.startswith(_OLE) and _OLE_ENCRYPTED in data:
        raise DocumentError(f"{name}: encrypted; remove its password", Fault.ENCRYPTED)
    if found is None:
        message = f"{name}: its content is not {named.value}, or damaged; save it again"
    else:
        message = f"{name}: its content is {found.value}; give it the suffix of that"
    raise DocumentError(message, Fault.WRONG_NAME)


def suffixes() -> str:
    """Return the suffixes that can be read, for an operator's eyes."""
    return f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


def _kind_inside(data: bytes) -> FileKind | None:
    """Return what *data* looks like; the names inside an archive stand in it unpacked."""
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return FileKind.PDF
    if not data.startswith(b"PK\x03\x04"):
        return None
    if b"application/vnd.oasis.opendocument.text" in data[:200]:
        return FileKind.ODT
    return FileKind.DOCX if b"word/" in data else None
