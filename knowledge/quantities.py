"""What a quantity is measured in: who asks for 面積 is told 公頃, and no other number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from knowledge.regex import regex

_NUMBER = "[0-9〇零一二两三四五六七八九十百千万亿,.]+"
# What is measured, and the units in which minutes state it.
_MEASURED_IN = (
    ("面积", "公顷|平方(?:公尺|公里|米)|坪|甲(?![级等])|分地"),
    (
        "长度|全长|总长|距离|里程|宽度|高度|深度|水深|厚度|间距|多[长宽高深远厚]|淤[高深]|[刷下沉]陷|沉降|抬[高升]",
        "公里|公尺|公分|毫米|公厘|米|[浬哩呎吋码]|海里|英里|英[尺寸]",
    ),
    ("重量|载重|总重|吨数|多重", "公?吨|公斤|公克|克"),
    ("水量|库容|蓄水量|用水量|出水量", "公?吨|立方(?:公尺|米)|公升|毫升|cmd"),
    ("温度|气温|室温|水温", "度"),
    ("病?床位|病床|床数|(?<![河溪海矿岩苗温])床", "床|张病?床"),
    ("停车位|停车格位?|车位|格位|车格", "个?(?:停车)?[格席位]|辆|[车格]位"),
    ("座位|席位|席次", "个?[席位]|人"),
    ("名额|员额|缺额", "个|人|名|位|席"),
)
_FIGURE = "[0-9〇零一二两三四五六七八九十百千]+"
_SO_MANY = regex(f"{_FIGURE} ?[大个项处名位组]? ?")
_SO_MANY_AFTER = regex(f"[^,。;]{{0,4}}{_FIGURE}")
# 幾萬人 is told by 78萬 or 132,508, and not by 4,200
_MAGNITUDE = regex("(?<![哪第上好这那])几(?P<of>[千万亿])(?![里一])")
_AS_GREAT = {
    "千": regex("[千万亿]|[0-9],?[0-9]{3}"),
    "万": regex("[万亿]|[0-9]{2},?[0-9]{3}"),
    "亿": regex("亿|[0-9]{3},?[0-9]{3},?[0-9]{3}"),
}
# 上限是幾人 is not how many came, and what was sold in the first month is not all that was sold.
_FIRST = "首[月周日年]|第[一1]个?(?:月|周|天|日|年(?!级)|星期)"
# 還有幾筆地沒同意 counts none of those that did
_UNDONE = regex(
    "(?:多少|几)(?![年天周]|个月)[^,。;?]{0,6}[没未](?:有|被)?(?P<of>[\u4e00-\u9fff](?!了)[\u4e00-\u9fff])[的 ?。啊呀呢]*$"
)
_STILL = regex("仍|尚|还|[待剩]|其余")
_BOUNDS = (
    (
        regex("上限(?:人数|金额)?(?:[订定设]?[是为在到])?(?:多少|几)"),
        regex("限|最[多高]|至多|不(?:得|可|应)?[超逾多高]|以[内下]|封顶"),
    ),
    (
        regex("下限(?:人数|金额)?(?:[订定设]?[是为在到])?(?:多少|几)"),
        regex("限|最[少低]|至少|不(?:得|可|应)?[少低]|以上|起"),
    ),
    (
        regex(f"(?:多少|几|how).*(?:{_FIRST})|(?:{_FIRST}).*(?:多少|几)"),
        regex(f"{_FIRST}|当[天日年月]|开[办张幕]"),
    ),
)
# 每公里漲到多少錢, 一百公克賣多少: what one of a measure costs is told by it
_PER = regex(
    "(?:每|一|[0-9]+|百|千)百?(?P<unit>公里|公斤|公克|公吨|公升|毫升|立方公尺|平方公尺|度|坪|分钟|小时)"
    "[^,。;?]{0,4}(?:多少|几[元块毛角])"
)
_BARE = "数值|系数|指数|比值"  # measured in nothing
_IS = regex(f"(?<=[为是达仅约至到比值数:]){_NUMBER}(?![0-9万亿]|余?[元人名年月日案])")
_NOUNS = "|".join((_BARE, *(nouns for nouns, _ in _MEASURED_IN)))
_ASKED = regex(
    f"(?P<noun>{_NOUNS})(?:[^,。;?]{{0,4}}?(?:多少|几|多[大长宽高深重远厚])|(?=[ ?。啊呀呢]*(?:$|,)))"
    f"|(?<![第这那哪])(?:多少|几)[个张]?的?(?P<after>{_NOUNS})"
)


def quantity(folded: str) -> str:
    """Return the quantity whose number *folded* asks for: 面積, of 面積多少; "" for none."""
    found = _ASKED.search(folded)
    return (found["noun"] or found["after"]) if found else ""


def is_quantity(word: str) -> bool:
    """Tell whether *word* is a quantity, for which the unit behind its number stands."""
    return _in_units(word) is not None


def states(quantity: str, text: str) -> bool:
    """Tell whether *text* has a number in a unit of *quantity*."""
    units = _in_units(quantity)
    return units is not None and bool(units.search(text))


def is_as_great(folded: str, text: str) -> bool:
    """Tell whether *text* has a number of the magnitude that *folded* asks for, if it does."""
    of = _magnitude(folded)
    return not of or bool(_AS_GREAT[of].search(text))


@lru_cache(maxsize=100)  # of one question it is asked for each of its entries
def _magnitude(folded: str) -> str:
    asked = _MAGNITUDE.search(folded)
    return asked["of"] if asked else ""


def is_bound(folded: str, text: str) -> bool:
    """Tell whether *text* tells of the limit, the first time or what is left that *folded* asks the number of."""
    undone, bounds = _bounds(folded)
    if undone and not _STILL.search(text):
        return any(f"{no}{undone}" in text for no in "未没不")
    return all(tells.search(text) for tells in bounds)


@lru_cache(maxsize=100)
def _bounds(folded: str) -> tuple[str, tuple[re.Pattern[str], ...]]:
    undone = _UNDONE.search(folded)
    of = undone["of"] if undone else ""
    return of, tuple(tells for asks, tells in _BOUNDS if asks.search(folded))


def is_per_unit(folded: str, text: str) -> bool:
    """Tell whether *text* tells of each of the measure that *folded* asks the price of, if it does."""
    asked = _PER.search(folded)
    if asked is None:
        return True
    units = ("度", "立方公尺") if asked["unit"] == "度" else (asked["unit"],)  # of water
    return any(f"{one}{unit}" in text for one in "每一/百千人" for unit in units)


@cache
def _in_units(quantity: str) -> re.Pattern[str] | None:
    if re.fullmatch(_BARE, quantity):
        return _IS
    found = (units for nouns, units in _MEASURED_IN if re.fullmatch(nouns, quantity))
    units = next(found, None)
    return re.compile(f"{_NUMBER}(?:余|多)? ?(?:{units})") if units else None


def counts(words: Iterable[str], sentence: str) -> bool:
    """Tell whether *sentence* has a number of one of *words*: 8 個議題組, of 幾個議題組."""
    ends = [match.end() for match in _SO_MANY.finditer(sentence)]
    return any(
        any(sentence.startswith(word, end) for end in ends)
        or (word in sentence and _SO_MANY_AFTER.match(sentence.partition(word)[2]))
        for word in words
    )
