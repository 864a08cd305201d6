"""Patterns that are compiled when they are first used.

An answer needs a quarter of those that there are, and to compile all of them took a tenth of the
time to the first answer.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Uncompiled:
    """Becomes a pattern with the first method that is asked for; `pattern` alone compiles none."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        found = re.compile(self.pattern, self.flags)
        self.__dict__.update((method, getattr(found, method)) for method in _METHODS)
        return self.__dict__[name]


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does; what is wrong with *pattern* shows when it is first used."""
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))
