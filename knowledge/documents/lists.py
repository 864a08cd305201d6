"""Automatic numbering, restored: what stands in front of a list item but not in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.documents.numerals import numeral
from knowledge.regex import regex

DEPTH = 10  # levels that a list can have at most in either format
_OPEN_ENDED = regex(r"[\w.)\]]$", re.ASCII)  # 1. and (1) need a space, 一、 and （一） none
# What symbol fonts keep in the private area is no sign without them; o is Courier's circle.
_FONT_SIGN = regex(r"[\ue000-\uf8ffo]")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `pattern` holds %1 … %9 for the levels' numbers."""

    pattern: str
    style: str = "decimal"
    start: int = 1
    restart: int | None = None  # this many levels above restart it; None: any above, 0: none
    tight: bool = False  # the text follows at once
    decimal: bool = False  # the levels above are shown in digits, too


@dataclass(slots=True)
class Counts:
    """Where each level of one list stands; None: not yet begun."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * DEPTH)

    def advance(self, levels: Sequence[Level], at: int) -> str:
        """Count an item of level *at* and return the mark before its text, with its space."""
        number = self.numbers[at]
        self.numbers[at] = levels[at].start if number is None else number + 1
        for below in range(at + 1, len(levels)):
            restart = levels[below].restart
            if restart is None or at < restart:
                self.numbers[below] = None
        for above in range(at):
            if self.numbers[above] is None:
                self.numbers[above] = levels[above].start
        return self._mark(levels, at)

    def _mark(self, levels: Sequence[Level], at: int) -> str:
        level = levels[at]
        if level.style == "bullet":
            sign = "•" if _FONT_SIGN.fullmatch(level.pattern) else level.pattern
            return f"{sign} " if sign else ""

        def shown(found: re.Match[str]) -> str:
            above = int(found[1]) - 1
            if above > at or above >= len(levels):
                return ""
            style = "decimal" if level.decimal else levels[above].style
            return numeral(self.numbers[above] or 0, style)

        mark = re.sub(r"%([1-9])", shown, level.pattern)
        return f"{mark} " if _OPEN_ENDED.search(mark) and not level.tight else mark
