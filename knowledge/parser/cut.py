"""Entries are cut from the document: pieces, and the text they make when strung together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.model import Span

if TYPE_CHECKING:
    from knowledge.parser.blocks import Block


def join(document: str, pieces: Iterable[Span]) -> str:
    """Return the text that *pieces* of *document* make: strung together, nothing added."""
    return "".join(piece.cut(document) for piece in pieces)


def pieces(document: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Return the ranges of *blocks*, with one line end of the document between two of them."""
    return tuple(_merged(_spans(document, blocks)))


def parted(document: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return *spans* with a line end, or a space, of the document between two of them."""
    between = (_line_end(document, a.end, b.start) for a, b in pairwise(spans))
    return (spans[0], *(s for gap, b in zip(between, spans[1:], strict=True) for s in (*gap, b)))


def _spans(document: str, blocks: Sequence[Block]) -> Iterator[Span]:
    for before, block in pairwise([None, *blocks]):
        if before is not None and block is not None:
            yield from _line_end(document, before.spans[-1].end, block.spans[0].start)
        if block is not None:
            yield from block.spans


def _line_end(document: str, start: int, end: int) -> Iterator[Span]:
    gap = document[start:end]
    breaks = [i for i, c in enumerate(gap) if c == "\n"]
    others = [i for i, c in enumerate(gap) if c.isspace()]
    for i in (breaks or others)[:1]:
        yield Span(start + i, start + i + 1)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held is not None and held.end == span.start:
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def skipped(length: int, taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return the ranges of a document of that length that no piece in *taken* covers."""
    found, at = [], 0
    for piece in sorted(taken, key=lambda span: span.start):
        if at < piece.start:
            found.append(Span(at, piece.start))
        at = max(at, piece.end)
    if at < length:
        found.append(Span(at, length))
    return tuple(found)
