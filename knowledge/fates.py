"""What became of the items that a question wants listed: 有哪些案子被保留, 哪幾案撤掉了."""

from __future__ import annotations

from knowledge.model import Outcome
from knowledge.regex import regex

_LISTS = regex(
    "(?:哪(?:些|几)|有什么|几个?|列出|所有|全部)[^,。;?]{0,10}(?:案子?|案件|提案|议案|议题|事项|项目)"
)
_GROUPS = regex("哪[几些两三四]个?(?:议题)?小?组")
# How people say it, and the outcomes that minutes state for it.
_FATES = (
    ("修正后?(?:才)?(?:再)?通过|(?:改|修)过才过|有条件通过", (Outcome.AMENDED,)),
    ("照案(?:通过)?|(?:原案|无异议|直接|顺利)通过", (Outcome.APPROVED,)),
    ("撤(?:案|回|掉|销|下)|抽(?:案|掉|回)|收回", (Outcome.WITHDRAWN,)),
    ("保留", (Outcome.RESERVED,)),
    ("缓议|续议|再议|暂缓|缓一缓|[续再]审", (Outcome.CONTINUED,)),
    ("搁置|卡[住关]|延后|延到|押后|拖[到延]|没有?(?:结论|结果|决定|谈成|谈拢)", (Outcome.CONTINUED, Outcome.RESERVED)),
    ("洽悉|备查", (Outcome.NOTED,)),
    ("(?<![没未不])(?:(?<!没有)通过|过关)", (Outcome.APPROVED, Outcome.AMENDED)),
)  # fmt: skip
_FATE = regex("|".join(f"(?P<fate{n}>{words})" for n, (words, _) in enumerate(_FATES)))


def fates(folded: str) -> tuple[Outcome, ...]:
    """Return the outcomes of the items that *folded* wants listed, () where it wants none."""
    return _told(folded) if _LISTS.search(folded) else ()


def fates_of_groups(folded: str) -> tuple[Outcome, ...]:
    """Do as `fates` does for the groups whose items they are: 哪幾組照案通過."""
    return _told(folded) if _GROUPS.search(folded) else ()


def _told(folded: str) -> tuple[Outcome, ...]:
    found = _FATE.search(folded)
    return _FATES[int(str(found.lastgroup).removeprefix("fate"))][1] if found else ()


def names_fate(folded: str) -> bool:
    """Tell whether *folded* says what became of something."""
    return bool(_FATE.search(folded))


def is_fate(word: str) -> bool:
    """Tell whether *word* only says what became of something: 缓议, 保留."""
    return bool(_FATE.fullmatch(word))
