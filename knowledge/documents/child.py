"""The process in which a PDF, DOCX or ODT is read: `python -m knowledge.documents.child`.

Bytes on standard input, a `Verdict` on standard output. What breaks here unforeseen ends this
process only; its parent (sandbox.py) then calls the file damaged.
"""

from __future__ import annotations

import logging
import os
import sys

from knowledge.documents.limits import MAX_BYTES, confine
from knowledge.errors import DocumentError, Fault


def main(reader: str, seconds: int) -> None:
    """Read standard input with *reader* and write the verdict, in *seconds* of processor time."""
    confine(seconds)
    logging.disable()
    # Libraries in C may print: what they print must not be taken for the verdict.
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    verdict = _verdict(reader, sys.stdin.buffer.read(MAX_BYTES + 1))
    with os.fdopen(answer, "wb") as out:
        out.write(verdict.encode("utf-8", "replace"))


def _verdict(reader: str, data: bytes) -> str:
    """Return the name of a Fault, or nothing, then a line end, then the message or the text."""
    try:
        text = _text(reader, data)
    except DocumentError as error:
        return f"{error.fault.name}\n{error}"
    except MemoryError:
        return f"{Fault.TOO_LARGE.name}\ntoo large to unpack; split the document"
    except RecursionError:
        return f"{Fault.DAMAGED.name}\nnested too deep; export it again"
    return f"\n{text}"


def _text(reader: str, data: bytes) -> str:
    """Return the text of *data*; a reader's library is loaded only where it is used."""
    match reader:
        case "pdfium":
            from knowledge.documents.pdfium import text
        case "pypdf":
            from knowledge.documents.pdffallback import text
        case "docx":
            from knowledge.documents.word import text
        case "odt":
            from knowledge.documents.opendocument import text
        case _:
            raise LookupError(reader)
    return text(data)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
