"""Which number of what a question speaks of: 六項策略, 多少毫米."""

from __future__ import annotations

import math
import re

from knowledge.dates import NUMERAL, number
from knowledge.quantities import quantity
from knowledge.regex import regex

_COUNT = regex(
    rf"(?<!第)(?P<n>{NUMERAL})(?:大|个|项|点|种|条|块(?!钱|地)|件(?=事))(?<!四个(?=市|城市|县市))(?!市|城市|[0-9]|多|人|字)(?P<noun>(?!是)[\u4e00-\u9fff]{{2}}(?<!的)|[\u4e00-\u9fff](?=的))?"
)
_ABOUT = regex(
    "[上近约]?[0-9〇零一二两三四五六七八九十百千万]+(?:[多余](?=[\u4e00-\u9fff])|[几来](?=[个项件位人名条场次年天月万亿元块户岁间座公处张份本支台辆只所家笔]))万?"
)
_ONLY_THEN = regex("(?<=[多少几]人)才(?=[可能会有要])")  # 多少人才可以 asks for no 人才
_HOW_MANY = regex("(?<!第)几[部辆台株盏床艘](?=[\u4e00-\u9fff]{2})")  # 幾部 is no word
_PER = regex("(?:[0-9]+|一?[百千])(?=(?:公克|公斤|毫升|公升|度|公里)[^,。;?]{0,3}(?:多少|几))")
# 一帳收多少: of each of what it is asked the sentence tells
_ONE_COSTS = regex("[一每][\u4e00-\u9fff](?=(?:收|卖|要|付|缴|补|给|罚)了?(?:多少|几[元块百千]))")
_EACH = regex("每一?[部辆台架艘](?=[车船机])")  # 每台車 is every 車
# 用電最多的五棟樓: the five that rank highest may be called otherwise, a 館
_RANKED = regex(f"(?<=最[\u4e00-\u9fff]的){NUMERAL}[栋间座棵艘辆台](?=[楼屋房店树船车])")
_SIDES = regex(
    "(?:(?<!第)(?:哪几?|几)[个种大]?|哪些|各个?|每一?个)(?P<noun>面向|方向|领域|方面|层面)"
)
# 說明一底下(三), 說明三第一個計畫: a point below a point
_BELOW = regex(
    f"(?P<of>说明|办法|决议)(?P<n>[一二三四五六七八九十]{{1,2}})(?:[的之、]|底下|下面?|里面?的?)*"
    f"(?:第(?P<m>{NUMERAL})(?:[个项点款]的?)?|[(](?P<k>{NUMERAL})[)])"
)
_PART = regex(rf"第(?P<n>{NUMERAL})(?:个?大?部[分份]|大[项点段类节]|大标题|节)")
_MOST_GREAT = 20  # of 八大議題面向, 十大建設
_MEASURE = regex(
    "(?<!第)(?:几|多少)((?<!几)项|架次|艘次|人次|车次|班次|航次|诊次|校次|公里|公顷|公尺|毫米|公分|公厘|公吨|公斤|分贝|平方公尺|立方公尺|分钟|小时|[度笔件则起宗案次盏站期层楼格字席床只头匹羽尾枝桶片颗吨瓦间所座栋家处馆校张份件本辆班台架条户坪票公吨棵株朵粒艘枚尊套袋盒册卷顶扇组例面口批场部幅篇页](?![长织子罩岸径]))"
)


def counted_things(bare: str) -> tuple[int | None, str]:
    """Return how many of what are spoken of: 6 and 策略, of 哪六項策略; the last that is named.

    Of 哪幾個面向 it is what is asked for, without a number.
    """
    found = [match for match in _COUNT.finditer(bare) if _counts(match)]
    if not found:
        asked = _SIDES.search(bare)
        return None, asked["noun"] if asked else ""
    named = [match["noun"] for match in found if match["noun"]]
    return number(found[-1]["n"]), named[-1] if named else ""


def _counts(match: re.Match[str]) -> bool:
    """Tell whether a number counts more than one: 八大議題, but not 517大雨."""
    great = match[0][len(match["n"]) :].startswith("大")
    return 1 < (number(match["n"]) or 0) <= (_MOST_GREAT if great else math.inf)


def exact(bare: str) -> str:
    """Leave out numbers that are only about right: 一百多項 need not stand there."""
    plain = _ONLY_THEN.sub(" ", bare) if "人才" in bare else bare
    plain = _HOW_MANY.sub("  ", plain) if "几" in plain else plain
    plain = _RANKED.sub(lambda match: " " * len(match[0]), plain) if "最" in plain else plain
    plain = _EACH.sub(lambda match: " " * len(match[0]), plain) if "每" in plain else plain
    plain = _PER.sub(lambda match: " " * len(match[0]), plain) if "公" in plain else plain
    plain = _ONE_COSTS.sub("  ", plain) if "一" in plain or "每" in plain else plain
    return _ABOUT.sub(lambda match: " " * len(match[0]), plain)


def measured(folded: str) -> str:
    """Return the measure of what is counted or measured: 盞, of 幾盞, 面積; "" for none."""
    found = _MEASURE.search(folded)
    return quantity(folded) or (found[1] if found else "")


def parted(bare: str) -> tuple[str, int | None]:
    """Take the part that is named by its number out of *bare*: 第二部分, or the 一 of 說明一(三)."""
    if below := _BELOW.search(bare):
        point = f"{below['of']}第{below['m'] or below['k']}点"
        return bare[: below.start()] + point + bare[below.end() :], number(below["n"])
    found = _PART.search(bare)
    return _PART.sub(lambda match: " " * len(match[0]), bare), number(found["n"]) if found else None
