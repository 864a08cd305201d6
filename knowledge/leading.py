"""Which of the ranked entries leads to the item that a question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.beneath import SUBJECTS
from knowledge.model import Kind, Refusal
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.search import Ranked

_HOW_FAR = re.compile("多[远大高长宽深重厚](?=[ ?。啊呀呢]*$|的)")
_FIGURE = re.compile("[0-9百千万]+ ?(?:公尺|公里|公分|公顷|平方|立方|吨|坪|公斤)")
_PUT_OFF = re.compile("缓议|保留|续议|再议|撤案|搁置")
_LED, _FAR_MORE = 6, 0.5  # entries that may lead to another item, by so much more
_NEARLY = 0.05  # of a score: as good as the best


def leading(question: Question, ranked: Sequence[Ranked]) -> Ranked:
    """Return the best entry, or of another item one that says far more of *question* itself.

    Its resolution may repeat no word of it, where another's names the same city.
    """
    top = _beside_the_head(question, ranked)
    if put_off := _PUT_OFF.search(question.folded):
        words = (r for r in ranked[:_LED] if r.posting.kind == Kind.RESOLUTION)
        top = next((r for r in words if put_off[0] in r.posting.body), top)
    if "decision" in question.intents and _HOW_FAR.search(question.folded):
        top = next((r for r in ranked[:_LED] if _decides_how_far(r, top)), top)
    if "decision" not in question.intents or top.posting.kind != Kind.RESOLUTION or question.items:
        return top
    begun = (r for r in ranked[1:_LED] if r.posting.kind in (*SUBJECTS, Kind.EXPLANATION))
    others = (r for r in begun if r.posting.item not in ("", top.posting.item))
    best = max(others, key=lambda r: r.own, default=top)
    more = best.own >= top.own + _FAR_MORE and best.coverage >= top.coverage + _FAR_MORE / 2
    return best if more else top


def _beside_the_head(question: Question, ranked: Sequence[Ranked]) -> Ranked:
    """Return the best entry, where things are counted (併成哪四個領域) no line of the head's.

    通識中心 of those who were absent holds no less of it than what was proposed.
    """
    top = ranked[0]
    if top.posting.kind != Kind.HEADER or not question.count or question.beside:
        return top
    body = (r for r in ranked[1:_LED] if r.posting.kind != Kind.HEADER)
    return next((r for r in body if r.coverage >= top.coverage - _NEARLY), top)


def _decides_how_far(one: Ranked, top: Ranked) -> bool:
    """Tell whether *one* decides on a figure and is nearly as good as *top*: 橋址下移35公尺."""
    decides = one.posting.kind == Kind.RESOLUTION and _FIGURE.search(one.posting.body)
    return bool(decides) and one.own > 0 and one.score >= top.score - _NEARLY


def leading_on(
    question: Question, refusal: Refusal, near: Sequence[Posting]
) -> tuple[Posting, ...]:
    """Return those *near* a no that the next message may lean on.

    None where no meeting was named, or where more is lacking than the fact that was asked for.
    """
    named = question.scope.meetings is not None
    return tuple(near) if named and refusal is Refusal.NO_SUCH_FACT else ()
