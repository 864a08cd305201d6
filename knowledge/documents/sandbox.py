"""Documents that could do harm are read in a child process, and its end is judged here.

PDFium aborts the whole process under memory pressure, and XML can be made to take any memory:
neither may happen where others are being answered.
"""

from __future__ import annotations

import logging
import math
import os
import signal
import subprocess
import sys

from knowledge.documents import limits
from knowledge.documents.kinds import FileKind
from knowledge.errors import DocumentError, Fault

logger = logging.getLogger(__name__)

# Which readers are tried, in order, and which part of the time each may take.
_READERS: dict[FileKind, tuple[tuple[str, float], ...]] = {
    FileKind.PDF: (("pdfium", 0.4), ("pypdf", 0.6)),
    FileKind.DOCX: (("docx", 1.0),),
    FileKind.ODT: (("odt", 1.0),),
}
# What another reader would find as well.
_FINAL = frozenset((Fault.ENCRYPTED, Fault.NO_TEXT_LAYER, Fault.TOO_LARGE))
# What a program cannot start without, and nothing more: the bot's secrets may stand in the rest.
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def extract(data: bytes, kind: FileKind, name: str) -> str:
    """Return the text of *data*, a file of *kind*, within WALL_SECONDS.

    Raises DocumentError, naming the file *name*.
    """
    refused = DocumentError("")
    for reader, share in _READERS[kind]:
        try:
            return _read(data, reader, share * limits.WALL_SECONDS)
        except DocumentError as error:
            refused = error
            if error.fault in _FINAL:
                break
    raise DocumentError(f"{name}: {refused}", refused.fault) from refused


def _read(data: bytes, reader: str, seconds: float) -> str:
    try:
        child = subprocess.run(  # noqa: S603 – our own module; no word of it is from the file
            _command(reader, seconds),
            input=data,
            capture_output=True,
            timeout=seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(seconds) from error
    if child.returncode != 0:
        said = child.stderr[-200:].decode(errors="replace")
        logger.warning("reader_died reader=%s status=%d said=%r", reader, child.returncode, said)
        raise _died(child.returncode, seconds)
    fault, _, rest = child.stdout.decode().partition("\n")
    if fault:
        raise DocumentError(rest, Fault[fault])
    return rest


def _command(reader: str, seconds: float) -> list[str]:
    """Return the call of a child that writes nothing and looks for modules where we do."""
    child = ["-P", "-s", "-B", "-m", "knowledge.documents.child"]
    return [sys.executable, *child, reader, str(math.ceil(seconds))]


def _environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _died(status: int, seconds: float) -> DocumentError:
    """Return what the exit *status* of a child without a verdict means."""
    if status == -getattr(signal, "SIGXCPU", 0):
        return _too_slow(seconds)
    return DocumentError("damaged, or made to do harm; export it again", Fault.DAMAGED)


def _too_slow(seconds: float) -> DocumentError:
    message = f"not read within {seconds:.0f} seconds; save it as text"
    return DocumentError(message, Fault.TOO_SLOW)
