"""A fact of the one entry that a conversation is at: 有期限嗎, after what was told of a plan."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answer import Answerer, Composed
from knowledge.attributes import names_attribute
from knowledge.model import Answer, Fact, Form, Kind, Refusal
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Search
from knowledge.wanted import states_wanted

_DATE = regex("^(?:是|那是)?(?:几月)?(?:几[日号]|哪一?天)(?:的事|的)?(?:呢)?[ ?。啊呀]*$")
_TOLD = regex("(?:请|责成|感谢)[^,。;]{0,8}(?:组|小组|局|处|科|课|单位|委员会)")


class Passages:
    def __init__(self, answerer: Answerer, search: Search) -> None:
        self._answerer = answerer
        self._search = search

    def compose(self, question: Question) -> Composed | None:
        """Return the entry of *question* where it states what is asked, else a no with it beside.

        None where it is on record no more.
        """
        scoped = self._search.scoped(question)
        posting = next((p for p in scoped if p.entry_id == question.entry), None)
        if posting is None:
            return None
        dated = question.wanted == "calendar" and _DATE.match(question.folded)
        if dated and not _tells(question, posting):  # 幾號, of what has no day: its meeting's
            asked = replace(question, entry="", facts=(Fact.TIME,), wanted=None, terms=())
            return self._answerer.compose(asked)
        telling = (p for p in (posting, *self._of_group(question, posting)) if _tells(question, p))
        found = next(telling, None)
        told, posting = found is not None, found or posting
        answer = Answer(
            question.text,
            Form.EXCERPT if told else Form.NO,
            self._answerer.hits(question, [posting], {}),
            shown=int(told),
            refusal=None if told else Refusal.NO_SUCH_FACT,
            wanted=None if told else question.wanted,
            coverage=self._answerer.coverage(),
        )
        return Composed(question, answer, (posting,) if told else ())

    def _of_group(self, question: Question, posting: Posting) -> list[Posting]:
        """Return what was decided of it among what its topic group put forward."""
        members = self._search.item(posting) if posting.group and question.wanted else ()
        ours = (p for p in members if p.group == posting.group and p.kind == Kind.RESOLUTION)
        named = [term.text for term in question.terms if not term.generic]
        return [p for p in ours if any(word in p.body for word in named)]


def _tells(question: Question, posting: Posting) -> bool:
    """Tell whether *posting* has the attribute that is asked for; all of it where none is."""
    if question.wanted is None:
        return True
    if question.wanted == "agent" and (posting.group or _TOLD.search(posting.body)):
        return True  # 請衛生社福組…
    if names_attribute(question, posting.body) or states_wanted(question, posting.body):
        return True
    paid = question.wanted == "money" and names_attribute(question)
    return paid and states_wanted(replace(question, wanted="funding"), posting.body)
