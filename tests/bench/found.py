"""What was measured of one engine, and the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Found:
    """Seconds, bytes, and the share of questions whose right entry came first.

    *times* are those of each answer, *built* of making the index, *start* from the start of a
    process to its first answer; *rates* are answers a second of one process and of two at once.
    """

    name: str
    times: Sequence[float]
    right: float
    rates: tuple[float, float]
    built: float
    disk: int
    memory: int
    start: float

    @property
    def p50(self) -> float:
        return median(self.times)

    @property
    def p99(self) -> float:
        return p99(self.times)


def p99(times: Sequence[float]) -> float:
    return quantiles(times, n=100)[98]


def table(found: Sequence[Found]) -> str:
    """Return a table in Markdown; disk and memory in MB."""
    lines = [
        "| engine | right entry first | p50 | p99 | answers/s on 1 and 2 cores | build | disk "
        "| memory | cold start |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {one.name} | {one.right:.0%} | {one.p50 * 1e3:.1f} ms | {one.p99 * 1e3:.1f} ms "
        f"| {one.rates[0]:,.0f} · {one.rates[1]:,.0f} | {one.built:,.0f} s "
        f"| {one.disk / 1e6:,.0f} MB | {one.memory / 1e6:,.0f} MB | {one.start:.1f} s |"
        for one in found
    ]
    return "\n".join(lines)
