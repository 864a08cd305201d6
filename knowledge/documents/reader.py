"""A file on disk becomes a Document, or an error that names the file and what is wrong."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from knowledge.documents.kinds import SUFFIXES, FileKind, kind_named, kind_of, suffixes
from knowledge.documents.limits import MAX_BYTES, MAX_CHARACTERS, MAX_LINE, MAX_LINES
from knowledge.documents.plaintext import Decoded, decode
from knowledge.documents.sandbox import extract
from knowledge.errors import DocumentError, Fault
from knowledge.regex import regex
from knowledge.text import without_surrogates

__all__ = ["MAX_BYTES", "SUFFIXES", "Document", "digest", "files_in", "from_bytes", "read"]

# Control characters and marks of direction: in a name they only serve to make it look another.
_DECEPTIVE = regex(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_BLANKS = 3  # times as many lines as say something
_NAME_LENGTH = 255  # more than any file system's name; the end tells the kind


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text as it stands in the file; every offset counts characters of it."""

    name: str  # of the file, without its folder
    sha256: str  # of `text`, see `digest`
    text: str
    encoding: str | None = None  # of a text file; other kinds of file state theirs
    alternatives: tuple[str, ...] = ()  # encodings in which the file would be another text
    data: bytes = field(default=b"", repr=False)  # of the file itself


def digest(text: str) -> str:
    """Return the hexadecimal SHA-256 of *text* in UTF-8: the same for every encoding of a file."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(path: Path, encoding: str | None = None) -> Document:
    """Return the document in the file *path*; see `from_bytes`."""
    name = _printable(str(path))
    kind_named(name)
    try:
        if path.exists() and not path.is_file():
            raise DocumentError(f"{name}: not a file; name a {suffixes()} file", Fault.UNREADABLE)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise _unreadable(name, error) from error
    return from_bytes(data, name, encoding)


def from_bytes(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Return the document whose file *name* holds *data*; blocks for WALL_SECONDS at most.

    *encoding* is that of a text file, where somebody knows it. Raises DocumentError, naming
    *name*, where there is no document.
    """
    name = _printable(name)
    kind_named(name)
    if not data:
        raise DocumentError(f"{name}: the file is empty", Fault.EMPTY)
    if len(data) > MAX_BYTES:
        message = f"{name}: larger than {MAX_BYTES >> 20} MB; split the document"
        raise DocumentError(message, Fault.TOO_LARGE)
    found = _decoded(data, name, encoding)
    if not found.text.strip():
        raise DocumentError(f"{name}: there is no text in it; pictures are not read", Fault.EMPTY)
    if len(found.text) > MAX_CHARACTERS:
        message = f"{name}: more than {MAX_CHARACTERS:,} characters; split the document"
        raise DocumentError(message, Fault.TOO_LARGE)
    _refuse_lines(found.text.splitlines(), name)
    stem = PureWindowsPath(name).name  # which takes both kinds of slash
    text, known = found.text, found.encoding or None
    return Document(stem, digest(text), text, known, found.alternatives, data)


def files_in(path: Path) -> list[Path]:
    """Return *path* itself, or where it is a folder the documents in it, by name.

    Sub-folders and hidden files are left out. Raises DocumentError for a folder without one.
    """
    if not path.is_dir():
        return [path]
    try:
        found = sorted(file for file in path.iterdir() if _is_document(file))
    except OSError as error:
        raise _unreadable(str(path), error) from error
    if not found:
        raise DocumentError(f"{path}: no {suffixes()} file in this folder", Fault.UNREADABLE)
    return found


def _decoded(data: bytes, name: str, encoding: str | None) -> Decoded:
    kind = kind_of(data, name)
    if kind is FileKind.TEXT:
        return decode(data, name, encoding)
    return Decoded(extract(data, kind, name), "")


def _refuse_lines(lines: list[str], name: str) -> None:
    """Raise DocumentError for more *lines*, or longer ones, than are read."""
    said = sum(1 for line in lines if line.strip())
    if said > MAX_LINES or len(lines) > _BLANKS * MAX_LINES:  # blank ones part paragraphs
        raise DocumentError(f"{name}: more than {MAX_LINES:,} lines; split it", Fault.TOO_LARGE)
    if max(map(len, lines)) > MAX_LINE:
        message = f"{name}: a line of more than {MAX_LINE:,} characters; break it into lines"
        raise DocumentError(message, Fault.TOO_LARGE)


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and file.is_file() and not file.name.startswith(".")


def _unreadable(name: str, error: OSError | ValueError) -> DocumentError:
    why = error.strerror if isinstance(error, OSError) else "no file can have such a name"
    return DocumentError(f"{name}: cannot be read ({why})", Fault.UNREADABLE)


def _printable(name: str) -> str:
    name = name[-_NAME_LENGTH:]
    return _DECEPTIVE.sub("\ufffd", without_surrogates(name))
