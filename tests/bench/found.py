"""What was measured of one engine, and the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Found:
    """Seconds to build and of each answer, the share of right first entries, bytes."""

    name: str
    built: float
    times: Sequence[float]
    right: float
    disk: int
    memory: int

    @property
    def p50(self) -> float:
        return median(self.times)

    @property
    def p99(self) -> float:
        return quantiles(self.times, n=100)[98]


def table(found: Sequence[Found]) -> str:
    """Return a table in Markdown; memory and disk in MB, a peer's memory beside its texts."""
    lines = [
        "| engine | p50 | p99 | right entry first | build | disk | memory |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {one.name} | {one.p50 * 1e3:.1f} ms | {one.p99 * 1e3:.1f} ms | {one.right:.0%}"
        f" | {one.built:.0f} s | {one.disk / 1e6:.0f} | {one.memory / 1e6:.0f} |"
        for one in found
    ]
    return "\n".join(lines)
