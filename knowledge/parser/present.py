"""Who is known by name: those whom the head names speak by their names alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from knowledge.parser.blocks import Block
from knowledge.parser.labels import Label
from knowledge.parser.offices import OFFICE, TITLE
from knowledge.parser.people import is_whole_name, officials
from knowledge.parser.roles import Role

_APART = re.compile(r"[、,;/\s]+")
_NOT_NAMES = re.compile(r"\([^()]*\)|等\s*[\d一二三四五六七八九十]*\s*[人位名]")


def people_in(block: Block) -> Iterator[str]:
    """Yield the whole names in a line of the head: 閻淑惠（護理部主任）、高逸群."""
    for word in _APART.split(_NOT_NAMES.sub(" ", block.value)):
        if TITLE.search(word):
            yield from (p.name for p in officials(word) if is_whole_name(p.name))
        elif is_whole_name(word) and not OFFICE.fullmatch(word):
            yield word


def known(block: Block, present: Collection[str]) -> Block:
    """Return *block* with the label of a speaker where its first word is one of *present*."""
    name, colon, words = block.text.partition(":")
    if block.name or block.sign or not (colon and words.strip()) or name.strip() not in present:
        return block
    end = len(name)
    return replace(block, name=Label(Role.SPEAKER, end, end + 1, colon=True, person=name.strip()))
