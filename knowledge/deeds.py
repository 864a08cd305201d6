"""Words that are a deed and name nothing: 買地 and 抓人, 樹倒 and 水淹.

A word list may keep them whole, and no dictionary of ordinary Chinese counts them; but they are
put together anew by everybody, so that one which stands nowhere is no unknown name.
"""

from __future__ import annotations

_PUT_TOGETHER = 2  # characters
# What is lacking is told of a thing and is none: 不夠用, 沒位子. Not what failed: 沒人投標.
_LACKS = ("不够", "没地方", "没位")
# What people do to a thing; behind it the thing: 買地, 抓人, 擺攤, 補牆.
_DOES = frozenset("买卖租借抓拆挖埋铺盖补修换洗扫清搬拿送收领缴付赔罚摆砍剪捡丢贴挂画拍抢堵挡放印")
# What befalls a thing; before it the thing: 樹倒, 水淹, 牆裂, 橋斷.
_BEFALLS = frozenset("倒淹塌断裂漏堵满坏破烂翻沉垮掉臭脏湿")
# The things, of which one stands behind or before.
_OBJECTS = frozenset(
    "地人车路树屋房墙桥水灯窗门板摊位货鱼猪狗猫牛鸡菜米油沙土石管线井沟坑洞船机票证单书"
)


def is_deed(word: str) -> bool:
    """Tell whether folded *word* is a verb and its thing, what befell a thing, or a lack."""
    if word.startswith(_LACKS):
        return True
    if len(word) != _PUT_TOGETHER:
        return False
    first, last = word[0], word[1]
    return (first in _DOES and last in _OBJECTS) or (first in _OBJECTS and last in _BEFALLS)
