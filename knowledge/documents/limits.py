"""How much of a document is read, and of the machine for reading it.

Measured (reliability.md, 5): minutes of eleven pages take 0.02 s and 41 MB in any format, a
352 KB DOCX can take 600 MB, and PDFium loops or aborts on a crafted page tree.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from knowledge.errors import DocumentError, Fault

# What a bot can fetch from Telegram at most (getFile); the same everywhere, so that a document
# that can be published one way can be published the other.
MAX_BYTES = 20 * 1024 * 1024
# Twenty times the longest minutes known; the parser takes 8 µs a character.
MAX_CHARACTERS = 300_000
# A line takes the parser up to 0.5 ms; minutes of so many characters have a third of these.
MAX_LINES = 20_000
# A whole meeting may stand on one line; what looks for items within it takes the square of its length.
MAX_LINE = 50_000  # characters
MAX_PAGES = 500

ZIP_BYTES = 50 * 1024 * 1024  # of all entries, unpacked
ZIP_RATIO = 100  # unpacked to packed; XML of real documents packs 10 to 30 times
ZIP_ENTRIES = 2000
ZIP_HARMLESS = 1024 * 1024  # bytes unpacked that may be packed as well as they like

CHILD_BYTES = 512 * 1024 * 1024  # address space, so that the resident part stays below it
WALL_SECONDS = 20.0  # for one document, whatever is tried on it


def capped(pieces: Iterable[str]) -> Iterator[str]:
    """Yield *pieces*; raises DocumentError where they come to more than MAX_CHARACTERS."""
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > MAX_CHARACTERS:
            message = f"more than {MAX_CHARACTERS:,} characters; split the document"
            raise DocumentError(message, Fault.TOO_LARGE)
        yield piece


def confine(seconds: int) -> None:
    """Let this process have CHILD_BYTES of memory and *seconds* of processor time, no more.

    Where the system has no such limits (Windows) the wall time that the parent keeps remains.
    """
    if sys.platform == "win32":
        return
    import resource

    for what, most, hard in (
        (resource.RLIMIT_AS, CHILD_BYTES, CHILD_BYTES),
        (resource.RLIMIT_CPU, seconds, seconds + 1),  # SIGXCPU, which says why, before SIGKILL
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),  # a reader writes nothing
    ):
        try:
            resource.setrlimit(what, (most, hard))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS
            continue
