"""A head that stands on one line: title and labels, or labels that only signs or tabs part."""

from __future__ import annotations

from knowledge.model import Fact
from knowledge.parser.labels import label
from knowledge.parser.marks import mark
from knowledge.parser.roles import Role
from knowledge.regex import regex

_APART = regex(r"[;,]\s*|\s+")
_TITLE = regex(r"[^:。]{4,60}(?:[紀記]\s*錄|議事錄|紀要)\s*(?:\([^()]{1,12}\))?\s*$")
_FACTS = frozenset((Fact.TIME, Fact.PLACE, Fact.CHAIR, Fact.RECORDER, Fact.ATTENDANCE))
_SEVERAL = 2  # facts that a line of a head names; one may be a word of a sentence


def head_cuts(level: str, raw: str) -> list[int]:
    """Return where the labels of a head begin within a line; none where it is no such line.

    *raw* is the line as printed: in it a tab stands for a colon. Labels that only spaces part
    are cut here behind a title alone.
    """
    if "。" in level:
        return []
    first = _fact(level, raw, _body(level))
    form = _APART
    gaps = (gap for gap in form.finditer(level) if not first or _parts(gap[0], raw[gap.start()]))
    found = [(gap.end(), fact) for gap in gaps if (fact := _fact(level, raw, gap.end()))]
    facts = {fact for _, fact in found} | ({first} if first else set())
    if len(facts) < _SEVERAL or not found:
        return []
    return [at for at, _ in found] if first or _TITLE.match(level[: found[0][0]]) else []


def _parts(gap: str, printed: str) -> bool:
    """Tell whether a sign or a tab parts two labels, which a space alone does not."""
    return bool(gap.strip()) or printed == "\t"


def _body(level: str) -> int:
    sign = mark(level)
    return sign.end if sign else 0


def _fact(level: str, raw: str, at: int) -> Fact | None:
    """Return which fact the label at *at* states, if a colon or a tab is behind it."""
    found = label(level, at)
    if found is None or found.role is not Role.HEAD or found.fact not in _FACTS:
        return None
    between = level[found.name : found.value], raw[found.name : found.value]
    return found.fact if ":" in between[0] or "\t" in between[1] else None
