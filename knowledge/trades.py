"""People of a trade, as people and minutes call them: 養蜂人 is 養蜂業者, 租地的人 is 租地人."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.regex import regex

# Who works at something, lives by it or owns it.
_TRADERS = (
    "业者", "户", "人", "农", "民", "者", "商", "厂商", "工", "员", "人员", "人士", "从业人员", "师傅", "主", "家", "店家",
)  # fmt: skip
_TRADE = regex(f"(?P<what>[\u4e00-\u9fff]{{2,4}}?)的?(?P<who>{'|'.join(_TRADERS)})")
_ALONE = "业者"  # 攤販業者 are 攤販


def others(word: str) -> Iterator[str]:
    """Yield the other names for the people of the folded *word*, none where it names no trade."""
    if named := _TRADE.fullmatch(word):
        yield from (named["what"] + other for other in _TRADERS)
        if named["who"] == _ALONE:
            yield named["what"]
