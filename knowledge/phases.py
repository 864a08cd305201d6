"""第一期, 第二階段: what is told of one of them is told of no other."""

from __future__ import annotations

import re

from knowledge.dates import NUMERAL, number
from knowledge.regex import regex

_PHASE = regex(rf"第(?P<n>{NUMERAL})(?P<of>期|阶段|标(?!准|的)|梯次|批|季)")


def of_phase(asked: str, body: str) -> str:
    """Return folded *body* without what it tells of other phases than those that *asked* names.

    A part tells of the phase that is named last before its end: 第一期…竣工；第二期預計….
    """
    wanted = {_phase(match) for match in _PHASE.finditer(asked)}
    found = list(_PHASE.finditer(body)) if wanted else []
    if not found:
        return body
    ends = [*(match.start() for match in found[1:]), len(body)]
    measures = {of for _, of in wanted}
    told = (
        body[match.start() : end]
        for match, end in zip(found, ends, strict=True)
        if match["of"] not in measures or _phase(match) in wanted
    )
    return body[: found[0].start()] + "".join(told)


def _phase(match: re.Match[str]) -> tuple[int | None, str]:
    return number(match["n"]), match["of"]
