"""What was replied to whoever spoke: 民眾：…要找誰賠？（回應：請先保存照片…） answers what he asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.bearing import replied
from knowledge.gate import Gate
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.search import Ranked, Search

_REPLIES = regex(
    "[(]?[^:,。()]{0,12}(?:回应|答复|答覆|回复|回覆|说明)[^:,。()]{0,4}:|[^:,。()]{2,12}(?<!应)答:"
)
_ANSWERED = regex("回应|答复|答覆|回复|回覆")
_AS_MUCH = 0.4  # of what the first says of the question, in what was said to it
_SAYS = regex("[长表员生民友][^,。;?]{0,2}(?:说(?!明)|讲|提到|反映|抱怨|问)")  # 里長說半夜聞到什麼
_HEADS_REPLY = regex("(?:答复|答覆|回复|回覆|回应|答询)$")
_QUESTION = regex("什么|哪|谁|吗|多少|几|怎|如何|为何|是否|有没有|[?]")
_OFFICES = tuple("处局课科室署所组队")
_NEXT = 3  # entries after a question, of which one may be the office's that is asked about
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
        ranked = _from_speech(question, ranked)
        first = ranked[0].posting if ranked else None
        if first is None or first.kind != Kind.SPEECH or _is_reply(first):
            return None
        said = question.intents & _SAYING or _SAYS.search(question.folded)
        asked = question.intents or _QUESTION.search(question.folded)  # keywords ask nothing
        asks = asked and first.body.endswith("?") and not said
        if question.scope.speakers or not (asks or question.wanted == "reply"):
            return None
        reply = self._following(question, first) or self._spoken_to(question, ranked)
        return reply if reply and self._answers(question, ranked, reply) else None

    def _following(self, question: Question, first: Posting) -> Posting | None:
        """Return the reply to *first*: the next words under its heading that are one.

        Under 意見及本府回應 those are replies that stand below who asked; where each who speaks has
        a heading, it says that there was replied: 八、戴秘書國棟答復.
        """
        there = self._search.members(first, len(first.headings) - 1)
        after = [p for p in there if p.position > first.position]
        answered = _ANSWERED.search(first.path[0]) if first.path else None
        replies = [p for p in after if _is_reply(p) or (answered and _below(first, p))]
        between = after[: after.index(replies[0])] if replies else ()
        if not answered and any(p.path != first.path for p in between):
            replies = [p for p in replies if self._own(question, p)]  # who else was answered
        together = [p for p in replies if p.path == replies[0].path and p.path != first.path]
        told = (together or replies[:1]) or [p for p in after if first.body in p.near]
        told = [p for p in after[:_NEXT] if _is_of(question, p)] or told
        return max(told, key=lambda p: self._own(question, p), default=None)

    def _spoken_to(self, question: Question, ranked: Sequence[Ranked]) -> Posting | None:
        """Return who spoke of the same after the first of *ranked*, where a reply is asked for."""
        top, *others = ranked
        if question.wanted != "reply":
            return None
        later = (
            r.posting
            for r in others
            if r.own >= _AS_MUCH * top.own
            and r.posting.kind == Kind.SPEECH
            and r.posting.headings == top.posting.headings
            and r.posting.position > top.posting.position
        )
        others_words = (p for p in later if p.speaker != top.posting.speaker)
        return next((p for p in others_words if replied(question, p.speaker)), None)

    def _own(self, question: Question, posting: Posting) -> float:
        return self._scorer.share(question, posting).own

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


def _is_of(question: Question, reply: Posting) -> bool:
    """Tell whether *reply* is given by whom *question* asks about: 工務處 吳科長, of 工務處怎麼回."""
    return any(t.text.endswith(_OFFICES) and t.text in reply.label for t in question.terms)


def _below(first: Posting, reply: Posting) -> bool:
    """Tell whether *reply* stands deeper than *first*, under the same heading."""
    return len(reply.path) > len(first.path) and reply.path[: len(first.path)] == first.path


def _from_speech(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Return *ranked* from the first speech of an item on, where a reply is asked for."""
    if question.wanted != "reply" or not ranked or not ranked[0].posting.item:
        return ranked
    item = ranked[0].posting.item, ranked[0].posting.meeting_id
    own = (n for n, r in enumerate(ranked) if (r.posting.item, r.posting.meeting_id) == item)
    said = next((n for n in own if ranked[n].posting.kind == Kind.SPEECH), 0)
    return ranked[said:]
