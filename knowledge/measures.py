"""What is counted with: a question's measure, and those that count the same things."""

from __future__ import annotations

import re
from functools import cache

from knowledge.regex import regex

NUMBER = "[0-9〇零一二两三四五六七八九十百千万亿][0-9〇零一二两三四五六七八九十百千万亿,.]*"
MEASURES = "幅尊篇粒只头匹羽尾枝朵箱包瓶罐斤梯摊席床桶片颗吨瓦案笔度瓩则起宗株棵支张份件本分小公坪天周学间座所栋辆班站条场次件家户处台区里校馆项个种名位人公处"
# Of each group one may be answered by another: 幾間 by 5 所, 幾本書 by 40 冊.
_SAME = (
    "间所家处座栋站校馆",
    "件案起宗则",
    "笔宗",
    "张份件幅枚",
    "本册部卷",
    "辆班台架部",
    "条线",
    "层楼",
    "株棵",
    "颗粒",
    "支枝",
    "只头匹",
    "项种类款",
    "梯期",
)
# What befalls is counted by times and by cases: 擦撞幾次, 擦撞事故9件.
_BEFALLS = "事故|车祸|擦撞|追撞|碰撞|意外|故障|违规|陈情|申诉|检举|投诉|通报|火警|火灾|跌倒|受伤|纠纷|抛锚|停电|淹水|救援|攻击|遭窃|失窃"
_UNIT = regex(f"{NUMBER}([{MEASURES}元%])")
_WEIGHED = {"吨": "公?吨", "斤": "[公台]?斤"}
_TIMES, _CASES = "次", "件起"


@cache
def counting(measure: str) -> re.Pattern[str]:
    """Return what finds a number of *measure*, or of what counts the same things."""
    same = "".join(dict.fromkeys("".join(group for group in _SAME if measure in group)))
    counted = f"[{same}]|{measure}" if same else _WEIGHED.get(measure, measure)
    other = _CASES if measure in _TIMES else _TIMES if measure in _CASES else ""
    befell = f"|(?:{_BEFALLS})[^,。;]{{0,6}}{NUMBER} ?[{other}]" if other else ""
    return re.compile(f"{NUMBER}(?:余)? ?(?:{counted}){befell}")


def units(text: str) -> frozenset[str]:
    """Return what is counted in *text*, by its first character: 人 of 40人, 元 of 6元."""
    return frozenset(_UNIT.findall(text))
