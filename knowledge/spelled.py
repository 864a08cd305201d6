"""How a number may be written: 1000 is 1,000, 40000 is 4萬 or 四萬, the 611 of a storm 6月11日."""

from __future__ import annotations

from functools import lru_cache

from knowledge.regex import regex

_GROUPED = regex("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_NUMERALS = dict(enumerate(("一", "二两", "三", "四", "五", "六", "七", "八", "九"), start=1))
_MONTH_DAY = regex("0?(?P<month>[1-9])(?P<day>0[1-9]|[12][0-9]|3[01])")  # 517, 921, 0611
_NO_VERB = "来能有必到免曾"  # 未來 is not 沒來
_LEAST, _TEN_THOUSAND, _MOST = 1_000, 10_000, 9  # digits of the longest number


@lru_cache(maxsize=500)
def others(figures: str) -> tuple[str, ...]:
    """Return how else folded minutes may write the number *figures*, or the day that it names."""
    if day := _MONTH_DAY.fullmatch(figures):
        return (
            figures if figures[0] == "0" else f"0{figures}",
            f"{day['month']}月{int(day['day'])}日",
        )
    if figures == "100":
        return ("百",)  # 滿百歲
    count = int(figures) if figures.isdigit() and len(figures) <= _MOST else 0
    if count < _LEAST or figures[0] == "0":
        return ()
    high, low = divmod(count, _TEN_THOUSAND)
    thousands = [f"{low // _LEAST}千"] if low and low % _LEAST == 0 else []
    if not high:
        return (f"{count:,}", *thousands)
    if low:
        rest = (str(low), f"{low:,}", *thousands)
        return (f"{count:,}", *(f"{high}万{one}" for one in rest))
    small = (f"{numeral}万" for numeral in _NUMERALS.get(high, ""))
    return (f"{count:,}", f"{high}万", *small)


def ungrouped(text: str) -> str:
    """Return *text* without the commas that group the figures of its numbers."""
    return _GROUPED.sub("", text)


def written(word: str) -> tuple[str, ...]:
    """Return how else minutes write *word*: a number in other numerals, 沒繳 as 未繳."""
    if len(word) == 2 and word[0] == "没" and word[1] not in _NO_VERB:
        return (f"未{word[1]}",)
    return tuple(others(word)) if word.isdigit() else ()
