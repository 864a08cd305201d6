"""What a short word for a payment is written out as: 攤租 is 租金, 月費 is paid 每月."""

from __future__ import annotations

from collections.abc import Iterator

_WHOLE = {"租": "租金", "贷": "贷款"}
_REGULAR = "费租薪"
_TIMES = {"月": "每月", "年": "每年", "日": "每日", "周": "每周", "季": "每季", "时": "每小时"}


def others(word: str) -> Iterator[str]:
    """Yield what the folded *word* of two characters is written out as, nothing for most words."""
    if len(word) != 2:
        return
    if word[1] in _REGULAR and word[0] in _TIMES:
        yield _TIMES[word[0]]
    elif word[1] in _WHOLE:
        yield _WHOLE[word[1]]
