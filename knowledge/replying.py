"""What was replied to whoever spoke: 民眾：…要找誰賠？（回應：請先保存照片…） answers what he asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.gate import Gate
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.scoring import Scorer
from knowledge.search import Ranked, Search

_REPLIES = re.compile(
    "[(]?[^:,。()]{0,12}(?:回应|答复|答覆|回复|回覆|说明)[^:,。()]{0,4}:|[^:,。()]{2,12}(?<!应)答:"
)
_ANSWERED = re.compile("回应|答复|答覆|回复|回覆")
_SAYS = re.compile(
    "[长表员生民友][^,。;?]{0,2}(?:说(?!明)|讲|提到|反映|抱怨|问)"
)  # 里長說半夜聞到什麼
_HEADS_REPLY = re.compile("(?:答复|答覆|回复|回覆|回应|答询)$")
_SAYING = frozenset(("speech", "who", "wish", "mayor", "everyone"))


class Replying:
    def __init__(self, search: Search, scorer: Scorer, gate: Gate) -> None:
        self._search = search
        self._scorer = scorer
        self._gate = gate

    def reply(self, question: Question, ranked: Sequence[Ranked]) -> Posting | None:
        """Return what was replied to the first of *ranked*, where *question* is after that.

        It is where the reply itself is asked for, or where the first only asks the same.
        """
        first = ranked[0].posting if ranked else None
        if first is None or first.kind != Kind.SPEECH or _is_reply(first):
            return None
        said = question.intents & _SAYING or _SAYS.search(question.folded)
        asks = first.body.endswith("?") and not said
        if question.scope.speakers or not (asks or question.wanted == "reply"):
            return None
        reply = self._following(first)
        return reply if reply and self._answers(question, ranked, reply) else None

    def _following(self, first: Posting) -> Posting | None:
        """Return the reply to *first*: the next words under its heading that are one.

        Under 意見及本府回應 those are replies that stand below who asked.
        """
        there = self._search.members(first, len(first.headings) - 1)
        after = (p for p in there if p.position > first.position)
        answered = _ANSWERED.search(first.path[0]) if first.path else None
        return next((p for p in after if _is_reply(p) or (answered and _below(first, p))), None)

    def _answers(self, question: Question, ranked: Sequence[Ranked], reply: Posting) -> bool:
        """Tell whether it is asked about what was replied to, by whom it is asked of."""
        replies = question.wanted == "reply"
        of, focus = ranked[:1], question.focus
        if replies and focus and not self._search.speaks_of(reply.meeting_id, focus.text):
            return False
        about = replace(question, wanted=None, focus=None if replies else focus)
        told = replies or not question.wanted or self._scorer.holds_wanted(question, reply)
        return told and self._gate.unanswered(about, of) is None


def _is_reply(posting: Posting) -> bool:
    """Tell whether *posting*, or the line right above it, says that it replies: 八、戴秘書答復."""
    headed = posting.kind == Kind.SPEECH and _HEADS_REPLY.search(posting.own_number)
    return bool(headed or _REPLIES.match(posting.body))


def _below(first: Posting, reply: Posting) -> bool:
    """Tell whether *reply* stands deeper than *first*, under the same heading."""
    return len(reply.path) > len(first.path) and reply.path[: len(first.path)] == first.path
