"""Whether a resolution states otherwise the figures that an explanation plans."""

from __future__ import annotations

from knowledge.measures import units
from knowledge.model import Outcome
from knowledge.posting import Posting
from knowledge.regex import regex

_AMENDED = "修正为"  # 費率修正為每公斤9元，餘照案通過
_PLANS = regex("拟|建议|提高为|调整为|调降为|改为|定为|订为")
_LABEL = regex(
    "(?:第[一二三四五六七八九1-9][级类期等]|每(?:公[斤里顷吨升克]|[平立]方公尺|小时|分钟|[人户月年日晚天周次趟度坪张件辆台份组校班床间桌餐袋包本格帐摊])|[\u4e00-\u9fff]{2}(?:费率?|金|率|价))"
)


def is_amended(resolution: Posting) -> bool:
    """Tell whether *resolution* passes an item with a change."""
    return resolution.outcome == Outcome.AMENDED or _AMENDED in resolution.body


def amends(folded: str, resolution: str, explanation: str) -> bool:
    """Tell whether *resolution* states otherwise what *explanation* plans and *folded* asks: 第三級50%."""
    planned = _PLANS.search(explanation) and units(resolution) & units(explanation)
    labels = set(_LABEL.findall(explanation)) if planned else ()
    return any(label in resolution and _core(label) in folded for label in labels)


def _core(label: str) -> str:
    """Return what a question has of a *label*: 級, of 第三級; 公斤, of 每公斤."""
    return label[-1] if label.startswith("第") else label.removeprefix("每")
