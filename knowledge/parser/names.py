"""What a heading or an item is called in a path, and which working group it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.parser.blocks import Block
from knowledge.parser.cells import Part
from knowledge.parser.roles import Role
from knowledge.regex import regex
from knowledge.text import without_tags

_GROUP = regex(
    r"\s*(?P<group>[^\s,。、:()「」;及與暨和各]{1,8}(?:小組|組))"
    r"(?:(?:工作|業務)?報告(?:案|事項)?|提案|說明)?\s*(?:[:(】]|$)"
)
SOMEBODY = regex(
    r"\s*[(（](?:報告人|報告單位|報告機關|簡報人|簡報單位|提案人|提案單位|提案機關|提案委員|主辦|承辦)[^()（）]*[)）]"
)
_SPACED_OUT = regex(r"[案議提]\s+[由題案名]\s")  # 案　由　一
_NAMING = (Part.ROW, Part.CELL)
_ROW_NAME = 24  # characters
_NOT_GROUPS = (
    "各組",
    "全組",
    "本組",
    "各小組",
    "各議題小組",
    "議題小組",
    "分組",
    "工作小組",
    "小組",
)


def group(block: Block) -> str | None:
    """Return the group that *block* begins with: 交通組 of 一、 交通組：…"""
    found = _GROUP.match(block.text, block.body)
    return found["group"] if found and found["group"] not in _NOT_GROUPS else None


def heading(block: Block) -> str:
    """Return the whole line as printed, without its last colon and who reports."""
    return _tidy(SOMEBODY.sub("", block.raw))


def own(block: Block, titled: bool = False) -> str:
    """Return the entry's own number and label: 一、 交通組, 決議, 2., 伍、 業務報告.

    *titled*: the words before the first colon are the label of a section.
    """
    if block.cell and block.cell.heading:
        return _tidy(block.cell.heading)
    if block.name and block.name.name > block.body:
        sign, name = block.raw[: block.body], block.raw[block.body : block.name.name]
        name = SOMEBODY.sub("", name)
        printed = block.name.role is Role.ITEM and not _SPACED_OUT.match(name)
        return _tidy(sign + (name if printed else _unspaced(name)))
    if titled:
        return _tidy(SOMEBODY.sub("", block.raw[: _colon(block)]))
    found = _GROUP.match(block.text, block.body)
    if found and group(block):
        return _tidy(block.raw[: found.end("group")])
    return _tidy(block.raw[: block.sign.printed if block.sign else 0])


def _colon(block: Block) -> int:
    """Return where the heading ends: at its first colon, or at a bracket just before that."""
    line = block.text[block.body :]
    level = re.sub(r"\([^()]*\)", lambda bracket: "(" * len(bracket[0]), line)
    name = re.match(r"[^:]*?(?=\(*\s*(?::|$))", level)
    return block.body + name.end() if name else len(block.raw)


def _unspaced(name: str) -> str:
    """Close up the letters of a label that was spaced out: 決 議 is 決議."""
    letters = name.split()
    spaced_out = len(letters) > 1 and all(len(letter) <= 2 for letter in letters)
    return "".join(letters) if spaced_out else name


def _tidy(name: str) -> str:
    return re.sub(r"\s*\n\s*", " ", name.replace("**", "")).strip().rstrip(":：").rstrip()


_LATIN = regex("[A-Za-z]{2}")


def as_printed(name: str | None, block: Block) -> str | None:
    """Return a name with the dot that the document has in it: 達努巴克‧拉歌拉格."""
    if name and _LATIN.search(name):  # Lin, Yu-Ting
        found = re.search(r"\s*".join(map(re.escape, name)), block.text)
        return block.raw[found.start() : found.end()] if found else name
    at = block.text.find(name) if name else -1
    return block.raw[at : at + len(name)] if name and at >= 0 else name


def row(cells: Sequence[Block]) -> str:
    """Return what a table's row is called: its number, and its second cell if that is short."""
    number, *others = parted(cells)
    counted = re.search(r"[\d一二三四五六七八九十]$", number) is not None
    named = [name for name in others[:1] if counted and len(name) <= _ROW_NAME]
    return _tidy(" ".join([number, *named]))


_SLASH = regex(r"／|(?<!\d)/|/(?!\d)")  # no date's: 114/11/01


def parted(cells: Sequence[Block]) -> list[str]:
    """Return the words of a row's cells that are about its matter, as printed."""
    plain = [b.raw for b in cells if b.cell and b.cell.part in _NAMING and b.cell.role is None]
    apart = re.split(
        r"\s*(?:[|│┃║\u3000\t\u00a0\u2002\u2003]|\s{2,})\s*", without_tags("　".join(plain))
    )
    if len(apart) == 1:
        apart = _SLASH.split(apart[0])
    return apart if len(apart) > 1 else apart[0].split()
