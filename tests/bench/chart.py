"""The chart of a bench: how long an answer takes against how often the right entry is first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.found import Found


def draw(found: Sequence[Found], size: int, path: Path) -> None:
    """Write *path*.png and *path*.svg."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 4.5), layout="constrained")
    for one in found:
        own = one is found[0]
        axes.plot(
            one.p50 * 1e3,
            one.right * 100,
            "D" if own else "o",
            markersize=11 if own else 7,
            linestyle="none",
            label=one.name,
        )
    axes.set_xscale("log")
    axes.set_ylim(0, 100)
    axes.set_xlabel("median time of an answer, ms (log scale)")
    axes.set_ylabel("right entry first, %")
    axes.set_title(f"{size:,} entries, 2 cores, {datetime.now(UTC).date()}", fontsize=11)
    axes.grid(alpha=0.3)
    figure.legend(loc="outside right upper", fontsize=9)
    path.parent.mkdir(parents=True, exist_ok=True)
    for suffix in (".png", ".svg"):
        figure.savefig(path.with_suffix(suffix), dpi=150)
