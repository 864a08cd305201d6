"""Why a thing was not passed with the others: its resolution tells it, 因教室補強未完工，俟完工後再提會."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer

_WHY = "(?:为什么|为何|为啥|怎么(?:会|就)?|什么原因|什么理由)"
_NOT_PASSED = (
    "[没未不](?:有|被|能|予)?(?:跟著|一起|全部|全数|一并|同时|顺利|马上|直接|当场|都)*(?:让|给)?(?:它|他)?"
    "(?:通过|同意|核准|准|定案|过(?=[关 ?。啊呀呢]|$))"
    "|(?:被|先|又)(?:保留|缓议|搁置|退回|卡住|押后|挡下|暂缓)"
)
_ASKS = regex(
    f"{_WHY}[^,。;?]{{0,8}}(?:{_NOT_PASSED})|(?:{_NOT_PASSED})[^,。;?]{{0,3}}的?(?:原因|理由|缘由)"
)
_GIVES = regex("因(?![此应])|由于|鉴于|俟|尚|(?<!期)待(?!遇)|未(?!来)|不足|不符|异议|不同意见|疑虑")


def withheld(
    question: Question, members: Sequence[Posting], chosen: Posting, scorer: Scorer
) -> Posting | None:
    """Return of *members* the resolution that gives the reason for not passing what is asked of."""
    if not _ASKS.search(question.folded):
        return None
    giving = [p for p in members if p.kind == Kind.RESOLUTION and _GIVES.search(p.body)]
    near = [p for p in giving if p.group in ("", chosen.group)]
    return max(near, key=lambda p: scorer.share(question, p).own, default=None)
