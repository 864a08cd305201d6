"""Two questions in one sentence, each on a matter of its own: 怎麼穩物價，又怎麼幫勞工轉職."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from knowledge.answer import Answerer, Composed
from knowledge.bearing import holds
from knowledge.model import Answer, Form
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.term import Term

_CLAUSE = regex("[^,、;?]+")
_ASKS = regex("什么|多少|[几哪谁吗]|怎|如何|是否|有没有|是不是|何[时处]")
_JOINS = regex("^ *(?:那么?|又|还有|另外|以及|然后|再来|而且?|同时|接[着著])+")
# 第一點跟第二點各說什麼: one question for each of two numbers
_TWO_POINTS = regex(
    "(?P<one>第[一二三四五六七八九十0-9]+(?P<unit>[点项条个]))[跟和与及、]"
    "(?P<other>第[一二三四五六七八九十0-9]+(?P=unit))(?:[各都]自?|分别)*"
)
_SHORTEST = 4  # characters of a clause that asks something
_THING = 0.5  # weight of a word that names what is asked about
_ONE_ENTRY = frozenset((Form.EXCERPT, Form.LIST))


def asked(folded: str) -> tuple[str, ...]:
    """Return the two questions that *folded* asks, () where it asks one."""
    if points := _TWO_POINTS.search(folded):
        before, after = folded[: points.start()], folded[points.end() :]
        return tuple(f"{before}{points[side]}{after}" for side in ("one", "other"))
    clauses = [clause for clause in _CLAUSE.findall(folded) if clause.strip()]
    if len(clauses) != 2 or not all(map(_ASKS.search, clauses)):
        return ()
    parts = tuple(_JOINS.sub("", clause) for clause in clauses)
    return parts if all(len(part) >= _SHORTEST for part in parts) else ()


class Twofold:
    """*read* understands the words of a part as a question, *compose* answers that."""

    def __init__(
        self,
        answerer: Answerer,
        read: Callable[[str], Question],
        compose: Callable[[Question], Composed],
    ) -> None:
        self._answerer = answerer
        self._read = read
        self._compose = compose

    def compose(self, question: Question, whole: Composed) -> Composed | None:
        """Return the answers to both parts of *question*, None where *whole* answers it.

        Both must be answered, each by an entry that says nothing of the other's matter.
        """
        clauses = asked(question.folded) if not question.facts else ()
        if not clauses or (whole.answer.answered and whole.answer.form not in _ONE_ENTRY):
            return None
        first, second = map(self._read, clauses)
        if second.scope.meetings is None:
            second = replace(second, scope=replace(second.scope, meetings=first.scope.meetings))
        told = whole.postings[: whole.answer.shown] if whole.answer.answered else ()
        parts = first, second
        if not all(map(_names_a_matter, parts)) or all(_is_told(part, told) for part in parts):
            return None
        answers = [self._compose(part) for part in parts]
        if not all(one.answer.answered for one in answers) or _are_of_one_item(answers):
            return None
        return self._together(question, answers)

    def _together(self, question: Question, answers: Sequence[Composed]) -> Composed | None:
        shown = (p for one in answers for p in one.postings[: one.answer.shown])
        found = tuple(dict.fromkeys(shown))
        answer = Answer(
            question.text,
            Form.COMPARISON if found[1:] else Form.EXCERPT,
            self._answerer.hits(question, found, {}),
            shown=len(found),
            matched=tuple(dict.fromkeys(word for one in answers for word in one.answer.matched)),
            replaced=tuple(pair for one in answers for pair in one.answer.replaced),
            coverage=self._answerer.coverage(),
        )
        return Composed(question, answer, found)


def _names_a_matter(part: Question) -> bool:
    """Tell whether *part* names what it asks about, as 後續交給誰 and 市長怎麼指示 do not."""
    return part.number is not None or bool(part.scope.speakers or _things(part))


def _things(part: Question) -> list[Term]:
    return [t for t in part.terms if not t.generic and t.weight >= _THING]


def _is_told(part: Question, told: Iterable[Posting]) -> bool:
    """Tell whether one of what is *told* speaks of all that *part* names."""
    if part.number is not None:
        return False
    said = [p for p in told if not part.scope.speakers or p.speaker in part.scope.speakers]
    return any(all(holds(t, p.body + p.near) for t in _things(part)) for p in said)


def _are_of_one_item(answers: Iterable[Composed]) -> bool:
    """Tell whether all *answers* are of what one item, or one group's part of it, is about."""
    firsts = [p for one in answers for p in one.postings[:1]]
    items = {(p.meeting_id, p.item, p.group) for p in firsts}
    return len(items) == 1 and all(p.item for p in firsts)
