"""What the entry that ranks first tells, and no entry under the heading that a question names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.term import Term

_PIECES = 0.3  # of a long word whose characters stand apart
_MUCH = 0.2  # of a question


def tells_more(
    question: Question,
    first: Posting,
    members: Sequence[Posting],
    holds: Callable[[Term, Posting], float],
) -> bool:
    """Tell whether *first* speaks of what is asked after and none of *members* does.

    Or of much else that none of them speaks of: 呼籲中央投資產業的哪些項目, where the heading 產業面向 has
    no point on what is to be invested in.
    """
    focus = question.focus
    if focus and holds(focus, first) and not any(holds(focus, p) for p in members):
        return True
    named = [t for t in question.terms if holds(t, first) == 1.0]
    apart = [t for t in named if all(holds(t, p) < _PIECES for p in members)]
    return sum(t.weight for t in apart) >= _MUCH * sum(t.weight for t in question.terms)
