"""DOCX and ODT are ZIP archives; none is unpacked before it is known how large it becomes."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from knowledge.documents.limits import ZIP_BYTES, ZIP_ENTRIES, ZIP_HARMLESS, ZIP_RATIO
from knowledge.errors import DocumentError, Fault

_ENCRYPTED = 0x1  # bit of an entry's flags (APPNOTE 4.4.4)
_DAMAGED = "damaged; open it, save it again and try once more"


def opened(data: bytes) -> ZipFile:
    """Return the archive in *data*, whose entries say that unpacked they stay within the limits.

    Raises DocumentError.
    """
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OverflowError) as error:
        raise DocumentError(_DAMAGED, Fault.DAMAGED) from error
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    most = min(ZIP_BYTES, max(ZIP_HARMLESS, ZIP_RATIO * len(data)))
    if len(entries) > ZIP_ENTRIES:
        message = f"it has {len(entries):,} parts, more than {ZIP_ENTRIES:,}; save it as text"
        raise DocumentError(message, Fault.TOO_LARGE)
    if size > most:
        message = f"it unpacks to {size:,} bytes, more than {most:,}; split the document"
        raise DocumentError(message, Fault.TOO_LARGE)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise DocumentError("encrypted; remove its password", Fault.ENCRYPTED)
    return archive


def unpacked(data: bytes) -> BytesIO:
    """Return the archive in *data* once more, its entries counted on the way and left unpacked.

    For libraries that unpack by themselves: zipfile, asked for a whole entry, unpacks it all
    before it cuts off what the entry did not declare. Raises DocumentError.
    """
    copy = BytesIO()
    with opened(data) as archive, ZipFile(copy, "w", ZIP_STORED) as plain:
        for name in dict.fromkeys(archive.namelist()):
            plain.writestr(name, part(archive, name))
    copy.seek(0)
    return copy


def part(archive: ZipFile, name: str) -> bytes:
    """Return the entry *name*, unpacked. Raises DocumentError where there is none."""
    try:
        with archive.open(name) as file:
            data = file.read(ZIP_BYTES + 1)
    except (KeyError, BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise DocumentError(_DAMAGED, Fault.DAMAGED) from error
    if len(data) > ZIP_BYTES:
        message = f"more than {ZIP_BYTES >> 20} MB in {name}; split the document"
        raise DocumentError(message, Fault.TOO_LARGE)
    return data
