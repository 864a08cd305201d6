"""Offices whose names stand on a line of their own, or begin it, and head what they report."""

from __future__ import annotations

import re

from knowledge.parser.blocks import Block
from knowledge.parser.kinds import is_pause
from knowledge.parser.names import SOMEBODY
from knowledge.parser.offices import OFFICE
from knowledge.parser.roles import Role
from knowledge.parser.tree import Node, section_of, up
from knowledge.parser.voices import speaks
from knowledge.regex import regex

_ONCE_MORE = regex("再?(?:補充|回應)(?:說明|報告)?$")  # 財政處補充：… below its report
_LENGTH = 10
_ALONE = 16
_FRAME = regex(r"[(【《〈〔\[]([^()【】]*)[)】》〉〕\]]")
_REPORTED = regex(r"\s*(?:工作|業務|口頭|書面)?報告$|部[分份]$")
_HEADED_BY = regex(r"\s*(?:\([^()]*\)|[—–─-].{2,8})$")  # 人事室（林主任）, 人事室—林主任


def reports(block: Block, top: Node, following: Block | None) -> bool:
    """Tell whether an office's name begins what it reports: 社會課：…, or alone on its line."""
    section = section_of(top)
    if section is None or section.role is not Role.REPORTS or block.bullet:
        return False
    name, colon, value = SOMEBODY.sub("", block.text).partition(":")
    name = re.sub(r"\([^()]*\)\s*$", "", name)
    if top.block is not None and top.block.ends:  # something is reported, to which this adds
        name = _ONCE_MORE.sub("", name)
    name = name if value.strip() or following is None else _REPORTED.sub("", name)
    longest = _LENGTH if value.strip() else _ALONE
    if len(name.strip()) > longest or not OFFICE.fullmatch(name.strip()):
        return False
    if value.strip():
        return True
    if following is None or following.name is not None:
        return False
    if following.sign is not None:
        return following.sign.number == 1 or _counts_on(following, top)
    return bool(colon) or following.ends


def heads_the_next(block: Block, top: Node, following: Block | None) -> bool:
    """Tell whether an office alone on its line heads items whose numbers run on across offices."""
    return following is not None and _counts_on(following, top) and _is_unit(block)


def _is_unit(block: Block) -> bool:
    """Tell whether a line is nothing but an office, and perhaps who heads or reports for it."""
    line = SOMEBODY.sub("", block.text).strip(" :")
    framed = _FRAME.fullmatch(line)
    line = _REPORTED.sub("", framed[1] if framed else line)
    office = _HEADED_BY.sub("", line).strip()
    if block.ends or len(office) > _ALONE or is_pause(block.text):
        return False
    return OFFICE.fullmatch(office) is not None or speaks(line)


def _counts_on(block: Block, top: Node) -> bool:
    """Tell whether *block* has the number after that of the open item it is like."""
    sign = block.sign
    if sign is None or sign.number is None:
        return False
    item = next((n for n in up(top) if n.style == sign.style and n.number is not None), None)
    return item is not None and item.number == sign.number - 1
