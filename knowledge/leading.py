"""Which of the ranked entries leads to the item that a question is about."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.bearing import speaks_as
from knowledge.beneath import SUBJECTS
from knowledge.model import Kind, Refusal
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.search import Ranked

_HOW_FAR = regex("多[远大高长宽深重厚](?=[ ?。啊呀呢]*$|的)")
_FIGURE = regex("[0-9百千万]+ ?(?:公尺|公里|公分|公顷|平方|立方|吨|坪|公斤)")
_PUT_OFF = regex("缓议|保留|续议|再议|撤(?=[案回掉]|[的了]?[ ?。啊呀呢]*$)|搁置")
_LED, _FAR_MORE = 6, 0.5  # entries that may lead to another item, by so much more
_ALL = 0.95  # of a question, in what an item is called
_DECIDED = (Kind.RESOLUTION, Kind.CONCLUSION)
_SAYS = 0.5  # of what the best entry holds, in a speech
_WHO_SAID = regex(
    "(?:谁|哪一?[个位](?:人|[\u4e00-\u9fff]{0,3}?(?:代表|委员|议员|里长|村长|理事|监事|董事|居民|住户|业者|民众|学生|老师|家长|教授|专家|主任|科长|处长|局长|首长|市长|副市长|副县长|县长)))"
    "(?:在会上|会上|曾经?|有)?(?:说|讲|提到|指出|认为|抱怨|反映|主张|建议|担心|质疑|呼吁|要求|强调|拜托|希望|觉得)"
)
_LITTLE, _NEARLY_ALL = 0.35, 0.75  # of a question in an entry's own words
_NEARLY = 0.05  # of a score: as good as the best


def leading(question: Question, ranked: Sequence[Ranked]) -> Ranked:
    """Return the best entry, or of another item one that says far more of *question* itself.

    Its resolution may repeat no word of it, where another's names the same city.
    """
    top = _said(question, ranked) or _beside_the_head(question, ranked)
    if "planned" in question.intents and top.posting.kind in _DECIDED and not top.posting.item:
        told = (r for r in ranked[:_LED] if r.posting.kind in (*SUBJECTS, Kind.EXPLANATION))
        top = next((r for r in told if r.own >= _SAYS * top.own), top)
    if put_off := _PUT_OFF.search(question.folded):
        words = (r for r in ranked[:_LED] if r.posting.kind == Kind.RESOLUTION)
        top = next((r for r in words if put_off[0] in r.posting.body), top)
    if "decision" in question.intents and _HOW_FAR.search(question.folded):
        top = next((r for r in ranked[:_LED] if _decides_how_far(r, top)), top)
    if "decision" not in question.intents or top.posting.kind != Kind.RESOLUTION or question.items:
        return top
    begun = (r for r in ranked[1:_LED] if r.posting.kind in (*SUBJECTS, Kind.EXPLANATION))
    others = (r for r in begun if _of_another(r.posting, top.posting))
    best = max(others, key=lambda r: r.own, default=top)
    more = best.own >= top.own + _FAR_MORE and best.coverage >= top.coverage + _FAR_MORE / 2
    return best if more or _is_named(best, top) else top


def _of_another(posting: Posting, top: Posting) -> bool:
    """Tell whether *posting* belongs to another item, which may bear the same number in its class."""
    apart = posting.item != top.item or posting.path[:1] != top.path[:1]
    return bool(posting.item) and apart


def _is_named(best: Ranked, top: Ranked) -> bool:
    """Tell whether *best* is called all that is asked, and *top* speaks of some: 114年度預算勻支."""
    named = best.posting.kind in SUBJECTS and best.own >= _ALL
    return named and top.own < best.own and top.coverage < best.coverage


def _said(question: Question, ranked: Sequence[Ranked]) -> Ranked | None:
    """Return the best speech where it is asked who said it, or what the holder of an office did.

    誰說百分之二太少: what was proposed holds more of it, and nobody said that.
    """
    office, who = question.scope.office, _WHO_SAID.search(question.folded)
    if "speech" not in question.intents or question.scope.speakers:
        return None
    if not who and (not office or question.intents & {"who", "mayor"}):
        return None
    top = ranked[0]
    said = (r for r in ranked[:_LED] if r.posting.kind == Kind.SPEECH)
    if who:
        return next((r for r in said if r.own >= _SAYS * top.own), None)
    if top.posting.kind != Kind.SPEECH or speaks_as(office, top.posting):
        return None
    by_office = (r for r in said if speaks_as(office, r.posting))
    return next((r for r in by_office if r.coverage >= _SAYS * top.coverage), None)


def saying_more(question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Return *ranked* from the first entry on that holds nearly all of a question after a decision.

    Where that which was decided is on another matter: what a mayor said of 基隆捷運's money tells of it,
    the resolution on who pays for tickets does not.
    """
    other = "issued" in question.intents or question.items
    if "decision" not in question.intents or other or not ranked:
        return ranked
    top = ranked[0]
    if top.own >= _LITTLE or top.posting.kind != Kind.RESOLUTION:
        return ranked
    more = top.coverage + _FAR_MORE - _NEARLY
    place = next(
        (n for n, r in enumerate(ranked[:_LED]) if r.own >= _NEARLY_ALL and r.coverage >= more), 0
    )
    return ranked[place:]


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

    None where no meeting was named, or one that is to come (下次市長會議什麼時候), or where more
    is lacking than the fact that was asked for.
    """
    named = question.scope.meetings is not None and "next" not in question.intents
    return tuple(near) if named and refusal is Refusal.NO_SUCH_FACT else ()
