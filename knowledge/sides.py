"""Who is for a thing or against it: 誰反對 is told by whoever finds it too much, without that word."""

from __future__ import annotations

from knowledge.regex import regex

_TAKES_SIDES = regex(
    "(?:谁|哪[一几]?[位个些][\u4e00-\u9fff]{0,3})(?:最|比较)?(?P<side>反对|不赞成|不同意|不支持|赞成|支持)"
)
_AGAINST_IT = ("反对", "不赞成", "不同意", "不支持")
_AGAINST = regex("反对|不[要能宜妥赞同该]|太|万一|危险|担心|疑虑|风险|凭什么|为什么要|吃亏")
_IN_FAVOUR = regex("赞成|支持|同意|值得|应该做|乐见|肯定")


def asks_side(folded: str) -> bool:
    """Tell whether *folded* asks who is for something, or against it."""
    return _TAKES_SIDES.search(folded) is not None


def takes_side(folded: str, body: str) -> bool:
    """Tell whether *body* takes the side that *folded* asks about."""
    asked = _TAKES_SIDES.search(folded)
    if asked is None:
        return False
    return bool((_AGAINST if asked["side"] in _AGAINST_IT else _IN_FAVOUR).search(body))
