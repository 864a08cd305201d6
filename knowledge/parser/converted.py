"""Headings as converters mark them: ### (一) stands under ## 三、, whatever lists are between."""

from __future__ import annotations

from knowledge.parser.tree import Node, up


def heading_above(node: Node, top: Node) -> Node | None:
    """Return what a marked heading stands under: its list of headings, or the one above it.

    None where *node* is no such heading, and where none is open before it.
    """
    if not _is_heading(node):
        return None
    for above in up(top):
        last = above.last(node.style)
        if last is not None and _is_heading(last):
            return above
    return next((n for n in up(top) if _is_heading(n)), None)


def _is_heading(node: Node) -> bool:
    return node.block is not None and node.block.heading
