"""Rows without lines or bars: columns that gaps set, and what happens or happened when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from knowledge.regex import regex

if TYPE_CHECKING:
    from knowledge.parser.lines import Line

HANGING = frozenset(",、(「『《〈【")  # a line that ends in one goes on
_COLUMNS = regex(r"\S\s{2,}(?=\S)")  # several in a line set the columns of a table
_LABELLED = regex(r"[\u4e00-\u9fff]{2,8}\s{2,}\S")  # 施工廠商　　宏遠營造

_DATE = r"(?:\d{2,4}[年/.-])?\d{1,2}[月/.-]\d{1,2}日?"
_UNTIL = r"(?:\s*[至~-]\s*(?:\d{1,2}[月/.-])?\d{1,2}日)?"
_WEEKDAY = r"(?:\s*\([一二三四五六日]\))?"
# 9月17日09時50分　西碼頭開始積水: what happened when, a line each
_TIMED = regex(
    rf"\s*(?:{_DATE}\s*)?(?:\d{{1,2}}[時:]\d{{0,2}}分?(?:[~-]\d{{1,2}}[時:]\d{{0,2}}分?)?)(?:\s+|:)\S"
)
# 11月13日至18日　第3至5次會議　　工作報告: a line each, however long
_DATED = regex(rf"\s*{_DATE}{_UNTIL}{_WEEKDAY}\s+\S[^:。]*\s\S")
# 本署東區業務組：李名玉、羅亦珍
_OF_WHOM = regex(r"\s*[\u4e00-\u9fff]{2,16}\s*:[^,。;:]+")


def list_alike(above: str, line: str) -> bool:
    """Tell whether two lines each name people behind whom they are of."""
    return _OF_WHOM.fullmatch(above) is not None and _OF_WHOM.fullmatch(line) is not None


def _is_timed(line: str) -> bool:
    """Tell whether *line* begins with when, and goes on apart from it with what."""
    return _TIMED.match(line) is not None or _DATED.match(line) is not None


def is_columned(line: str) -> bool:
    """Tell whether several gaps part *line* into columns."""
    return len(_COLUMNS.findall(line)) > 1


def are_rows(group: Sequence[Line], line: Line) -> bool:
    """Tell whether *line* and the ones before are rows of a table, or of what happened when."""
    above = group[-1].text
    several = is_columned(line.text) and is_columned(above)
    labelled = _LABELLED.match(line.text) and _LABELLED.match(above)
    timed = _is_timed(line.text) and _is_timed(group[0].text)
    return bool(several or labelled or (timed and above.rstrip()[-1:] not in HANGING))
