"""Tables that take long to make, kept beside the database in their fastest form."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")

_made: dict[str, Any] = {}  # by the names of the files, which tell what they hold


def kept(
    file: Path | None, make: Callable[[], T], valid: Callable[[T], bool] = lambda made: True
) -> T:
    """Return what *file* keeps, if *valid*, else what *make* gives, which is then kept there.

    The value is made of built-in types. A torn or missing file and a folder that cannot be
    written cost time and nothing else.
    """
    if file and file.is_file():
        try:
            # Read at once and unmarshalled from memory: a third of the time of marshal.load.
            found = cast("T", marshal.loads(file.read_bytes()))  # noqa: S302 - our own file
            if valid(found):
                return found
        except (OSError, EOFError, ValueError, TypeError, LookupError):
            pass  # made again below
    made = _made_before(file, valid) or make()
    if file:
        _made[file.name] = made
        _keep(file, marshal.dumps(cast("Any", made)))
    return made


def _made_before(file: Path | None, valid: Callable[[T], bool]) -> T | None:
    """Return what this process made for a file of that name in another folder."""
    found = cast("T | None", _made.get(file.name)) if file else None
    return found if found is not None and valid(found) else None


def _keep(file: Path, data: bytes) -> None:
    try:
        draft = file.with_suffix(".draft")
        draft.write_bytes(data)
        draft.replace(file)
    except OSError:
        pass
