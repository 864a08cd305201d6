"""What a soak found, beside the bar that it must keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured number; `kept` tells whether it is within `bar`, which is for the reader.

    What is `timed` says as much of the machine as of the bot: no test fails for it.
    """

    what: str
    found: str
    bar: str = ""
    kept: bool = True
    timed: bool = False


def none_of(what: str, found: int) -> Figure:
    return Figure(what, str(found), "0", found == 0)


def at_most(what: str, found: float, bar: float) -> Figure:
    return Figure(what, f"{found:g}", f"≤ {bar:g}", found <= bar)


def within(what: str, seconds: float, bar: float) -> Figure:
    return Figure(what, f"{seconds:.2f} s", f"≤ {bar:g} s", seconds <= bar, timed=True)


def noted(what: str, found: object) -> Figure:
    """A number that has no bar."""
    return Figure(what, str(found))


def table(name: str, figures: Iterable[Figure]) -> str:
    """Return the figures as a table that a README may hold."""
    lines = [f"| {name} | found | bar | |", "| --- | --- | --- | --- |"]
    for one in figures:
        lines.append(f"| {one.what} | {one.found} | {one.bar} | {'' if one.kept else 'BROKEN'} |")
    return "\n".join(lines)
