"""A file on disk becomes a Document, or an error that names the file and what is wrong."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePath

from knowledge.documents.plaintext import decode
from knowledge.errors import DocumentError
from knowledge.text import without_surrogates

SUFFIXES = (".txt", ".md")
# What a bot can fetch from Telegram at most (getFile); the same everywhere, so that a document
# that can be published one way can be published the other.
MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text as it stands in the file; every offset counts characters of it."""

    name: str  # of the file, without its folder
    sha256: str  # of `text`, see `digest`
    text: str


def digest(text: str) -> str:
    """Return the hexadecimal SHA-256 of *text* in UTF-8: the same for every encoding of a file."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(path: Path) -> Document:
    """Return the document in the file *path*. Raises DocumentError where there is none."""
    _refuse_unknown_kind(path.name)
    if path.exists() and not path.is_file():
        raise DocumentError(f"{path}: not a file; name a {_suffixes()} file")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror})") from error
    return from_bytes(data, str(path))


def from_bytes(data: bytes, name: str) -> Document:
    """Return the document whose file *name* holds *data*. Raises DocumentError, naming *name*."""
    _refuse_unknown_kind(name)
    if len(data) > MAX_BYTES:
        raise DocumentError(f"{name}: larger than {MAX_BYTES >> 20} MB; split the document")
    text = decode(data, name)
    if not text.strip():
        raise DocumentError(f"{name}: the file is empty")
    return Document(without_surrogates(PurePath(name).name), digest(text), text)


def files_in(path: Path) -> list[Path]:
    """Return *path* itself, or where it is a folder the documents in it, by name.

    Sub-folders and hidden files are left out. Raises DocumentError for a folder without one.
    """
    if not path.is_dir():
        return [path]
    try:
        found = sorted(file for file in path.iterdir() if _is_document(file))
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror})") from error
    if not found:
        raise DocumentError(f"{path}: no {_suffixes()} file in this folder")
    return found


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and file.is_file() and not file.name.startswith(".")


def _refuse_unknown_kind(name: str) -> None:
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise DocumentError(f"{name}: not a kind of file that can be read; use {_suffixes()}")


def _suffixes() -> str:
    return " or ".join(SUFFIXES)
