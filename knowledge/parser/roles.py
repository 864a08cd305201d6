"""What a line is for its meeting: a line of the head, a section, an item, part of an item."""

from __future__ import annotations

from enum import Enum, auto


class Role(Enum):
    """What the line under a label is for the meeting."""

    HEAD = auto()
    ADDRESS = auto()
    ADJOURNED = auto()
    REPORTS = auto()
    PROPOSALS = auto()
    SPEECHES = auto()
    CONCLUSIONS = auto()
    MOTIONS = auto()
    STATEMENT = auto()
    ITEM = auto()
    SUBJECT = auto()
    EXPLANATION = auto()
    RESOLUTION = auto()
    SPEAKER = auto()
    ELECTIONS = auto()
    ASIDE = auto()  # no business of the meeting: when the next one is, a ceremony
    ABOUT = auto()  # who proposes, seconds or reports an item, and how votes were cast


SECTIONS = frozenset(
    (
        Role.REPORTS,
        Role.PROPOSALS,
        Role.SPEECHES,
        Role.MOTIONS,
        Role.CONCLUSIONS,
        Role.STATEMENT,
        Role.ELECTIONS,
        Role.ASIDE,
    )
)
# What was decided, on an item or on the meeting.
RULINGS = frozenset((Role.RESOLUTION, Role.CONCLUSIONS))
PARTS = frozenset((Role.SUBJECT, Role.EXPLANATION, Role.RESOLUTION, Role.SPEAKER, Role.ABOUT))
