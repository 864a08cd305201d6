"""What else there is of what was shown: 還有呢, 他還說了什麼, 那另外兩組呢."""

from __future__ import annotations

from dataclasses import replace

from knowledge.attributes import asks_words, of_whole_statement
from knowledge.context import Context
from knowledge.elliptic import NEXT, at
from knowledge.question import Question, Reader
from knowledge.regex import regex

_MORE = regex(
    "^(?:那|那么|嗯|好|然后)?[,， ]?(?:(?:还|另外|其他|别的|更多)(?:还)?(?:有没有|有)?(?:其他|别的|更多)?(?:的|相关的)?(?:内容|段落|资料|纪录|地方)?"
    "(?:什么|哪些|吗|没有?|呢)?|(?:再来|继续|然后|下一[笔段]|更多)呢?)(?:的)?[呢吗嘛]?[ ?。啊呀]*$"
)
_SAID_MORE = regex(
    "^(?:那|那么)?(?:他|她|市长|[\u4e00-\u9fff]{0,3}市长)?(?:还有?|另外还?|其他|又)(?:有没有|有)?(?:说|讲|提|谈)(?:到|及|过|了)*(?:些)?(?:什么|哪些|别的|其他的?)(?:事|话|事情)?[呢吗]?[ ?。]*$"
)
# 那另外兩組呢, 其他案呢
_OTHERS = regex(
    "^(?:那|那么)?(?:另外|其他|其它|其余|别的|剩下)的?(?:那)?(?:[一两二三几]个?)?(?P<of>小?组|组别|议题组|提?案子?|议案)(?:的?(?:决议|结果|结论))?(?:呢|怎么样|如何|怎么决定|是什么|也是|都)?[ ?。]*$"
)
_STATEMENT = "联合声明"
_PICKED = ("个", "笔")


def further(question: Question, context: Context, reader: Reader) -> Question | None:
    """Return *question* as one for the rest of what *context* was about, None for another."""
    scope = question.scope
    if scope.meetings is not None or scope.speakers or context.facts:
        return None
    if asks_words(question) and of_whole_statement(context):
        whole = replace(at(scope, context), text=_STATEMENT)
        asked = replace(question, folded=_STATEMENT + "全文", scope=whole, terms=())
        return replace(asked, intents=frozenset(("statement",)), told=(context.entry,))
    if others := _others(question, context):
        return others
    if not (context.entry and question.bare):
        return None
    told = (*context.told, context.entry)
    more, said = _MORE.match(question.folded), _SAID_MORE.match(question.folded)
    if more and context.words:
        terms = tuple(map(reader.terms.term, context.words))
        return replace(question, terms=terms, intents=frozenset(context.intents), told=told)
    if not (context.speaker and (more or said)):
        return None
    spoken = replace(at(scope, context), speakers=(context.speaker,))
    return replace(question, scope=spoken, intents=frozenset(("speech",)), told=told, terms=())


def _others(question: Question, context: Context) -> Question | None:
    """Return *question* as one for the other groups of an item, or the other items of a meeting."""
    of = _OTHERS.match(question.folded) if context.item else None
    if of is None or (of["of"].endswith("组") and not context.group):
        return None
    items = (frozenset((context.item,)),) if of["of"].endswith("组") else ()
    listed = context.listed and "decision" not in context.intents
    intents = frozenset(("list" if listed and items else "decision",))
    told = (*context.told, *context.listed, context.entry, context.group)
    scope = at(question.scope, context)
    return replace(question, terms=(), scope=scope, intents=intents, items=items, told=told)


def picked(question: Question, context: Context, reader: Reader) -> Question | None:
    """Return *question* as one for an entry of the list that was shown: 第二個, 下一個."""
    named = question.scope.meetings is not None or question.scope.speakers or question.items
    if named or not question.bare or question.part:
        return None
    if context.entry and context.speaker and not context.listed and question.unit in _PICKED:
        return replace(
            question, scope=at(question.scope, context), entry=context.entry, number=None
        )
    place = _place(question, context)
    if place is None or not 0 <= place < len(context.listed):
        return None
    scope, entry = at(question.scope, context), context.listed[place]
    terms = tuple(map(reader.terms.term, context.words))
    return replace(question, scope=scope, entry=entry, number=None, unit="", terms=terms)


def _place(question: Question, context: Context) -> int | None:
    """Return which of those that were shown is meant, None where none of them is."""
    number = question.number
    if number is not None:
        counted = number - 1 if number > 0 else len(context.listed) + number
        return counted if question.unit in _PICKED else None
    step = NEXT.match(question.folded)
    if step is None or context.entry not in context.listed:
        return None
    return context.listed.index(context.entry) + (1 if step["way"] in "下后" else -1)
