"""What a question says of the asker: 我是翠堤的住戶啦, 我同事跟我打賭說."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.term import Term

_ASIDE = 0.3  # of its weight
_CLAUSE = re.compile("[^,。;?!、:()~ ]+")
_ASKER = re.compile(
    "(?<!帮)(?<!给)(?<!请)我(?!国|市|县)|咱|本人|(?:老师|议员|长官|主管|老板|编辑|同事|客户|家长|邻居)(?:要|叫|请|想|问|说|跟)"
)


def meant(folded: str, terms: tuple[Term, ...], stands: Callable[[str], bool]) -> tuple[Term, ...]:
    """Return *terms*; what is said of the asker weighs little, or nothing where it *stands* nowhere."""
    aside, rest = asides(folded)
    spoken = {t for t in terms if t.text in aside and t.text not in rest}
    kept = (t for t in terms if t not in spoken or any(stands(word) for word, _ in t.forms))
    return tuple(replace(t, weight=t.weight * _ASIDE) if t in spoken else t for t in kept)


def asides(folded: str) -> tuple[str, str]:
    """Return the clauses of *folded* that speak of the asker, and the others.

    A question of one clause has no aside.
    """
    clauses = _CLAUSE.findall(folded)
    of_asker = [clause for clause in clauses if _ASKER.search(clause)]
    others = [clause for clause in clauses if clause not in of_asker]
    return (" ".join(of_asker), " ".join(others)) if others else ("", folded)
