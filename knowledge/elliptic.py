"""Follow-ups that leave out what they are of: 蓋一座要花多少錢, 那囤房稅率呢."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from knowledge.answer import Composed
from knowledge.context import TRACKING, Context
from knowledge.dates import NUMERAL
from knowledge.dates import number as number_of
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question, Reader
from knowledge.regex import regex
from knowledge.scope import Remainder
from knowledge.stepping import YEAR
from knowledge.term import Term
from knowledge.text import fold
from knowledge.wanted import states_wanted

_AND_THAT = regex("^那.{2,}[呢勒咧][ ?。]*$")
_ASKS = regex("多|几|什么|谁|哪|怎|如何|何[时处]|吗")
_TO_HIM = regex("(?:回应|回复|回覆|答复|答覆|回答|回)了?[他她](?!们)")
NEXT = regex(r"(?P<way>[上下]|[前后](?=一))一?(?P<unit>项|点|个|条|段)")
_PARAGRAPH = regex(
    rf"^那?么?[他她]?的?第(?P<n>{NUMERAL})段(?:话|内容)?(?:[呢勒咧]|[是说讲]*什么)?[ ?。啊呀]*$"
)
# Neither all of it nor another: 其他的呢, 全部給我
_ANOTHER = regex(
    "其他|其它|其余|别的|另外|还有|全部|所有|通通|统统|每一?|各|整[份篇场]|下一?|上一?"
)
_YEAR_STEP = regex("(?:再)?(?:[下隔翌次]一?|[之往]?后一)年(?!度?[会预])|(?P<before>[前上]一年)")
_DID_WHAT = regex(
    "^那?[是有被要会]?[^ ]{1,2}了?(?:些|哪些|哪里|什么|啥)[^ ]{0,2}[ ?。啊呀呢]*$|^是?由?谁[^ ]{1,2}的[ ?。啊呀呢]*$"
)
_BY_WHOM = regex("^(?:那)?是?由?谁(?P<verb>[^ ]{2})的[ ?。啊呀呢]*$")  # 誰促成的
_NAMES = frozenset(("percent", "amount"))  # wanted by a noun alone: 稅率, 面積
_OF_THING = frozenset(("money", "duration", "count", "amount", "day", "firm", "contractor"))
_PARTS = frozenset(
    [
        "附带决议",
        "附带条件",
        "附带",
        "但书",
        "审查意见",
        "附款",
        "配套",
        "表决",
        "投票",
        "票数",
        "得票数",
        "钱",
        "钱从哪来",
        "经费",
        "费用",
    ]
)
_FACTS = frozenset(("money", "duration", "count", "headcount", "percent"))
_OF_ITEM = frozenset(("decision", "approved", "settled", "reporter", "reason"))
_WHO_ELSE = regex(
    "(?:还有|另外|其他|别的)[^,。;?]{0,2}(?:谁|哪一?[位个]|人|市长)[^,。;?]{0,4}(?:提|说|讲|谈)"
)
# 有提到捷運嗎; 有誰提到捷運 asks about others
_MENTIONS = regex(
    "^那?(?:么)?[他她]?(?:有没有|有|是否|有无|是不是有?)(?:也)?(?:在)?(?:说|讲|提|谈)(?:到|及|过)?(?!.*(?:谁|哪))[^,。;?]{2,16}(?:吗|没有?|嘛)?[ ?。]*$"
)
_CITY = regex("^那?(?:么)?(?P<city>[\u4e00-\u9fff]{2}市?)(?:那边|方面|市长)?呢[ ?。]*$")
_DOES = regex("^那?[由是]?谁[来要会]?[^ ]{2}呢?[ ?。]*$")  # 誰提供
_BRIEF = 6  # characters of a question that names nothing: 要交給誰呢
_LIGHT = 0.3  # weight up to which a word beside a number names no subject
_FEW = 2  # words of a question that may be a thing of what was spoken of
_SPOKEN = 0.05  # weight of a word that names nothing


def without_acts(question: Question) -> Question:
    """Return *question* without verbs of one character that name nothing: 蓋一座要花多少."""
    if not only_acts(question):
        return question
    acts = (replace(t, weight=_SPOKEN, generic=True) for t in question.terms)
    return replace(question, terms=tuple(acts))


def only_acts(question: Question) -> bool:
    """Tell whether nothing is named but what is done, with a fact of the thing itself wanted."""
    deed = _BY_WHOM.search(question.folded)
    verb = deed["verb"] if deed else ""
    light = all(t.generic or len(t.text) == 1 or t.text == verb for t in question.terms)
    asks = question.wanted in _OF_THING or _DID_WHAT.match(question.folded)
    return bool(light and asks and question.scope.meetings is None)


def asking_the_same(question: Question, context: Context) -> Question:
    """Return *question* as one for what was decided, where it only names another thing: 那稅率呢."""
    only_names = _AND_THAT.search(question.folded) and not _ASKS.search(question.folded)
    if not only_names or "decision" not in context.intents or question.wanted not in _NAMES:
        return question
    return replace(question, wanted=None, intents=frozenset(("decision",)))


def spoken(context: Context) -> tuple[Term, ...]:
    """Return the words before a message, so that of two entries that tell it one is about them."""
    return tuple(Term.of(word, _SPOKEN, {}, generic=True) for word in context.words)


def at_point(question: Question, context: Context) -> Question:
    """Return *question* as one for a point of the part that was spoken of.

    It is the point after or before the one that was shown, or that point still.
    """
    number = context.number
    if number is not None and question.number is None:
        question = _next_point(question, number, context)
    of_part = question.number is not None and question.part is None and question.bare
    return replace(question, part=context.part) if of_part else question


def of_others(question: Question) -> Question:
    """Return *question* as one for what each said of it, where it asks who else did: 還有誰也提到."""
    if not (question.bare and _WHO_ELSE.search(question.folded)):
        return question
    return replace(question, intents=question.intents - {"who"} | {"everyone"})


def of_speaker(question: Question, context: Context, reader: Reader) -> Question | None:
    """Return *question* as one of who was asked about: 有提到捷運嗎, 桃園呢 after 臺北市長怎麼說.

    None where somebody else or another meeting is named, or none was.
    """
    scope = question.scope
    named = scope.meetings is not None or scope.speakers or scope.every or question.facts
    if not context.named or not context.speaker or named or question.items:
        return None
    if city := _CITY.match(question.folded):
        mayor = reader.scopes.people.named(f"{city['city'][:2]}市长")
        terms = tuple(map(reader.terms.term, context.words))
        asks = frozenset(("speech",))
        of_mayor = replace(at(scope, context), speakers=(mayor,)) if mayor else scope
        return replace(question, scope=of_mayor, terms=terms, intents=asks) if mayor else None
    if not _MENTIONS.match(question.folded):
        return None
    scope = replace(at(scope, context), speakers=(context.speaker,))
    return replace(question, scope=scope, intents=question.intents | {"speech"})


def paragraph(question: Question, context: Context) -> Question | None:
    """Return *question* as one for the nth paragraph of what was said: 第二段, None for another."""
    asked = _PARAGRAPH.match(question.folded)
    if asked is None or not context.speaker or question.scope.speakers:
        return None
    scope = replace(at(question.scope, context), speakers=(context.speaker,))
    nth = number_of(asked["n"])
    return replace(question, number=nth, unit="段", terms=(), loose=(), scope=scope)


def _next_point(question: Question, number: int, context: Context) -> Question:
    if step := NEXT.search(question.folded):
        number += 1 if step["way"] in "下后" else -1
        return replace(question, number=number, unit=step["unit"], terms=())
    asks_item = context.item and question.intents & _OF_ITEM  # 有通過嗎, of the second of its plans
    goes_on = _goes_on(question) and not asks_item
    return replace(question, number=number, unit="点") if goes_on else question


def _goes_on(question: Question) -> bool:
    """Tell whether it asks for nothing but the same point again, or of it: 跟哪一組有關, 再貼一次."""
    named = question.number or question.items or question.facts or question.section or question.part
    scope = question.scope.meetings is not None or question.scope.speakers
    anew = question.intents & {"list", "all", "next", *TRACKING}
    return question.bare and not (named or scope or anew or _ANOTHER.search(question.folded))


def of_item(question: Question, context: Context) -> Question | None:
    """Return *question* as one for a fact of the item that was spoken of: 每個學校放幾本書.

    None where it names its own meeting or more than a thing of it.
    """
    own = question.scope.meetings is not None or question.scope.speakers or question.items
    named = [term for term in question.terms if not term.generic]
    if own or not context.item or question.wanted not in _FACTS or len(named) > _FEW:
        return None
    ids = frozenset(context.meetings)
    scope = replace(question.scope, meetings=ids, named=(ids,))
    items = (frozenset((context.item,)),)
    return replace(question, scope=scope, items=items, terms=(), beside=(), focus=None)


def at(scope: Remainder, context: Context) -> Remainder:
    """Return *scope* of the meetings that were spoken of."""
    ids = frozenset(context.meetings)
    return replace(scope, meetings=ids, named=(ids,)) if ids else scope


def years_on(question: Question, context: Context, reader: Reader) -> Question | None:
    """Return the question before, of the year after or before the one it was of: 再下一年是誰."""
    step = _YEAR_STEP.search(question.folded)
    before = _year_before(context)
    if step is None or before is None:
        return None
    own = (t.text for t in question.terms if not t.generic and t.text not in step[0])
    if any(word not in context.words for word in own):
        return None  # 再下一年的煙火 is another matter
    year = f"{int(before[:-1]) + (-1 if step['before'] else 1)}年"
    words = [*(word for word in context.words if word != before), year]
    dated = (replace(t, weight=1.0) if t.text == year else t for t in map(reader.terms.term, words))
    scope = at(question.scope, context) if before not in context.words else question.scope
    return replace(question, scope=scope, terms=tuple(dated), loose=())


def _year_before(context: Context) -> str | None:
    """Return the year that was asked about, else that of the one meeting whose words were shown."""
    years = [word for word in context.words if YEAR.fullmatch(word)]
    one = len(context.meetings) == 1 and context.words and not context.facts
    return years[-1] if years else f"{context.meetings[0][:4]}年" if one else None


def to_speaker(question: Question, context: Context, reader: Reader) -> Question | None:
    """Return *question* as one for the reply to what was shown: 分署怎麼回應她; None for another.

    Who is asked to have replied stands in what others said, too: 請分署說明.
    """
    asks = question.wanted == "reply" and _TO_HIM.search(question.folded)
    if not asks or not context.speaker:
        return None
    ids = frozenset(context.meetings)
    voice = fold(context.speaker)
    scope = replace(question.scope, meetings=ids, named=(ids,), voice=voice)
    words = tuple(map(reader.terms.term, context.words))
    return replace(question, scope=scope, terms=words, focus=None, place=context.place)


def afresh(
    question: Question, context: Context, compose: Callable[[Question], Composed]
) -> Composed | None:
    """Return what *compose* finds for *question* by itself, else of the item that was spoken of."""
    found = compose(question)
    return found if found.answer.answered else _told_of_item(question, context, compose)


def _told_of_item(
    question: Question, context: Context, compose: Callable[[Question], Composed]
) -> Composed | None:
    """Return what *compose* finds for `of_item`, None where it does not state the fact asked for."""
    asked = of_item(question, context)
    found = compose(asked) if asked else None
    if asked is None or found is None or not found.postings:
        return None
    return found if states_wanted(asked, found.postings[0].body) else None


def is_light(question: Question) -> bool:
    return all(term.generic or term.weight <= _LIGHT for term in question.terms)


def asks_lightly(question: Question) -> bool:
    """Tell whether a person is asked for and nothing named but what one does: 交給誰."""
    scope = question.scope
    of_any = scope.meetings is None and not scope.speakers and not scope.every
    light = is_light(question) or _DOES.match(question.folded)
    return bool(of_any and "who" in question.intents and len(question.folded) <= _BRIEF and light)


def misses(question: Question, shown: Iterable[Posting]) -> bool:
    """Tell whether *question* is about a statement and nothing of one is *shown*.

    The meeting that was spoken of made none, so another one's is meant.
    """
    asks = "statement" in question.intents
    return asks and all(posting.kind != Kind.STATEMENT for posting in shown)


def of_any_item(question: Question) -> bool:
    """Tell whether nothing is named but what any item may have: 有附帶決議嗎."""
    named = [term.text for term in question.terms if not term.generic]
    return bool(named) and _PARTS.issuperset(named)
